import type { SpecDocument, SpecSection } from '../spec/spec-document';
import { indexLines, lineText, offsetOf, rangeOf, type LineIndex } from '../spec/text-range';
import type { TextRange } from '../text/position';

const lineIndexes = new WeakMap<SpecDocument, LineIndex>();

/** Line index of a spec's text, made once per document. */
export function linesOf(spec: SpecDocument): LineIndex {
  const known = lineIndexes.get(spec);
  if (known !== undefined) return known;
  const index = indexLines(spec.text);
  lineIndexes.set(spec, index);
  return index;
}

/** The first line: where a finding about the whole document stands. */
export function documentPlace(spec: SpecDocument): TextRange {
  return linePlace(spec, 1);
}

/** The heading line of a section, or the first line of the document where the section is not there. */
export function headingPlace(spec: SpecDocument, section: SpecSection | undefined): TextRange {
  return linePlace(spec, section?.line ?? 1);
}

/** One line without indentation. */
export function linePlace(spec: SpecDocument, line: number): TextRange {
  const text = lineText(linesOf(spec), line);
  const column = text.length - text.trimStart().length + 1;
  return { line, column, endLine: line, endColumn: Math.max(column, text.trimEnd().length + 1) };
}

/** A range on one line, columns from 1. */
export function placeOfText(line: number, column: number, endColumn: number): TextRange {
  return { line, column, endLine: line, endColumn };
}

/** The first place of a token within a range, or the first line of the range where it is not written as such. */
export function tokenPlace(spec: SpecDocument, range: TextRange, token: string): TextRange {
  const lines = linesOf(spec);
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
export function firstLine(spec: SpecDocument, range: TextRange): TextRange {
  if (range.endLine === range.line) return range;
  const text = lineText(linesOf(spec), range.line).trimEnd();
  return { ...range, endLine: range.line, endColumn: Math.max(range.column, text.length + 1) };
}

/** Source text of a range. */
export function sourceOf(spec: SpecDocument, range: TextRange): string {
  const lines = linesOf(spec);
  return spec.text.slice(
    offsetOf(lines, range.line, range.column),
    offsetOf(lines, range.endLine, range.endColumn),
  );
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
