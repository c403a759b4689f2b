import { describe, expect, it } from 'vitest';
import { WaitingDoubts } from '../../../../src/host/review/report/waiting-doubts';

describe('what is to be asked about a spec', () => {
  it('is asked once the spec is in sight, and once only', () => {
    const shown = new Set<string>();
    const asked: string[] = [];
    const doubts = new WaitingDoubts((spec) => shown.has(spec));
    doubts.add('a.md', () => asked.push('of the report before'));
    doubts.add('a.md', () => asked.push('a'));
    doubts.add('b.md', () => asked.push('b'));
    expect(asked).toEqual([]);
    shown.add('a.md');
    doubts.look();
    doubts.look();
    expect(asked).toEqual(['a']);
    doubts.forget();
    shown.add('b.md');
    doubts.look();
    expect(asked).toEqual(['a']);
  });

  it('is asked at once where the spec is in sight already', () => {
    const asked: string[] = [];
    new WaitingDoubts(() => true).add('a.md', () => asked.push('a'));
    expect(asked).toEqual(['a']);
  });
});
