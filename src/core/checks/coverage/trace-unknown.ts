import { plainRange } from '../../text/position';
import { idReader } from '../../spec/cite';
import type { SpecTable, TableCell } from '../../spec/spec-document';
import { taskField } from '../../spec/task-field';
import { taskFieldLabels } from '../../spec/vocabulary/task-field-labels';
import type { CheckContext, Problem } from '../check';
import { disagreements } from './mapping-fixes';
import { exclusionReason, isLeftOut } from './out-of-scope';
import { tokenPlace } from '../../spec/place';
import { requirementIds, type RequirementIds } from './requirement-ids';
import { tasksInScope } from '../reading/tasks-in-scope';
import { saysItsKind, traceRequirements } from './trace';
import { isTracedAsImported } from './trace-imported';

/** Titles a column of tasks that have to be done before. */
const waitsFor = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:${['dependencies', 'prerequisites?', 'blocks', ...(taskFieldLabels['dependencies'] ?? [])].join('|')})`,
  'iu',
);

type Scope = Pick<CheckContext, 'spec' | 'template' | 'sections' | 'requirements'>;

/**
 * What can be said of coverage where nobody knows the template: by what the document itself does. Where its tasks name most
 * requirements of a series (`FR-001`, `User Story 2`), those that none of them names are missing; where it has a table of
 * requirements and tasks, that table and the tasks agree. An imported spec answers for each requirement.
 */
export function* traceUnknown(scope: Scope): Iterable<Problem> {
  const ids = requirementIds(scope);
  const served = new Map<string, ReadonlySet<string>>();
  for (const task of tasksInScope(scope)) {
    const value = taskField(task, 'implements')?.value;
    if (value !== undefined && !served.has(task.id)) served.set(task.id, new Set(ids.read(value).ids));
  }
  const isOurs = isTracedAsImported(scope);
  if (isOurs) yield* traceRequirements(scope).problems;
  if (served.size === 0) return;
  if (!isOurs) yield* missing(scope, ids, new Set([...served.values()].flatMap((named) => [...named])));
  for (const table of scope.spec.tables) yield* tableProblems(scope, ids, table, served);
}

function* missing(scope: Scope, ids: RequirementIds, named: ReadonlySet<string>): Iterable<Problem> {
  const all = (scope.requirements ?? []).filter(({ kind }) => kind !== 'success-criterion');
  const left = leftOut(scope, ids);
  const series = new Map<string, { all: number; named: number }>();
  for (const { id } of all) {
    const counts = series.get(seriesOf(id)) ?? { all: 0, named: 0 };
    series.set(seriesOf(id), { all: counts.all + 1, named: counts.named + (named.has(id) ? 1 : 0) });
  }
  const [first] = tasksInScope(scope);
  if (first === undefined) return;
  for (const { id, title } of all) {
    const counts = series.get(seriesOf(id));
    if (named.has(id) || left.has(id) || counts === undefined || counts.named * 2 < counts.all) continue;
    const message = saysItsKind(id)
      ? '{0} ({1}) is neither covered nor out of scope.'
      : 'Requirement {0} ({1}) is neither covered nor out of scope.';
    yield { message, args: [id, title], severity: 'warning', ...tokenPlace(scope.spec, first, first.id) };
  }
}

/** Requirements that a section of what is not done names, or a cell that says so. */
function leftOut({ spec }: Scope, ids: RequirementIds): ReadonlySet<string> {
  const reader = idReader(ids.known);
  const isExcluding = (section: number | null): boolean => isLeftOut(spec, section);
  const texts = [
    ...spec.listItems.filter(({ section }) => isExcluding(section)).map(({ text }) => text),
    ...spec.tables.flatMap(({ section, rows }) =>
      rows
        .filter((row) => isExcluding(section) || row.some(({ text }) => exclusionReason(text) !== null))
        .map((row) => row.map(({ text }) => text).join(' ')),
    ),
  ];
  return new Set(texts.flatMap((text) => reader.cited(text)));
}

function* tableProblems(
  { spec }: Scope,
  ids: RequirementIds,
  { header, rows }: SpecTable,
  served: ReadonlyMap<string, ReadonlySet<string>>,
): Iterable<Problem> {
  const tasks = idReader(served.keys());
  const column = mostOf(rows, (cell) => tasks.list(cell).ids.length > 0);
  const key = mostOf(rows, (cell) => ids.read(cell).ids.length > 0);
  // A list of tasks with what each implements is no mapping: it may say less than the tasks do.
  if (column === null || key !== 0 || column === 0) return;
  // What a requirement waits for does not implement it.
  if (waitsFor.test(header[column]?.text ?? '')) return;
  for (const row of rows) {
    const [first] = row;
    const cell = row[column];
    if (first === undefined || cell === undefined) continue;
    const named = tasks.list(cell.text).ids;
    if (named.length === 0) continue;
    for (const id of ids.read(first.text).ids) {
      for (const task of named) {
        if (served.get(task)?.has(id) === true) continue;
        const message = disagreements.taskLacksRequirement;
        yield { message, args: [id, task], severity: 'warning', ...tokenPlace(spec, cell, task) };
      }
      for (const [task, implemented] of served) {
        if (!implemented.has(id) || named.includes(task)) continue;
        const message = disagreements.rowLacksTask;
        yield { message, args: [task, id], severity: 'warning', ...plainRange(cell) };
      }
    }
  }
}

/** The first column in which most cells are such. */
function mostOf(rows: readonly (readonly TableCell[])[], isSuch: (text: string) => boolean): number | null {
  const width = Math.max(0, ...rows.map((row) => row.length));
  for (let at = 0; at < width; at += 1) {
    const count = rows.filter((row) => isSuch(row[at]?.text ?? '')).length;
    if (count * 2 > rows.length) return at;
  }
  return null;
}

/** What ids of one series share: all before the last digits. */
function seriesOf(id: string): string {
  return id.replace(/(?<!\d)\d+[a-z]?$/u, '');
}
