export type ChecklistState = 'pass' | 'fail' | 'open' | 'not-applicable';

/** State of one checklist item of a spec. */
export interface ChecklistEntry {
  readonly id: string;
  readonly text: string;
  readonly state: ChecklistState;
  readonly verifiedBy: 'check' | 'model' | 'person';
  /** Line of its task-list item in the spec, or `null` where the spec has none. */
  readonly line: number | null;
  /** Ids of the checks behind it. */
  readonly checks: readonly string[];
}

export interface Coverage {
  /** Distinct requirements, success criteria apart. */
  readonly requirements: number;
  readonly covered: number;
  readonly outOfScope: number;
}
