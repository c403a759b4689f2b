import { parseSpec } from '../spec/parse-spec';
import type { SpecDocument, SpecSection } from '../spec/spec-document';
import type { SpecParser } from '../spec/spec-parser';
import { lineEndAt, replaceInWritten } from '../spec/written-text';
import { headingLine } from './heading-line';
import { contentSpan } from './section-span';

export interface SplicedSpec {
  readonly text: string;
  /** As read from the new text. */
  readonly spec: SpecDocument;
}

/**
 * Puts a new content into one section; every byte outside its span stays, line ends, blank lines and byte order mark
 * included.
 *
 * @param content of the section, without its heading, with line feeds as line ends
 * @param parser that read `spec`, so that only what changes is read again
 * @param end offset where the part to replace ends: that of the section, or of a section below it, from which on all stays
 * @returns `null` where what stands around the section would be read differently afterwards
 */
export function spliceSection(
  spec: SpecDocument,
  section: SpecSection,
  content: string,
  parser: SpecParser,
  end: number = section.end,
): SplicedSpec | null {
  const ending = lineEndAt(spec, section.start);
  const span = contentSpan(spec, { ...section, end });
  const before = spec.text.slice(0, span.start);
  const after = spec.text.slice(span.end);
  const isHollow = span.start === span.end;
  const lead = !isHollow ? '' : /[\r\n]$/u.test(before) ? ending : ending + ending;
  const tail = isHollow ? (/^(?:[\r\n]|$)/u.test(after) ? ending : ending + ending) : gap(after, ending);
  const newText = lead + content.replace(/\r\n?|\n/gu, ending) + tail;
  const text = replaceInWritten(spec, [{ ...span, newText }]);
  const then = parseSpec(text, parser);
  return sameAround(spec, section, then, end) ? { text, spec: then } : null;
}

/**
 * Takes a section out, heading and all below it included; every other byte of the document stays.
 *
 * @param parser that read `spec`, so that only what changes is read again
 * @returns `null` where what stands around it would be read differently afterwards
 */
export function removeSection(
  spec: SpecDocument,
  { start, end }: SpecSection,
  parser: SpecParser,
): SplicedSpec | null {
  const text = replaceInWritten(spec, [{ start, end, newText: '' }]);
  const then = parseSpec(text, parser);
  const headings = ({ sections }: SpecDocument, from: number, to: number): string =>
    sections
      .filter((one) => one.start < from || one.start >= to)
      .map((one) => `${one.level} ${one.start >= to ? one.start - (to - from) : one.start} ${one.heading}`)
      .join('\n');
  return headings(spec, start, end) === headings(then, start, start) ? { text, spec: then } : null;
}

/**
 * Puts a section with its heading where there is none, before a heading or at the end; every byte of the document stays.
 *
 * @param section what it is to be: heading, level, and the place as its start
 * @param parser that read `spec`
 * @returns `null` where what stands around it would be read differently afterwards
 */
export function insertSection(
  spec: SpecDocument,
  section: SpecSection,
  content: string,
  parser: SpecParser,
): SplicedSpec | null {
  const { start } = section;
  const ending = lineEndAt(spec, start);
  const before = spec.text.slice(0, start);
  const lead = /(?:^|(?:\r\n|\n)[ \t]*(?:\r\n|\n))$/u.test(before)
    ? ''
    : /\n$/u.test(before)
      ? ending
      : ending + ending;
  const written = `${headingLine(section)}\n\n${content}\n${start === spec.text.length ? '' : '\n'}`;
  const newText = lead + written.replace(/\r\n?|\n/gu, ending);
  const text = replaceInWritten(spec, [{ start, end: start, newText }]);
  const then = parseSpec(text, parser);
  const grown = then.text.length - spec.text.length;
  const stays = ({ sections }: SpecDocument, from: number, shift: number): string =>
    sections
      .filter((one) => one.start < start || one.start >= from)
      .map((one) => `${one.level} ${one.start >= from ? one.start - shift : one.start} ${one.heading}`)
      .join('\n');
  // A return before it may have been given a line feed.
  const isThere = then.sections.some(
    (one) => [0, 1].includes(one.start - start - lead.length) && one.level === section.level,
  );
  if (!isThere || stays(spec, start, 0) !== stays(then, start + grown, grown)) return null;
  return { text, spec: then };
}

/** What follows on the very next line would run into a new last paragraph, so a blank line is put between. */
function gap(after: string, ending: string): string {
  return /^(?:\r\n|\n|\r)(?![\r\n]|[ \t]+[\r\n])(?=[^\r\n])/u.test(after) ? ending : '';
}

/** Whether all headings outside the section are headings still: an open fence or comment would swallow them. */
function sameAround(spec: SpecDocument, target: SpecSection, then: SpecDocument, last: number): boolean {
  const grown = then.text.length - spec.text.length;
  const outside = (document: SpecDocument, end: number, shift: number): readonly string[] =>
    document.sections
      .filter(({ start }) => start <= target.start || start >= end)
      .map(({ heading, level, start }) => `${level} ${start >= end ? start - shift : start} ${heading}`);
  const own = then.sections.find(({ start }) => start === target.start);
  return (
    own?.end === target.end + grown &&
    then.title === spec.title &&
    outside(spec, last, 0).join('\n') === outside(then, last + grown, grown).join('\n')
  );
}
