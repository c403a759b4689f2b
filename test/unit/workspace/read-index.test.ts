import { readFileSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NodeFileSystem } from '../../../src/cli/workspace/node-files';
import { NodeGit } from '../../../src/cli/workspace/node-git';
import { listFiles } from '../../../src/core/workspace/files/list-files';
import { trackedArguments } from '../../../src/core/workspace/files/list-by-git';
import { isPlainRepository } from '../../../src/core/workspace/files/plain-repository';
import { readIndex } from '../../../src/core/workspace/files/read-index';
import { fileName, parentPath } from '../../../src/core/text/path';
import { scratchRepository } from './scratch-repository';

const scratch = scratchRepository();
const { git, write } = scratch;
const parsed = (bytes: Buffer): ReturnType<typeof readIndex> =>
  readIndex({ bytes, text: bytes.toString('latin1') });
const indexFile = (): Buffer => readFileSync(join(scratch.root, '.git', 'index'));
const index = (): ReturnType<typeof readIndex> => parsed(indexFile());
const isPlain = (environment = {}): Promise<boolean> =>
  isPlainRepository(new NodeFileSystem(scratch.root), environment);

/** Git programs that listing the files has run. */
async function programsRun(): Promise<readonly string[]> {
  const repository = new NodeGit(scratch.root);
  const asked: string[] = [];
  const listing = await listFiles(new NodeFileSystem(scratch.root), {
    git: {
      read: () => repository.read(),
      index: () => repository.index(),
      run: (args) => {
        asked.push(args[0] ?? '');
        return repository.run(args);
      },
    },
  });
  expect(listing).toEqual(await listFiles(new NodeFileSystem(scratch.root)));
  return asked;
}

describe('the index of a repository', () => {
  it('is read as git lists it: odd and long names, links, repositories within, files just added', () => {
    const long = `${'a-long-name/'.repeat(18)}${'x'.repeat(200)}.md`;
    for (const path of ['a.md', 'Größe/大きさ.md', '\ufeffmark.md', 'deep/er/b.ts', long]) write(path, path);
    symlinkSync('a.md', join(scratch.root, 'link'));
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'One');
    git('update-index', '--add', '--cacheinfo', `160000,${git('rev-parse', 'HEAD').trim()},within`);
    write('later.md');
    git('add', '-N', 'later.md');
    const listed = git(...trackedArguments)
      .split('\0')
      .filter((entry) => entry !== '');
    const ofMode = (mode: string): readonly string[] =>
      listed.filter((entry) => entry.startsWith(`H ${mode}`)).map((entry) => entry.split('\t')[1] ?? '');
    const [links, repositories] = [['link'], ['within']];
    expect(index()).toEqual({ files: ofMode('100'), places: null, links, repositories });
    expect(ofMode('100')).toHaveLength(6);
    git('rm', '-q', '--cached', '-r', 'Größe', '\ufeffmark.md');
    const files = index()?.files ?? [];
    expect(files).toHaveLength(4);
    const { folders = [], names = [], folderOf = [], nameOf = [] } = index()?.places ?? {};
    expect(Array.from(folderOf, (row) => folders[row])).toEqual(files.map(parentPath));
    expect(Array.from(nameOf, (row) => names[row])).toEqual(files.map(fileName));
  });

  it('has a file in conflict once', () => {
    write('a.md', 'one');
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-qm', 'One');
    git('checkout', '-qb', 'other');
    write('a.md', 'two');
    git('commit', '-qam', 'Two');
    git('checkout', '-q', 'main');
    write('a.md', 'three');
    git('commit', '-qam', 'Three');
    expect(() => git('merge', 'other')).toThrow();
    expect(git('ls-files', '-u').trim().split('\n')).toHaveLength(3);
    expect(index()?.files).toEqual(['a.md']);
  });

  it('is left to git where it is compressed, split, sparse or cut off', async () => {
    for (const path of ['a.md', 'b/c.md', 'd/e.md']) write(path, path);
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'One');
    expect(await programsRun()).toEqual(['status']);
    const whole = indexFile();
    // The checksum at the end takes longer than all else, and git replaces the file as a whole: a cut is not always seen.
    for (let length = 0; length < whole.length; length += 1)
      expect([null, parsed(whole)]).toContainEqual(parsed(whole.subarray(0, length)));
    for (let length = 0; length < 200; length += 1) expect(parsed(whole.subarray(0, length))).toBeNull();
    const states: readonly (readonly string[])[] = [
      ['update-index', '--split-index'],
      ['update-index', '--no-split-index', '--skip-worktree', 'a.md'],
      ['update-index', '--index-version', '4'],
      ['sparse-checkout', 'set', '--sparse-index', 'b'],
    ];
    for (const state of states) {
      git(...state);
      if (state.includes('--skip-worktree')) unlinkSync(join(scratch.root, 'a.md'));
      expect(index()).toBeNull();
      expect(await programsRun()).toContain('ls-files');
    }
  });
});

describe('a repository is read without asking git first', () => {
  it('only where the workspace is the scratch.root of an ordinary one without filters of its own', async () => {
    write('part/a.md');
    expect(await isPlain()).toBe(false);
    git('init', '-q');
    expect(await isPlain()).toBe(false);
    git('add', '.');
    expect(await isPlain()).toBe(true);
    expect(await isPlainRepository(new NodeFileSystem(join(scratch.root, 'part')), {})).toBe(false);
    const settings = readFileSync(join(scratch.root, '.git', 'config'), 'utf8');
    for (const key of ['filter.x.clean', 'FILTER.x.process', 'include.path', 'core.worktree']) {
      git('config', key, 'x');
      expect(await isPlain()).toBe(false);
      writeFileSync(join(scratch.root, '.git', 'config'), settings);
      expect(await isPlain()).toBe(true);
    }
    expect(await isPlain({ GIT_INDEX_FILE: '.git/other', PATH: '' })).toBe(false);
    expect(await isPlain({ GIT_CONFIG_COUNT: '0' })).toBe(false);
    expect(await isPlain({ GIT_AUTHOR_NAME: 'Ada' })).toBe(true);
  });

  it('never where git itself would look for another one', async () => {
    write('a.md');
    git('init', '-q');
    git('add', '.');
    writeFileSync(join(scratch.root, '.git', 'HEAD'), 'nowhere\n');
    expect(await isPlain()).toBe(false);
    writeFileSync(join(scratch.root, '.git', 'HEAD'), 'ref: refs/heads/main\n');
    expect(await isPlain()).toBe(true);
    unlinkSync(join(scratch.root, '.git', 'config'));
    expect(await isPlain()).toBe(false);
  });
});
