import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { parseApproval } from '../../../src/core/life/approval';
import { ShownComment } from '../../../src/host/life/comments/shown-thread';
import { SpecComments } from '../../../src/host/life/comments/spec-comments';
import { closeAll, until, uri } from '../open-window';
import { exists, freshPath, parts, prd, product, readText, remove, writeText } from './workspace-under-test';

const text = `# Tech Spec: Lived

**Status:** In Review
**PRD:** [Team invites](../${prd})

## Overview

Invitations are kept for fourteen days.

## Tasks

- [x] **T-001:** Keep them
`;

describe('the life of a spec', () => {
  let path = '';
  let neighbour = '';
  const made: string[] = [];
  before(() => product().activate());
  beforeEach(async () => {
    path = freshPath('tech-specs/lived.md');
    neighbour = path.replace(/lived/, 'beside-lived');
    await writeText(path, text);
    await writeText(neighbour, `# Beside\n\nAfter [it](${path.replace('tech-specs/', '')}).\n`);
    made.splice(0, made.length, path, neighbour, completed(), approvals(path), approvals(completed()));
  });
  afterEach(async () => {
    await closeAll();
    await remove(...made);
  });

  const completed = (): string => path.replace('tech-specs/', 'tech-specs/completed/');
  const approvals = (spec: string): string => spec.replace(/md$/, 'approvals');
  const diagnosed = (): readonly string[] =>
    vscode.languages
      .getDiagnostics(uri(path))
      .map(({ code }) => (typeof code === 'object' ? String(code.value) : String(code)));
  const records = async (): Promise<readonly string[]> =>
    (await vscode.workspace.fs.readDirectory(uri(approvals(path)))).map(([name]) => name);

  it('is approved by a command, reopened by an edit, and the diff since is shown', async () => {
    const editor = await vscode.window.showTextDocument(uri(path));
    await vscode.commands.executeCommand('techSpec.approve');
    assert.match(await readText(path), /\*\*Status:\*\* Approved/);
    const [name = ''] = await records();
    const approval = parseApproval(await readText(`${approvals(path)}/${name}`));
    assert.equal(approval?.path, path);

    await editor.edit((edit) => edit.replace(new vscode.Range(7, 0, 7, 0), 'Mostly, '));
    await until('the finding about the edit', () => diagnosed().includes('approval'));
    await vscode.commands.executeCommand('techSpec.changesSinceApproval', uri(path));
    await until('the diff', () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputTextDiff && input.original.scheme === 'tech-spec-approved';
    });
    const { original } = vscode.window.tabGroups.activeTabGroup.activeTab?.input as vscode.TabInputTextDiff;
    const approved = (await vscode.workspace.openTextDocument(original)).getText();
    assert.ok(approved.includes('\nInvitations are kept'), approved);

    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri(path),
      new vscode.Range(2, 12, 2, 14),
    );
    const back = actions.find(({ title }) => title === 'Back to In Review');
    assert.ok(back?.edit, actions.map(({ title }) => title).join(', '));
    assert.ok(await vscode.workspace.applyEdit(back.edit));
    await until('the finding to go', () => !diagnosed().includes('approval'));
  });

  it('is moved among the implemented ones, with its links and those to it mended', async () => {
    await vscode.commands.executeCommand('techSpec.approve', uri(path));
    await vscode.commands.executeCommand('techSpec.markImplemented', uri(path));
    assert.equal(await exists(path), false);
    const moved = await readText(completed());
    assert.match(moved, /\*\*Status:\*\* Implemented/);
    assert.ok(moved.includes(`(../../${prd})`), moved);
    assert.ok((await readText(neighbour)).includes(`(completed/${path.replace('tech-specs/', '')})`));
    assert.ok(await exists(approvals(completed())));
  });

  it('is reviewed in comments beside it, which block its approval, follow its text and are settled', async () => {
    const editor = await vscode.window.showTextDocument(uri(path));
    const other = vscode.comments.createCommentController('test', 'Test');
    const { library, dispose } = parts();
    const comments = new SpecComments(library, [library.onDidChange]);
    const folder = path.replace(/md$/, 'comments');
    made.push(folder);
    const files = async (): Promise<number> => (await vscode.workspace.fs.readDirectory(uri(folder))).length;
    try {
      const started = other.createCommentThread(uri(path), new vscode.Range(7, 0, 7, 0), []);
      await vscode.commands.executeCommand('techSpec.comments.start', {
        thread: started,
        text: 'Why *fourteen*?',
      });
      assert.equal(await files(), 1);
      await vscode.commands.executeCommand('techSpec.approve', uri(path));
      assert.match(await readText(path), /\*\*Status:\*\* In Review/);

      const shown = async (): Promise<vscode.CommentThread> => {
        library.refresh();
        await comments.update();
        const [thread, ...more] = comments.threads(uri(path));
        assert.equal(more.length, 0);
        assert.ok(thread);
        return thread;
      };
      const thread = await shown();
      assert.deepEqual(
        thread.comments.map(({ body }) => body),
        ['Why *fourteen*?'],
      );
      assert.equal(thread.range?.start.line, 7);
      await editor.edit((edit) => edit.insert(new vscode.Position(6, 0), 'Two\n\nmore.\n'));
      assert.equal((await shown()).range?.start.line, 10);
      await editor.document.save();

      await comments.say({ thread, text: 'By law.' });
      await comments.settle(thread, true);
      assert.equal(await files(), 3);
      assert.equal((await shown()).state, vscode.CommentThreadState.Resolved);
      await comments.settle(thread, false);
      const [first, second] = (await shown()).comments;
      assert.ok(first instanceof ShownComment && second instanceof ShownComment);
      comments.edit(second);
      second.body = 'By the law of 2019.';
      await comments.save(second);
      await comments.delete(first);
      const left = await shown();
      assert.deepEqual(
        left.comments.map(({ body }) => body),
        ['By the law of 2019.'],
      );
      // What the thread is about was said by the first.
      assert.equal(left.range?.start.line, 10);
      assert.equal(await files(), 1);
    } finally {
      comments.dispose();
      other.dispose();
      dispose();
    }
  });

  it('does not become what it may not be, and is given up with a reason', async () => {
    await vscode.commands.executeCommand('techSpec.markImplemented', uri(path));
    assert.match(await readText(path), /\*\*Status:\*\* In Review/);
    const request = { status: 'Rejected', reason: 'Too dear' };
    await vscode.commands.executeCommand('techSpec.setStatus', uri(path), request);
    assert.match(await readText(path), /\*\*Status:\*\* Rejected\n\*\*Status reason:\*\* Too dear\n/);
  });
});
