import { describe, expect, it } from 'vitest';
import { onAbort } from '../../../src/host/ports/on-abort';

describe('what is done when work is called off', () => {
  it('is done once when that happens, and not any more once nobody waits', () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const done: string[] = [];
    onAbort(first.signal, () => done.push('first'));
    onAbort(second.signal, () => done.push('second'))();
    first.abort();
    second.abort();
    expect(done).toEqual(['first']);
  });

  it('is done at once where it was called off before: a signal does not say so again', () => {
    const done: string[] = [];
    onAbort(AbortSignal.abort(), () => done.push('late'));
    expect(done).toEqual(['late']);
  });
});
