import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { prepareBrief } from '../../../src/core/brief/prepare-brief';
import { decided } from '../../../src/core/clarify/clarify';
import { renderOutline } from '../../../src/core/draft/outline';
import { receiptFor } from '../../../src/core/receipt/receipt-for';
import { serialiseReceipt } from '../../../src/core/receipt/serialise-receipt';
import { SpecsTree } from '../../../src/host/review/specs-view/specs-tree';
import { ProductWindow } from './product-window';
import { closeAll, until, uri } from '../open-window';
import { exists, freshPath, parts, product, readText, remove, writeText } from './workspace-under-test';

const prd = `# PRD: Tool loans

## User stories

### US-001: Lend a tool

As a neighbour, I want to lend a tool, so that I need not buy one.

**Acceptance criteria:**

- A tool that is out is refused.

### US-002: Bring it back

As a neighbour, I want to bring a tool back, so that others can use it.

**Acceptance criteria:**

- The list shows it as free.

### US-003: Reserve a tool

As a neighbour, I want to reserve a tool, so that it is there when I need it.

**Acceptance criteria:**

- A reserved tool can not be lent by another.
`;
/** One story in other words, one gone, one new. */
const changed = prd
  .replace('- The list shows it as free.', '- The list shows it as free within a minute.')
  .replace(/\n### US-003[\s\S]*$/, '').concat(`
### US-004: Report damage

As a neighbour, I want to report damage, so that nobody gets hurt.

**Acceptance criteria:**

- A damaged tool can not be lent.
`);

describe('a spec whose PRD changes', () => {
  const window = new ProductWindow();
  let source = '';
  let path = '';
  let receipt = '';
  let text = '';
  let recorded = '';

  before(async () => {
    await product().activate();
  });
  beforeEach(async () => {
    source = freshPath('prds/tool-loans.md');
    path = source.replace('prds/', 'tech-specs/');
    receipt = path.replace(/md$/, 'receipt.json');
    await writeText(source, prd);
    const { workspace, dispose } = parts();
    try {
      const read = (await workspace.readSource(source, null)).source;
      const template = (await workspace.discoverTemplates()).templates.find(({ id }) => id === 'agent-ready');
      assert.ok(template);
      const choice = { excludedPaths: [], includedPaths: [], modelWindow: null };
      const context = await workspace.gatherContext(read, choice, new AbortController().signal);
      const asked = decided(workspace.clarify({ source: read, context, template }), []);
      const brief = prepareBrief({
        ...{ source: read, context, template, ...asked, clock: workspace.clock, output: path },
      });
      text = renderOutline(brief);
      recorded = serialiseReceipt(receiptFor(brief, text, { id: 'outline' }));
    } finally {
      dispose();
    }
    await writeText(receipt, recorded);
    await writeText(path, text);
    window.takeOver();
  });
  afterEach(async () => {
    window.giveBack();
    window.forget();
    await closeAll();
    await remove(path, receipt, source, path.replace(/\.md$/, '.accepted'));
  });

  /** What the Specs view has below the spec, as a person reads it. */
  async function drifted(): Promise<readonly string[]> {
    const { library, dispose } = parts();
    const tree = new SpecsTree(library, {
      nodes: () => Promise.resolve([]),
      onDidChange: () => new vscode.Disposable(() => undefined),
    });
    try {
      const items = await tree.getChildren();
      const spec = items.find((item) => 'path' in item && item.path === path);
      assert.ok(spec, 'the spec is in the view');
      const drifts = await tree.getChildren(spec);
      return await Promise.all(
        drifts.map(async (item) => {
          const { label, description } = tree.getTreeItem(item);
          const below = (await tree.getChildren(item)).map((one) => tree.getTreeItem(one));
          // What stands below a drift is what its description sums up, and each leads to its place.
          for (const touched of below) {
            assert.ok(String(description).includes(String(touched.label)));
            assert.equal(touched.command?.command, 'vscode.open');
          }
          return `${String(label)} | ${String(description)}`;
        }),
      );
    } finally {
      tree.dispose();
      dispose();
    }
  }
  /** Ids of the tasks that implement a requirement. */
  function tasksOf(whole: string, requirement: string): readonly string[] {
    const lines = whole.split('\n');
    return lines.flatMap((line, index) => {
      const task = /^- (?:\[.\] )?\*\*(T-\d+):/.exec(line)?.[1];
      const fields = lines.slice(index + 1, index + 4).join(' ');
      return task !== undefined && fields.includes(requirement) ? [task] : [];
    });
  }
  const subjects = (all: readonly string[]): readonly string[] =>
    all.map((one) => one.slice(0, one.indexOf(' |')));
  async function shown(): Promise<vscode.TextDocument> {
    const document = await vscode.workspace.openTextDocument(uri(path));
    await vscode.window.showTextDocument(document, { preview: false });
    return document;
  }
  async function proposal(): Promise<vscode.TextDocument> {
    const diff = await until('the diff', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .map(({ input }) => input)
        .find((input) => input instanceof vscode.TabInputTextDiff),
    );
    assert.equal(diff.original.toString(), uri(path).toString());
    return vscode.workspace.openTextDocument(diff.modified);
  }
  const offered = (): Promise<unknown> =>
    until('the offer', () => window.said.some(({ text: said }) => said.includes('Accept or discard it')));
  /** The spec without its table rows, items and tasks that name one of these. */
  const withoutBlocksOf = (whole: string, ...ids: readonly string[]): string =>
    whole
      .split(/\n(?=- \*\*|\| |#|\n)/)
      .filter((block) => !ids.some((id) => block.includes(id)))
      .join('\n');

  it('is told of exactly what changed and what that touches, in the view, in Problems and above its sections', async () => {
    assert.deepEqual(await drifted(), []);
    await writeText(source, changed);
    const all = await drifted();
    assert.deepEqual(subjects(all), [
      'US-002 changed: Bring it back',
      'US-004 added: Report damage',
      'US-003 removed: Reserve a tool',
    ]);
    for (const [index, id] of ['US-002', 'US-004', 'US-003'].entries())
      assert.match(all[index] ?? '', new RegExp(`requirement ${id}; sections "`));
    assert.match(all[0] ?? '', new RegExp(`tasks ${tasksOf(text, 'US-002').join(', ')}$`));
    assert.match(all[2] ?? '', new RegExp(`tasks ${tasksOf(text, 'US-003').join(', ')}$`));

    const document = await shown();
    const stale = await until('the problems', () => {
      const found = vscode.languages
        .getDiagnostics(uri(path))
        .filter(({ code }) => typeof code === 'object' && code.value === 'stale-section');
      return found.length > 0 ? found : undefined;
    });
    const headings = stale.map(({ range }) => document.lineAt(range.start.line).text);
    assert.ok(
      headings.every((line) => line.startsWith('#')),
      headings.join('\n'),
    );
    for (const heading of headings)
      assert.ok(
        all.some(
          (one) =>
            one.includes(`"${heading.replace(/^#+ (?:[\d.]+ )?/, '')}"`) ||
            one.includes(`"${heading.replace(/^#+ /, '')}"`),
        ),
        `${heading} is in the view`,
      );
  });

  it('leads to what changed, and to the PRD where a story is gone from it', async () => {
    await writeText(source, changed);
    for (const [id, line] of [
      ['US-002', '### US-002: Bring it back'],
      ['US-003', '# PRD: Tool loans'],
    ] as const) {
      await closeAll();
      await vscode.commands.executeCommand('techSpec.openDrift', uri(path), [`requirement:${id}`]);
      const editor = await until('the PRD', () => {
        const active = vscode.window.activeTextEditor;
        return active?.document.uri.toString() === uri(source).toString() ? active : undefined;
      });
      assert.equal(editor.document.lineAt(editor.selection.active.line).text, line);
    }
  });

  it('is updated by the diff of just those sections, and an undo brings text, receipt and drift back', async () => {
    await writeText(source, changed);
    const document = await shown();
    await vscode.commands.executeCommand('techSpec.updateDrift', uri(path), ['requirement:US-002'], {
      model: 'outline',
    });
    const proposed = await proposal();
    await offered();
    assert.equal(document.getText(), text);
    await until('the whole proposal', () => proposed.getText().includes('within a minute'));
    await vscode.commands.executeCommand('techSpec.acceptSection');
    assert.equal(document.getText(), proposed.getText());
    // A busy editor may refuse while it saves already.
    await until('the save', async () => document.save());
    await until(
      'only the other drifts',
      async () =>
        !subjects(await drifted())
          .join()
          .includes('US-002'),
    );

    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
    await until('the receipt of that text', async () => (await readText(receipt)) === recorded);
    // A busy editor may refuse while it saves already.
    await until('the save', async () => document.save());
    assert.equal((await drifted()).length, 3);

    await vscode.commands.executeCommand('redo');
    await until('the receipt of the new text', async () => (await readText(receipt)) !== recorded);
  });

  it('has its receipt back where the update was not saved and its tab is closed', async () => {
    // The window saves by itself after a second, which a slow machine needs to get to the end of this.
    const files = vscode.workspace.getConfiguration('files');
    await files.update('autoSave', 'off', vscode.ConfigurationTarget.Global);
    try {
      await writeText(source, changed);
      await shown();
      await vscode.commands.executeCommand('techSpec.regenerateStale', uri(path), { model: 'outline' });
      await proposal();
      await offered();
      await vscode.commands.executeCommand('techSpec.acceptSection');
      await until('the receipt', async () => (await readText(receipt)) !== recorded);
      // The diff closes a moment later: until then it may be what stands in front, and would be closed in place of the spec.
      await until('the diff to be gone', () =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .every(({ input }) => !(input instanceof vscode.TabInputTextDiff)),
      );
      await shown();
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await until('the receipt of the file', async () => (await readText(receipt)) === recorded);
    } finally {
      await files.update('autoSave', undefined, vscode.ConfigurationTarget.Global);
    }
    assert.equal(await readText(path), text);
    assert.equal((await drifted()).length, 3);
  });

  it('takes the PRD in with all else as it was: ids, ticks, and what a person wrote', async () => {
    const ticked = text
      .replace(/^- \[ \] (?=\*\*T-001)/m, '- [x] ')
      .replace(/^- (?=\*\*T-001)/m, '- [x] ')
      .replace('\n## 2. ', '\nBy hand: ask the caretaker.\n\n## 2. ');
    assert.notEqual(ticked, text);
    await writeText(path, ticked);
    await writeText(source, changed);
    const document = await shown();
    assert.equal(document.getText(), ticked);
    await vscode.commands.executeCommand('techSpec.update', uri(path), { model: 'outline', consent: true });
    await proposal();
    await offered();
    // Titled by the sections that change, and open at the first of them.
    const titled = await until('the diff of the whole answer', () => {
      const [tab, ...more] = vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ input }) => input instanceof vscode.TabInputTextDiff);
      return tab?.label.includes('written anew') === true && more.length === 0 ? tab : undefined;
    });
    assert.ok(titled.input instanceof vscode.TabInputTextDiff);
    const after = (await vscode.workspace.openTextDocument(titled.input.modified)).getText().split('\n');
    const first = ticked.split('\n').findIndex((line, index) => line !== after[index]);
    const above = after.slice(0, first + 1).findLast((line) => /^#{2,} /.test(line)) ?? '';
    assert.ok(titled.label.includes(above.replace(/^#+ /, '')), `${titled.label} names ${above}`);
    assert.ok(first > 5);
    const modified = titled.input.modified.toString();
    await until('the first change in view', () =>
      vscode.window.visibleTextEditors.some(
        ({ document: one, visibleRanges }) =>
          one.uri.toString() === modified &&
          visibleRanges.some((range) => range.start.line <= first && first <= range.end.line),
      ),
    );
    await vscode.commands.executeCommand('techSpec.acceptSection');
    const now = document.getText();
    assert.match(now, /By hand: ask the caretaker\./);
    assert.match(now, /^- \[x\] \*\*T-001/m);
    assert.match(now, /within a minute/);
    assert.match(now, /US-004/);
    const ids = (whole: string): readonly string[] =>
      [...whole.matchAll(/\*\*(T-\d+):/g)].map(([, id]) => id ?? '');
    const before = ids(ticked);
    const gone = tasksOf(ticked, 'US-003');
    assert.ok(gone.length > 0);
    assert.deepEqual(
      ids(now).filter((id) => before.includes(id)),
      before.filter((id) => !gone.includes(id)),
    );
    const fresh = tasksOf(now, 'US-004');
    assert.ok(fresh.length > 0 && fresh.every((id) => !before.includes(id)), fresh.join());
    assert.ok(withoutBlocksOf(now, 'US-002', 'US-003', 'US-004').includes('By hand'));
    // A busy editor may refuse while it saves already.
    await until('the save', async () => document.save());
    await until('nothing drifted', async () => (await drifted()).length === 0);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), ticked);
    await until('the receipt of that text', async () => (await readText(receipt)) === recorded);
  });

  it('has the line below it written anew with the update, as by the command line, and one undo brings both back', async () => {
    const ended = `${text.trimEnd()}\n\n_Traceability not verified: 1 of 9 requirements are mapped to tasks and back._\n`;
    await writeText(path, ended);
    await writeText(source, changed);
    const document = await shown();
    assert.equal(document.getText(), ended);
    await vscode.commands.executeCommand('techSpec.update', uri(path), { model: 'outline', consent: true });
    await proposal();
    await offered();
    await vscode.commands.executeCommand('techSpec.acceptSection');
    const lines = document.getText().trimEnd().split('\n');
    assert.match(lines.at(-1) ?? '', /^_Traceability verified: 3 of 3 requirements /u);
    assert.ok(lines.some((line) => line.includes('within a minute')));
    assert.equal(lines.filter((line) => line.startsWith('_Traceability')).length, 1);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), ended);
  });

  it('may stay as it is with a note, which one button takes back', async () => {
    await writeText(source, changed);
    const folder = path.replace(/\.md$/, '.accepted');
    await vscode.commands.executeCommand(
      'techSpec.acceptDrift',
      uri(path),
      ['requirement:US-004'],
      'Damage is reported by phone.',
    );
    assert.deepEqual(subjects(await drifted()), [
      'US-002 changed: Bring it back',
      'US-003 removed: Reserve a tool',
    ]);
    const [[name = ''] = []] = await vscode.workspace.fs.readDirectory(uri(folder));
    assert.match(await readText(`${folder}/${name}`), /Damage is reported by phone\./);
    assert.equal(await readText(path), text);
    assert.equal(await readText(receipt), recorded);
    window.said.find(({ buttons }) => buttons.includes('Undo'))?.press('Undo');
    await until('the drift', async () => (await drifted()).length === 3);
    assert.equal(await exists(`${folder}/${name}`), false);
  });
});
