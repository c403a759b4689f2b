import { lineFinder } from '../line-finder';
import type { ProjectColumn } from '../project-index';
import type { MigrationFile } from './migration-file';
import type { Place, SchemaState } from './schema-state';

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
    dialect.tableName?.(written, nested, path) ?? written;
  const steps: { readonly at: number; run(): void }[] = [];
  const each = (pattern: RegExp | undefined, run: (match: RegExpExecArray) => void): void => {
    if (pattern === undefined) return;
    for (const match of applied.matchAll(pattern)) steps.push({ at: match.index, run: () => run(match) });
  };
  each(dialect.create, (match) => {
    const nested = nestedBelow(applied, match);
    const name = nameOf(match.groups?.['table'] ?? '', nested);
    schema.create(name, columnsIn(dialect, match[0], nested, within(match)), place(match.index));
  });
  each(dialect.change, (match) => {
    const nested = nestedBelow(applied, match);
    const name = nameOf(match.groups?.['table'] ?? '', nested);
    for (const column of columnsIn({ ...dialect, implied: undefined }, match[0], nested, within(match)))
      schema.addColumn(name, column);
    for (const { groups } of nested.matchAll(dialect.dropColumn ?? /$^/g))
      schema.dropColumn(name, groups?.['column'] ?? '');
  });
  each(dialect.add, ({ groups, index }) => {
    const { table = '', column = '' } = groups ?? {};
    schema.addColumn(nameOf(table, ''), { name: column, type: '', ...place(index) });
  });
  each(dialect.drop, ({ groups }) => schema.drop(nameOf(groups?.['table'] ?? '', '')));
  for (const { run } of steps.sort((left, right) => left.at - right.at)) run();
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
    column,
    macros = [],
    unclear,
    implied,
  }: Pick<MigrationDialect, 'column' | 'macros' | 'unclear'> & {
    readonly implied?: MigrationDialect['implied'] | undefined;
  },
  call: string,
  nested: string,
  placeAt: (offset: number) => Place,
): readonly ProjectColumn[] {
  if (unclear?.test(nested) === true) return [];
  const found: { readonly at: number; readonly column: ProjectColumn }[] = [];
  const note = (at: number, name: string): void => {
    // A framework's name of a type is none of the database.
    found.push({ at, column: { name, type: '', ...placeAt(at) } });
  };
  if (implied !== undefined && !implied.unless.test(call) && !implied.unless.test(nested))
    note(0, implied.column);
  for (const { groups, index } of nested.matchAll(column)) note(index, groups?.['column'] ?? '');
  for (const macro of macros) {
    for (const match of nested.matchAll(macro.pattern))
      for (const name of macro.columns) note(match.index, name.replace('$1', match[1] ?? ''));
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

/**
 * What a call holds: up to the bracket that closes the last one it opened, or, where blocks have no brackets, all lines
 * that are indented deeper than its own.
 */
function nestedBelow(text: string, match: RegExpExecArray): string {
  const start = match.index + match[0].length;
  const bracket = /[({[](?=[^({[]*$)/.exec(match[0])?.[0];
  if (
    bracket !== undefined &&
    !match[0].slice(match[0].lastIndexOf(bracket)).includes(closing[bracket] ?? '')
  ) {
    let depth = 1;
    for (let at = start; at < text.length; at++) {
      if ('({['.includes(text[at] ?? '')) depth += 1;
      else if (')}]'.includes(text[at] ?? '')) depth -= 1;
      if (depth === 0) return text.slice(start, at);
    }
    return text.slice(start);
  }
  const indent = /[^\n]*$/.exec(text.slice(0, match.index))?.[0].search(/\S|$/) ?? 0;
  const end = new RegExp(`\\n[ \\t]{0,${indent}}\\S`).exec(text.slice(start))?.index;
  return text.slice(start, end === undefined ? undefined : start + end);
}

const closing: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };
