import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { prepareBrief } from '../../../src/core/brief/prepare-brief';
import { decided } from '../../../src/core/clarify/clarify';
import { renderOutline } from '../../../src/core/draft/outline';
import { receiptFor } from '../../../src/core/receipt/receipt-for';
import { parseReceipt } from '../../../src/core/receipt/parse-receipt';
import { serialiseReceipt } from '../../../src/core/receipt/serialise-receipt';
import { closeAll, until, uri } from '../open-window';
import { ProductWindow } from './product-window';
import { freshPath, parts, prd, product, readText } from './workspace-under-test';

let path = '';
let receipt = '';
const model = 'editor:fake/fake-normal';
const answer =
  '### Technical Risks\n\n| Risk | Impact | Mitigation |\n|---|---|---|\n| Mail is late | High | Queue |\n';
const rows = answer.slice(answer.indexOf('| Risk')).trimEnd();

describe('a section that is regenerated', () => {
  let text = '';
  let recorded = '';
  before(async () => {
    await product().activate();
    await vscode.extensions.getExtension('tech-spec-test.fake-model-provider')?.activate();
    const { workspace, dispose } = parts();
    try {
      const { signal } = new AbortController();
      const { source } = await workspace.readSource(prd, null);
      const template = (await workspace.discoverTemplates()).templates.find(({ id }) => id === 'agent-ready');
      assert.ok(template);
      const choice = { excludedPaths: [], includedPaths: [], modelWindow: null };
      const context = await workspace.gatherContext(source, choice, signal);
      const asked = decided(workspace.clarify({ source, context, template }), []);
      const { clock } = workspace;
      const brief = prepareBrief({
        source,
        context,
        template,
        ...asked,
        clock,
        output: 'tech-specs/regenerated.md',
      });
      text = renderOutline(brief);
      recorded = serialiseReceipt(receiptFor(brief, text, { id: 'outline' }));
    } finally {
      dispose();
    }
  });
  beforeEach(async () => {
    path = freshPath('tech-specs/regenerated.md');
    receipt = path.replace(/md$/, 'receipt.json');
    await vscode.commands.executeCommand('fakeModels.reset');
    await vscode.commands.executeCommand('fakeModels.set', { text: answer });
    await write(receipt, recorded);
    await opened(text);
  });
  afterEach(async () => {
    await closeAll();
    for (const file of [path, receipt]) await vscode.workspace.fs.delete(uri(file));
  });

  const write = (file: string, content: string): Thenable<void> =>
    vscode.workspace.fs.writeFile(uri(file), new TextEncoder().encode(content));
  /** The document with a new content of its file: an editor that had it open before reads it again in its own time. */
  async function opened(content: string): Promise<vscode.TextDocument> {
    await write(path, content);
    const document = await vscode.workspace.openTextDocument(uri(path));
    await until('the content of the file', () => !document.isDirty && document.getText() === content);
    return document;
  }
  const diffs = (): readonly vscode.TabInputTextDiff[] =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .flatMap(({ input }) => (input instanceof vscode.TabInputTextDiff ? [input] : []));
  const regenerate = (more: object = {}): Thenable<unknown> =>
    vscode.commands.executeCommand('techSpec.regenerateSection', uri(path), {
      ...{ section: 'risks', instruction: 'Name the mail.', model },
      ...more,
    });
  async function proposal(): Promise<vscode.TextDocument> {
    const diff = await until('the diff', () => diffs()[0]);
    assert.equal(diff.original.toString(), uri(path).toString());
    return vscode.workspace.openTextDocument(diff.modified);
  }
  /** The spec with another text in the section. */
  const withRows = (whole: string): string => {
    const start = whole.indexOf('### Technical Risks\n\n') + '### Technical Risks\n\n'.length;
    return whole.slice(0, start) + rows + whole.slice(whole.indexOf('\n\n### ', start));
  };

  it('is shown as a diff, accepted as one edit of that section alone, and undone at once', async () => {
    const document = await vscode.workspace.openTextDocument(uri(path));
    await vscode.window.showTextDocument(document);
    const changes: vscode.TextDocumentContentChangeEvent[] = [];
    const listening = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document) changes.push(...event.contentChanges);
    });
    try {
      await regenerate();
      const proposed = await proposal();
      await until('the whole proposal', () => proposed.getText() === withRows(text));
      assert.equal(document.getText(), text);
      await vscode.commands.executeCommand('techSpec.acceptSection');
      assert.equal(document.getText(), withRows(text));
      assert.equal(changes.length, 1);
      assert.deepEqual(diffs(), []);
      const parsed = parseReceipt(await readText(receipt));
      assert.ok('receipt' in parsed);
      assert.deepEqual(
        parsed.receipt.sections.flatMap(({ key, model: by }) => (by === undefined ? [] : [[key, by.id]])),
        [['risks', model]],
      );
      assert.equal(vscode.window.activeTextEditor?.document, document);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), text);
    } finally {
      listening.dispose();
    }
    const requests =
      await vscode.commands.executeCommand<{ messages: { text: string }[] }[]>('fakeModels.requests');
    assert.match(requests[0]?.messages.at(-1)?.text ?? '', /Name the mail\./);
  });

  describe('because an answer changed', () => {
    const drift = 'answer:area:error-handling';
    let answers = '';
    beforeEach(async () => {
      answers = path.replace(/md$/, 'answers.json');
      const given = { kind: 'text', questionId: 'area:error-handling', text: 'A toast says so.' };
      await write(answers, JSON.stringify({ version: 1, source: prd, answers: [given] }));
    });
    afterEach(async () => {
      await vscode.workspace.fs.delete(uri(answers));
    });
    /** Commands of the lenses about drift, in the order of the document. */
    async function driftLenses(): Promise<readonly string[]> {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        uri(path),
      );
      const commands = found.flatMap(({ command }) => command?.command ?? []);
      return commands.filter((id) => /Drift$|Stale$/.test(id));
    }

    it('is stale, and is written anew with all others that are, in one diff', async () => {
      const document = await vscode.workspace.openTextDocument(uri(path));
      await vscode.window.showTextDocument(document);
      const lenses = await until('the lenses', async () => {
        const shown = await driftLenses();
        return shown.length > 0 ? shown : undefined;
      });
      assert.ok(lenses.includes('techSpec.updateDrift') && lenses.includes('techSpec.regenerateStale'));
      await vscode.commands.executeCommand('techSpec.regenerateStale', uri(path), { model: 'outline' });
      const proposed = await proposal();
      await until('the answer in the proposal', () => proposed.getText().includes('A toast says so.'));
      await vscode.commands.executeCommand('techSpec.acceptSection');
      assert.ok(document.getText().includes('A toast says so.'));
      assert.ok(await document.save());
      await until('no lens about drift', async () => (await driftLenses()).length === 0);
    });

    it('may stay as it is with a reason, which lies in a file of its own', async () => {
      await until('the lenses', async () => (await driftLenses()).length > 0);
      await vscode.commands.executeCommand(
        'techSpec.acceptDrift',
        uri(path),
        [drift],
        'It was said already.',
      );
      await until('no lens about drift', async () => (await driftLenses()).length === 0);
      const folder = path.replace(/\.md$/, '.accepted');
      const [[name = ''] = []] = await vscode.workspace.fs.readDirectory(uri(folder));
      assert.match(await readText(`${folder}/${name}`), /It was said already\./);
      await vscode.workspace.fs.delete(uri(folder), { recursive: true });
    });

    it('is found out where its answers are edited', async () => {
      await vscode.commands.executeCommand('techSpec.editAnswers', uri(path));
      await until('the wizard', () =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .some(({ label }) => label.startsWith('Answers: ')),
      );
    });
  });

  it('leaves the spec as it is when it is discarded, or when its diff is closed', async () => {
    const document = await vscode.workspace.openTextDocument(uri(path));
    for (const end of ['techSpec.discardSection', 'workbench.action.closeActiveEditor']) {
      await regenerate();
      await proposal();
      await vscode.commands.executeCommand(end);
      await until('no diff', () => diffs().length === 0);
      await vscode.commands.executeCommand('techSpec.acceptSection');
      assert.equal(document.getText(), text);
      assert.equal(await readText(receipt), recorded);
    }
  });

  it('streams into the diff, which shows that section, and closing it stops the model', async () => {
    const ended = regenerate({ model: 'editor:fake/fake-slow' });
    const proposed = await proposal();
    const begins = text.split('\n').indexOf('### Technical Risks');
    assert.ok(begins > 60);
    await until('the section in view', () =>
      vscode.window.visibleTextEditors.some(
        ({ document, visibleRanges }) =>
          document === proposed &&
          visibleRanges.some(({ start, end }) => start.line <= begins && begins <= end.line),
      ),
    );
    await until('the first words', () => proposed.getText() !== text);
    await vscode.commands.executeCommand('techSpec.acceptSection');
    await vscode.commands.executeCommand('techSpec.discardSection');
    // The slow model would take half a minute for its answer.
    await ended;
    assert.deepEqual(diffs(), []);
    assert.equal((await vscode.workspace.openTextDocument(uri(path))).getText(), text);
  });

  it('keeps what is edited elsewhere meanwhile, and is not put over an edit in the section itself', async () => {
    const document = await vscode.workspace.openTextDocument(uri(path));
    const insert = async (at: number, words: string): Promise<void> => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.positionAt(at), words);
      assert.ok(await vscode.workspace.applyEdit(edit));
    };
    await regenerate();
    await proposal();
    await insert(text.indexOf('\n\n### Summary'), '\n\nBy hand.');
    const edited = document.getText();
    await vscode.commands.executeCommand('techSpec.acceptSection');
    assert.equal(document.getText(), withRows(edited));

    // What was accepted is as generated: no consent is needed for it.
    await regenerate();
    await proposal();
    await insert(document.getText().indexOf('| Mail is late'), '| By hand | Low | None |\n');
    const inside = document.getText();
    await vscode.commands.executeCommand('techSpec.acceptSection');
    assert.equal(document.getText(), inside);
    await vscode.commands.executeCommand('techSpec.discardSection');
  });

  it('is not replaced without consent where it was edited by hand', async () => {
    const document = await opened(
      text.replace('### Technical Risks\n\n', '### Technical Risks\n\nBy hand.\n\n'),
    );
    const edited = document.getText();
    assert.match(edited, /By hand/);
    // Nobody answers a question in this window, which counts as no.
    await regenerate();
    assert.deepEqual(diffs(), []);
    assert.equal(document.getText(), edited);
    assert.deepEqual(await vscode.commands.executeCommand('fakeModels.requests'), []);
    await regenerate({ consent: true });
    await proposal();
    await vscode.commands.executeCommand('techSpec.acceptSection');
    assert.equal(document.getText(), withRows(edited));
  });

  it('is repaired from a quick fix of an error in it', async () => {
    const document = await opened(text.replace(/(### Technical Risks\n\n)[\s\S]*?(?=\n\n### )/, '$1TBD'));
    await vscode.window.showTextDocument(document);
    const line = document.getText().split('\n').indexOf('### Technical Risks');
    const fix = await until('the quick fix', async () => {
      const range = new vscode.Range(line, 0, line + 3, 0);
      // Cancelled while the document is checked again.
      const actions = await vscode.commands
        .executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          ...[uri(path), range, vscode.CodeActionKind.QuickFix.value],
        )
        .then(undefined, () => []);
      return actions.find(({ command }) => command?.command === 'techSpec.repairSection');
    });
    const [, request] = (fix.command?.arguments ?? []) as unknown as readonly [vscode.Uri, object];
    await vscode.commands.executeCommand('techSpec.repairSection', uri(path), {
      ...request,
      model,
      consent: true,
    });
    await proposal();
    await vscode.commands.executeCommand('techSpec.acceptSection');
    assert.equal(document.getText(), withRows(document.getText()));
    assert.match(document.getText(), /Mail is late/);
  });

  describe('and a person who decides', () => {
    const window = new ProductWindow();
    beforeEach(() => window.takeOver());
    afterEach(() => {
      window.giveBack();
      window.forget();
    });
    const inStatusBar = (): readonly string[] => [...window.statusItems].map(({ text: shown }) => shown);
    const accept = (_title: string, items: readonly vscode.QuickPickItem[]): unknown =>
      items.find(({ label }) => label === 'Accept');

    it('is told in the status bar that it waits until it is accepted, discarded or closed, and no longer', async () => {
      const ends = ['acceptSection', 'discardSection'].map((name) => `techSpec.${name}`);
      for (const end of [...ends, 'workbench.action.closeActiveEditor']) {
        await regenerate();
        await proposal();
        await until('the status bar', () => inStatusBar().length === 1);
        assert.match(inStatusBar()[0] ?? '', /accept or discard/);
        // A message can't be taken away once somebody has decided elsewhere, so it has nothing to press.
        const said = window.said.filter(({ text: one }) => one.includes('written anew'));
        assert.deepEqual(
          said.flatMap(({ buttons }) => buttons),
          [],
        );
        await vscode.commands.executeCommand(end);
        await until('nothing in the status bar', () => inStatusBar().length === 0);
      }
    });

    it('decides from the status bar too, with the diff in front', async () => {
      const document = await vscode.workspace.openTextDocument(uri(path));
      await regenerate();
      await proposal();
      await until('the status bar', () => inStatusBar().length === 1);
      await vscode.window.showTextDocument(uri(prd), { preview: false });
      let inFront = false;
      window.pick = (title, items) => {
        const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
        inFront = tab?.input instanceof vscode.TabInputTextDiff;
        return accept(title, items);
      };
      const [item] = window.statusItems;
      assert.ok(typeof item?.command === 'string');
      await vscode.commands.executeCommand(item.command);
      assert.ok(inFront, 'what is decided about is in view');
      assert.equal(document.getText(), withRows(document.getText()));
      assert.match(document.getText(), /Mail is late/);
      assert.deepEqual(inStatusBar(), []);
    });

    it('is not asked for a wish that the outline could not heed, and is asked for one that a model can', async () => {
      window.typed = undefined;
      await vscode.commands.executeCommand('techSpec.regenerateSection', uri(path), {
        ...{ section: 'risks', model: 'outline' },
      });
      await proposal();
      assert.deepEqual(window.asked, []);
      await vscode.commands.executeCommand('techSpec.discardSection');
      await vscode.commands.executeCommand('techSpec.regenerateSection', uri(path), {
        ...{ section: 'risks', model },
      });
      assert.equal(window.asked.length, 1);
      assert.deepEqual(diffs(), []);
    });
  });

  it('leads from a line of an open question to where it is answered, by the light bulb', async () => {
    const document = await vscode.workspace.openTextDocument(uri(path));
    await vscode.window.showTextDocument(document);
    const lines = text.split('\n');
    const actionsAt = async (line: number): Promise<readonly vscode.CodeAction[]> =>
      vscode.commands
        .executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          ...[uri(path), new vscode.Range(line, 0, line, 0), vscode.CodeActionKind.QuickFix.value],
        )
        .then(undefined, () => []);
    const asked = lines.findIndex((line) => /^\| OQ-\d+: Should an admin see/.test(line));
    const answer = await until('the way to the question', async () =>
      (await actionsAt(asked)).find(({ title }) => /^Answer OQ-\d+\.\.\.$/.test(title)),
    );
    assert.equal(answer.command?.command, 'techSpec.editAnswers');
    await vscode.commands.executeCommand(answer.command.command, ...(answer.command.arguments ?? []));
    await until('the wizard', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .some(({ label }) => label.startsWith('Answers: ')),
    );

    // What only the spec asks is answered where the spec waits for it.
    const placesOf = (id: string): readonly number[] =>
      lines.flatMap((line, index) => (new RegExp(`\\b${id}\\b`).test(line) ? [index] : []));
    const listed = lines.flatMap(
      (line) => /^\| (OQ-\d+): (?!Should an admin|Does the accounts)/.exec(line)?.[1] ?? [],
    );
    const once = listed.find((id) => placesOf(id).length === 2);
    assert.ok(once !== undefined, listed.join());
    const [waiting = 0, own = 0] = placesOf(once);
    const go = await until('the way to the place', async () =>
      (await actionsAt(own)).find(({ title }) => title === `Go to where ${once} waits for its answer`),
    );
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand(go.command?.command ?? '', ...(go.command?.arguments ?? []));
    await until('the place', () => vscode.window.activeTextEditor?.selection.active.line === waiting);
  });

  it('is offered above each section', async () => {
    await vscode.window.showTextDocument(uri(path));
    const lenses = await until('the lenses', async () => {
      const all = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        uri(path),
        300,
      );
      const own = all.filter(({ command }) => command?.command === 'techSpec.regenerateSection');
      return own.length > 0 ? own : null;
    });
    const line = text.split('\n').indexOf('### Technical Risks');
    assert.ok(lenses.some(({ range }) => range.start.line === line));
  });
});
