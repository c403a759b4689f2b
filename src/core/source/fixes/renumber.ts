import type { Finding } from '../../checks/finding';
import type { Source } from '../source';
import { sourceLines } from '../document/places';
import type { SourceFix } from './source-fix';

/**
 * Gives the second meaning of an id the next number that occurs nowhere in the document. Only the id at its definition
 * changes: which of the two a citation means is for the author to say.
 */
export function renumber(
  source: Source,
  { args: [id = ''], line, column, endLine, endColumn }: Finding,
): SourceFix | null {
  const lines = sourceLines(source.text);
  if (id === '' || (lines[line - 1] ?? '').slice(column - 1, endColumn - 1) !== id) return null;
  const next = nextFree(id, source.text);
  return next === null
    ? null
    : {
        message: 'Renumber to {0}',
        args: [next],
        range: { line, column, endLine, endColumn },
        newText: next,
      };
}

/** `FR-012` after `FR-011` was the highest; `null` where the id holds no number to raise. */
export function nextFree(id: string, text: string): string | null {
  const [, prefix = '', digits = ''] = /^(.*?)(\d{1,9})[a-z]?$/su.exec(id) ?? [];
  if (digits === '') return null;
  const escaped = prefix.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const used = [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}_-])${escaped}(\\d{1,9})(?!\\d)`, 'giu'))];
  const highest = used.reduce((most, [, number]) => Math.max(most, Number(number)), Number(digits));
  return `${prefix}${String(highest + 1).padStart(digits.length, '0')}`;
}
