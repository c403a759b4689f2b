import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, uri } from '../open-window';
import { exists, prd } from './workspace-under-test';

const noChat = undefined;

describe("the tools for the editor's agent mode", () => {
  afterEach(closeAll);

  const call = async (name: string, input: object): Promise<string> => {
    const result = await vscode.lm.invokeTool(name, { input, toolInvocationToken: noChat });
    return result.content
      .map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : ''))
      .join('');
  };

  it('are offered to every agent', () => {
    const names = vscode.lm.tools.map(({ name }) => name).filter((name) => name.startsWith('techspec_'));
    assert.deepEqual([...names].sort(), [
      ...['techspec_check', 'techspec_draft', 'techspec_list', 'techspec_next_task', 'techspec_requirements'],
    ]);
  });

  it('tell the requirements of a document', async () => {
    assert.match(await call('techspec_requirements', { path: prd }), /US-001/);
  });

  it('say what to do instead where a path leads out of the workspace', async () => {
    await assert.rejects(call('techspec_check', { path: '../secret.md' }), /not inside of the workspace/);
  });

  it('draft a spec, check it, and hand out its first task', async () => {
    const written = await call('techspec_draft', { source: prd, template: 'agent-ready' });
    const path = /^Written to (\S+):/.exec(written)?.[1] ?? '';
    try {
      assert.ok(await exists(path), written);
      assert.match(await call('techspec_check', { path }), /14 of 14 requirements covered/);
      assert.match(await call('techspec_next_task', { path }), /^# T-001/);
    } finally {
      await closeAll();
      for (const one of [path, path.replace(/\.md$/, '.receipt.json')])
        await vscode.workspace.fs.delete(uri(one)).then(undefined, () => undefined);
    }
  });
});
