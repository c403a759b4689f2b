import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { WizardSession } from '../../../src/host/wizard/session/wizard-session';
import { noDocuments } from '../../../src/host/workspace/no-workspace';
import type { WizardServices } from '../../../src/host/wizard/data/wizard-services';
import { emptyInput, type WizardInput } from '../../../src/shared/wizard/wizard-input';
import { readHostMessage } from '../../../src/shared/wizard/protocol';
import { closeAll, until, uri } from '../open-window';
import { exists, parts, prd, readText } from './workspace-under-test';

describe('a walk through the wizard', () => {
  let made: ReturnType<typeof parts>;
  beforeEach(() => {
    made = parts();
  });
  afterEach(async () => {
    made.dispose();
    await closeAll();
  });

  function session(input: Partial<WizardInput> = {}): WizardSession {
    const services: WizardServices = {
      workspace: made.workspace.folder.name,
      trusted: () => true,
      inputs: made.workspace,
      models: made.models,
      documents: noDocuments,
      window: {
        browseSource: () => Promise.resolve(null),
        browseDocument: () => Promise.resolve(null),
        openFile: () => Promise.resolve(),
        updateSpec: () => Promise.resolve(),
        openProblems: () => Promise.resolve(),
        openText: () => Promise.resolve(),
        resumeDraft: () => Promise.resolve(),
        saveDocument: () => Promise.resolve(),
        openFolder: () => Promise.resolve(),
        manageTrust: () => Promise.resolve(),
        openSettings: () => Promise.resolve(),
        close: () => undefined,
      },
      resultOf: (path) => made.generation.resultOf(uri(path)),
      generate: (model, brief, origin) =>
        made.generation.prepare({
          model,
          brief,
          origin,
          files: made.workspace.files,
          column: vscode.ViewColumn.Active,
        }),
    };
    return new WizardSession(services, { ...emptyInput, ...input });
  }

  async function remove(spec: string): Promise<void> {
    await closeAll();
    await vscode.workspace.fs.delete(uri(spec));
    await vscode.workspace.fs.delete(uri(spec.replace(/\.md$/, '.receipt.json')));
  }

  it('offers the PRD, the initiative and the conversation of the example', async () => {
    const wizard = session();
    await wizard.start();
    const offered = wizard.state.source.candidates.map(({ path, kind }) => `${path} ${kind}`);
    for (const expected of [
      `${prd} prd`,
      'initiatives/member-query-fanout.md initiative',
      'conversations/export-members-csv.md conversation',
    ])
      assert.ok(offered.includes(expected), offered.join('\n'));
    assert.ok(wizard.state.source.candidates.every(({ title }) => title !== ''));
  });

  it('understands source and workspace, and drafts an outline that is saved, recorded and checked', async () => {
    const wizard = session({ source: prd, model: 'outline' });
    await wizard.start();
    const { source, context, template, questions } = wizard.state;
    assert.ok((source.summary?.requirements.length ?? 0) >= 8);
    assert.ok(context.documents.some(({ kind }) => kind === 'rule'));
    assert.equal(context.git?.branch, 'main');
    assert.ok(template.items.length >= 5);
    assert.ok(questions.items.some(({ blocking }) => blocking));
    await wizard.handle({ type: 'selectTemplate', id: 'agent-ready' });
    await wizard.handle({ type: 'deferRest' });
    await wizard.handle({ type: 'goTo', step: 'generate' });
    assert.equal(wizard.state.step, 'generate');
    await wizard.handle({ type: 'setOutput', path: 'specs/under-test.md' });
    await wizard.handle({ type: 'generate' });
    await until('the end', () => wizard.state.generate.phase === 'done', 90_000);
    const message = { type: 'state', state: wizard.state, input: wizard.input };
    assert.ok(readHostMessage(message));

    const { result, notice, sections } = wizard.state.generate;
    assert.equal(notice, null);
    assert.equal(result?.path, 'specs/under-test.md');
    assert.equal(result.errors, 0);
    assert.equal(result.covered + result.outOfScope, result.requirements);
    assert.ok(sections.some(({ state }) => state === 'done'));
    assert.ok(sections.every(({ state }) => state !== 'writing'));
    const spec = await readText(result.path);
    assert.match(spec, /US-001/);
    const receipt = await readText('specs/under-test.receipt.json');
    assert.equal(JSON.parse(receipt).source.path, prd);
    assert.doesNotMatch(receipt, new RegExp(made.workspace.folder.uri.path));

    // A window that is loaded again knows no more than what its page stored.
    const again = session(wizard.input);
    await again.start();
    assert.equal(again.state.generate.phase, 'done');
    assert.deepEqual(again.state.generate.result, result);
    assert.equal(again.goesOnFor(prd), false);

    // The path is taken now: the next one is offered, and the file is safe.
    await wizard.handle({ type: 'setOutput', path: 'specs/under-test.md' });
    assert.match(wizard.state.generate.outputProblem ?? '', /specs\/under-test-2\.md/);
    await wizard.handle({ type: 'generate' });
    assert.equal(await readText(result.path), spec);
    await remove(result.path);
  });

  it('keeps the part that came from a model that breaks off', async () => {
    await vscode.extensions.getExtension('tech-spec-test.fake-model-provider')?.activate();
    await vscode.commands.executeCommand('fakeModels.reset');
    await vscode.commands.executeCommand('fakeModels.set', { text: '# Spec\n\nLine.\n'.repeat(500) });
    const wizard = session({ source: prd, model: 'editor:fake/fake-failing' });
    await wizard.start();
    await wizard.handle({ type: 'deferRest' });
    await wizard.handle({ type: 'goTo', step: 'generate' });
    assert.ok(wizard.state.generate.promptTokens > 1000);
    await wizard.handle({ type: 'setOutput', path: 'specs/broken.md' });
    await wizard.handle({ type: 'generate' });
    await until('the end', () => wizard.state.generate.phase === 'failed', 90_000);
    assert.match(await readText('specs/broken.md'), /^# Spec\n/);
    assert.ok(wizard.state.generate.notice?.actions.some(({ id }) => id === 'retry'));
    await remove('specs/broken.md');
  });

  it('says what is wrong with a source, for each way it can be', async () => {
    const files = {
      'bad/empty.md': new Uint8Array(),
      'bad/binary.md': new Uint8Array([0, 1, 2, 3, 0, 255]),
      'bad/huge.md': new TextEncoder().encode('# Huge\n'.padEnd(30_000_000, 'word ')),
    };
    for (const [path, bytes] of Object.entries(files)) await vscode.workspace.fs.writeFile(uri(path), bytes);
    try {
      for (const path of [...Object.keys(files), 'bad/absent.md', 'bad']) {
        const wizard = session({ source: path });
        await wizard.start();
        const { notice, summary } = wizard.state.source;
        assert.equal(summary, null, path);
        assert.equal(notice?.severity, 'error', path);
        assert.ok(notice.actions.length > 0, path);
        assert.doesNotMatch(notice.text, /Error|undefined|\n/, path);
      }
    } finally {
      await vscode.workspace.fs.delete(uri('bad'), { recursive: true });
    }
  });

  it('reads what is typed and not yet saved, and says so', async () => {
    const document = await vscode.workspace.openTextDocument(uri(prd));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, 0, document.lineAt(0).text.length), '# Another Title');
    await vscode.workspace.applyEdit(edit);
    const wizard = session({ source: prd });
    await wizard.start();
    assert.equal(wizard.state.source.notice?.severity, 'info');
    assert.notEqual(wizard.state.source.summary, null);
    assert.equal(await exists(prd), true);
  });
});
