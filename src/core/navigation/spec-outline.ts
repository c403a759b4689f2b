import type { RequirementState } from '../checks/coverage/trace';
import type { SpecFileReport } from '../checks/check-spec-file';
import { declaredQuestions } from '../checks/reading/declared-questions';
import { linePlace } from '../spec/place';
import { tasksInScope } from '../checks/reading/tasks-in-scope';
import { coverageMatrix } from '../traceability/coverage-matrix';
import { rangeOf } from '../spec/text-range';
import { isDone } from '../spec/task-ticks';
import type { TextRange } from '../text/position';

export type OutlineKind = 'section' | 'requirement' | 'task' | 'question';
export type OutlineState = RequirementState | 'done' | 'resolved';

/** An entry of a spec's outline. */
export interface OutlineEntry {
  readonly kind: OutlineKind;
  readonly name: string;
  /** `null` where it has none. */
  readonly state: OutlineState | null;
  readonly range: TextRange;
  /** What is selected when the entry is clicked; within `range`. */
  readonly selection: TextRange;
  readonly children: readonly OutlineEntry[];
}

type Growing = OutlineEntry & { readonly children: OutlineEntry[] };

/** Sections of a spec with its requirements, tasks and open questions in the sections they stand in. */
export function specOutline(report: SpecFileReport): readonly OutlineEntry[] {
  const { spec } = report;
  const lines = spec.lines;
  const roots: OutlineEntry[] = [];
  const sections = spec.sections.map((section): Growing => {
    const selection = linePlace(spec, section.line);
    const range = rangeOf(lines, section.start, Math.max(section.end, section.bodyStart));
    return { kind: 'section', name: section.heading, state: null, range, selection, children: [] };
  });
  const put = (entry: OutlineEntry, section: number | null): void => {
    (section === null ? roots : (sections[section]?.children ?? roots)).push(entry);
  };
  for (const entry of leaves(report)) {
    // The innermost section that begins before it.
    const at = spec.sections.findLastIndex(({ line }) => line <= entry.selection.line);
    put(entry, at === -1 ? null : at);
  }
  for (const [index, section] of sections.entries()) put(section, spec.sections[index]?.parent ?? null);
  const byPlace = (a: OutlineEntry, b: OutlineEntry): number => a.range.line - b.range.line;
  for (const { children } of sections) children.sort(byPlace);
  return roots.sort(byPlace);
}

function leaves(report: SpecFileReport): readonly OutlineEntry[] {
  const { spec } = report;
  const leaf = (
    kind: OutlineKind,
    name: string,
    state: OutlineState | null,
    range: TextRange,
  ): OutlineEntry => ({
    ...{ kind, name, state, children: [] },
    range: { ...range, column: 1 },
    selection: linePlace(spec, range.line),
  });
  const headed = new Set(spec.sections.map(({ line }) => line));
  return [
    ...coverageMatrix(report).flatMap(({ id, title, state, mapped }) =>
      mapped === null ? [] : [leaf('requirement', `${id} ${title}`, state, linePlace(spec, mapped))],
    ),
    ...tasksInScope(report)
      // A task that is a heading is in the outline as a section.
      .filter(({ line }) => !headed.has(line))
      .map((task) => leaf('task', `${task.id} ${task.title}`, isDone(task) ? 'done' : null, task)),
    ...declaredQuestions(report)
      .filter(({ line }) => !headed.has(line))
      .map((question) =>
        leaf(
          'question',
          `${question.id} ${question.text}`,
          question.resolved ? 'resolved' : 'open',
          question,
        ),
      ),
  ];
}
