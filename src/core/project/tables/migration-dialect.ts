import { lineFinder } from '../../text/line-finder';
import type { ProjectColumn, ProjectTableIndex } from '../project-index';
import type { MigrationFile } from './migration-file';
import type { Place, SchemaState } from './schema-state';
import { callText, declarationAt, nestedBelow } from './call-text';

/**
 * How a framework writes tables in code. Every pattern is global and names its groups: `table` and `column`. Names are
 * those of the database, or are turned into them by `tableName` and the columns of `macros`.
 */
export interface MigrationDialect {
  readonly name: string;
  /** Of the file; looked at first. */
  readonly path: RegExp;
  /** What the text of such a file holds. */
  readonly mark: RegExp;
  /** Begins the part that undoes, up to the end of the file. */
  readonly undo?: RegExp;
  /** Makes a table whose columns stand in what is nested below. */
  readonly create: RegExp;
  /** Changes a table by what is nested below. */
  readonly change?: RegExp;
  /** A column in what is nested. */
  readonly column: RegExp;
  /** Other calls in what is nested, with the columns that each stands for; `$1` is its first group. */
  readonly macros?: readonly { readonly pattern: RegExp; readonly columns: readonly string[] }[];
  /** A call in what is nested that makes columns which can't be told: the columns of the table are not known then. */
  readonly unclear?: RegExp;
  /** Every table has this column, unless what is nested or the call itself says otherwise. */
  readonly implied?: { readonly column: string; readonly unless: RegExp };
  readonly dropColumn?: RegExp;
  /** A statement of its own that adds one column. */
  readonly add?: RegExp;
  readonly drop?: RegExp;
  /** A statement of its own that makes another of a column. */
  readonly alter?: RegExp;
  /**
   * Indexes and uniqueness: `columns` holds names, `table` where the call stands for itself; `name`, and `unique` where the
   * call says it by its name. Options behind are read to the end of the call.
   */
  readonly indexes?: readonly RegExp[];
  /**
   * Foreign keys that stand apart from their columns: groups `columns` and `target` (where the call does not say: by the name
   * of the column), and `table` where the call stands for itself. What happens on deletion is read to the end of the call.
   */
  readonly foreignKeys?: readonly RegExp[];
  /** Whether tables that migrations have made already are left as those made them. */
  readonly isFallback?: boolean;
  /** Name in the database of a column. */
  columnName?(written: string, declared: string): string;
  /** Name in the database of what `create`, `change` and `add` call a table. */
  tableName?(written: string, nested: string, path: string): string;
}

/** Applies one file to the schema, statement by statement in the order of the text. */
export function applyDialect(
  dialect: MigrationDialect,
  { path, text }: MigrationFile,
  schema: SchemaState,
): void {
  const lineOf = lineFinder(text);
  const applied = appliedText(dialect, text);
  const place = (offset: number): Place => ({
    path,
    line: lineOf(offset),
  });
  const within =
    (match: RegExpExecArray) =>
    (offset: number): Place =>
      place(match.index + match[0].length + offset);
  const nameOf = (written: string, nested: string): string =>
    schema.nameOf(dialect.tableName?.(written, nested, path) ?? written);
  const steps: { readonly at: number; run(): void }[] = [];
  const each = (pattern: RegExp | undefined, run: (match: RegExpExecArray) => void): void => {
    if (pattern === undefined) return;
    for (const match of applied.matchAll(pattern)) steps.push({ at: match.index, run: () => run(match) });
  };
  each(dialect.create, (match) => {
    const nested = nestedBelow(applied, match);
    const name = nameOf(match.groups?.['table'] ?? '', nested);
    if (dialect.isFallback === true && schema.has(name)) return;
    schema.create(name, columnsIn(dialect, match[0], nested, within(match)), place(match.index));
    schema.alias(nameOf(match.groups?.['table'] ?? '', ''), name);
    addIndexes(dialect, name, nested, within(match), schema);
    addForeignKeys(dialect, name, nested, schema);
  });
  each(dialect.change, (match) => {
    const nested = nestedBelow(applied, match);
    const name = nameOf(match.groups?.['table'] ?? '', nested);
    for (const column of columnsIn({ ...dialect, implied: undefined }, match[0], nested, within(match)))
      schema.addColumn(name, column);
    addIndexes(dialect, name, nested, within(match), schema);
    addForeignKeys(dialect, name, nested, schema);
    for (const { groups } of nested.matchAll(dialect.dropColumn ?? /$^/g))
      schema.dropColumn(name, groups?.['column'] ?? '');
  });
  each(dialect.add, (match) => {
    const { table = '', column = '' } = match.groups ?? {};
    const declared = callText(applied, match);
    const name = nameOf(table, '');
    schema.addColumn(name, {
      name: column,
      type: '',
      declared,
      dialect: dialect.name,
      ...place(match.index),
    });
    addInlineIndex(name, column, declared, place(match.index), schema);
  });
  for (const pattern of dialect.indexes ?? [])
    each(pattern, (match) => {
      const table = match.groups?.['table'];
      if (table !== undefined)
        schema.addIndex(nameOf(table, ''), { ...readIndex(match, applied), ...place(match.index) });
    });
  for (const pattern of dialect.foreignKeys ?? [])
    each(pattern, (match) => {
      const table = match.groups?.['table'];
      if (table !== undefined) addForeignKey(nameOf(table, ''), match, applied, schema);
    });
  // What a column has become is not followed: only that it is another.
  each(dialect.alter, ({ groups, index }) =>
    schema.changeColumn(nameOf(groups?.['table'] ?? '', ''), groups?.['column'] ?? '', {
      ...{ type: '', declared: '', dialect: dialect.name, ...place(index) },
    }),
  );
  each(dialect.drop, ({ groups }) => schema.drop(nameOf(groups?.['table'] ?? '', '')));
  for (const { run } of steps.sort((left, right) => left.at - right.at)) run();
}

function addIndexes(
  { indexes = [], column, columnName }: MigrationDialect,
  table: string,
  nested: string,
  placeAt: (offset: number) => Place,
  schema: SchemaState,
): void {
  for (const pattern of indexes)
    for (const match of nested.matchAll(pattern))
      if (match.groups?.['table'] === undefined)
        schema.addIndex(table, { ...readIndex(match, nested), ...placeAt(match.index) });
  for (const match of nested.matchAll(column)) {
    const declared = declarationAt(nested, match.index, column);
    const written = match.groups?.['column'] ?? '';
    addInlineIndex(table, columnName?.(written, declared) ?? written, declared, placeAt(match.index), schema);
  }
}

function addForeignKeys(
  { foreignKeys = [] }: MigrationDialect,
  table: string,
  nested: string,
  schema: SchemaState,
): void {
  for (const pattern of foreignKeys)
    for (const match of nested.matchAll(pattern))
      if (match.groups?.['table'] === undefined) addForeignKey(table, match, nested, schema);
}

/** Noted with its columns as SQL says it, which all dialects understand. */
function addForeignKey(table: string, match: RegExpExecArray, text: string, schema: SchemaState): void {
  const call = callText(text, match);
  const { columns = '', target = '' } = match.groups ?? {};
  const action = /\bon_?delete\b["']?\s*(?:[:=(]|=>)\s*[:"'`]?(?:\w+\.)*(\w+(?: \w+)?)/i.exec(call)?.[1];
  const deleting = action === undefined ? '' : ` ON DELETE ${sqlAction(action)}`;
  const named = /\bcolumn:\s*[:"'](\w+)/.exec(call)?.[1];
  const own = [...columns.matchAll(/\w+/g)].map(([column]) => column);
  const all = named !== undefined ? [named] : own.length > 0 ? own : [`${target.replace(/s$/, '')}_id`];
  for (const column of all) schema.appendDeclared(table, column, `REFERENCES ${target}${deleting}`);
}

function sqlAction(written: string): string {
  const plain = written.toLowerCase().replace(/_/g, ' ');
  if (/^(?:nullify|nilify all|set ?null)/.test(plain)) return 'SET NULL';
  if (/^(?:cascade|delete all)/.test(plain)) return 'CASCADE';
  return /^set ?default/.test(plain) ? 'SET DEFAULT' : 'NO ACTION';
}

function readIndex(match: RegExpExecArray, text: string): Omit<ProjectTableIndex, 'path' | 'line'> {
  const { columns = '', name, unique } = match.groups ?? {};
  const call = callText(text, match);
  const option =
    /\b(?:name|map)\s*[:=]>?\s*:?["'`]?(\w+)/.exec(call)?.[1] ?? /\bindexName:\s*["'`](\w+)/.exec(call)?.[1];
  return {
    name: name ?? option ?? null,
    columns: [...columns.matchAll(/["'`:.]?([A-Za-z_]\w*)(?:\([^)]*\))?/g)]
      .map(([, column = '']) => column.toLowerCase())
      .filter((column) => !/^(?:desc|asc|table|t)$/.test(column)),
    unique: unique !== undefined || /\bunique\b\s*[:=]>?\s*true\b|\bisUnique:\s*true/i.test(call),
  };
}

function addInlineIndex(
  table: string,
  column: string,
  declared: string,
  place: Place,
  schema: SchemaState,
): void {
  const unique = /\bunique\s*[:=]\s*true\b|(?:\.|->)unique\(|@unique\b|\bisUnique:\s*true/i.test(declared);
  if (unique || /\b(?:index|db_index)\s*[:=]\s*true\b|(?:\.|->)index\(/i.test(declared))
    schema.addIndex(table, { name: null, columns: [column.toLowerCase()], unique, ...place });
}

/** What of a file is applied: without comments, and without what undoes it. Offsets stay. */
function appliedText({ undo }: MigrationDialect, text: string): string {
  const end = undo === undefined ? -1 : text.search(undo);
  return text
    .slice(0, end === -1 ? undefined : end)
    .replace(/^[ \t]*(?:#|\/\/)[^\n]*/gm, (line) => ' '.repeat(line.length));
}

function columnsIn(
  {
    name: dialect,
    columnName,
    column,
    macros = [],
    unclear,
    implied,
  }: Pick<MigrationDialect, 'name' | 'columnName' | 'column' | 'macros' | 'unclear'> & {
    readonly implied?: MigrationDialect['implied'] | undefined;
  },
  call: string,
  nested: string,
  placeAt: (offset: number) => Place,
): readonly ProjectColumn[] {
  if (unclear?.test(nested) === true) return [];
  const found: { readonly at: number; readonly column: ProjectColumn }[] = [];
  const note = (at: number, name: string, declared: string): void => {
    // A framework's name of a type is none of the database.
    const ofDatabase = columnName?.(name, declared) ?? name;
    found.push({ at, column: { name: ofDatabase, type: '', declared, dialect, ...placeAt(at) } });
  };
  if (implied !== undefined && !implied.unless.test(call) && !implied.unless.test(nested))
    note(0, implied.column, '');
  for (const { groups, index } of nested.matchAll(column))
    note(index, groups?.['column'] ?? '', declarationAt(nested, index, column));
  for (const macro of macros) {
    for (const match of nested.matchAll(macro.pattern))
      for (const name of macro.columns)
        note(match.index, name.replace('$1', match[1] ?? ''), callText(nested, match));
  }
  const names = new Set<string>();
  return found
    .sort((left, right) => left.at - right.at)
    .flatMap(({ column: each }) => {
      if (names.has(each.name)) return [];
      names.add(each.name);
      return [each];
    });
}
