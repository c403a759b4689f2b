import type { SpecDocument, SpecTask } from '../spec/spec-document';
import { taskField } from '../spec/task-field';
import { idReader } from '../spec/cite';

/** A task as planning sees it. */
export interface PlannedTask {
  readonly id: string;
  readonly title: string;
  /** In the unit that the estimates of the document are given in; `null` where none is given. */
  readonly estimate: number | null;
  /** Ids of tasks that come first. */
  readonly dependencies: readonly string[];
}

const labels = [
  'estimate',
  'effort',
  'story points',
  'points',
  'size',
  'aufwand',
  'schätzung',
  'estimación',
  'estimativa',
  'estimation',
];
const perDay: Readonly<Record<string, number>> = { h: 1 / 8, d: 1, w: 5 };

/**
 * Estimate of a task: `3`, `3 points`, `2 days`, `4 h`, `1.5 d`. Times are given in days of eight hours, points as they are.
 *
 * @returns `null` where the text gives no number
 */
export function readEstimate(text: string): number | null {
  // The number of an open question is no estimate.
  const found = /(?<![\w-])(\d{1,4}(?:[.,]\d{1,2})?)(?![\w.,-]*-\d)\s*(\p{L}*)/u.exec(
    text.replace(/\bOQ-\d+\b/g, ''),
  );
  if (found === null) return null;
  const unit = (found[2] ?? '').toLowerCase();
  const time = /^(?:h|hrs?|hours?|std|stunden?|horas?|heures?)$/.test(unit)
    ? 'h'
    : /^(?:w|wks?|weeks?|wochen?|semanas?|semaines?)$/.test(unit)
      ? 'w'
      : 'd';
  const value = Number((found[1] ?? '').replace(',', '.')) * (perDay[time] ?? 1);
  return value > 0 ? value : null;
}

/** The tasks of a breakdown in its order, with estimates and dependencies; a second task of the same id is left out. */
export function plannedTasks(spec: SpecDocument): readonly PlannedTask[] {
  const tasks = new Map<string, SpecTask>();
  for (const task of spec.tasks) if (!tasks.has(task.id)) tasks.set(task.id, task);
  const reader = idReader(tasks.keys());
  return [...tasks.values()].map((task) => {
    const field = labels.map((label) => task.fields.get(label)).find((one) => one !== undefined);
    return {
      id: task.id,
      title: task.title,
      estimate: field === undefined ? null : readEstimate(field.value),
      dependencies: reader
        .list(taskField(task, 'dependencies')?.value ?? '')
        .ids.filter((id) => id !== task.id && tasks.has(id)),
    };
  });
}
