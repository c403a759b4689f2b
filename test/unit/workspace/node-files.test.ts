import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NodeFileSystem } from '../../../src/cli/workspace/node-files';
import { NodeGit } from '../../../src/cli/workspace/node-git';

let outer: string;
let root: string;

beforeEach(() => {
  outer = mkdtempSync(join(tmpdir(), 'tech-spec-'));
  root = join(outer, 'workspace');
  mkdirSync(join(root, 'docs'), { recursive: true });
  writeFileSync(join(root, 'docs', 'a.md'), 'inside');
  writeFileSync(join(outer, 'secret.txt'), 'outside');
});

afterEach(() => rmSync(outer, { recursive: true, force: true }));

describe('files of the disk', () => {
  it('are listed with their types, links as neither file nor folder', async () => {
    symlinkSync(outer, join(root, 'up'));
    const entries = await new NodeFileSystem(root).readDirectory('');
    expect([...entries].sort((left, right) => (left.name < right.name ? -1 : 1))).toEqual([
      { name: 'docs', type: 'directory' },
      { name: 'up', type: 'other' },
    ]);
  });

  it('are read and measured', async () => {
    const files = new NodeFileSystem(root);
    expect(new TextDecoder().decode(await files.readFile('docs/a.md'))).toBe('inside');
    expect(await files.stat('docs/a.md')).toEqual({ type: 'file', size: 6 });
    expect(await files.stat('docs')).toMatchObject({ type: 'directory' });
    expect(await files.stat('docs/none.md')).toBeUndefined();
    expect(await files.stat('docs/a.md/below')).toBeUndefined();
  });

  it('are not reached through links that leave the workspace', async () => {
    symlinkSync(outer, join(root, 'up'));
    symlinkSync(join(outer, 'secret.txt'), join(root, 'docs', 'link.md'));
    const files = new NodeFileSystem(root);
    await expect(files.readFile('up/secret.txt')).rejects.toMatchObject({ code: 'no-access' });
    await expect(files.readFile('docs/link.md')).rejects.toMatchObject({ code: 'no-access' });
    await expect(files.readDirectory('up')).rejects.toMatchObject({ code: 'no-access' });
    expect(await files.stat('docs/link.md')).toMatchObject({ type: 'other' });
  });

  it('are read outside of the workspace where a person names them so', async () => {
    const bytes = await new NodeFileSystem(root).readFile('../secret.txt');
    expect(new TextDecoder().decode(bytes)).toBe('outside');
  });

  it('fail with a code that can be turned into advice', async () => {
    const files = new NodeFileSystem(root);
    await expect(files.readFile('none.md')).rejects.toMatchObject({ code: 'not-found', path: 'none.md' });
    await expect(files.readFile('docs')).rejects.toMatchObject({ code: 'not-a-file' });
    await expect(files.readDirectory('none')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('repository state', () => {
  const git = (...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], {
      cwd: root,
      stdio: 'ignore',
    });
  };

  it('is none outside of a repository, and none where the folder is gone', async () => {
    expect(await new NodeGit(root).read()).toBeNull();
    expect(await new NodeGit(join(root, 'none')).read()).toBeNull();
  });

  it('has no commit before the first one', async () => {
    git('init', '-b', 'main');
    expect(await new NodeGit(root).read()).toMatchObject({
      branch: 'main',
      commit: null,
      recentCommits: [],
      dirty: true,
    });
  });

  it('names branch, commit and the last five commits', async () => {
    git('init', '-b', 'feature/invites');
    git('config', 'user.name', 'Ada Lovelace');
    git('add', '.');
    for (let number = 1; number <= 6; number += 1)
      git('commit', '--allow-empty', '-m', `Change ${number}\n\nBody`);
    const state = await new NodeGit(root).read();
    expect(state).toMatchObject({ branch: 'feature/invites', userName: 'Ada Lovelace', dirty: false });
    expect(state?.recentCommits.map(({ subject }) => subject)).toEqual([
      'Change 6',
      'Change 5',
      'Change 4',
      'Change 3',
      'Change 2',
    ]);
    expect(state?.recentCommits[0]?.hash).toBe(state?.commit);
    writeFileSync(join(root, 'docs', 'a.md'), 'changed');
    expect((await new NodeGit(root).read())?.dirty).toBe(true);
    git('checkout', '--detach');
    expect((await new NodeGit(root).read())?.branch).toBeNull();
  });
});
