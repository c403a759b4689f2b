import { numberOfHeading } from '../document/plain-heading';
import { roleOfHeading } from '../sections/section-role';
import { withSpacedIds } from '../notation/spaced-ids';

/** Fewest titles that make the chapters of a text, and fewest of them whose names are known. */
const fewest = { titles: 4, known: 2 };
/** Longest line that can be a title, in characters. */
const longestTitle = 50;
/** Share of a title from which on it is known. */
const clearly = 0.6;

/**
 * A text without marks whose chapters are set off by titles on lines of their own, with an empty line before and behind, or
 * in capitals below an empty line: the same lines with those marked as Markdown marks headings, and items by their ids. `null` where it has no such
 * chapters.
 */
export function withTitles(text: string): string | null {
  const lines = text.split(/\r\n|\n|\r/);
  const titles = new Set(lines.flatMap((_, at) => (isTitle(lines, at) || isShouted(lines, at) ? [at] : [])));
  // A name below another is a masthead or a signature, where numbers do not say otherwise, and the last line heads nothing.
  const written = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]));
  const heading = written.filter((at, index) => {
    const next = written[index + 1];
    if (next === undefined || !titles.has(at)) return false;
    return !titles.has(next) || isBelow(lines[next] ?? '', lines[at] ?? '');
  });
  const known = heading.filter((at) => (roleOfHeading(lines[at] ?? '')?.share ?? 0) >= clearly);
  if (heading.length < fewest.titles || known.length < fewest.known) return null;
  const marked = new Set(heading);
  return withSpacedIds(lines.map((line, at) => (marked.has(at) ? `## ${line.trim()}` : line))).join('\n');
}

/** Whether a title has the number of another and one more: `3.1 Alarms` right below `3 Requirements`. */
function isBelow(title: string, above: string): boolean {
  const [number, parts] = [numberOfHeading(title), numberOfHeading(above)];
  return (
    parts.length > 0 &&
    number.length === parts.length + 1 &&
    parts.every((part, index) => part === number[index])
  );
}

function isTitle(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  const isAlone = (lines[at - 1] ?? '').trim() === '' && (lines[at + 1] ?? '').trim() === '';
  return (
    isAlone &&
    line.length > 0 &&
    line.length <= longestTitle &&
    opening.test(line) &&
    !/[.,;:!?…。，；：！？、"”»]\s*$/u.test(line)
  );
}

/** Longest title in capitals, remark included, in characters, and the fewest letters in a row that shout. */
const longestShout = 90;
const shout = /\p{Lu}{3}/u;

/** `MUST BE THERE (for the demo)` right above what it heads: capitals, but for a remark in brackets. */
function isShouted(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  // The first line is the document's own title.
  if ((lines[at - 1] ?? '.').trim() !== '' || (lines[at + 1] ?? '').trim() === '') return false;
  const said = line.length > longestShout ? '' : line.replace(/[(（][^()（）]*[)）]/gu, ' ');
  return opening.test(line) && shout.test(said) && !/\p{Ll}|[.,;!?…"”»]\s*$/u.test(said);
}

/** A letter that is no small one, a number in front of it or not; bullets and quotations are none. */
const opening = /^(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s+|[一二三四五六七八九十]{1,3}、\s*)?(?!\p{Ll})\p{L}/u;
