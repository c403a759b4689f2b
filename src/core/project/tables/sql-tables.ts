import { maskCode } from '../code/find-symbols';
import { sql } from '../code/languages/schemas';
import { lineFinder } from '../../text/line-finder';
import type { ProjectColumn } from '../project-index';
import type { MigrationFile } from './migration-file';
import type { Place, SchemaState } from './schema-state';
import { appliedPart, splitAt, statementsOf, type SqlPiece } from './sql-statements';

const name = String.raw`(?:["\`[]?\w+["\`\]]?\.)?["\`[]?(\w+)["\`\]]?`;
const createTable = new RegExp(
  String.raw`^create\s+(?:(?:global|local|temp|temporary|unlogged)\s+)*table\s+(?:if\s+not\s+exists\s+)?${name}\s*\(`,
  'i',
);
const alterTable = new RegExp(String.raw`^alter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?${name}\s+`, 'i');
const createIndex = new RegExp(
  String.raw`^create\s+(?<unique>unique\s+)?index\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?(?:["\`[]?(?<index>\w+)["\`\]]?\s+)?on\s+(?:only\s+)?${name}\s*(?:using\s+\w+\s*)?\(`,
  'i',
);
const dropIndex = /^drop\s+index\s+(?:concurrently\s+)?(?:if\s+exists\s+)?(?:\w+\.)?["`[]?(\w+)/i;
/** A uniqueness, key or index among the columns of a table. */
const tableKey =
  /^(?:constraint\s+["`[]?(?<name>\w+)["`\]]?\s+)?(?<kind>primary\s+key|unique(?:\s+(?:key|index))?|key|index)\s*(?<own>[\w"`]*)\s*(?:using\s+\w+\s*)?\((?<columns>[^)]*)\)/i;
const dropTable = /^drop\s+table\s+(?:if\s+exists\s+)?/i;
const noColumn =
  /^(?:constraint|primary\s+key|unique\b|foreign\s+key|check\b|exclude\b|key\b|index\b|fulltext\b|like\b|period\b|partition\b)/i;
const column = /^["`[]?(\w+)["`\]]?\s*(?!\s)(.*)$/s;
/** What ends the type of a column. */
const afterType =
  /(?<!\s)\s+(?:not\s+null|null\b|default\b|primary\b|references\b|unique\b|check\b|generated\b|collate\b|constraint\b|comment\b|auto_increment\b|autoincrement\b|identity\b|on\s+update\b|first\b|after\b).*$/is;

/**
 * Applies the SQL of a migration. Statements are recognised one by one in any dialect; what is none of `CREATE`, `ALTER` and
 * `DROP TABLE` is passed over.
 *
 * @param lineOf line of the file at an offset of the text
 */
export function applySql(
  { path, text }: MigrationFile,
  schema: SchemaState,
  lineOf: (offset: number) => number = lineFinder(text),
): void {
  const applied = appliedPart(text);
  const source = { masked: maskCode(applied, sql), text: applied };
  for (const statement of statementsOf(source.masked)) {
    const created = createTable.exec(statement.text);
    if (created?.[1] !== undefined) {
      if (/\bif\s+not\s+exists\b/i.test(created[0]) && schema.has(created[1])) continue;
      const start = created[0].length;
      const body = statement.text.slice(start, closingBracket(statement.text, start));
      const columns = splitAt(body, statement.offset + start, ',').flatMap((piece) => {
        const read = columnOf(withDefault(piece, source));
        return read === null ? [] : [{ ...read, path, line: lineOf(piece.offset) }];
      });
      schema.create(created[1], columns, { path, line: lineOf(statement.offset) });
      for (const piece of splitAt(body, statement.offset + start, ','))
        addKeys(created[1], piece.text, { path, line: lineOf(piece.offset) }, schema);
      continue;
    }
    const indexed = createIndex.exec(statement.text);
    if (indexed?.[3] !== undefined) {
      const start = indexed[0].length;
      const columns = statement.text.slice(start, closingBracket(statement.text, start));
      schema.addIndex(indexed[3], {
        name: indexed.groups?.['index'] ?? null,
        columns: columnNames(columns),
        unique: indexed.groups?.['unique'] !== undefined,
        path,
        line: lineOf(statement.offset),
      });
      continue;
    }
    const undone = dropIndex.exec(statement.text)?.[1];
    if (undone !== undefined) schema.dropIndex(undone);
    const altered = alterTable.exec(statement.text);
    const table = altered?.[1];
    if (altered !== null && table !== undefined) {
      const start = altered[0].length;
      for (const action of splitAt(statement.text.slice(start), statement.offset + start, ','))
        alter(table, withDefault(action, source), { path, line: lineOf(action.offset) }, schema);
      continue;
    }
    const dropped = dropTable.exec(statement.text);
    if (dropped !== null)
      for (const [, each] of statement.text.slice(dropped[0].length).matchAll(new RegExp(name, 'g')))
        schema.drop(each ?? '');
  }
}

/** Names of the columns of an index, without order and operators; of an expression, its text. */
function columnNames(text: string): readonly string[] {
  return splitAt(text, 0, ',').map(({ text: each }) =>
    each
      .replace(/(?<!\s)\s+(?:asc|desc|nulls\b|collate\b|\w+_ops\b).*$/is, '')
      .replace(/["`[\]]/g, '')
      .trim()
      .toLowerCase(),
  );
}

interface MaskedSql {
  /** Of the length of `text`, comments and strings blank. */
  readonly masked: string;
  readonly text: string;
}

const defaulting = /\bdefault\s/gi;
/** A string, and the cast behind it. */
const string = /^\s*'(?:''|[^'])*'/;

/** A piece with the strings that are defaults of columns as they are written. */
function withDefault({ text, offset }: SqlPiece, source: MaskedSql): string {
  let result = '';
  let at = 0;
  for (const { 0: word, index } of text.matchAll(defaulting)) {
    const start = index + word.length;
    const value = string.exec(source.text.slice(offset + start, offset + text.length))?.[0];
    if (value === undefined || start < at) continue;
    result += text.slice(at, start) + value;
    at = start + value.length;
  }
  return result + text.slice(at);
}

const foreignKey =
  /^(?:constraint\s+["`[]?(?<name>\w+)["`\]]?\s+)?foreign\s+key\s*(?:\w+\s*)?\((?<columns>[^)]*)\)\s*(?<target>references\b.*)$/is;

/** What a piece says of a key that refers to another table: noted with its columns. */
function addForeignKey(table: string, piece: string, schema: SchemaState): boolean {
  const key = foreignKey.exec(piece)?.groups;
  if (key === undefined) return false;
  const name = key['name'] === undefined ? '' : `CONSTRAINT ${key['name']} `;
  const target = (key['target'] ?? '')
    .replace(/^references/i, 'REFERENCES')
    .replace(/\s+/g, ' ')
    .trim();
  for (const column of columnNames(key['columns'] ?? ''))
    schema.appendDeclared(table, column, `${name}${target}`);
  return true;
}

/** What a piece between the brackets of a table, or an `ADD`, says of keys and uniqueness. */
function addKeys(table: string, piece: string, place: Place, schema: SchemaState): void {
  if (addForeignKey(table, piece, schema)) return;
  const key = tableKey.exec(piece)?.groups;
  if (key === undefined) {
    const own = columnOf(piece);
    if (own !== null && /\bunique\b/i.test(own.declared))
      schema.addIndex(table, { name: null, columns: [own.name.toLowerCase()], unique: true, ...place });
    return;
  }
  const columns = columnNames(key['columns'] ?? '');
  const kind = key['kind']?.toLowerCase() ?? '';
  if (kind.startsWith('primary')) {
    for (const column of columns) schema.appendDeclared(table, column, 'PRIMARY KEY');
    return;
  }
  const named = key['name'] ?? (key['own'] === '' ? null : (key['own'] ?? null));
  schema.addIndex(table, { name: named, columns, unique: kind.startsWith('unique'), ...place });
}

function alter(table: string, action: string, place: Place, schema: SchemaState): void {
  const added = /^add\s+(?:column\s+)?(?:if\s+not\s+exists\s+)?(.*)$/is.exec(action)?.[1];
  const read = added === undefined ? null : columnOf(added.replace(/^\((.*)\)\s*$/s, '$1'));
  if (read !== null) schema.addColumn(table, { ...read, ...place });
  if (added !== undefined) {
    addKeys(table, added.replace(/^\((.*)\)\s*$/s, '$1'), place, schema);
    return;
  }
  const [, ofColumn = '', turn] =
    /^alter\s+(?:column\s+)?["`[]?(\w+)["`\]]?\s+(set|drop)\s+not\s+null/i.exec(action) ?? [];
  if (turn !== undefined) {
    schema.appendDeclared(table, ofColumn, turn.toLowerCase() === 'set' ? 'NOT NULL' : 'DROP NOT NULL');
    return;
  }
  const [, defaulted = '', value] =
    /^alter\s+(?:column\s+)?["`[]?(\w+)["`\]]?\s+(set\s+default\s+.*|drop\s+default)$/is.exec(action) ?? [];
  if (value !== undefined) {
    schema.appendDeclared(
      table,
      defaulted,
      value
        .replace(/^set\s+/i, '')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    return;
  }
  const unreferenced = /^drop\s+(?:constraint|foreign\s+key)\s+(?:if\s+exists\s+)?["`[]?(\w+)/i.exec(
    action,
  )?.[1];
  if (unreferenced !== undefined) {
    schema.dropForeignKey(table, unreferenced);
    return;
  }
  const dropped = new RegExp(String.raw`^drop\s+(?:column\s+)?(?:if\s+exists\s+)?${name}`, 'i').exec(
    action,
  )?.[1];
  if (dropped !== undefined && !/^drop\s+(?:constraint|index|primary|foreign|key)\b/i.test(action)) {
    schema.dropColumn(table, dropped);
    return;
  }
  const renamed = new RegExp(String.raw`^rename\s+to\s+${name}`, 'i').exec(action)?.[1];
  if (renamed !== undefined) {
    schema.rename(table, renamed);
    return;
  }
  const moved = /^rename\s+(?:column\s+)?["`[]?(\w+)["`\]]?\s+to\s+["`[]?(\w+)/i.exec(action);
  if (moved?.[1] !== undefined)
    schema.changeColumn(table, moved[1], { ...place, name: moved[2] ?? moved[1] });
  const retyped = /^alter\s+(?:column\s+)?["`[]?(\w+)["`\]]?\s+(?:set\s+data\s+)?type\s+(?!\s)(.*)$/is.exec(
    action,
  );
  if (retyped?.[1] !== undefined)
    schema.changeColumn(table, retyped[1], {
      ...place,
      type: plainType((retyped[2] ?? '').replace(/(?<!\s)\s+using\b.*$/is, '')),
    });
}

function columnOf(text: string): Pick<ProjectColumn, 'name' | 'type' | 'declared' | 'dialect'> | null {
  if (noColumn.test(text)) return null;
  const found = column.exec(text);
  if (found?.[1] === undefined) return null;
  const declared = (found[2] ?? '').replace(/\s+/g, ' ').trim();
  return { name: found[1], type: plainType(found[2] ?? ''), declared, dialect: 'SQL' };
}

function plainType(text: string): string {
  return ` ${text}`.replace(afterType, '').replace(/\s+/g, ' ').trim();
}

/** Offset of the bracket that closes the one before `from`; the end where it is missing. */
function closingBracket(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}
