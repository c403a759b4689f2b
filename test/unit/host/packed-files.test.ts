import { describe, expect, it } from 'vitest';
import { PackedFiles } from '../../../src/host/platform/browser/packed-files';

const files = new PackedFiles(() =>
  Promise.resolve({ 'rfc.md': '# RFC', 'partials/task.md': 'ü', 'partials/more/deep.md': 'x' }),
);
const text = async (path: string): Promise<string> => new TextDecoder().decode(await files.readFile(path));

describe('packed files', () => {
  it('lists a folder once, with what lies in it and not below', async () => {
    expect(await files.readDirectory('')).toEqual([
      { name: 'rfc.md', type: 'file' },
      { name: 'partials', type: 'directory' },
    ]);
    expect(await files.readDirectory('partials')).toEqual([
      { name: 'task.md', type: 'file' },
      { name: 'more', type: 'directory' },
    ]);
  });

  it('gives text and size in bytes', async () => {
    expect(await text('partials/task.md')).toBe('ü');
    expect(await files.stat('partials/task.md')).toEqual({ type: 'file', size: 2 });
    expect(await files.stat('partials')).toEqual({ type: 'directory', size: 0 });
    expect(await files.stat('part')).toBeUndefined();
  });

  it('says what is not there, or no file', async () => {
    await expect(files.readFile('none.md')).rejects.toMatchObject({ code: 'not-found' });
    await expect(files.readFile('toString')).rejects.toMatchObject({ code: 'not-found' });
    await expect(files.readFile('partials')).rejects.toMatchObject({ code: 'not-a-file' });
    await expect(files.readDirectory('none')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('loads once, and again where that failed', async () => {
    let loads = 0;
    const shaky = new PackedFiles(() => {
      loads += 1;
      return loads === 1 ? Promise.reject(new Error('no network')) : Promise.resolve({ 'a.md': 'a' });
    });
    await expect(shaky.readFile('a.md')).rejects.toThrow('no network');
    await shaky.readFile('a.md');
    await shaky.stat('a.md');
    expect(loads).toBe(2);
  });
});
