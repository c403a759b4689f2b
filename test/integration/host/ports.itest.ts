import { strict as assert } from 'node:assert';
import { rm, symlink, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { FileSystemError } from '../../../src/core/ports/file-system';
import { listFiles } from '../../../src/core/workspace/files/list-files';
import { EditorGit } from '../../../src/host/ports/editor-git';
import { VsCodeFiles } from '../../../src/host/ports/vs-code-files';
import { folder, uri } from '../open-window';
import { prd } from './workspace-under-test';

describe('files of the workspace', () => {
  const files = (): VsCodeFiles => new VsCodeFiles(folder().uri);

  it('are read and listed by paths relative to the folder', async () => {
    assert.match(new TextDecoder().decode(await files().readFile(prd)), /US-001/);
    const names = (await files().readDirectory('')).map(({ name, type }) => `${name} ${type}`);
    assert.ok(names.includes('prds directory') && names.includes('go.mod file'), names.join());
    assert.equal((await files().stat(prd))?.type, 'file');
  });

  it('that are absent have no stat, and reading them fails with a code', async () => {
    assert.equal(await files().stat('no/such.md'), undefined);
    await assert.rejects(
      files().readFile('no/such.md'),
      (error) => FileSystemError.is(error) && error.code === 'not-found',
    );
    await assert.rejects(
      files().readFile('prds'),
      (error) => FileSystemError.is(error) && error.code === 'not-a-file',
    );
    await assert.rejects(
      files().readDirectory('no/such'),
      (error) => FileSystemError.is(error) && error.code === 'not-found',
    );
  });
});

describe('symbolic links of the workspace', () => {
  it('are told apart from files, and lead somewhere inside or nowhere', async function () {
    const links = { 'link-in.md': prd, 'link-out.md': '../elsewhere.md', 'link-folder': 'prds' };
    try {
      for (const [path, target] of Object.entries(links)) await symlink(target, uri(path).fsPath);
    } catch {
      // Windows asks for a privilege that a test runner may not have.
      return this.skip();
    }
    try {
      await writeFile(uri('../elsewhere.md').fsPath, 'Outside');
      const files = new VsCodeFiles(folder().uri);
      const types = new Map((await files.readDirectory('')).map(({ name, type }) => [name, type]));
      assert.deepEqual(
        Object.keys(links).map((name) => types.get(name)),
        ['other', 'other', 'other'],
      );
      assert.equal(await files.resolveLink('link-in.md'), prd);
      assert.equal(await files.resolveLink('link-folder'), 'prds');
      assert.equal(await files.resolveLink('link-out.md'), null);
    } finally {
      for (const path of [...Object.keys(links), '../elsewhere.md'])
        await rm(uri(path).fsPath, { force: true });
    }
  });
});

describe("the editor's git", () => {
  it('tells branch, commits and whether there are changes', async () => {
    const state = await new EditorGit(folder().uri).read();
    assert.ok(state);
    assert.equal(state.branch, 'main');
    assert.match(state.commit ?? '', /^[0-9a-f]{40}$/);
    assert.equal(state.recentCommits[0]?.hash, state.commit);
    assert.ok(state.recentCommits.length <= 5);
    assert.ok(state.recentCommits.every(({ subject }) => subject !== '' && !subject.includes('\n')));
    assert.equal(state.dirty, false);
    const file = uri('untracked.txt');
    await vscode.workspace.fs.writeFile(file, new Uint8Array([65]));
    try {
      assert.equal((await new EditorGit(folder().uri).read())?.dirty, true);
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });

  it('lists the files of the workspace as walking does', async () => {
    const files = new VsCodeFiles(folder().uri);
    const git = new EditorGit(folder().uri);
    assert.equal(await git.run(['rev-parse', '--is-inside-work-tree']), 'true\n');
    const file = uri('research/untracked.md');
    await vscode.workspace.fs.writeFile(file, new Uint8Array([65]));
    try {
      const listing = await listFiles(files, { git });
      assert.deepEqual(listing, await listFiles(files));
      assert.ok(listing.files.includes('research/untracked.md') && listing.files.includes(prd));
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });

  it('is null outside of any repository', async () => {
    assert.equal(await new EditorGit(vscode.Uri.file('/')).read(), null);
  });
});
