import type { SpecDocument, SpecSection } from './spec-document';
import { lineText, offsetOf, rangeOf } from './text-range';
import type { TextRange } from '../text/position';

/** A document, or a part of one with the places in it. */
export type SpecText = Pick<SpecDocument, 'text' | 'lines'>;

/** The first line: where a finding about the whole document stands. */
export function documentPlace(spec: SpecText): TextRange {
  return linePlace(spec, 1);
}

/** The heading line of a section, or the first line of the document where the section is not there. */
export function headingPlace(spec: SpecText, section: SpecSection | undefined): TextRange {
  return linePlace(spec, section?.line ?? 1);
}

/** One line without indentation. */
export function linePlace(spec: SpecText, line: number): TextRange {
  const text = lineText(spec.lines, line);
  const column = text.length - text.trimStart().length + 1;
  return { line, column, endLine: line, endColumn: Math.max(column, text.trimEnd().length + 1) };
}

/** A range on one line, columns from 1. */
export function placeOfText(line: number, column: number, endColumn: number): TextRange {
  return { line, column, endLine: line, endColumn };
}

/** The first place of a token within a range, or the first line of the range where it is not written as such. */
export function tokenPlace(spec: SpecText, range: TextRange, token: string): TextRange {
  const lines = spec.lines;
  const start = offsetOf(lines, range.line, range.column);
  const end = offsetOf(lines, range.endLine, range.endColumn);
  const found = indexOfWhole(spec.text.slice(start, end), token);
  if (found === -1 || token === '') return firstLine(spec, range);
  return rangeOf(lines, start + found, start + found + token.length);
}

/** `T-1` in `T-10, T-1` is the second. */
function indexOfWhole(text: string, token: string): number {
  for (let at = text.indexOf(token); at !== -1; at = text.indexOf(token, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + token.length] ?? ' '}`;
    if (!/[\p{L}\p{N}_]/u.test(around)) return at;
  }
  return text.indexOf(token);
}

/** A range cut to its first line, so that a finding does not underline half a document. */
export function firstLine(spec: SpecText, range: TextRange): TextRange {
  if (range.endLine === range.line) return range;
  const text = lineText(spec.lines, range.line).trimEnd();
  return { ...range, endLine: range.line, endColumn: Math.max(range.column, text.length + 1) };
}

/** Source text of a range. */
export function sourceOf(spec: SpecText, range: TextRange): string {
  const lines = spec.lines;
  return spec.text.slice(
    offsetOf(lines, range.line, range.column),
    offsetOf(lines, range.endLine, range.endColumn),
  );
}

/** Sections that are among some, or lie in one of them: by their positions. */
export function sectionsWithin(
  { sections }: Pick<SpecDocument, 'sections'>,
  holders: readonly (SpecSection | undefined)[],
): ReadonlySet<number> {
  const within = new Set(holders.flatMap((holder) => holder?.index ?? []));
  // What holds a section comes before it.
  if (within.size > 0)
    for (const { index, parent } of sections) if (parent !== null && within.has(parent)) within.add(index);
  return within;
}

/** Whether something that stands in one section stands in another or one of its subsections. */
export function isWithin(
  spec: SpecDocument,
  section: number | null,
  holder: SpecSection | undefined,
): boolean {
  if (holder === undefined) return false;
  for (let index = section; index !== null; index = spec.sections[index]?.parent ?? null) {
    if (index === holder.index) return true;
  }
  return false;
}
