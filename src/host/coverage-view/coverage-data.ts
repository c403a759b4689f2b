import type { SpecFileReport } from '../../core/checks/check-spec-file';
import { coverageMatrix } from '../../core/traceability/coverage-matrix';
import type { CoveragePlace, CoverageView } from '../../shared/coverage-protocol';

/** The coverage matrix of a report as the view draws it. */
export function coverageView(report: SpecFileReport): CoverageView {
  const { path, source, spec } = report;
  const inSpec = (line: number): CoveragePlace => ({ path, line });
  return {
    path,
    title: spec.title ?? path,
    source,
    rows: coverageMatrix(report).map((row) => ({
      ...{ id: row.id, title: row.title, priority: row.priority, reason: row.reason },
      state: row.state ?? 'measured',
      stated: row.stated === null ? null : { path: row.stated.path, line: row.stated.line },
      mapped: row.mapped === null ? null : inSpec(row.mapped),
      coveredBy: row.coveredBy.map(({ name, title, line }) => ({ name, title, place: inSpec(line) })),
      criteria: row.criteria.map(({ label, text, test, gap }) => ({
        name: label.slice(row.id.length + 1),
        text,
        state: test !== null ? 'tested' : gap !== null ? 'open' : 'untested',
        place: test === null ? null : inSpec(test),
      })),
    })),
  };
}

/** Every place that a view shows: nothing else is opened on its behalf. */
export function placesIn({ rows }: CoverageView): readonly CoveragePlace[] {
  return rows.flatMap(({ stated, mapped, coveredBy, criteria }) => [
    ...(stated === null ? [] : [stated]),
    ...(mapped === null ? [] : [mapped]),
    ...coveredBy.map(({ place }) => place),
    ...criteria.flatMap(({ place }) => place ?? []),
  ]);
}
