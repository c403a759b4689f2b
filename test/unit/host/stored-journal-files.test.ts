import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import { StoredJournalFiles } from '../../../src/host/platform/browser/stored-journal-files';
import { windowWriters } from '../../../src/host/platform/browser/window-writers';

/** As much of an address as is asked for. */
const at = (path: string): vscode.Uri =>
  ({ path, with: (change: { path: string }) => at(change.path) }) as vscode.Uri;
const absent = (path: string): Error => Object.assign(new Error(path), { code: 'FileNotFound' });

/** The editor's storage in a browser: folders are what files lie in. */
function storage() {
  const files = new Map<string, string>();
  const failing = new Set<string>();
  const fs = {
    readDirectory: ({ path }: vscode.Uri) => {
      const names = [...files.keys()].filter((file) => file.startsWith(`${path}/`));
      return Promise.resolve(names.map((file) => [file.slice(path.length + 1), 1] as [string, number]));
    },
    readFile: ({ path }: vscode.Uri) => {
      if (failing.has(path)) return Promise.reject(new Error('The database is busy.'));
      const text = files.get(path);
      return text === undefined
        ? Promise.reject(absent(path))
        : Promise.resolve(new TextEncoder().encode(text));
    },
    writeFile: async ({ path }: vscode.Uri, bytes: Uint8Array) => {
      // Like a database, it takes a moment.
      await new Promise((done) => setTimeout(done, 5));
      files.set(path, new TextDecoder().decode(bytes));
    },
    stat: ({ path }: vscode.Uri) =>
      [...files.keys()].some((file) => file === path || file.startsWith(`${path}/`))
        ? Promise.resolve({ type: 1, ctime: 0, mtime: 0, size: 0 })
        : Promise.reject(absent(path)),
    delete: ({ path }: vscode.Uri) => {
      for (const file of [...files.keys()])
        if (file === path || file.startsWith(`${path}/`)) files.delete(file);
      return Promise.resolve();
    },
  };
  return { files, failing, journals: new StoredJournalFiles(fs, at('/drafts')) };
}

describe('journals in the storage of a browser', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());
  /** Lets what writes come to its end. */
  const done = async <T>(work: Promise<T>): Promise<T> => {
    await vi.advanceTimersByTimeAsync(50);
    return work;
  };

  it('add to what a file holds already', async () => {
    const { journals } = storage();
    await done(journals.write('one/answer-001.md', '# Spec'));
    const file = await journals.open('one/answer-001.md');
    await done(file.append('\n\nMore'));
    await file.close();
    expect(await journals.text('one/answer-001.md')).toBe('# Spec\n\nMore');
  });

  it('write over nothing that can not be read', async () => {
    const { files, failing, journals } = storage();
    await done(journals.write('one/answer-001.md', '# Spec'));
    failing.add('/drafts/one/answer-001.md');
    await expect(journals.open('one/answer-001.md')).rejects.toThrow('busy');
    expect(files.get('/drafts/one/answer-001.md')).toBe('# Spec');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('are another window’s for as long as that is at work, however long its model thinks', async () => {
    const { journals } = storage();
    const file = await journals.open('one/answer-001.md');
    await done(file.append('# Spec'));
    const other = windowWriters.own + 1;
    const mayLive = async (): Promise<boolean> =>
      windowWriters.mayLive(other, Date.now() - (await journals.changed('one')));
    await vi.advanceTimersByTimeAsync(120_000);
    expect(await mayLive()).toBe(true);
    await done(file.close());
    await vi.advanceTimersByTimeAsync(windowWriters.knownAfterMs);
    expect(await mayLive()).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stay removed, although a window says that it is at work just then', async () => {
    const { files, journals } = storage();
    const file = await journals.open('one/answer-001.md');
    await done(file.append('# Spec'));
    await vi.advanceTimersByTimeAsync(3_000 - 50 - 10);
    // A moment before the next word, and while that is being written.
    await vi.advanceTimersByTimeAsync(12);
    const removed = file.close().then(() => journals.remove('one'));
    await done(removed);
    await vi.advanceTimersByTimeAsync(1_000);
    expect([...files.keys()]).toEqual([]);
  });
});
