import type { SpecTask, TaskField } from './spec-document';
import { taskFieldLabels } from './vocabulary/task-field-labels';

/** Requirement ids or criterion numbers and nothing else; ids of tasks are dependencies, `OQ-n` is a gap. */
const requirementIds =
  /^(?!(?:T(?:ASK)?-?|OQ-)\d)(?:[A-Z]{1,8}[A-Z0-9-]*-\d+(?:[.-]\d+)*|\d+\.\d+)(?:\s*[,;、，]\s*(?:[A-Z]{1,8}[A-Z0-9-]*-\d+(?:[.-]\d+)*|\d+(?:\.\d+)*))*$/u;

/** Whether a text consists of requirement ids, at least one: `FR-001, FR-002`, `1.1, 2.3`. */
export function namesRequirements(text: string): boolean {
  return requirementIds.test(text);
}

const taken = new Set(Object.entries(taskFieldLabels).flatMap(([key, others]) => [key, ...others]));

/**
 * Field of a task by its name in lower case (`done condition`), whichever of its labels the task uses. What a task implements
 * is also known by its value, since the label may be in any language (`_需求：1.1, 2.3_`).
 */
export function taskField(task: Pick<SpecTask, 'fields'>, name: string): TaskField | undefined {
  const labels = [name, ...(taskFieldLabels[name] ?? [])];
  const own = labels.map((label) => task.fields.get(label)).find((field) => field !== undefined);
  if (own !== undefined || name !== 'implements') return own;
  return [...task.fields].find(([label, { value }]) => !taken.has(label) && namesRequirements(value))?.[1];
}
