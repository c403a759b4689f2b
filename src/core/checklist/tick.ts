import type { SpecDocument } from '../spec/spec-document';
import { lineText } from '../spec/text-range';
import type { TextRange } from '../text/position';
import type { ChecklistEntry } from './checklist';

const box = /^([\s>]*(?:[-*+]|\d{1,9}[.)])\s+\[)([ xX])\]/u;

/**
 * The edit that ticks or unticks a checklist item: one character between its brackets. `null` where there is nothing to edit,
 * and where a tick is asked for on an item that no person answers for; a tick that is there may always be removed.
 */
export function tickEdit(
  spec: SpecDocument,
  entry: Pick<ChecklistEntry, 'line' | 'verifiedBy'>,
  checked: boolean,
): { readonly range: TextRange; readonly newText: string } | null {
  if (entry.line === null || (checked && entry.verifiedBy !== 'person')) return null;
  const match = box.exec(lineText(spec.lines, entry.line));
  if (match === null || (match[2] !== ' ') === checked) return null;
  const column = (match[1] ?? '').length + 1;
  return {
    range: { line: entry.line, column, endLine: entry.line, endColumn: column + 1 },
    newText: checked ? 'x' : ' ',
  };
}
