import { describe, expect, it } from 'vitest';
import { ListedFiles } from '../../../src/host/platform/browser/listed-files';

const texts: Readonly<Record<string, string>> = {
  'rfc.md': '# RFC',
  'partials/task.md': 'ü',
  'partials/more/deep.md': 'x',
};
const bytesOf = (path: string): Uint8Array => new TextEncoder().encode(texts[path]);
const sizes = Object.fromEntries(Object.keys(texts).map((path) => [path, bytesOf(path).length]));
const files = new ListedFiles(sizes, (path) => Promise.resolve(bytesOf(path)));
const text = async (path: string): Promise<string> => new TextDecoder().decode(await files.readFile(path));

describe('listed files', () => {
  it('list a folder once, with what lies in it and not below', async () => {
    expect(await files.readDirectory('')).toEqual([
      { name: 'rfc.md', type: 'file' },
      { name: 'partials', type: 'directory' },
    ]);
    expect(await files.readDirectory('partials')).toEqual([
      { name: 'task.md', type: 'file' },
      { name: 'more', type: 'directory' },
    ]);
  });

  it('give text and size in bytes', async () => {
    expect(await text('partials/task.md')).toBe('ü');
    expect(await files.stat('partials/task.md')).toEqual({ type: 'file', size: 2 });
    expect(await files.stat('partials')).toEqual({ type: 'directory', size: 0 });
    expect(await files.stat('part')).toBeUndefined();
  });

  it('say what is not there, or no file', async () => {
    await expect(files.readFile('none.md')).rejects.toMatchObject({ code: 'not-found' });
    await expect(files.readFile('toString')).rejects.toMatchObject({ code: 'not-found' });
    await expect(files.readFile('partials')).rejects.toMatchObject({ code: 'not-a-file' });
    await expect(files.readDirectory('none')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are all asked for at the first of them, each once, and again where that failed', async () => {
    const asked: string[] = [];
    const shaky = new ListedFiles(sizes, (path) => {
      asked.push(path);
      return asked.length === 1 ? Promise.reject(new Error('no network')) : Promise.resolve(bytesOf(path));
    });
    await expect(shaky.readFile('rfc.md')).rejects.toThrow('no network');
    expect(asked).toEqual(Object.keys(texts));
    await shaky.readFile('rfc.md');
    await shaky.readFile('partials/task.md');
    expect(asked).toEqual([...Object.keys(texts), 'rfc.md']);
  });
});
