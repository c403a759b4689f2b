import { maskCode } from '../../project/code/find-symbols';
import { sql } from '../../project/code/languages/schemas';
import { statementsOf } from '../../project/tables/sql-statements';
import type { CodeBlock } from '../../spec/spec-document';

/** What a statement of SQL does to a table or column, as far as it needs that to be there or not. */
export interface SqlUse {
  readonly kind: 'create-table' | 'use-table' | 'add-column' | 'use-column';
  readonly table: string;
  /** Empty for tables. */
  readonly column: string;
  /** Offset of the name in the block. */
  readonly offset: number;
}

const name = String.raw`(?:["\`[]?\w+["\`\]]?\.)?["\`[]?(?<table>\w+)["\`\]]?`;
const quoted = String.raw`["\`[]?(?<column>\w+)["\`\]]?`;
const createTable = new RegExp(
  String.raw`^create\s+(?:(?:global|local|temp|temporary|unlogged)\s+)*table\s+(?<lenient>if\s+not\s+exists\s+)?${name}`,
  'id',
);
const alterTable = new RegExp(String.raw`^alter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?${name}\s`, 'id');
const createIndex = new RegExp(
  String.raw`^create\s+(?:unique\s+)?index\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?(?:(?:\w+|"[^"]+"|\`[^\`]+\`|\[[^\]]+\])\s+)?on\s+(?:only\s+)?${name}\s*(?:using\s+\w+\s*)?\((?<columns>[^()]*)\)`,
  'id',
);
const references = new RegExp(String.raw`\breferences\s+${name}`, 'gid');
const addColumn = new RegExp(String.raw`\badd\s+column\s+(?<lenient>if\s+not\s+exists\s+)?${quoted}`, 'gid');
const useColumn = new RegExp(String.raw`\b(?:drop|alter|rename)\s+column\s+(?!if\s+exists)${quoted}`, 'gid');
const longestBlock = 100_000;

/** Tables and columns that the SQL of a code block makes or needs, statement by statement, in order. */
export function sqlUses({ value }: CodeBlock): readonly SqlUse[] {
  if (value.length > longestBlock) return [];
  const uses: SqlUse[] = [];
  for (const { text, offset } of statementsOf(maskCode(value, sql))) {
    const add = (
      kind: SqlUse['kind'],
      match: RegExpExecArray | null,
      table: string,
      group: 'table' | 'column',
    ): void => {
      const written = match?.groups?.[group];
      const at = match?.indices?.groups?.[group]?.[0];
      if (written !== undefined && at !== undefined)
        uses.push({ kind, table, column: group === 'column' ? written : '', offset: offset + at });
    };
    const created = createTable.exec(text);
    const altered = alterTable.exec(text);
    const indexed = createIndex.exec(text);
    const table = (created ?? altered ?? indexed)?.groups?.['table'] ?? '';
    if (created?.groups?.['lenient'] === undefined) add('create-table', created, table, 'table');
    add('use-table', altered ?? indexed, table, 'table');
    for (const match of text.matchAll(references))
      add('use-table', match, match.groups?.['table'] ?? '', 'table');
    if (altered !== null) {
      for (const match of text.matchAll(addColumn))
        if (match.groups?.['lenient'] === undefined) add('add-column', match, table, 'column');
      for (const match of text.matchAll(useColumn)) add('use-column', match, table, 'column');
    }
    const start = indexed?.indices?.groups?.['columns']?.[0];
    if (start === undefined) continue;
    for (const match of (indexed?.groups?.['columns'] ?? '').matchAll(
      /(?:^|,)\s*["`[]?(?<column>\w+)["`\]]?(?=\s*(?:,|$|asc|desc|nulls))/dgi,
    )) {
      const at = match.indices?.groups?.['column']?.[0];
      if (at !== undefined)
        uses.push({
          kind: 'use-column',
          table,
          column: match.groups?.['column'] ?? '',
          offset: offset + start + at,
        });
    }
  }
  return uses;
}

/** Names of every table that a text of SQL creates, also where they may be there. */
export function tablesCreated(text: string): readonly string[] {
  if (text.length > longestBlock) return [];
  const pattern = new RegExp(createTable.source.replace(/^\^/u, '\\b'), 'gi');
  return [...text.matchAll(pattern)].flatMap(({ groups }) => groups?.['table'] ?? []);
}
