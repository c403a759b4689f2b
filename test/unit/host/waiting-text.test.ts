import { describe, expect, it } from 'vitest';
import { WaitingText, type Put } from '../../../src/host/editor/waiting-text';

describe('text that waits for a document', () => {
  /** A document that refuses so many edits before each that it takes. */
  function busyDocument(refusals: number) {
    let left = refusals;
    let text = '';
    return {
      put: (added: string): Promise<Put> => {
        if (left > 0) {
          left -= 1;
          return Promise.resolve('refused');
        }
        left = refusals;
        text += added;
        return Promise.resolve('taken');
      },
      text: () => text,
    };
  }

  it('is all put in, however often it is refused before', async () => {
    const document = busyDocument(200);
    const waiting = new WaitingText();
    waiting.add('One. ');
    waiting.add('Two.');
    expect(await waiting.putIn(document.put, { longest: 60_000, pause: 0 })).toBe(true);
    expect(document.text()).toBe('One. Two.');
    expect(waiting.isEmpty).toBe(true);
  });

  it('is joined by what comes while it is put in', async () => {
    const document = busyDocument(3);
    const waiting = new WaitingText();
    waiting.add('One. ');
    const all = waiting.putIn(document.put, { longest: 60_000, pause: 0 });
    waiting.add('Two.');
    expect(await all).toBe(true);
    expect(document.text()).toBe('One. Two.');
  });

  it('goes on waiting where the document takes nothing for too long, and says so', async () => {
    const document = busyDocument(Number.POSITIVE_INFINITY);
    const waiting = new WaitingText();
    waiting.add('One.');
    expect(await waiting.putIn(document.put, { longest: 20, pause: 1 })).toBe(false);
    expect(document.text()).toBe('');
    const freed = busyDocument(0);
    expect(await waiting.putIn(freed.put, { longest: 20, pause: 1 })).toBe(true);
    expect(freed.text()).toBe('One.');
  });

  it('waits without being asked again where now is not the time', async () => {
    let asked = 0;
    const waiting = new WaitingText();
    waiting.add('One.');
    const put = (): Promise<Put> => {
      asked += 1;
      return Promise.resolve('later');
    };
    expect(await waiting.putIn(put, { longest: 60_000, pause: 0 })).toBe(false);
    expect([asked, waiting.isEmpty]).toEqual([1, false]);
  });
});
