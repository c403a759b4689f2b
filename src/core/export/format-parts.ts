import { codeSpan } from '../text/escape-markdown';
import type { HandOff } from './hand-off';
import type { TaskSource } from './task-source';

/** Tasks that stand under one heading, in order. */
export interface TaskGroup {
  /** Of the phase; `null` where the tasks stand under none. */
  readonly name: string | null;
  readonly tasks: readonly TaskSource[];
}

export function taskGroups(tasks: readonly TaskSource[]): readonly TaskGroup[] {
  const groups: { name: string | null; tasks: TaskSource[] }[] = [];
  for (const source of tasks) {
    const name = source.task.phase;
    const last = groups.at(-1);
    if (last !== undefined && last.name === name) last.tasks.push(source);
    else groups.push({ name, tasks: [source] });
  }
  return groups;
}

/** Which spec an export comes from, and what that was written for. */
export function sourceLine({ path, report, status }: HandOff): string {
  const source = report.source === null ? '' : `, written for ${codeSpan(report.source)}`;
  const state = status === null ? '' : ` (${codeSpan(status)})`;
  return `From the technical specification ${codeSpan(path)}${state}${source}.`;
}

/** Lines as a document that ends with one line break. */
export function documentOf(lines: readonly string[]): string {
  return `${lines.join('\n').trim()}\n`;
}
