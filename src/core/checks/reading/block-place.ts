import type { CodeBlock, SpecDocument } from '../../spec/spec-document';
import { lineText } from '../../spec/text-range';
import type { TextRange } from '../../text/position';

/**
 * The place of a piece of a code block's value in the document, whatever the block is indented by. Cut to its first line.
 *
 * @param start offset in the value
 * @param end offset in the value, not before `start`
 */
export function blockPlace(spec: SpecDocument, block: CodeBlock, start: number, end: number): TextRange {
  const before = block.value.slice(0, start);
  const row = countLines(before);
  const rowStart = before.lastIndexOf('\n') + 1;
  const rowEnd = block.value.indexOf('\n', rowStart);
  const valueLine = block.value.slice(rowStart, rowEnd === -1 ? undefined : rowEnd).replace(/\r$/u, '');
  const inLine = (offset: number): number => Math.min(offset - rowStart, valueLine.length);
  const lines = spec.lines;
  const isFenced = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)*(?:`{3,}|~{3,})/u.test(lineText(lines, block.line));
  const line = Math.min(block.line + row + (isFenced ? 1 : 0), block.endLine);
  // What Markdown took from the line (indentation, a quote's mark) stands before the value; of a tab that it took in part, the
  // value has spaces that the line has not.
  const shift = lineText(lines, line).length - valueLine.length;
  const column = Math.max(0, shift + inLine(start)) + 1;
  const endColumn = Math.max(0, shift + inLine(Math.max(end, start))) + 1;
  return { line, column, endLine: line, endColumn: Math.max(column, endColumn) };
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
