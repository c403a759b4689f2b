import type { Check, CheckContext, Problem } from '../check';
import { blockPlace } from '../reading/block-place';
import { isHollow } from '../../text/content';
import { isWithin, tokenPlace } from '../../spec/place';
import { usesPostgres } from '../contracts/uses-postgres';
import { columnNameColumn, columnTypeColumn } from '../../spec/vocabulary/columns';

/** Types of other databases and of languages, in lower case, with PostgreSQL's own for them. */
const foreign: Readonly<Record<string, string>> = {
  datetime: 'TIMESTAMPTZ',
  datetime2: 'TIMESTAMPTZ',
  smalldatetime: 'TIMESTAMPTZ',
  datetimeoffset: 'TIMESTAMPTZ',
  tinyint: 'SMALLINT',
  mediumint: 'INTEGER',
  int32: 'INTEGER',
  int64: 'BIGINT',
  uint: 'BIGINT',
  uint32: 'BIGINT',
  uint64: 'NUMERIC(20)',
  long: 'BIGINT',
  float32: 'REAL',
  float64: 'DOUBLE PRECISION',
  double: 'DOUBLE PRECISION',
  number: 'NUMERIC',
  string: 'TEXT',
  str: 'TEXT',
  tinytext: 'TEXT',
  mediumtext: 'TEXT',
  longtext: 'TEXT',
  nvarchar: 'VARCHAR',
  nvarchar2: 'VARCHAR',
  varchar2: 'VARCHAR',
  nchar: 'CHAR',
  ntext: 'TEXT',
  clob: 'TEXT',
  blob: 'BYTEA',
  tinyblob: 'BYTEA',
  mediumblob: 'BYTEA',
  longblob: 'BYTEA',
  binary: 'BYTEA',
  varbinary: 'BYTEA',
  image: 'BYTEA',
  uniqueidentifier: 'UUID',
  guid: 'UUID',
  map: 'JSONB',
  object: 'JSONB',
};
/** What PostgreSQL has built in, under all of its names, and what its well-known extensions add. */
const native = new Set(
  (
    'bigint int8 bigserial serial8 bit varbit boolean bool box bytea character char bpchar varchar cidr circle date float ' +
    'float4 float8 inet integer int int4 interval json jsonb jsonpath line lseg macaddr macaddr8 money name numeric decimal ' +
    'oid path pg_lsn pg_snapshot point polygon real smallint int2 smallserial serial2 serial serial4 text time timetz ' +
    'timestamp timestamptz tsquery tsvector txid_snapshot uuid xml void record regclass regtype regproc national ' +
    'int4range int8range numrange tsrange tstzrange daterange int4multirange int8multirange nummultirange tsmultirange ' +
    'tstzmultirange datemultirange citext hstore ltree lquery cube seg isbn ean13 semver vector halfvec sparsevec ' +
    'geometry geography raster h3index ulid enum'
  ).split(' '),
);

/**
 * Columns have types of the database in use: in SQL, and in tables of columns within the section of the data model. Held
 * against PostgreSQL, where workspace or spec say that this is the database; types that the spec creates or the schema
 * uses already are fine. A table of columns and the spec's
 * own SQL give a column one type.
 *
 * Options: none.
 *
 * Good: `created_at TIMESTAMPTZ NOT NULL`; `| id | UUID | primary key |`.
 * Bad: `created_at DATETIME`; `| name | string | |`.
 */
export const columnTypes: Check = {
  id: 'column-types',
  title: 'Columns have types of the database in use.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  needsSyntax: true,
  *run(context) {
    const { spec, syntax, surroundings } = context;
    if (!usesPostgres(spec, surroundings)) return;
    const own = ownTypes(context);
    for (const [block, { sql }] of syntax ?? [])
      for (const { name, table, type, start, end } of sql?.columns ?? []) {
        if (native.has(type) || own.has(type)) continue;
        yield {
          ...said(`${table}.${name}`, block.value.slice(start, end)),
          ...blockPlace(spec, block, start, end),
        };
      }
    yield* inTables(context, own);
    yield* disagreeing(context);
  },
};

/** Types that are created in the spec's SQL, or that columns of the workspace have. */
function ownTypes({ syntax, surroundings }: CheckContext): ReadonlySet<string> {
  const created = [...(syntax ?? [])].flatMap(([, { sql }]) =>
    (sql?.parts ?? []).flatMap(({ changes }) =>
      // A table is a type too, and so is a view.
      changes.filter(({ object }) => ['type', 'table', 'view'].includes(object)).map(({ name }) => name),
    ),
  );
  const used = (surroundings?.project.tables ?? []).flatMap(({ columns }) =>
    columns.map(({ type }) =>
      (/(?<![\w"])[\w"]+(?=\W*$|\s*\(|\s*\[)/u.exec(type)?.[0] ?? '').replaceAll('"', '').toLowerCase(),
    ),
  );
  return new Set([...created, ...used]);
}

function* inTables({ spec, sections }: CheckContext, own: ReadonlySet<string>): Iterable<Problem> {
  const holder = sections.get('data-model');
  for (const table of spec.tables) {
    if (!isWithin(spec, table.section, holder)) continue;
    const header = table.header.map(({ text }) => text.trim());
    const nameColumn = header.findIndex((text) => columnNameColumn.test(text));
    const typeColumn = header.findIndex((text) => columnTypeColumn.test(text));
    if (nameColumn === -1 || typeColumn === -1) continue;
    for (const row of table.rows) {
      const cell = row[typeColumn];
      // One name, with its size or brackets; what is a sentence is none.
      const type =
        /^[A-Za-z_]\w*(?=(?:\s*\([\d, ]*\))?(?:\[\])*(?:\s+(?:not\s+)?null)?$)/iu.exec(
          cell?.text ?? '',
        )?.[0] ?? '';
      const key = type.toLowerCase();
      if (cell === undefined || isHollow(cell.text) || type === '' || native.has(key) || own.has(key))
        continue;
      yield { ...said(row[nameColumn]?.text ?? '', type), ...tokenPlace(spec, cell, type) };
    }
  }
}

/** Types that people take for each other in a table of columns, by PostgreSQL's own name. */
const kinds: Readonly<Record<string, string>> = {
  ...kindOf('integer', 'int int4 serial serial4'),
  ...kindOf('bigint', 'int8 bigserial serial8'),
  ...kindOf('smallint', 'int2 smallserial serial2'),
  ...kindOf('text', 'varchar char character bpchar citext'),
  ...kindOf('boolean', 'bool'),
  ...kindOf('timestamptz', 'timestamp'),
  ...kindOf('numeric', 'decimal'),
  ...kindOf('jsonb', 'json'),
  ...kindOf('real', 'float4'),
  ...kindOf('double precision', 'float8 float double'),
};

function kindOf(name: string, others: string): Readonly<Record<string, string>> {
  return Object.fromEntries(others.split(' ').map((other) => [other, name]));
}

/** Rows of a table of columns that give another type than the spec's own SQL. */
function* disagreeing({ spec, sections, syntax }: CheckContext): Iterable<Problem> {
  const declared = new Map<string, Map<string, Set<string>>>();
  for (const [, { sql }] of syntax ?? [])
    for (const { table, name, type } of sql?.columns ?? []) {
      const columns = declared.get(table) ?? new Map<string, Set<string>>();
      declared.set(table, columns.set(name, (columns.get(name) ?? new Set()).add(type)));
    }
  const holder = sections.get('data-model');
  for (const list of spec.tables) {
    if (declared.size === 0 || !isWithin(spec, list.section, holder)) continue;
    const header = list.header.map(({ text }) => text.trim());
    const nameColumn = header.findIndex((text) => columnNameColumn.test(text));
    const typeColumn = header.findIndex((text) => columnTypeColumn.test(text));
    const tableColumn = header.findIndex((text) => /^(?:table|tabelle|tabla|tabela|表)$/iu.test(text));
    if (nameColumn === -1 || typeColumn === -1) continue;
    const names = list.rows.map((row) => plainName(row[nameColumn]?.text));
    const title = plainName(spec.sections[list.section ?? -1]?.name);
    // Without a name, a list is that of the one table that has all of its columns.
    const alike = [...declared].filter(
      ([name, columns]) => name === title || names.every((column) => columns.has(column)),
    );
    const only = alike.find(([name]) => name === title) ?? (alike.length === 1 ? alike[0] : undefined);
    for (const [index, row] of list.rows.entries()) {
      const table = tableColumn === -1 ? only?.[0] : plainName(row[tableColumn]?.text);
      const column = names[index] ?? '';
      const types = [...(declared.get(table ?? '')?.get(column) ?? [])];
      const cell = row[typeColumn];
      const type =
        /^[A-Za-z]\w*(?=\s*(?:\([\d, ]*\))?(?:\s+(?:not\s+)?null)?$)/iu.exec(cell?.text.trim() ?? '')?.[0] ??
        '';
      const [first] = types;
      if (cell === undefined || first === undefined || !native.has(type.toLowerCase())) continue;
      if (types.some((other) => !native.has(other) || kind(other) === kind(type))) continue;
      yield {
        message: 'Column {0} is {1} here, and {2} in the SQL of this spec.',
        args: [`${table ?? ''}.${column}`, type, first.toUpperCase()],
        ...tokenPlace(spec, cell, type),
      };
    }
  }
}

function kind(type: string): string {
  const key = type.toLowerCase();
  return Object.hasOwn(kinds, key) ? (kinds[key] ?? key) : key;
}

function plainName(text: string | undefined): string {
  return (text ?? '').replace(/[`*\s]/gu, '').toLowerCase();
}

function said(column: string, type: string): Pick<Problem, 'message' | 'args'> {
  const key = type.toLowerCase();
  const instead = Object.hasOwn(foreign, key) ? foreign[key] : undefined;
  return instead === undefined
    ? {
        message: 'Column {0}: {1} is no type of PostgreSQL, and nothing here creates it.',
        args: [column, type],
      }
    : { message: 'Column {0}: {1} is no type of PostgreSQL; {2} is.', args: [column, type, instead] };
}
