import type { SpecSection, SpecTask, TaskField } from './spec-document';

/** A task as its part alone tells it: phase and, for a heading, the end are for what stands around it to say. */
export interface PartTask extends Omit<SpecTask, 'phase'> {
  readonly isHeading: boolean;
}

/** `T-001`, `T001`, `TASK-7` at the start; whole, so `T-001.2` and `T-001-x` are none. */
export const taskId = /^(?:TASK-?\d{1,5}|T-?\d{1,5}[a-z]?)(?![\p{L}\p{N}_]|[.-][\p{L}\p{N}])/u;

/** Two lines with one label are one field. */
export function addField(fields: Map<string, TaskField>, key: string, field: TaskField): void {
  const earlier = fields.get(key);
  fields.set(
    key,
    earlier === undefined
      ? field
      : {
          ...earlier,
          value: `${earlier.value}\n${field.value}`,
          endLine: field.endLine,
          endColumn: field.endColumn,
        },
  );
}

/** Name of the heading that a task stands under: none of the topmost names a phase. */
export function phaseOf(section: number | null, sections: readonly SpecSection[]): string | null {
  const holder = section === null ? undefined : sections[section];
  return holder === undefined || holder.parent === null ? null : holder.name;
}
