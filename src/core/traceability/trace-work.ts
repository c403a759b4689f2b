import type { SpecFileReport } from '../checks/check-spec-file';
import { componentsOf } from '../checks/reading/components';
import { requirementIds } from '../checks/coverage/requirement-ids';
import { tasksInScope } from '../checks/reading/tasks-in-scope';
import { builtWork, type BuiltWork } from '../conformance/built-work';
import { placesInSpec } from '../navigation/spec-places';
import type { SpecListItem, SpecTask } from '../spec/spec-document';
import { taskField } from '../spec/task-field';
import { isDone } from '../spec/task-ticks';
import { coverageMatrix, type CoverageRow } from './coverage-matrix';

/** What tasks come to: what they promise of code and of tests, and what of it stands. */
export interface Work {
  readonly code: readonly BuiltWork[];
  readonly tests: readonly BuiltWork[];
}

/** A requirement down to the code: what covers it, what that makes, and what tests it. */
export interface TracedRequirement {
  readonly row: CoverageRow;
  /** Tasks that implement it. */
  readonly tasks: readonly SpecTask[];
  /** That of its tasks and components, and the tests of its criteria. `null` where there is no code to look at. */
  readonly work: Work | null;
}

export interface TracedTask {
  readonly task: SpecTask;
  readonly isDone: boolean;
  /** Ids of the requirements that it implements. */
  readonly requirements: readonly string[];
  readonly work: Work | null;
}

export interface Trace {
  readonly requirements: readonly TracedRequirement[];
  readonly tasks: readonly TracedTask[];
  /** What belongs to no task; `null` where there is no code to look at. */
  readonly rest: Work | null;
}

const kept = new WeakMap<SpecFileReport, Trace>();

/** Requirement, task, code and test in one, in the order of source and spec. Kept per report. */
export function traceOf(report: SpecFileReport): Trace {
  const known = kept.get(report);
  if (known !== undefined) return known;
  const trace = readTrace(report);
  kept.set(report, trace);
  return trace;
}

function readTrace(report: SpecFileReport): Trace {
  const all = builtWork(report);
  const ids = requirementIds(report);
  const tasks = tasksInScope(report).map((task): TracedTask => ({
    task,
    isDone: isDone(task),
    requirements: [...ids.read(taskField(task, 'implements')?.value ?? '').ids],
    work: all === null ? null : workOf(all.filter((one) => one.tasks.includes(task))),
  }));
  const cited = citations(report);
  const components = componentItems(report);
  const requirements = coverageMatrix(report).map((row): TracedRequirement => {
    const own = tasks.filter((one) => one.requirements.includes(row.id)).map(({ task }) => task);
    const lines = cited.get(row.id);
    const parts = row.coveredBy.flatMap(({ name }) => components.get(name) ?? []);
    const isOf = (one: BuiltWork): boolean =>
      one.tasks.some((task) => own.includes(task)) ||
      one.lines.some((line) => parts.some((part) => part.line <= line && line <= part.lastLine)) ||
      (one.kind === 'test' && one.lines.some((line) => lines?.has(line) === true));
    return { row, tasks: own, work: all === null ? null : workOf(all.filter(isOf)) };
  });
  return {
    requirements,
    tasks,
    rest: all === null ? null : workOf(all.filter((one) => one.tasks.length === 0)),
  };
}

/** Items that describe components, by the names under which mappings list them. */
function componentItems(report: SpecFileReport): ReadonlyMap<string, SpecListItem> {
  const { spec, template } = report;
  const keys = (template?.covers ?? []).filter(({ by }) => by === 'components').map(({ items }) => items);
  const items = new Map(spec.listItems.map((item) => [item.line, item] as const).reverse());
  return new Map(
    keys
      .flatMap((key) => componentsOf(report, key))
      .flatMap(({ name, place, isItem }) => {
        const item = isItem ? items.get(place.line) : undefined;
        return item === undefined ? [] : [[name, item] as const];
      }),
  );
}

/** Lines of the spec that name a requirement or one of its criteria: a test that is named on one of them is a test of it. */
function citations(report: SpecFileReport): ReadonlyMap<string, ReadonlySet<number>> {
  const owner = new Map(
    (report.requirements ?? []).flatMap(({ id, acceptance }) =>
      [id, ...acceptance].map((label) => [label, id] as const),
    ),
  );
  const lines = new Map<string, Set<number>>();
  for (const { id, line } of placesInSpec(report)) {
    const requirement = owner.get(id);
    if (requirement === undefined) continue;
    lines.set(requirement, (lines.get(requirement) ?? new Set()).add(line));
  }
  return lines;
}

function workOf(all: readonly BuiltWork[]): Work {
  return {
    code: all.filter(({ kind }) => kind !== 'test'),
    tests: all.filter(({ kind }) => kind === 'test'),
  };
}
