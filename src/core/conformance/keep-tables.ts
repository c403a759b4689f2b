import { nameIndex } from '../checks/grounding/name-index';
import type { ProjectColumn, ProjectIndex, ProjectTable, ProjectTableIndex } from '../project/project-index';
import { formOfCall, formOfType, formsAgree, nullabilityOf } from './column-form';
import { defaultOf, defaultsAgree } from './column-default';
import { foreignKeyOf, sameTarget } from './foreign-key';
import { deviation, shownAt, type Deviation } from './deviation';
import type { PromisedColumn, PromisedIndex, Promises } from './promise';
import { keyOf, likeTable, tableOf } from './find-table';

/** Tables, columns and indexes that the migrations do not make, or make otherwise. */
export function* keepTables(
  { tables, columns, indexes }: Pick<Promises, 'tables' | 'columns' | 'indexes'>,
  project: ProjectIndex,
): Iterable<Deviation> {
  if (project.tables.length === 0) return;
  const missing = new Set<string>();
  for (const table of tables) {
    if (tableOf(table.name, project) !== null || missing.has(table.name)) continue;
    missing.add(table.name);
    const similar = likeTable(table.name, project);
    // A model is mapped to it: it may be made where nothing is read.
    if (similar === null && project.names?.some(({ text }) => text === table.name) === true) continue;
    yield similar === null
      ? deviation('table', table, 'No migration makes the table {0}.', [table.name], null)
      : deviation(
          'table',
          table,
          'No migration makes the table {0}: it may be {1} ({2}).',
          [table.name, similar.name, shownAt(similar)],
          similar,
        );
  }
  const told = new Set<string>();
  for (const column of columns) {
    const table = tableOf(column.table, project);
    if (table === null || table.columns.length === 0) continue;
    for (const found of columnDeviations(column, table)) {
      const key = `${table.name}.${keyOf(column.name)} ${found.message}`;
      if (!told.has(key)) yield found;
      told.add(key);
    }
  }
  for (const index of indexes) {
    const table = tableOf(index.table, project);
    if (table === null || missing.has(index.table)) continue;
    const key = `${table.name} ${index.columns.map(keyOf).join()} ${String(index.unique === true)}`;
    const found = indexDeviation(index, table);
    if (found !== null && !told.has(key)) yield found;
    told.add(key);
  }
}

function* columnDeviations(promised: PromisedColumn, table: ProjectTable): Iterable<Deviation> {
  const { name } = promised;
  const shown = `${table.name}.${name}`;
  const built = columnOf(name, table);
  if (built === null) {
    const similar =
      nameIndex(table.columns.map((column) => column.name)).nearest(name) ?? sharing(name, table);
    const other = table.columns.find((column) => column.name === similar);
    yield other === undefined
      ? deviation('table', promised, 'No migration makes the column {0}.', [shown], table)
      : deviation(
          'table',
          promised,
          'No migration makes the column {0}: it may be {1} ({2}).',
          [shown, other.name, shownAt(other)],
          other,
        );
    return;
  }
  const ours =
    promised.type === '' ? formOfCall(promised.declared, promised.dialect) : formOfType(promised.type);
  const theirs = formOf(built);
  const isExact = built.type !== '' && (promised.type !== '' || promised.dialect === built.dialect);
  if (!formsAgree(ours, theirs, isExact)) {
    const [wanted, is] = [
      promised.type === '' ? promised.declared : promised.type,
      built.type === '' ? built.declared : built.type,
    ];
    yield deviation(
      'table',
      promised,
      '{0} is {1} here and {2} in the migration ({3}).',
      [shown, wanted, is, shownAt(built)],
      built,
    );
  }
  const wanted =
    promised.nullable ??
    (promised.dialect === 'Markdown' ? null : nullabilityOf(promised.declared, promised.dialect));
  const is = nullabilityOf(built.declared, built.dialect);
  if (wanted !== null && is !== null && wanted !== is)
    yield is
      ? deviation(
          'table',
          promised,
          '{0} must not be null here and may be in the migration ({1}).',
          [shown, shownAt(built)],
          built,
        )
      : deviation(
          'table',
          promised,
          '{0} may be null here and must not be in the migration ({1}).',
          [shown, shownAt(built)],
          built,
        );
  yield* valueDeviations(promised, built, shown);
}

/** Default and foreign key, where both sides say enough to be compared. */
function* valueDeviations(
  promised: PromisedColumn,
  built: ProjectColumn,
  shown: string,
): Iterable<Deviation> {
  const isTable = promised.dialect === 'Markdown';
  const [said, dialect] = isTable ? [promised.constraints, 'SQL'] : [promised.declared, promised.dialect];
  const wanted = defaultOf(said, dialect);
  const is = defaultOf(built.declared, built.dialect);
  if (
    wanted !== null &&
    wanted !== undefined &&
    is !== undefined &&
    (is === null || !defaultsAgree(wanted, is))
  )
    yield is === null
      ? deviation(
          'table',
          promised,
          '{0} has the default {1} here and none in the migration ({2}).',
          [shown, wanted.shown, shownAt(built)],
          built,
        )
      : deviation(
          'table',
          promised,
          '{0} has the default {1} here and {2} in the migration ({3}).',
          [shown, wanted.shown, is.shown, shownAt(built)],
          built,
        );
  const key = foreignKeyOf(promised.name, said, dialect);
  const theirs = foreignKeyOf(built.name, built.declared, built.dialect);
  if (key === null || key === undefined || theirs === undefined) return;
  if (theirs === null) {
    // That it refers to something may be meant of the code; that it refers to a table is a promise of the schema.
    if (key.table === null && built.dialect !== 'SQL') return;
    yield key.table === null
      ? deviation(
          'table',
          promised,
          '{0} is a foreign key here and none in the migration ({1}).',
          [shown, shownAt(built)],
          built,
        )
      : deviation(
          'table',
          promised,
          '{0} refers to {1} here and to nothing in the migration ({2}).',
          [shown, key.table, shownAt(built)],
          built,
        );
  } else if (key.table !== null && theirs.table !== null && !sameTarget(key.table, theirs.table))
    yield deviation(
      'table',
      promised,
      '{0} refers to {1} here and to {2} in the migration ({3}).',
      [shown, key.table, theirs.table, shownAt(built)],
      built,
    );
  else if (key.onDelete !== null && key.onDelete !== (theirs.onDelete ?? 'no action'))
    yield deviation(
      'table',
      promised,
      '{0} is ON DELETE {1} here and ON DELETE {2} in the migration ({3}).',
      [shown, key.onDelete.toUpperCase(), (theirs.onDelete ?? 'no action').toUpperCase(), shownAt(built)],
      built,
    );
}

function formOf(column: ProjectColumn): ReturnType<typeof formOfType> {
  return column.type === '' ? formOfCall(column.declared, column.dialect) : formOfType(column.type);
}

function indexDeviation(promised: PromisedIndex, table: ProjectTable): Deviation | null {
  const { columns, unique, name } = promised;
  const isSql = table.columns.every(({ dialect }) => dialect === 'SQL');
  // Frameworks name what a column refers to, the database its key.
  const keyed = (names: readonly string[]): string =>
    names.map((one) => (isSql ? keyOf(one) : keyOf(one).replace(/id$/u, ''))).join();
  const key = keyed(columns);
  const same = table.indexes.filter((index) => keyed(index.columns) === key);
  const shown = `${table.name} (${columns.join(', ')})`;
  if (same.some((index) => unique === null || index.unique === unique)) return null;
  const [first] = same;
  if (first !== undefined)
    return unique === true
      ? deviation(
          'table',
          promised,
          'The index on {0} is unique here and is not in the migration ({1}).',
          [shown, shownAt(first)],
          first,
        )
      : deviation(
          'table',
          promised,
          'The index on {0} is unique in the migration ({1}) and is not here.',
          [shown, shownAt(first)],
          first,
        );
  // Primary keys, and references in frameworks that index them by themselves.
  const only = columns.length === 1 ? columnOf(columns[0] ?? '', table) : null;
  const declared = only?.declared ?? '';
  if (/primary[ _]?key|@id\b|\.primary\(|increments/iu.test(declared)) return null;
  if (
    unique !== true &&
    only?.dialect !== 'SQL' &&
    /\b(?:references|belongs_to|ForeignKey|OneToOneField)\b/u.test(declared) &&
    !/index:\s*false/u.test(declared)
  )
    return null;
  if (
    columns.some((column) => column.includes('(')) &&
    table.columns.some(({ dialect }) => dialect !== 'SQL')
  )
    return null;
  const other =
    table.indexes.find((index) => name !== null && index.name === name) ??
    overlapping(columns, table.indexes);
  return other === null
    ? deviation('table', promised, 'No migration makes an index on {0}.', [shown], table)
    : deviation(
        'table',
        promised,
        'No migration makes an index on {0}: there is one on ({1}) ({2}).',
        [shown, other.columns.join(', '), shownAt(other)],
        other,
      );
}

function overlapping(
  columns: readonly string[],
  indexes: readonly ProjectTableIndex[],
): ProjectTableIndex | null {
  const keys = new Set(columns.map(keyOf));
  return indexes.find((index) => index.columns.some((column) => keys.has(keyOf(column)))) ?? null;
}

function columnOf(name: string, table: ProjectTable): ProjectColumn | null {
  const key = keyOf(name);
  return (
    table.columns.find((column) => keyOf(column.name) === key) ??
    // A model names what it refers to, the database its key.
    table.columns.find((column) => keyOf(column.name) === `${key}id` && column.dialect !== 'SQL') ??
    null
  );
}

/** A column that has most of the words of a name. */
function sharing(name: string, table: ProjectTable): string | null {
  const words = name.toLowerCase().split(/[_\s]+/u);
  const found = table.columns
    .map((column) => ({
      column,
      shared: column.name
        .toLowerCase()
        .split('_')
        .filter((word) => words.includes(word)).length,
    }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)[0];
  return found === undefined || found.shared * 2 < words.length ? null : found.column.name;
}
