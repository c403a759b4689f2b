import type { ChecklistEntry } from './checklist';

/** Which items of a checklist are shown. */
export interface ChecklistFilter {
  readonly state: ChecklistShow;
  /** Group of items, see {@link gateOf}; `null` for all. */
  readonly gate: string | null;
}

/** `unsettled` are those that fail, are open or wait for a person. */
export const checklistShows = ['all', 'unsettled', 'fail', 'open', 'person', 'pass'] as const;
export type ChecklistShow = (typeof checklistShows)[number];

export const everything: ChecklistFilter = { state: 'all', gate: null };

/**
 * Gate that an item belongs to: what stands in front of the first dot of its id (`gate-1` of `gate-1.value`), `null` where
 * there is none.
 */
export function gateOf({ id }: Pick<ChecklistEntry, 'id'>): string | null {
  const dot = id.indexOf('.');
  return dot < 1 ? null : id.slice(0, dot);
}

/** Gates of a checklist in its order; empty where it has less than two. */
export function gatesOf(checklist: readonly ChecklistEntry[]): readonly string[] {
  const gates = [...new Set(checklist.flatMap((entry) => gateOf(entry) ?? []))];
  return gates.length < 2 ? [] : gates;
}

/** A gate as a person reads it: `Gate 1` of `gate-1`. */
export function gateName(gate: string): string {
  const words = gate.replace(/[-_]+/gu, ' ').trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** The items that a filter lets through. */
export function filterChecklist(
  checklist: readonly ChecklistEntry[],
  { state, gate }: ChecklistFilter,
): readonly ChecklistEntry[] {
  return checklist.filter((entry) => (gate === null || gateOf(entry) === gate) && isShown(entry, state));
}

function isShown({ state, verifiedBy }: ChecklistEntry, show: ChecklistShow): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'unsettled':
      return state === 'fail' || state === 'open';
    case 'person':
      return verifiedBy === 'person';
    case 'fail':
    case 'open':
    case 'pass':
      return state === show;
  }
}
