import type { Block } from '../document/document-model';
import { normalizeHeading } from '../document/plain-heading';
import { typeColumnNames, typesOther, typesWanted } from '../vocabulary/row-types';

const columnNames = new Set(typeColumnNames.map(normalizeHeading));
const other = new Set(typesOther.map(normalizeHeading));

/** Longest cell that is a type, in characters. */
const longestType = 40;

/** Whether a column tells the type of each row. */
export function isTypeColumn(column: string): boolean {
  return column.length <= longestType && columnNames.has(normalizeHeading(column));
}

/**
 * Rows of one table with those marked that a column of types calls something else than a requirement: a heading, a note, a
 * test. Only where that column calls another row a requirement: types of data and of events have the same names.
 */
export function withTypes(rows: readonly Block[]): readonly Block[] {
  const at = rows[0]?.columns.findIndex(isTypeColumn) ?? -1;
  if (at < 0) return rows;
  const types = rows.map(({ cells }) => typeOf(cells[at] ?? ''));
  if (!types.some(isWanted)) return rows;
  return rows.map((row, index) => ({ ...row, isOther: other.has(types[index] ?? '') }));
}

function typeOf(cell: string): string {
  return cell.length > longestType ? '' : normalizeHeading(cell);
}

function isWanted(type: string): boolean {
  return typesWanted.test(type) && !other.has(type);
}
