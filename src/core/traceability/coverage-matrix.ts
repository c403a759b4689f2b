import type { RequirementKind } from '../source/source';
import type { SpecFileReport } from '../checks/check-spec-file';
import { mappingRows } from '../checks/coverage/mapping-rows';
import { exclusionReason, exclusions } from '../checks/coverage/out-of-scope';
import { textOption } from '../checks/reading/options';
import { isWithin } from '../spec/place';
import { requirementIds, type RequirementIds } from '../checks/coverage/requirement-ids';
import { testCitations } from '../checks/rules/acceptance-tests';
import { tasksInScope } from '../checks/reading/tasks-in-scope';
import { traceRequirements, type RequirementState } from '../checks/coverage/trace';
import { placesInSpec } from '../navigation/spec-places';
import { taskField } from '../spec/task-field';

/** What a spec does about one requirement. */
export interface CoverageRow {
  readonly id: string;
  readonly title: string;
  readonly kind: RequirementKind;
  readonly priority: string | null;
  /** `null` for a success criterion: it is measured, not built. */
  readonly state: RequirementState | null;
  /** Where the source states it; `null` where only the receipt knows of it. */
  readonly stated: { readonly path: string; readonly line: number } | null;
  /** Tasks, components or whatever else the template lets cover a requirement. */
  readonly coveredBy: readonly Cover[];
  readonly criteria: readonly CriterionCoverage[];
  /** Why it is out of scope; `null` where it is not. */
  readonly reason: string | null;
  /** First line of the mapping or of the exclusions that names it, or `null`. */
  readonly mapped: number | null;
}

export interface Cover {
  readonly name: string;
  /** Empty where the name says it all. */
  readonly title: string;
  /** In the spec. */
  readonly line: number;
}

export interface CriterionCoverage {
  /** `US-001/AC-2`. */
  readonly label: string;
  /** Empty where only the receipt knows of it. */
  readonly text: string;
  /** Line of the spec at which its test is described, or `null`. */
  readonly test: number | null;
  /** Open question that stands where the test should, or `null`. */
  readonly gap: string | null;
}

/** Columns of cells are cut to this many characters. */
const longestName = 80;
const kept = new WeakMap<SpecFileReport, readonly CoverageRow[]>();

/**
 * Requirements against what covers and tests them, in the order of the source; success criteria last. Says what the checks
 * say: states are those of the trace, a test counts where `acceptance-tests` finds one. Kept per report.
 */
export function coverageMatrix(report: SpecFileReport): readonly CoverageRow[] {
  const known = kept.get(report);
  if (known !== undefined) return known;
  const rows = computeMatrix(report);
  kept.set(report, rows);
  return rows;
}

function computeMatrix(report: SpecFileReport): readonly CoverageRow[] {
  const { requirements } = report;
  const ids = requirementIds(report);
  const { states } = traceRequirements(report);
  const covers = coversOf(report, ids);
  const tests = testsOf(report);
  const seen = new Set<string>();
  const rows = (requirements ?? []).flatMap(({ id, title, kind, acceptance, stated }): CoverageRow[] => {
    if (seen.has(id)) return [];
    seen.add(id);
    const { coveredBy, mapped, reason } = covers.get(id) ?? { coveredBy: [], mapped: null, reason: null };
    return [
      {
        ...{ id, title, kind, priority: stated?.priority ?? null, state: states.get(id) ?? null },
        stated: stated === undefined ? null : { path: stated.path, line: stated.line },
        ...{ coveredBy, mapped, reason },
        criteria: acceptance.map((label, index) => ({
          label,
          text: stated?.criteria[index]?.text ?? '',
          ...(tests.get(label) ?? { test: null, gap: null }),
        })),
      },
    ];
  });
  return [...rows.filter(({ state }) => state !== null), ...rows.filter(({ state }) => state === null)];
}

interface Covered {
  readonly coveredBy: Cover[];
  mapped: number | null;
  reason: string | null;
}

function coversOf(report: SpecFileReport, ids: RequirementIds): ReadonlyMap<string, Covered> {
  const { template } = report;
  const found = new Map<string, Covered>();
  const of = (id: string): Covered => {
    const entry = found.get(id) ?? { coveredBy: [], mapped: null, reason: null };
    found.set(id, entry);
    return entry;
  };
  const add = (id: string, cover: Cover): void => {
    const { coveredBy } = of(id);
    if (coveredBy.every(({ name }) => name !== cover.name)) coveredBy.push(cover);
  };
  const rules = template?.covers ?? [];
  if (rules.length === 0 || rules.some(({ by }) => by === 'tasks')) {
    for (const task of tasksInScope(report)) {
      const { id: name, title, line } = task;
      for (const id of ids.read(taskField(task, 'implements')?.value ?? '').ids)
        add(id, { name, title, line });
    }
  }
  for (const rule of rules) {
    for (const { first, items } of mappingRows(report, rule.mapping, rule.column)) {
      for (const id of ids.read(first.text).ids) {
        const entry = of(id);
        entry.mapped ??= first.line;
        entry.reason ??= exclusionReason(items?.text ?? '');
        const name = items?.text.trim() ?? '';
        if (rule.by !== 'tasks' && name !== '' && exclusionReason(name) === null)
          add(id, { name: shortened(name), title: '', line: first.line });
      }
    }
    if (rule.column === null) for (const [id, cover] of citingSections(report, rule.items)) add(id, cover);
  }
  for (const { id, reason, place } of exclusions(report, ids)) {
    const entry = of(id);
    entry.reason ??= reason;
    entry.mapped ??= place.line;
  }
  return found;
}

/** Where the mapping names no items, these name the requirements they serve. */
function* citingSections(report: SpecFileReport, key: string): Iterable<readonly [string, Cover]> {
  const { spec, sections } = report;
  const holder = sections.get(key);
  for (const { id, line, kind } of placesInSpec(report)) {
    if (kind !== 'requirement') continue;
    const section = spec.sections.findLast((one) => one.line <= line);
    if (section !== undefined && isWithin(spec, section.index, holder))
      yield [id, { name: shortened(section.name), title: '', line: section.line }];
  }
}

function testsOf(
  report: SpecFileReport,
): ReadonlyMap<string, { readonly test: number | null; readonly gap: string | null }> {
  const { template, sections, requirements, spec } = report;
  const options = template?.checks['acceptance-tests']?.options ?? {};
  const section = sections.get(textOption(options, 'section') ?? 'testing');
  if (section === undefined) return new Map();
  const labels = (requirements ?? []).flatMap(({ acceptance }) => acceptance);
  const lines = new Map<string, number>();
  for (const { id, kind, line } of placesInSpec(report)) {
    if (kind !== 'criterion' || lines.has(id) || line <= section.line) continue;
    const holder = spec.sections.findLast((one) => one.line <= line);
    if (holder !== undefined && isWithin(spec, holder.index, section)) lines.set(id, line);
  }
  return new Map(
    [...testCitations(spec, section, labels)].map(([label, gap]) => [
      label,
      { test: gap === null ? (lines.get(label) ?? section.line) : null, gap },
    ]),
  );
}

function shortened(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
}
