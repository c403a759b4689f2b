import type { SqlChange, SqlPart } from '../../syntax/sql/sql-script';
import { filePlan } from '../../spec/file-plan';
import { lineText } from '../../spec/text-range';
import type { Check, CheckContext, Problem } from '../check';
import { blockPlace } from '../reading/block-place';
import { shownMigrations, type ShownMigration } from '../contracts/migrations';
import { textsOption } from '../reading/options';
import { sectionGaps } from '../reading/section-gaps';
import type { SpecFix } from '../spec-fix';
import { notUndone } from '../contracts/undo-migration';

/**
 * A migration goes both ways: it shows how it is applied and how it is taken back, and each side undoes the other. Tables,
 * columns, indexes, types, constraints and the like that are created on the way up are dropped on the way down, and the
 * other way round; what falls with its table need not be named. Read are the annotations of goose, sql-migrate and dbmate,
 * and pairs of files (`0004_invites.up.sql`). Sides that run code (`DO`) or do not parse are only asked for.
 *
 * Options: `sections`, keys of the sections that hold migrations; one that only waits for an open question is a gap. None by
 * default.
 *
 * Good: `-- +goose Up` with `CREATE TABLE invites (...)`, then `-- +goose Down` with `DROP TABLE invites;`.
 * Bad: no `-- +goose Down`; a Down that leaves the column which Up adds.
 */
export const migrationPair: Check = {
  id: 'migration-pair',
  title: 'Migrations go both ways.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  needsSyntax: true,
  *run(context) {
    const { spec, syntax, options } = context;
    if (syntax === null) return;
    const text = spec.text;
    yield* sectionGaps(context, textsOption(options, 'sections', []));
    for (const migration of shownMigrations(spec, syntax)) yield* inMigration(context, migration);
    // Files that are planned without their counterpart.
    const shown = new Set<string>();
    for (const { path, action, ...place } of filePlan(spec)) {
      const match = /^(.*)\.(up|down)\.sql$/iu.exec(path);
      const other =
        match === null ? '' : `${match[1] ?? ''}.${match[2]?.toLowerCase() === 'up' ? 'down' : 'up'}.sql`;
      const name = other.slice(other.lastIndexOf('/') + 1);
      if (match === null || action !== 'create' || shown.has(path) || text.includes(name)) continue;
      shown.add(path);
      yield { message: 'Migration {0} has no counterpart {1}.', args: [path, name], ...rangeOnly(place) };
    }
  },
  fixes(finding, { spec, syntax }) {
    if (syntax === null) return [];
    return shownMigrations(spec, syntax).flatMap(({ up, down }): readonly SpecFix[] => {
      const last = up?.parts.at(-1);
      if (up === null || last === undefined || down !== null || up.opaque) return [];
      if (blockPlace(spec, up.block, last.start, last.end).line !== finding.line) return [];
      const undo = undoOf(up.parts, up.block.value);
      if (undo === null) return [];
      const end = up.block.value.trimEnd().length;
      const place = blockPlace(spec, up.block, end, end);
      const annotation = blockPlace(spec, up.block, last.start, last.start);
      const indent = lineText(spec.lines, annotation.line).slice(0, annotation.column - 1);
      const heading = up.block.value
        .slice(last.start, last.end)
        .replace(/\b(up)\b/iu, (word) => inCase(word, 'down'));
      const lines = ['', '', heading, ...undo].map((line) => (line === '' ? '' : indent + line));
      return [
        {
          message: 'Add the Down part',
          args: [],
          edits: [{ range: place, newText: lines.join('\n') }],
          safe: true,
        },
      ];
    });
  },
};

function* inMigration({ spec }: CheckContext, { up, down, form }: ShownMigration): Iterable<Problem> {
  const present = up ?? down;
  if (present === null) return;
  const [part] = up === null ? present.parts : present.parts.slice(-1);
  if (part === undefined) return;
  if (up === null || down === null) {
    // The other file may stand elsewhere; whether it is planned is asked above.
    if (form === 'files') return;
    const { block } = present;
    yield up === null
      ? {
          message: 'This migration has no Up part.',
          args: [],
          ...blockPlace(spec, block, part.start, part.end),
        }
      : {
          message: 'This migration has no Down part: say how it is taken back.',
          args: [],
          fixable: !present.opaque && undoOf(present.parts, block.value) !== null,
          ...blockPlace(spec, block, part.start, part.end),
        };
    return;
  }
  if (up.parts.some(({ opaque }) => opaque) && down.parts.some(({ opaque }) => opaque)) return;
  for (const { side, change } of notUndone(up, down)) {
    const { block } = side === 'up' ? up : down;
    yield { ...said(side, change), ...blockPlace(spec, block, change.start, change.end) };
  }
}

function said(side: 'up' | 'down', change: SqlChange): Pick<Problem, 'message' | 'args'> {
  const name =
    change.table === null || change.object === 'index' ? change.name : `${change.table}.${change.name}`;
  // The words of SQL are the same in every language.
  const args = [`${change.object.toUpperCase()} ${name}`];
  if (side === 'down') return { message: 'Down drops {0}, which Up does not create.', args };
  if (change.action === 'create') return { message: 'Up creates {0}, which Down does not drop.', args };
  if (change.action === 'drop') return { message: 'Up drops {0}, which Down does not create again.', args };
  if (change.object === 'column type')
    return {
      message: 'Up changes the type of the column {0}, which Down does not change back.',
      args: [name],
    };
  return change.object === 'not null'
    ? {
        message: 'Up changes whether the column {0} may be NULL, which Down does not change back.',
        args: [name],
      }
    : { message: 'Up changes {0}, which Down does not change back.', args };
}

/**
 * The statements that take a migration back, the last change first; `null` where that is not for certain: it drops,
 * changes or renames something, moves data, or uses names that need their schema or quotes.
 */
function undoOf(parts: readonly SqlPart[], text: string): readonly string[] | null {
  const changes = parts.flatMap((part) => part.changes);
  const statements = new Set(changes.map(({ start }) => start)).size;
  if (changes.length === 0 || statements < parts.reduce((sum, part) => sum + part.statements, 0)) return null;
  const tables = new Set(changes.filter(({ object }) => object === 'table').map(({ name }) => name));
  const undo: string[] = [];
  for (const change of changes.toReversed()) {
    const { object, name, table, start, end } = change;
    const source = text.slice(start, end);
    const lead = source.slice(0, source.includes('(') ? source.indexOf('(') : undefined);
    if (change.action !== 'create' || change.renames || change.replaces || /["]|\w\.\w/u.test(lead))
      return null;
    if (table !== null && tables.has(table)) continue;
    const statement = dropStatement(change);
    if (statement === null || !/^[a-z_][a-z0-9_]*$/u.test(name)) return null;
    undo.push(statement);
    if (object === 'table') tables.add(name);
  }
  return undo;
}

function dropStatement({ object, name, table }: SqlChange): string | null {
  switch (object) {
    case 'table':
    case 'index':
    case 'type':
    case 'sequence':
    case 'schema':
    case 'function':
      return `DROP ${object.toUpperCase()} ${name};`;
    case 'trigger':
    case 'policy':
      return `DROP ${object.toUpperCase()} ${name} ON ${table ?? ''};`;
    case 'column':
    case 'constraint':
      return `ALTER TABLE ${table ?? ''} DROP ${object.toUpperCase()} ${name};`;
    case 'not null':
      return `ALTER TABLE ${table ?? ''} ALTER COLUMN ${name} DROP NOT NULL;`;
    default:
      return null;
  }
}

function inCase(model: string, word: string): string {
  if (model === model.toUpperCase()) return word.toUpperCase();
  return /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

function rangeOnly({
  line,
  column,
  endLine,
  endColumn,
}: Omit<Problem, 'message' | 'args'>): Pick<Problem, 'line' | 'column' | 'endLine' | 'endColumn'> {
  return { line, column, endLine, endColumn };
}
