import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { uri } from '../open-window';
import { exists, parts, prd } from './workspace-under-test';

describe('the output', () => {
  const withParts = async <T>(use: (made: ReturnType<typeof parts>) => Promise<T>): Promise<T> => {
    const made = parts();
    try {
      return await use(made);
    } finally {
      made.dispose();
    }
  };

  it('is free, or says so and names a path that is', () =>
    withParts(async ({ workspace }) => {
      assert.equal(await workspace.outputProblem('specs/new.md'), null);
      const taken = await workspace.outputProblem(prd);
      assert.match(taken ?? '', /prds\/team-invites\.md exists .* prds\/team-invites-2\.md is free/);
      assert.match((await workspace.outputProblem('../out.md')) ?? '', /leaves the workspace/);
      assert.match((await workspace.outputProblem('/tmp/out.md')) ?? '', /relative/);
    }));

  it('counts an unsaved document that waits to be saved there as taken', () =>
    withParts(async ({ workspace }) => {
      const waiting = uri('specs/waiting.md').with({ scheme: 'untitled' });
      await vscode.workspace.openTextDocument(waiting);
      assert.match((await workspace.outputProblem('specs/waiting.md')) ?? '', /waiting-2\.md is free/);
    }));

  it('is prepared by making its folder, and leaves nothing else behind', () =>
    withParts(async ({ workspace }) => {
      assert.equal(await workspace.prepareOutput('made/for/test/spec.md'), null);
      assert.deepEqual(await vscode.workspace.fs.readDirectory(uri('made/for/test')), []);
      await vscode.workspace.fs.delete(uri('made'), { recursive: true });
    }));

  it('that can not be written says so before any model is asked', () =>
    withParts(async ({ workspace }) => {
      const problem = await workspace.prepareOutput('go.mod/spec.md');
      assert.match(problem ?? '', /go\.mod\/spec\.md/);
      assert.doesNotMatch(problem ?? '', /Error|\n/);
      assert.equal(await exists('go.mod'), true);
    }));
});
