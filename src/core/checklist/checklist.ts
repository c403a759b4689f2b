import type { Finding } from '../checks/finding';

export type ChecklistState = 'pass' | 'fail' | 'open' | 'not-applicable';

/** State of one checklist item of a spec. */
export interface ChecklistEntry {
  readonly id: string;
  readonly text: string;
  /** What it is called where a line has no room for its text; absent where the text is short enough. */
  readonly short?: string;
  readonly state: ChecklistState;
  readonly verifiedBy: 'check' | 'model' | 'person';
  /** Line of its task-list item in the spec, or `null` where the spec has none. */
  readonly line: number | null;
  /** Ids of the checks behind it. */
  readonly checks: readonly string[];
  /** Sections of the template that it is about, by what a finding calls them, and the lines of those that are there. */
  readonly about: { readonly names: readonly string[]; readonly lines: readonly number[] };
}

/** Whether a finding decides an item: it is of one of its checks, or what the item is about is missing or says nothing. */
export function decidesItem(
  { check, args, line }: Pick<Finding, 'check' | 'args' | 'line'>,
  { checks, about }: Pick<ChecklistEntry, 'checks' | 'about'>,
): boolean {
  return (
    checks.includes(check) ||
    (check === 'required-sections' && about.names.includes(args[0] ?? '')) ||
    (check === 'hollow-section' && about.lines.includes(line))
  );
}

export interface Coverage {
  /** Distinct requirements, success criteria apart. */
  readonly requirements: number;
  readonly covered: number;
  readonly outOfScope: number;
}
