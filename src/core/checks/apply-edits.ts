import { indexLines, offsetOf } from '../spec/text-range';
import type { SpecEdit } from './spec-fix';

/** Makes edits that do not overlap in the text that they were made for. Line ends are those of the text. */
export function applyEdits(text: string, edits: readonly SpecEdit[]): string {
  const lines = indexLines(text);
  const ending = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const placed = edits
    .map(({ range, newText }) => ({
      start: offsetOf(lines, range.line, range.column),
      end: offsetOf(lines, range.endLine, range.endColumn),
      newText: newText.replaceAll('\n', ending),
    }))
    .sort((a, b) => b.start - a.start);
  let edited = text;
  for (const { start, end, newText } of placed) edited = edited.slice(0, start) + newText + edited.slice(end);
  return edited;
}
