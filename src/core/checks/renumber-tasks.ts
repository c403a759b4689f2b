import { rangeConnector } from '../spec/cite';
import type { SpecDocument, SpecTask } from '../spec/spec-document';
import { rangeOf } from '../spec/text-range';
import type { SpecEdit } from './spec-fix';

const counted = /^(|.*\D)(\d+)$/su;
const token =
  /(?<![\p{L}\p{N}_]|[\p{L}\p{N}_][-.])(?:TASK-?\d{1,5}|T-?\d{1,5})(?![\p{L}\p{N}_]|[.-][\p{L}\p{N}])/gu;
const range = new RegExp(
  `(?:TASK-?|(?<![\\p{L}\\p{N}_-])T-?)\\d{1,5}\\s*(?:-|${rangeConnector})\\s*(?:TASK-?|T-?)?\\d`,
  'iu',
);

/** The first task whose number is lower than that of one before it, with that one; `null` where they are in order. */
export function firstOutOfOrder(
  tasks: readonly SpecTask[],
): { readonly task: SpecTask; readonly before: SpecTask } | null {
  let highest: { readonly task: SpecTask; readonly number: number } | null = null;
  for (const task of tasks) {
    const number = numberOf(task);
    if (number === null) return null;
    if (highest !== null && number < highest.number) return { task, before: highest.task };
    highest = { task, number };
  }
  return null;
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
