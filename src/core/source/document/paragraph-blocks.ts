import type { Block } from './document-model';
import { joinLines } from './inline-text';
import type { InlineLine } from './inline-text';
import { labelledPoint } from '../notation/labelled-point';
import { fieldOf } from '../notation/requirement-fields';
import { leadingId } from '../notation/requirement-id';
import type { FieldName } from '../vocabulary/fields';
import { storyContinuations } from '../vocabulary/story-phrases';

const enumerator = /^(?:(\d{1,3})[、．）](?=\s*\S)|[（(](\d{1,2})[)）]|[①-⑳]|[•·●▪◦‣■])\s*/u;

/** `3.1. The system ...`, numbered as sections are. */
const sectionNumber = /^\d{1,2}(?:\.\d{1,2}){1,3}[.)]?\s+[[(]?\p{L}/u;

/** A block without parts. */
export function plainBlock(kind: Block['kind'], line: number, text: string): Block {
  return {
    ...{ kind, line, endLine: line, text, starts: [], lead: null, struck: false, task: null, ordinal: null },
    ...{ cells: [], columns: [], children: [], list: 0 },
  };
}

/**
 * Blocks of one Markdown paragraph: it is cut where a line opens with a bold label, an id, a short field, or an
 * enumerator that Markdown does not know.
 *
 * @param titled whether a first line that is bold as a whole heads the others, as it does outside of lists
 */
export function paragraphBlocks(lines: readonly InlineLine[], titled = false): readonly Block[] {
  const groups: InlineLine[][] = [];
  for (const line of lines) {
    const part = { ...line, text: line.text.replace(/\n/g, ' ') };
    const current = groups.at(-1);
    const continues =
      current !== undefined &&
      !enumerator.test(part.text) &&
      !opensBlock(part) &&
      !isSettled(current) &&
      !endsPoint(current) &&
      !(titled && groups.length === 1 && isTitle(current) && !goesOn(part)) &&
      !(sectionNumber.test(part.text) && isClause(current));
    if (continues) current.push(part);
    else groups.push([part]);
  }
  return groups.flatMap(blockOfLines);
}

/** Whether what stands in front of a numbered line has ended: with a stop, or as a numbered line itself. */
function isClause(lines: readonly InlineLine[]): boolean {
  return /[.;:!?。；：！？]$/u.test(lines.at(-1)?.text ?? '') || sectionNumber.test(lines[0]?.text ?? '');
}

function blockOfLines(lines: readonly InlineLine[]): readonly Block[] {
  const [first, ...others] = lines;
  if (first === undefined) return [];
  const number = enumerator.exec(first.text);
  const texts = [
    number === null ? first.text : first.text.slice(number[0].length),
    ...others.map((line) => line.text),
  ];
  const text = joinLines(texts);
  const ordinal = number === null ? null : Number(number[1] ?? number[2] ?? 0) || null;
  return [
    {
      ...plainBlock(number === null ? 'paragraph' : 'item', first.line, text),
      endLine: others.at(-1)?.line ?? first.line,
      starts: texts.length < 2 ? [] : startsIn(texts),
      lead: first.lead,
      struck: lines.every((line) => line.struck),
      ordinal,
    },
  ];
}

/** Where each line begins once all are joined. */
function startsIn(texts: readonly string[]): readonly number[] {
  const starts: number[] = [];
  let end = 0;
  let tail = '';
  for (const text of texts) {
    const between = joinLines([tail, text]).length - tail.length - text.length;
    starts.push(end + between);
    end += between + text.length;
    tail = text === '' ? tail : text.slice(-2);
  }
  return starts;
}

const shortFields: readonly FieldName[] = ['priority', 'status', 'id'];

/** A field that holds a word or two does not go on in the next line. */
function isSettled(lines: readonly InlineLine[]): boolean {
  const [only, more] = lines;
  if (only === undefined || more !== undefined || only.text.length > 120) return false;
  const field = fieldOf(only.text);
  return field !== null && field.value !== '' && field.names.some((name) => shortFields.includes(name));
}

/** Longest bold line that titles what stands below it, in characters. */
const longestTitle = 60;

/** Whether all that stands there is one short bold line. */
function isTitle(lines: readonly InlineLine[]): boolean {
  const [only, more] = lines;
  if (only === undefined || only.lead === null) return false;
  return (
    more === undefined &&
    only.text.length <= longestTitle &&
    only.lead.length >= only.text.length &&
    !/[.,;:!?。，；：！？]$/u.test(only.text)
  );
}

/** Whether a line goes on with the sentence of the one above it, which was only broken there. */
function goesOn({ text }: InlineLine): boolean {
  return /^\p{Ll}/u.test(text);
}

/** Whether lines that leave something out or ask something have said it. */
function endsPoint(lines: readonly InlineLine[]): boolean {
  const [first] = lines;
  return first !== undefined && /[.?!。？！]$/u.test(lines.at(-1)?.text ?? '') && isPoint(first);
}

function isPoint({ text }: InlineLine): boolean {
  return labelledPoint({ kind: 'paragraph', text }) !== null;
}

function opensBlock(part: InlineLine): boolean {
  // A sentence that was broken there goes on in lower case.
  if (!goesOn(part) && isPoint(part)) return true;
  const names = part.text.length > 400 ? undefined : fieldOf(part.text)?.names;
  if (names?.some((name) => shortFields.includes(name) || name === 'acceptance') === true) return true;
  if (part.lead !== null) return !storyContinuations.test(`${part.lead.replace(/[:：,，]$/u, '')} `);
  const id = leadingId(part.text);
  return id !== null && id.separated && (id.standing === 'known' || id.standing === 'acceptance');
}
