import { rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NodeFileSystem } from '../../../src/cli/workspace/node-files';
import { NodeGit } from '../../../src/cli/workspace/node-git';
import type { FileSystem } from '../../../src/core/ports/file-system';
import { listByGit } from '../../../src/core/workspace/files/list-by-git';
import { listFiles, type FileListing } from '../../../src/core/workspace/files/list-files';
import { scratchRepository } from './scratch-repository';

const scratch = scratchRepository();
const { git, write, commitAll } = scratch;
async function listed(): Promise<FileListing> {
  const files = new NodeFileSystem(scratch.root);
  const asked = await listFiles(files, { git: new NodeGit(scratch.root) });
  expect(asked).toEqual(await listFiles(files));
  return asked;
}

describe('listing by git', () => {
  it('keeps a file that one side of a merge deleted and the other changed, for git leaves it there', async () => {
    for (const name of ['ours.md', 'theirs.md', 'away.md']) write(name, 'one');
    git('init');
    commitAll();
    git('checkout', '-b', 'other');
    unlinkSync(join(scratch.root, 'ours.md'));
    for (const name of ['theirs.md', 'away.md']) write(name, 'two');
    commitAll();
    git('checkout', 'main');
    for (const name of ['theirs.md', 'away.md']) unlinkSync(join(scratch.root, name));
    write('ours.md', 'three');
    commitAll();
    expect(() => git('merge', 'other')).toThrow();
    unlinkSync(join(scratch.root, 'away.md'));
    expect((await listed()).files).toEqual(['ours.md', 'theirs.md']);
  });

  it('tells what a tracked path is now, where that is something else than it was', async () => {
    write('file-now.md', 'x');
    write('link-now.md', 'x');
    symlinkSync('file-now.md', join(scratch.root, 'was-link.md'));
    git('init');
    commitAll();
    unlinkSync(join(scratch.root, 'link-now.md'));
    symlinkSync('file-now.md', join(scratch.root, 'link-now.md'));
    unlinkSync(join(scratch.root, 'was-link.md'));
    write('was-link.md', 'x');
    const { files, links } = await listed();
    expect(files).toEqual(['file-now.md', 'was-link.md']);
    expect(links).toEqual(['link-now.md']);
  });

  it('keeps a file that git was told to leave alone, unless it is not there', async () => {
    for (const path of ['config/local.json', 'config/other.json', 'gone/a/b.json', 'plain.md']) write(path);
    git('init');
    commitAll();
    git('update-index', '--skip-worktree', 'config/local.json', 'gone/a/b.json');
    rmSync(join(scratch.root, 'gone'), { recursive: true });
    expect((await listed()).files).toEqual(['config/local.json', 'config/other.json', 'plain.md']);
  });

  it('keeps a new file whose name git composes and the disk does not, as on a Mac', async () => {
    const [composed, apart] = ['docs/é.md', 'docs/e\u0301.md'];
    const disk: FileSystem = Object.assign(new NodeFileSystem(scratch.root), {
      readDirectory: () => Promise.resolve([{ name: apart.slice('docs/'.length), type: 'file' as const }]),
    });
    const run = (args: readonly string[]): Promise<string> =>
      Promise.resolve(args[0] === 'status' ? `? ${composed}\0` : args[0] === 'rev-parse' ? 'true\n\n' : '');
    expect((await listByGit(disk, { run }, undefined))?.files.paths).toEqual([composed]);
  });

  it('is given up as a whole when it is cancelled: no answer that nobody waits for fails by itself', async () => {
    const stopped = new Error('stopped');
    const unheard: unknown[] = [];
    const hear = (reason: unknown): void => void unheard.push(reason);
    process.on('unhandledRejection', hear);
    try {
      const run = (): Promise<string | null> => Promise.reject(stopped);
      await expect(listByGit(new NodeFileSystem(scratch.root), { run }, undefined)).rejects.toBe(stopped);
      await new Promise((done) => setTimeout(done, 20));
    } finally {
      process.off('unhandledRejection', hear);
    }
    expect(unheard).toEqual([]);
  });
});
