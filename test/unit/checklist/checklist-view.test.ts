import { describe, expect, it } from 'vitest';
import type { ChecklistEntry } from '../../../src/core/checklist/checklist';
import {
  checklistShows,
  filterChecklist,
  gateName,
  gatesOf,
} from '../../../src/core/checklist/checklist-view';

const entry = (
  id: string,
  state: ChecklistEntry['state'],
  verifiedBy: ChecklistEntry['verifiedBy'] = 'check',
): ChecklistEntry => ({
  id,
  text: id,
  state,
  verifiedBy,
  line: 1,
  checks: [],
  about: { names: [], lines: [] },
});

const list = [
  entry('gate-1.a', 'pass'),
  entry('gate-1.b', 'fail'),
  entry('gate-2.c', 'open', 'person'),
  entry('gate-2.d', 'not-applicable'),
];
const ids = (entries: readonly ChecklistEntry[]): string => entries.map(({ id }) => id).join(' ');

describe('what a checklist shows', () => {
  it('is filtered by state', () => {
    const shown = Object.fromEntries(
      checklistShows.map((state) => [state, ids(filterChecklist(list, { state, gate: null }))]),
    );
    expect(shown).toEqual({
      all: 'gate-1.a gate-1.b gate-2.c gate-2.d',
      unsettled: 'gate-1.b gate-2.c',
      fail: 'gate-1.b',
      open: 'gate-2.c',
      person: 'gate-2.c',
      pass: 'gate-1.a',
    });
  });

  it('is filtered by gate, and by both', () => {
    expect(ids(filterChecklist(list, { state: 'all', gate: 'gate-2' }))).toBe('gate-2.c gate-2.d');
    expect(ids(filterChecklist(list, { state: 'fail', gate: 'gate-2' }))).toBe('');
  });

  it('has gates where the ids of its items name several', () => {
    expect(gatesOf(list)).toEqual(['gate-1', 'gate-2']);
    expect(gatesOf(list.slice(0, 2))).toEqual([]);
    expect(gatesOf([entry('plain', 'pass')])).toEqual([]);
    expect(gateName('gate-1')).toBe('Gate 1');
  });
});
