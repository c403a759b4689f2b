import { citedIds, rangeConnector } from '../../spec/cite';
import type { SpecDocument, SpecTask } from '../../spec/spec-document';
import { taskField } from '../../spec/task-field';
import { rangeOf } from '../../spec/text-range';
import type { SpecEdit } from '../spec-fix';

const counted = /^(|.*\D)(\d+)$/su;
const token =
  /(?<![\p{L}\p{N}_]|[\p{L}\p{N}_][-.])(?:TASK-?\d{1,5}|T-?\d{1,5})(?![\p{L}\p{N}_]|[.-][\p{L}\p{N}])/gu;
const range = new RegExp(
  `(?:TASK-?|(?<![\\p{L}\\p{N}_-])T-?)\\d{1,5}\\s*(?:-|${rangeConnector})\\s*(?:TASK-?|T-?)?\\d`,
  'iu',
);

interface OutOfOrder {
  readonly task: SpecTask;
  readonly before: SpecTask;
}

/**
 * The first task whose number is lower than that of one before it, with that one; `null` where they are in order. A task with the
 * next free number at the end of its phase was added there later, and is in order: others cite tasks by their numbers, which stay.
 *
 * @param phaseOf what of a spec a task stands in; equal for tasks of one phase
 */
export function firstOutOfOrder(
  tasks: readonly SpecTask[],
  phaseOf: (task: SpecTask) => number | null,
): OutOfOrder | null {
  if (tasks.some((task) => numberOf(task) === null)) return null;
  let kept = tasks;
  for (;;) {
    const found = firstUnsorted(kept);
    const last = highest(kept);
    if (found === null || last === null || !isAdded(last, kept, phaseOf)) return found;
    kept = kept.filter((task) => task !== last);
  }
}

function firstUnsorted(tasks: readonly SpecTask[]): OutOfOrder | null {
  let before: SpecTask | null = null;
  for (const task of tasks) {
    if (before !== null && Number(numberOf(task)) < Number(numberOf(before))) return { task, before };
    before = task;
  }
  return null;
}

function highest(tasks: readonly SpecTask[]): SpecTask | null {
  return tasks.reduce<SpecTask | null>(
    (most, task) => (most === null || Number(numberOf(task)) > Number(numberOf(most)) ? task : most),
    null,
  );
}

/** Whether the task with the highest number is the last of its phase. One that is a phase by itself is not needed by others. */
function isAdded(
  last: SpecTask,
  tasks: readonly SpecTask[],
  phaseOf: (task: SpecTask) => number | null,
): boolean {
  const phase = tasks.filter((task) => phaseOf(task) === phaseOf(last));
  if (phase.at(-1) !== last) return false;
  const needs = (task: SpecTask): boolean =>
    citedIds(taskField(task, 'dependencies')?.value ?? '', [last.id]).length > 0;
  return phase.length > 1 || !tasks.some((task) => task !== last && needs(task));
}

/**
 * Edits that give the ids of the tasks out anew in the order in which the tasks stand, wherever the spec names them. None
 * where ids are used twice, differ in their prefix, or stand in a range, which would then span others.
 */
export function renumberTasks(spec: SpecDocument, tasks: readonly SpecTask[]): readonly SpecEdit[] {
  const ids = tasks.map(({ id }) => id);
  const prefixes = new Set(ids.map((id) => counted.exec(id)?.[1] ?? id));
  if (new Set(ids).size < ids.length || prefixes.size !== 1 || range.test(spec.text)) return [];
  const numberIn = (id: string): number => Number(counted.exec(id)?.[2] ?? 0);
  const inOrder = [...ids].sort((a, b) => numberIn(a) - numberIn(b));
  const renamed = new Map(ids.map((id, position) => [id, inOrder[position] ?? id]));
  const lines = spec.lines;
  return [...spec.text.matchAll(token)].flatMap(({ 0: found, index }) => {
    const newText = renamed.get(found);
    return newText === undefined || newText === found
      ? []
      : [{ range: rangeOf(lines, index, index + found.length), newText }];
  });
}

/** Of `T-012`; `null` for ids of another form (`2.1`, `T-002a`), whose order is their own. */
function numberOf({ id }: SpecTask): number | null {
  return /^T(?:ASK)?-?\d+$/u.test(id) ? Number(counted.exec(id)?.[2]) : null;
}
