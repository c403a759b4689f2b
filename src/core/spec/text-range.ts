import type { Node } from 'mdast';
import type { TextRange } from '../text/position';

/** Maps offsets of one text to lines and columns. Lines end at `\n`, `\r\n` or `\r`, as in CommonMark. */
export interface LineIndex {
  readonly text: string;
  /** Offset of the first character of each line; entry 0 is line 1. */
  readonly starts: readonly number[];
}

export function indexLines(text: string): LineIndex {
  const starts = [0];
  // Looking for one character is much faster than for a pattern, and returns are rare.
  if (text.includes('\r'))
    for (const { index, 0: ending } of text.matchAll(/\r\n|\n|\r/gu)) starts.push(index + ending.length);
  else for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return { text, starts };
}

/** The range from one offset to another, both within the text. */
export function rangeOf(index: LineIndex, start: number, end: number): TextRange {
  const from = pointOf(index, start);
  const to = pointOf(index, end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

/** Offset of a line and column (both from 1), kept within the text. */
export function offsetOf(index: LineIndex, line: number, column: number): number {
  const start = index.starts[line - 1] ?? index.text.length;
  return Math.min(start + column - 1, index.text.length);
}

/** Text of one line (from 1) without its ending. */
export function lineText(index: LineIndex, line: number): string {
  const start = index.starts[line - 1];
  return start === undefined
    ? ''
    : index.text.slice(start, index.starts[line]).replace(/(?<![\r\n])[\r\n]+$/u, '');
}

/** Offsets of a node that came from the parser. */
export function span(node: Node): { readonly start: number; readonly end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** Range of a node that came from the parser. */
export function rangeOfNode(node: Node): TextRange {
  const { start, end } = node.position ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

function pointOf(index: LineIndex, offset: number): { readonly line: number; readonly column: number } {
  let low = 0;
  let high = index.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((index.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (index.starts[low] ?? 0) + 1 };
}
