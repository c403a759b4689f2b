import { describe, expect, it } from 'vitest';
import { Latest } from '../../../../src/host/wizard/reading/latest';

describe('the latest task', () => {
  it('gives the value of a task that nothing replaced', async () => {
    expect(await new Latest().run(() => Promise.resolve(7))).toEqual({ kind: 'value', value: 7 });
  });

  it('reports an older task as stale, even when it ends last', async () => {
    const latest = new Latest();
    let endFirst: (value: string) => void = () => undefined;
    const first = latest.run(() => new Promise<string>((resolve) => (endFirst = resolve)));
    const second = await latest.run(() => Promise.resolve('second'));
    endFirst('first');
    expect(second).toEqual({ kind: 'value', value: 'second' });
    expect(await first).toEqual({ kind: 'stale' });
  });

  it('aborts the older task', async () => {
    const latest = new Latest();
    const signals: AbortSignal[] = [];
    const task = (signal: AbortSignal): Promise<void> => {
      signals.push(signal);
      return Promise.resolve();
    };
    await Promise.all([latest.run(task), latest.run(task)]);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });

  it('hands over what a task threw, and swallows what a stale one threw', async () => {
    const latest = new Latest();
    const failing = latest.run(() => Promise.reject(new Error('late')));
    latest.cancel();
    expect(await failing).toEqual({ kind: 'stale' });
    expect(await latest.run(() => Promise.reject(new Error('now')))).toMatchObject({
      kind: 'error',
      error: { message: 'now' },
    });
  });
});
