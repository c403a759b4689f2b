import type { Block } from '../document/document-model';
import { limitColumn, unitColumn } from '../vocabulary/limit-columns';

type Row = Pick<Block, 'kind' | 'cells' | 'columns'>;

/** Fewest columns of limits that make a table one of what must hold. */
const fewestLimits = 2;

/** Whether a row sets limits to what it names: `| Supply voltage | 2.0 | 3.0 | 3.6 | V |` below "Min", "Typ", "Max". */
export function setsLimits({ kind, cells, columns }: Row): boolean {
  if (kind !== 'row' || !/\p{L}/u.test(cells[0] ?? '')) return false;
  const limits = columns.flatMap((column, at) => (at > 0 && isLimit(column) ? [cells[at] ?? ''] : []));
  return limits.length >= fewestLimits && limits.some((value) => /\d/u.test(value));
}

/** What such a row says: "Supply voltage: Min 2.0 V, Typ 3.0 V, Max 3.6 V". */
export function limitsText({ cells, columns }: Row): string {
  const unit = cells[columns.findIndex(isUnit)]?.trim() ?? '';
  const said = cells.slice(1).flatMap((cell, index) => {
    const column = columns[index + 1] ?? '';
    const value = cell.trim();
    if (value === '' || isUnit(column)) return [];
    return [isLimit(column) && unit !== '' ? `${column} ${value} ${unit}` : `${column} ${value}`.trim()];
  });
  return `${cells[0] ?? ''}: ${said.join(', ')}`.replace(/\n/g, ' ');
}

function isLimit(column: string): boolean {
  return limitColumn.test(column.trim().toLowerCase());
}

function isUnit(column: string): boolean {
  return unitColumn.test(column.trim().toLowerCase());
}
