import { describe, expect, it } from 'vitest';
import { completeAt } from '../../../src/core/navigation/complete-ids';
import { at, reportOf, spec } from './family';

/** What is offered directly behind `written`. */
async function offered(text: string, written: string, anchor = ''): Promise<readonly string[]> {
  const [line, column] = at(text, written, anchor);
  const { items } = completeAt(await reportOf(text), line, column + written.length);
  return items.map((item) => item.text);
}

describe('completion in a spec', () => {
  it('offers requirements where a task says what it implements', async () => {
    const text = spec.replace('_Implements:_ US-001\n', '_Implements:_ \n');
    expect(await offered(text, '_Implements:_ ')).toEqual(['US-001', 'US-002', 'US-003']);
  });

  it('offers the other tasks as dependencies', async () => {
    expect(await offered(spec, '_Dependencies:_ T-001')).toEqual(['T-001']);
  });

  it('offers what fits the column of a table', async () => {
    expect(await offered(spec, '| US-002')).toEqual(['US-001', 'US-002', 'US-003']);
    expect(await offered(spec, '| US-002 | Revoke an invite | T-002')).toEqual(['T-001', 'T-002', 'OQ-1']);
    expect(await offered(spec, '| US-002/AC-1')).toEqual(['US-001/AC-1', 'US-001/AC-2', 'US-002/AC-1']);
  });

  it('offers paths of the workspace between backticks in the files of a task', async () => {
    const text = spec.replace('`internal/invites/handler.go`', '`internal/`');
    expect(await offered(text, '`internal/')).toEqual(['internal/invites/store.go']);
    const done = spec.replace('`goose status`', '`internal/`');
    expect(await offered(done, '`internal/')).toEqual([]);
  });

  it('replaces what is written already', async () => {
    const [line, column] = at(spec, 'US-001, US-002', '_Implements:_ US-001, US-002');
    expect(completeAt(await reportOf(), line, column + 3).range).toMatchObject({
      column,
      endColumn: column + 3,
    });
  });

  it('offers ids in prose behind their first letters, and nothing behind other words', async () => {
    const text = spec.replace('Admins invite', 'US- Admins invite');
    expect(await offered(text, 'US-', 'US- Admins')).toEqual([
      'US-001',
      'US-002',
      'US-003',
      'US-001/AC-1',
      'US-001/AC-2',
      'US-002/AC-1',
    ]);
    expect(await offered(spec, 'Admins')).toEqual([]);
  });
});
