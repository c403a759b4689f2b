import { t } from '@vscode/l10n';
import type { SpecFileReport } from '../../core/checks/check-spec-file';
import type { BuiltWork } from '../../core/conformance/built-work';
import { traceOf } from '../../core/traceability/trace-work';
import {
  workStates,
  type CoveragePlace,
  type CoverageView,
  type WorkView,
} from '../../shared/coverage-protocol';

/** The coverage matrix of a report as the view draws it. */
export function coverageView(report: SpecFileReport): CoverageView {
  const { path, source, spec } = report;
  const inSpec = (line: number): CoveragePlace => ({ path, line });
  const { requirements, tasks } = traceOf(report);
  const taskAt = new Map(tasks.map((one) => [one.task.line, one]));
  const works = (all: readonly BuiltWork[] | undefined): WorkView[] | null =>
    all === undefined
      ? null
      : all
          .map((one) => workView(one, path))
          .sort((a, b) => workStates.indexOf(a.state) - workStates.indexOf(b.state));
  return {
    path,
    title: spec.title ?? path,
    source,
    rows: requirements.map(({ row, work }) => ({
      ...{ id: row.id, title: row.title, priority: row.priority, reason: row.reason },
      state: row.state ?? 'measured',
      stated: row.stated === null ? null : { path: row.stated.path, line: row.stated.line },
      mapped: row.mapped === null ? null : inSpec(row.mapped),
      coveredBy: row.coveredBy.map(({ name, title, line }) => {
        const task = taskAt.get(line);
        return { name, title, place: inSpec(line), task: task?.task.id ?? null, done: task?.isDone ?? false };
      }),
      criteria: row.criteria.map(({ label, text, test, gap }) => ({
        name: label.slice(row.id.length + 1),
        text,
        state: test !== null ? 'tested' : gap !== null ? 'open' : 'untested',
        place: test === null ? null : inSpec(test),
      })),
      code: works(work?.code),
      tests: works(work?.tests),
    })),
  };
}

function workView({ name, state, line, place, deviations }: BuiltWork, spec: string): WorkView {
  return {
    ...{ name, state, inCode: place !== null },
    place: place === null ? { path: spec, line } : { path: place.path, line: place.line },
    differences: deviations.map(({ message, args }) => t(message, ...args)),
  };
}

/** Every place that a view shows: nothing else is opened on its behalf. */
export function placesIn({ rows }: CoverageView): readonly CoveragePlace[] {
  return rows.flatMap(({ stated, mapped, coveredBy, criteria, code, tests }) => [
    ...(stated === null ? [] : [stated]),
    ...(mapped === null ? [] : [mapped]),
    ...coveredBy.map(({ place }) => place),
    ...criteria.flatMap(({ place }) => place ?? []),
    ...[...(code ?? []), ...(tests ?? [])].map(({ place }) => place),
  ]);
}

/** Ids of the tasks whose brief a view offers. */
export function tasksIn({ rows }: CoverageView): ReadonlySet<string> {
  return new Set(rows.flatMap(({ coveredBy }) => coveredBy.flatMap(({ task }) => task ?? [])));
}
