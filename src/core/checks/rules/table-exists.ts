import type { ProjectTable } from '../../project/project-index';
import { readTables } from '../../project/tables/read-tables';
import { readPath } from '../../spec/path-like';
import type { CodeBlock, SpecDocument } from '../../spec/spec-document';
import { lineText, offsetOf, rangeOf } from '../../spec/text-range';
import type { TextRange } from '../../text/position';
import type { Check, CheckContext, Problem } from '../check';
import { sectionsNotChosen } from '../decisions/chosen';
import { saysItExists, saysItIsNew } from '../grounding/existence-words';
import { mentionAt, sectionNames, type Mention } from '../grounding/mention';
import { nameIndex } from '../grounding/name-index';
import { replacementFixes } from '../grounding/replacement-fixes';
import { sqlUses, tablesCreated } from '../grounding/sql-names';
import { mayBeBuilt } from '../grounding/workspace-state';
import { isPastSpec } from '../past-spec';
import { isWithin, tokenPlace } from '../../spec/place';
import { modifiedTablesSection, newTablesSection } from '../../spec/vocabulary/section-names';
import { schemaOf, type Schema } from '../grounding/workspace-schema';

/**
 * Tables and columns that are modified, referred to by SQL or said to exist are those of the migrations, or the spec makes
 * them; what SQL creates is not there yet.
 *
 * Options: none.
 *
 * Good: `ALTER TABLE members ADD COLUMN role TEXT` where migrations create `members` without a role.
 * Bad: `ALTER TABLE member ...`; `| accounts | add a column |` under Modified Tables where no migration creates `accounts`.
 */
export const tableExists: Check = {
  id: 'table-exists',
  title: 'Every table and column that is changed or referred to exists.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  needsSurroundings: true,
  *run(context) {
    const { spec, surroundings } = context;
    if (surroundings === null || isPastSpec(context)) return;
    const schema = schemaOf(surroundings.project);
    const made = new Set(namesMade(context).map((name) => name.toLowerCase()));
    const sql = spec.codeBlocks
      .filter((block) => isSql(block))
      .map(({ value }) => ({ path: '', text: value }));
    const own = new Map(readTables(sql).map((table) => [table.name.toLowerCase(), table]));
    const judge = { schema, made, own };
    if (surroundings.project.tables.length > 0) {
      yield* modified(context, judge);
      yield* mentioned(context, judge);
    }
    const added = new Set<string>();
    // SQL of an alternative shows how it would look.
    const shown = sectionsNotChosen(spec);
    for (const block of spec.codeBlocks)
      if (isSql(block) && !(block.section !== null && shown.has(block.section)))
        yield* inSql(block, context, judge, added);
  },
  fixes: replacementFixes,
};

interface Judge {
  readonly schema: Schema;
  /** Tables that the spec makes, in lower case. */
  readonly made: ReadonlySet<string>;
  /** Those of them whose columns its SQL states. */
  readonly own: ReadonlyMap<string, ProjectTable>;
}

/** First column of the tables below `Modified Tables`. */
function* modified({ spec, sections }: CheckContext, judge: Judge): Iterable<Problem> {
  const holder = sections.get('modified-tables');
  for (const { section, rows } of spec.tables) {
    const isHere =
      holder === undefined
        ? modifiedTablesSection.test(sectionNames(spec, section)[0] ?? '')
        : isWithin(spec, section, holder);
    if (!isHere) continue;
    for (const [cell] of rows) {
      const name = /^[`*_]*(?![`*_])(\w+)(?!\w)[`*_]*$/u.exec(cell?.raw ?? '')?.[1];
      if (cell === undefined || name === undefined || /^(?:none|tbd|OQ)$/iu.test(name)) continue;
      if (!hasTable(name, judge)) yield noTable(name, tokenPlace(spec, cell, name), judge);
    }
  }
}

/** `members` in `the existing members table`, and `members.email`. */
function* mentioned({ spec }: CheckContext, judge: Judge): Iterable<Problem> {
  for (const span of spec.codeSpans) {
    const [, table = '', column] = /^([a-z]\w*)(?:\.([a-z]\w*))?$/u.exec(span.value) ?? [];
    if (table === '' || judge.made.has(table.toLowerCase())) continue;
    const known = judge.schema.table(table);
    if (column === undefined && known === null) {
      const mention = mentionAt(spec, span);
      const isTable =
        /^[`*_]*\s+tables?\b/iu.test(mention.after) ||
        /\btables?\s+[`*_]*$/iu.test(mention.before) ||
        mention.under.includes('table');
      if (isTable && saysItExists(mention)) yield noTable(table, placeOf(span), judge);
    } else if (column !== undefined && known !== null && readPath(span.value) === null) {
      if (hasColumn(known, column)) continue;
      const mention = mentionAt(spec, span);
      const isCopied = pointing.test(mention.before);
      const relies = isCopied || reliesOnIt(mention);
      if (!relies && judge.schema.isCode(column)) continue;
      const similar = nameIndex(known.columns.map(({ name }) => name)).nearest(column);
      if (
        (!isCopied && saysItIsNew(relies ? { ...mention, under: [] } : mention)) ||
        (!relies && addsColumn(spec, table, column)) ||
        (similar === null && !saysItExists(mention) && !relies && !isColumnName(spec, table, column))
      )
        continue;
      yield noColumn(table, column, similar, { ...placeOf(span), column: span.column + table.length + 1 });
    }
  }
}

/** A name of several words behind that of a table is a column, unless something else of the spec begins with it: an event, a setting. */
function isColumnName(spec: SpecDocument, table: string, column: string): boolean {
  const others =
    /^(?:events?|topics?|channels?|settings?|keys?|config(?:uration)?|metrics?|permissions?|scopes?)\b/iu;
  return (
    column.includes('_') &&
    !spec.tables.some(
      ({ header, rows }) =>
        header.some(({ text }) => others.test(text.trim())) &&
        rows.some((row) => row.some(({ text }) => text.includes(`${table}.${column}`))),
    ) &&
    !spec.sections.some(({ name }) => name.includes(`${table}.${column}`)) &&
    !spec.codeBlocks.some(({ value }) => new RegExp(`["']${table}\\.${column}["']`, 'u').test(value))
  );
}

/** What stands before a column that is pointed at or copied. */
const pointing =
  /(?<!\p{L})(?:references|cop(?:y|ied) (?:of|from)|taken from|same as|verweist auf|kopie von|wie in|copia de|referencia a|igual que en|cópia de|referência a|copie de|référence à)\s+[`*_]*$/iu;

/** `members.email stays`: what is kept is there. */
function reliesOnIt({ after }: Mention): boolean {
  return /^[`*_]*\s+(?:stays?|remains?|keeps?|is\s+(?:unchanged|kept|copied|read))\b/iu.test(after);
}

function* inSql(
  block: CodeBlock,
  context: CheckContext,
  judge: Judge,
  added: Set<string>,
): Iterable<Problem> {
  const { spec } = context;
  const built = mayBeBuilt(context);
  const down = block.value.search(
    /^[ \t]*--\s*(?:\+goose\s+down|migrate:down|\+migrate\s+down|rollback)\b/imu,
  );
  for (const { kind, table, column, offset } of sqlUses(block)) {
    const known = judge.schema.table(table);
    const key = `${table}.${column}`.toLowerCase();
    const range = (length: number): TextRange => placeInBlock(spec, block, offset, length);
    // What the way back removes was there before it.
    const isDown = down !== -1 && offset > down;
    if (kind === 'create-table') {
      if (known !== null && !built && !isDown)
        yield { message: 'The table {0} exists already.', args: [table], ...range(table.length) };
    } else if (kind === 'use-table') {
      if (judge.schema.isEmpty) {
        // What other tables there are is not known; a name beside one that the spec makes is a slip all the same.
        const meant = hasTable(table, judge) ? null : slipOf(table, judge);
        if (meant !== null) yield didYouMean(table, meant, range(table.length));
      } else if (!hasTable(table, judge)) yield noTable(table, range(table.length), judge);
    } else if (kind === 'add-column') {
      added.add(key);
      if (known !== null && hasColumn(known, column) && !built && !isDown)
        yield { message: '{0} has a column {1} already.', args: [table, column], ...range(column.length) };
    } else {
      const holder = judge.made.has(table.toLowerCase()) ? judge.own.get(table.toLowerCase()) : known;
      // A table that takes its columns from elsewhere has none here.
      if (holder === undefined || holder === null || holder.columns.length === 0 || hasColumn(holder, column))
        continue;
      if (added.has(key) || isDown || addsColumn(spec, table, column)) continue;
      const similar = nameIndex(holder.columns.map(({ name }) => name)).nearest(column);
      yield noColumn(table, column, similar, range(column.length));
    }
  }
}

/** The singular or plural of one table that the spec makes, where it is no name of another. */
function slipOf(name: string, { own }: Judge): string | null {
  const key = name.toLowerCase();
  return (
    own.get(`${key}s`)?.name ?? (key.endsWith('s') ? own.get(key.slice(0, -1))?.name : undefined) ?? null
  );
}

function didYouMean(name: string, similar: string, range: TextRange): Problem {
  return { message: '{0} does not exist: did you mean {1}?', args: [name, similar], fixable: true, ...range };
}

function noTable(name: string, range: TextRange, { schema }: Judge): Problem {
  const similar = schema.similar(name);
  return similar === null
    ? { message: 'No migration makes the table {0}, and this spec does not either.', args: [name], ...range }
    : didYouMean(name, similar, range);
}

function noColumn(table: string, column: string, similar: string | null, range: TextRange): Problem {
  return similar === null
    ? { message: '{1} has no column {0}.', args: [column, table], ...range }
    : didYouMean(column, similar, range);
}

/** Tables of SQL blocks, and what stands under `New Tables`. */
function namesMade({ spec, sections }: CheckContext): readonly string[] {
  const holder = sections.get('new-tables');
  const isNew = (section: number | null): boolean =>
    holder === undefined
      ? sectionNames(spec, section).some((name) => newTablesSection.test(name))
      : isWithin(spec, section, holder);
  return [
    ...spec.codeBlocks.flatMap(({ value }) => tablesCreated(value)),
    ...spec.sections.filter(({ index }) => isNew(index)).map(({ name }) => /\w+/u.exec(name)?.[0] ?? ''),
    ...spec.codeSpans
      .filter((span) => isNew(span.section) || createsTable(spec, span))
      .map(({ value }) => value),
    ...spec.tables
      .filter(({ section }) => isNew(section))
      .flatMap(({ rows }) => rows.map(([cell]) => cell?.text ?? '')),
  ];
}

function createsTable(spec: SpecDocument, span: SpecDocument['codeSpans'][number]): boolean {
  if (!/^\w+$/u.test(span.value)) return false;
  const mention = mentionAt(spec, span);
  return (
    /\btable/iu.test(`${mention.before.slice(-30)} ${mention.after.slice(0, 30)}`) && saysItIsNew(mention)
  );
}

/** Whether a row or sentence of the spec names both, with a word that the column is new. */
function addsColumn(spec: SpecDocument, table: string, column: string): boolean {
  return spec.text
    .split('\n')
    .some(
      (line) =>
        line.length < 2000 &&
        line.includes(table) &&
        line.includes(column) &&
        /\b(?:add(?:s|ed)?|new|gains?)\b/iu.test(line),
    );
}

function hasTable(name: string, { schema, made }: Judge): boolean {
  return (
    made.has(name.toLowerCase()) ||
    schema.table(name) !== null ||
    /^(?:pg_|information_schema|sqlite_)/iu.test(name)
  );
}

function hasColumn({ columns }: ProjectTable, column: string): boolean {
  return columns.some(({ name }) => name.toLowerCase() === column.toLowerCase());
}

function isSql({ language }: CodeBlock): boolean {
  return /^(?:sql|pgsql|postgres(?:ql)?|mysql|sqlite|plpgsql|tsql)$/iu.test(language ?? '');
}

/** A place in a block whose lines stand below its fence, indented as that may be. */
function placeInBlock(spec: SpecDocument, block: CodeBlock, offset: number, length: number): TextRange {
  const before = block.value.slice(0, offset).split('\n');
  const line = block.line + before.length;
  const within = before.at(-1)?.length ?? 0;
  const own = block.value.split('\n')[before.length - 1] ?? '';
  const indent = Math.max(0, lineText(spec.lines, line).indexOf(own));
  const start = offsetOf(spec.lines, line, indent + within + 1);
  return rangeOf(spec.lines, start, start + length);
}

function placeOf({ line, column, endLine, endColumn }: TextRange): TextRange {
  return { line, column, endLine, endColumn };
}
