import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceFile } from '../../../src/cli/writing/replace-file';
import { writeFiles } from '../../../src/cli/writing/write-files';
import { writeWhole } from '../../../src/cli/writing/write-whole';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-whole-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (path: string): string => join(folder, path);
const read = (path: string): string => readFileSync(at(path), 'utf8');
const shown = (path: string): string => path;

describe('a file that is written whole', () => {
  it('keeps its permissions, and the link that leads to it', async () => {
    writeFileSync(at('a.md'), 'old');
    chmodSync(at('a.md'), 0o640);
    symlinkSync('a.md', at('link.md'));
    await writeWhole(at('link.md'), 'new');
    expect(read('a.md')).toBe('new');
    expect(statSync(at('a.md')).mode & 0o777).toBe(0o640);
    expect(lstatSync(at('link.md')).isSymbolicLink()).toBe(true);
    // Below the usual mask a new file has fewer.
    chmodSync(at('a.md'), 0o666);
    await writeWhole(at('a.md'), 'newer');
    expect(statSync(at('a.md')).mode & 0o777).toBe(0o666);
    await writeWhole(at('fresh.md'), 'made');
    expect(read('fresh.md')).toBe('made');
    expect(readdirSync(folder)).toHaveLength(3);
  });

  it('is not replaced where it vanished, which is said by its name', async () => {
    await expect(replaceFile(at('gone.md'), 'gone.md', 'a', 'b')).rejects.toThrow(
      'gone.md is gone; nothing was written. Restore it, and run the command again.',
    );
    mkdirSync(at('folder.md'));
    await expect(replaceFile(at('folder.md'), 'folder.md', 'a', 'b')).rejects.toThrow(
      'folder.md cannot be read (EISDIR)',
    );
  });
});

describe('files below a folder', () => {
  it('are written through a link in it, and only with force', async () => {
    writeFileSync(at('a.md'), 'old');
    symlinkSync('a.md', at('link.md'));
    const files = [{ path: 'link.md', text: 'new' }];
    await expect(writeFiles(folder, files, shown, false)).rejects.toThrow('link.md: already there');
    await writeFiles(folder, files, shown, true);
    expect(read('a.md')).toBe('new');
    expect(lstatSync(at('link.md')).isSymbolicLink()).toBe(true);
  });

  it('are not written through a link that leads out of it, or nowhere', async () => {
    mkdirSync(at('inner'));
    writeFileSync(at('outside.md'), 'old');
    symlinkSync('../outside.md', at('inner/link.md'));
    symlinkSync('nowhere.md', at('inner/broken.md'));
    const inner = at('inner');
    await expect(writeFiles(inner, [{ path: 'link.md', text: 'new' }], shown, true)).rejects.toThrow(
      'link.md would lie outside of the folder',
    );
    await expect(writeFiles(inner, [{ path: 'broken.md', text: 'new' }], shown, true)).rejects.toThrow(
      'broken.md is there and is no file',
    );
    expect(read('outside.md')).toBe('old');
  });
});
