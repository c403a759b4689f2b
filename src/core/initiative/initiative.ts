/** Priorities of engineering requirements, strongest first; written into the document as they stand. */
export const priorities = ['must', 'should', 'may'] as const;
export type Priority = (typeof priorities)[number];

/** One engineering requirement of the form. */
export interface InitiativeRequirement {
  /** One line. */
  readonly statement: string;
  /** How it is told that the requirement is met: one criterion a line. */
  readonly success: string;
  readonly priority: Priority;
}

/** Work that engineering wants to do for its own reasons, as the form holds it. Texts are Markdown. */
export interface Initiative {
  /** One line. */
  readonly title: string;
  readonly problem: string;
  readonly whyNow: string;
  /** In order: the first is ER-001. */
  readonly requirements: readonly InitiativeRequirement[];
  /** One a line. */
  readonly constraints: string;
  /** One a line. */
  readonly outOfScope: string;
}

export const emptyRequirement: InitiativeRequirement = { statement: '', success: '', priority: 'must' };

export const emptyInitiative: Initiative = {
  title: '',
  problem: '',
  whyNow: '',
  requirements: [emptyRequirement],
  constraints: '',
  outOfScope: '',
};

/** `ER-001` for the first requirement. @param index from 0 */
export function engineeringId(index: number): string {
  return `ER-${String(index + 1).padStart(3, '0')}`;
}

/** The lines of a field that holds one thing a line, list markers removed. */
export function itemsOf(text: string): readonly string[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/^\s*[-*+•]\s+/, '').trim())
    .filter((line) => line !== '');
}
