import type { SpecListItem, TableCell } from '../../spec/spec-document';
import type { TextRange } from '../../text/position';
import type { CheckContext } from '../check';
import { firstLine, isWithin } from '../../spec/place';

/** One line of a mapping: what it maps and what to. */
export interface MappingRow {
  readonly first: TextRange & { readonly text: string };
  /** The cell that names the items, `null` where the row is too short or the mapping has no such column. */
  readonly items: (TextRange & { readonly text: string }) | null;
}

type Scope = Pick<CheckContext, 'spec' | 'sections'>;

/**
 * Rows of the tables in a section, subsections included. Where it has several tables, those count in which `isMapping` finds
 * a row; where all have fewer columns than asked for, the last one counts; where it has none, list items
 * `US-001: T-001, T-002` are read as rows.
 *
 * @param column column (from 1) of the items, or `null` for a mapping without
 */
export function mappingRows(
  { spec, sections }: Scope,
  key: string,
  column: number | null,
  isMapping: (items: string) => boolean = () => true,
): readonly MappingRow[] {
  const holder = sections.get(key);
  const inside = spec.tables.filter(({ section }) => isWithin(spec, section, holder));
  const wide = inside.filter(({ header }) => header.length >= (column ?? 1));
  const tables = (wide.length > 0 ? wide : inside.filter(({ header }) => header.length > 1)).map(
    ({ header, rows }) =>
      rows.flatMap((row) => rowOf(row, column === null ? null : Math.min(column, header.length))),
  );
  const fitting = tables.filter((rows) => rows.some(({ items }) => items !== null && isMapping(items.text)));
  const rows = (fitting.length > 0 ? fitting : tables).flat();
  if (tables.length > 0) return rows;
  return spec.listItems
    .filter(({ section, depth }) => depth === 0 && isWithin(spec, section, holder))
    .map((item) => rowOfItem(item, column, firstLine(spec, item)));
}

function rowOf(row: readonly TableCell[], column: number | null): readonly MappingRow[] {
  const [first] = row;
  return first === undefined ? [] : [{ first, items: column === null ? null : (row[column - 1] ?? null) }];
}

function rowOfItem(item: SpecListItem, column: number | null, range: TextRange): MappingRow {
  if (column === null) return { first: { ...range, text: item.text }, items: null };
  const colon = item.text.search(/[:：]/u);
  const end = colon === -1 ? item.text.length : colon;
  return {
    first: { ...range, text: item.text.slice(0, end) },
    items: { ...range, text: item.text.slice(end + 1).trim() },
  };
}
