import { describe, expect, it } from 'vitest';
import { specOutline, type OutlineEntry } from '../../../src/core/navigation/spec-outline';
import { reportOf } from './family';

function lines(entries: readonly OutlineEntry[], depth = 0): readonly string[] {
  return entries.flatMap(({ kind, name, state, children }) => [
    `${' '.repeat(depth)}${kind} ${name}${state === null ? '' : ` [${state}]`}`,
    ...lines(children, depth + 1),
  ]);
}

describe('the outline of a spec', () => {
  it('has sections, and in them requirements, tasks and questions with their state', async () => {
    expect(lines(specOutline(await reportOf()))).toEqual([
      'section 1. Overview',
      ' section Requirement Mapping',
      '  requirement US-001 Invite a colleague [covered]',
      '  requirement US-002 Revoke an invite [covered]',
      ' section Out of Scope',
      '  requirement US-003 Export the list [out-of-scope]',
      'section 2. Implementation Tasks',
      ' section Phase 1: Data Model',
      '  task T-001 Create the invites table',
      ' section Phase 2: Backend',
      '  task T-002 Add the endpoints',
      'section 3. Testing Strategy',
      'section 4. Open Questions',
      ' question OQ-1 How long does a link of US-001 live? [open]',
      'section Review Checklist',
    ]);
  });

  it('selects within the range of each entry, as editors demand', async () => {
    const check = (entries: readonly OutlineEntry[]): void => {
      for (const { range, selection, children } of entries) {
        expect(selection.line).toBeGreaterThanOrEqual(range.line);
        expect(selection.line > range.line || selection.column >= range.column).toBe(true);
        expect(selection.endLine < range.endLine || selection.endColumn <= range.endColumn).toBe(true);
        check(children);
      }
    };
    check(specOutline(await reportOf()));
    check(specOutline(await reportOf('## Last\n- **T-001:** Title')));
    check(specOutline(await reportOf('## Empty')));
  });
});
