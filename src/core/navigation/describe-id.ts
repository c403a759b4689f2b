import type { RequirementState } from '../checks/coverage/trace';
import { declaredQuestions } from '../checks/reading/declared-questions';
import { tasksInScope } from '../checks/reading/tasks-in-scope';
import { coverageMatrix, type Cover } from '../traceability/coverage-matrix';
import { filePlan } from '../spec/file-plan';
import { titledFiles } from '../spec/titled-files';
import { taskField } from '../spec/task-field';
import { isDone } from '../spec/task-ticks';
import { definitionOf, type DocumentPlace } from './find-ids';
import type { Named, SpecFamily } from './id-place';
import type { SpecFileReport } from '../checks/check-spec-file';

/** What is known of one id. Texts are as the documents have them: whoever shows them escapes them. */
export type IdDescription =
  | {
      readonly kind: 'requirement';
      readonly id: string;
      readonly title: string;
      readonly text: string;
      readonly priority: string | null;
      /** Texts of its criteria. */
      readonly criteria: readonly string[];
      /** What each spec of the family does about it; empty where none is about its source. */
      readonly states: readonly StateInSpec[];
      readonly definition: DocumentPlace | null;
    }
  | {
      readonly kind: 'criterion';
      readonly id: string;
      readonly text: string;
      /** Title of its requirement. */
      readonly requirement: string;
      /** Where each spec describes its test, or the question that stands there. */
      readonly tests: readonly {
        readonly path: string;
        readonly line: number | null;
        readonly gap: string | null;
      }[];
      readonly definition: DocumentPlace | null;
    }
  | {
      readonly kind: 'task';
      readonly id: string;
      readonly title: string;
      readonly done: boolean | null;
      readonly phase: string | null;
      /** Requirements with their titles. */
      readonly implements: readonly { readonly id: string; readonly title: string }[];
      readonly files: readonly string[];
      readonly doneCondition: string | null;
      readonly dependencies: string | null;
      readonly definition: DocumentPlace | null;
    }
  | {
      readonly kind: 'question';
      readonly id: string;
      readonly text: string;
      readonly resolved: boolean;
      readonly definition: DocumentPlace | null;
    };

export interface StateInSpec {
  /** Path of the spec. */
  readonly path: string;
  readonly state: RequirementState | null;
  readonly coveredBy: readonly Cover[];
  readonly reason: string | null;
}

/** What is known of an id; `null` where nothing is. */
export function describeId(family: SpecFamily, named: Named): IdDescription | null {
  const definition = definitionOf(family, named);
  const own = family.specs.find(({ path }) => path === named.spec);
  switch (named.kind) {
    case 'requirement':
      return describeRequirement(family, named.id, definition);
    case 'criterion':
      return describeCriterion(family, named.id, definition);
    case 'task':
      return own === undefined ? null : describeTask(own, named.id, definition);
    case 'question': {
      if (own === undefined) return null;
      const question =
        declaredQuestions(own).find(({ id }) => id === named.id) ??
        own.spec.openQuestions.find(({ id }) => id === named.id);
      if (question === undefined) return null;
      const { id, text, resolved } = question;
      return { kind: 'question', id, text, resolved, definition };
    }
  }
}

function describeRequirement(
  { source, specs }: SpecFamily,
  id: string,
  definition: DocumentPlace | null,
): IdDescription | null {
  const stated = source?.requirements.find((one) => one.id === id);
  const rows = specs.flatMap((report) => {
    const row = coverageMatrix(report).find((one) => one.id === id);
    return row === undefined ? [] : [{ path: report.path, row }];
  });
  const title = stated?.title ?? rows[0]?.row.title;
  if (title === undefined) return null;
  return {
    ...{ kind: 'requirement', id, title, text: stated?.text ?? title },
    priority: stated?.priority ?? null,
    criteria: stated?.acceptance.map(({ text }) => text) ?? [],
    states: rows.map(({ path, row: { state, coveredBy, reason } }) => ({ path, state, coveredBy, reason })),
    definition,
  };
}

function describeCriterion(
  { source, specs }: SpecFamily,
  label: string,
  definition: DocumentPlace | null,
): IdDescription | null {
  const id = label.replace(/\/AC-\d+$/u, '');
  const index = Number(/(?<!\d)\d+$/u.exec(label)?.[0] ?? 0) - 1;
  const stated = source?.requirements.find((one) => one.id === id);
  const found = specs.flatMap((report) => {
    const row = coverageMatrix(report).find((one) => one.id === id);
    const criterion = row?.criteria.find((one) => one.label === label);
    return row === undefined || criterion === undefined ? [] : [{ path: report.path, row, criterion }];
  });
  const text = stated?.acceptance[index]?.text ?? found[0]?.criterion.text;
  if (text === undefined) return null;
  return {
    ...{ kind: 'criterion', id: label, text, requirement: stated?.title ?? found[0]?.row.title ?? id },
    tests: found.map(({ path, criterion: { test, gap } }) => ({ path, line: test, gap })),
    definition,
  };
}

function describeTask(
  report: SpecFileReport,
  id: string,
  definition: DocumentPlace | null,
): IdDescription | null {
  const task = tasksInScope(report).find((one) => one.id === id);
  if (task === undefined) return null;
  const { title, phase } = task;
  const done = isDone(task) || task.done;
  return {
    ...{ kind: 'task', id, title, done, phase },
    implements: coverageMatrix(report)
      .filter(({ coveredBy }) => coveredBy.some(({ name, line }) => name === id && line === task.line))
      .map((row) => ({ id: row.id, title: row.title })),
    files: filesOf(report, id),
    doneCondition: taskField(task, 'done condition')?.value ?? null,
    dependencies: taskField(task, 'dependencies')?.value ?? null,
    definition,
  };
}

/** Paths that a task touches, each once. */
export function filesOf({ spec }: SpecFileReport, task: string): readonly string[] {
  return [
    ...new Set(
      [...filePlan(spec), ...titledFiles(spec)]
        .filter((file) => file.task?.id === task)
        .map(({ path }) => path),
    ),
  ];
}
