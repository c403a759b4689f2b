import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { parseSignOff, signOffFolder } from '../../../src/core/checklist/sign-off';
import { reviewedHash, reviewPath, serialiseReview } from '../../../src/core/opinions/opinion';
import { ActiveSpec } from '../../../src/host/review/library/active-spec';
import { checklistItem } from '../../../src/host/review/checklist/checklist-items';
import { ChecklistTree } from '../../../src/host/review/checklist/checklist-tree';
import { opinionItem, opinionsOf, shownOpinions } from '../../../src/host/review/checklist/opinion-items';
import { closeAll, until, uri } from '../open-window';
import { freshPath, parts, prd, readText } from './workspace-under-test';

let path = '';

describe('a review of a spec', () => {
  beforeEach(async () => {
    path = freshPath('tech-specs/reviewed.md');
    const text = `# Tech Spec: Reviewed

**PRD:** [Team invites](../${prd})
**Status:** Someday

## 1. Overview

## 2. Architecture & Design Decisions

## 3. Data Model

## 4. API Design

## 5. Component & Module Design

## 6. Implementation Tasks

## 7. Testing Strategy

## 8. Rollout & Operations

## 9. Open Questions & Risks

## 10. Assumptions

## Review Checklist

- [ ] The tests cover errors and edge cases beyond the stated criteria
`;
    await vscode.workspace.fs.writeFile(uri(path), new TextEncoder().encode(text));
  });

  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(uri(path));
    await vscode.workspace.fs
      .delete(uri(path.replace(/md$/, 'signoffs')), { recursive: true })
      .then(undefined, () => undefined);
  });

  it('records who ticked an item, when and at which commit, one file for each, and takes it back with the tick', async () => {
    const { library, dispose } = parts();
    try {
      const document = await vscode.workspace.openTextDocument(uri(path));
      const look = async () => {
        const spec = await library.review(document);
        assert.ok(spec);
        const item = spec.report.checklist.find(
          ({ verifiedBy, line }) => verifiedBy === 'person' && line !== null,
        );
        assert.ok(item, JSON.stringify(spec.report.checklist.map(({ text }) => text)));
        return { spec, item };
      };
      const before = await look();
      const tick = before.spec.tick(before.item, true);
      assert.ok(tick);
      const edit = new vscode.WorkspaceEdit();
      edit.set(document.uri, [tick]);
      assert.ok(await vscode.workspace.applyEdit(edit));
      await before.spec.signOff(before.item.id, true);
      const folder = signOffFolder(path);
      const names = async (): Promise<readonly string[]> =>
        (await vscode.workspace.fs.readDirectory(uri(folder))).map(([name]) => name);
      const [name = ''] = await names();
      const written = parseSignOff(await readText(`${folder}/${name}`));
      assert.equal(written?.item, before.item.id);
      assert.match(written.date, /^\d{4}-\d{2}-\d{2}$/);
      const after = await look();
      assert.equal(after.item.state, 'pass');
      assert.deepEqual(after.spec.signOffs.get(after.item.id)?.record, written);
      const shown = (spec: NonNullable<typeof after.spec>): string =>
        String(
          checklistItem(
            { entry: after.item, findings: [], signOff: spec.signOffs.get(after.item.id) ?? null },
            () => ({ title: '', command: '' }),
          ).description,
        );
      assert.doesNotMatch(shown(after.spec), /changed since/);
      const more = new vscode.WorkspaceEdit();
      more.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, '\n\nOne more rule.\n');
      assert.ok(await vscode.workspace.applyEdit(more));
      const edited = await look();
      assert.deepEqual(edited.spec.signOffs.get(after.item.id)?.changed, ['spec']);
      assert.match(shown(edited.spec), /^changed since .*\d{4}-\d{2}-\d{2}$/);
      await edited.spec.signOff(after.item.id, false);
      assert.deepEqual(await names(), []);
    } finally {
      dispose();
    }
  });

  it('goes from problem to problem by key, round the end, and only within the spec', async () => {
    await vscode.commands.executeCommand('vscode.open', uri(path));
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const lines = (): readonly number[] =>
      vscode.languages
        .getDiagnostics(uri(path))
        .filter(({ source }) => source === 'tech-spec')
        .map(({ range }) => range.start.line)
        .sort((a, b) => a - b);
    await until('problems', () => new Set(lines()).size > 1);
    const end = editor.document.lineCount - 1;
    const line = (): number | undefined => vscode.window.activeTextEditor?.selection.active.line;
    // What is wrong may change while the last look at the spec is still under way.
    await until('the first problem', async () => {
      editor.selection = new vscode.Selection(end, 0, end, 0);
      await vscode.commands.executeCommand('techSpec.nextProblem');
      return line() === lines()[0];
    });
    await vscode.commands.executeCommand('techSpec.previousProblem');
    await until('the last problem', () => line() === lines().at(-1));
  });

  it('believes a language extension that knows a symbol which the patterns did not find', async () => {
    const code = 'internal/ledger/ledger.go';
    const write = (text: string): Thenable<void> =>
      vscode.workspace.fs.writeFile(uri(code), new TextEncoder().encode(text));
    await write('package ledger\n\nfunc OpenLedger() {}\n');
    const statement = `\nThe existing \`CloseLedger\` in \`${code}\` stays as it is.\n`;
    const text = (await readText(path)).replace('## 1. Overview\n', `## 1. Overview\n${statement}`);
    await vscode.workspace.fs.writeFile(uri(path), new TextEncoder().encode(text));
    const isAccused = (): boolean =>
      vscode.languages
        .getDiagnostics(uri(path))
        .some(({ message, source }) => source === 'tech-spec' && message.includes('CloseLedger'));
    let provider: vscode.Disposable | undefined;
    try {
      await vscode.window.showTextDocument(uri(path));
      await until('the finding', isAccused);
      const at = new vscode.Range(2, 5, 2, 15);
      provider = vscode.languages.registerDocumentSymbolProvider(
        { scheme: 'file', pattern: `**/${code}` },
        {
          provideDocumentSymbols: () =>
            ['OpenLedger', 'CloseLedger'].map(
              (name) => new vscode.DocumentSymbol(name, '', vscode.SymbolKind.Function, at, at),
            ),
        },
      );
      // Whoever was asked is asked again once a file has changed.
      await write('package ledger\n\nfunc OpenLedger() {}\n\n');
      await until('the finding to go', () => !isAccused());
    } finally {
      provider?.dispose();
      await vscode.workspace.fs.delete(uri('internal/ledger'), { recursive: true });
    }
  });

  it('says of each item and finding of the checklist in words what its icon shows', async () => {
    const { library, dispose } = parts();
    const active = new ActiveSpec(library);
    const tree = new ChecklistTree(active, library);
    try {
      await vscode.window.showTextDocument(uri(path));
      await until('the checklist', () => active.current?.uri.toString() === uri(path).toString());
      const heard = new Map<string, string[]>();
      const walk = (nodes: ReturnType<ChecklistTree['getChildren']>): void => {
        for (const node of nodes) {
          const { iconPath, label, accessibilityInformation: said } = tree.getTreeItem(node);
          const icon = iconPath instanceof vscode.ThemeIcon ? iconPath.id : 'box';
          heard.set(`${node.kind} ${icon}`, [
            ...(heard.get(`${node.kind} ${icon}`) ?? []),
            said?.label ?? '',
          ]);
          // An item is called by a short name, and said whole.
          const whole = node.kind === 'item' ? node.shown.entry.text : String(label);
          assert.ok(said?.label.includes(whole), `${whole}: ${said?.label}`);
          if (node.kind === 'item') assert.ok(String(label).length <= 38, String(label));
          walk(tree.getChildren(node));
        }
      };
      walk(tree.getChildren());
      const words: Readonly<Record<string, RegExp>> = {
        ...{ 'finding error': /^Error, .+, line \d+$/, 'finding warning': /^Warning, .+, line \d+$/ },
        ...{ 'item error': /, fails$/, 'item pass': /, verified$/, 'item box': /, for a person to review$/ },
      };
      for (const [kind, said] of heard) for (const one of said) assert.match(one, words[kind] ?? /, ./, kind);
      for (const kind of ['finding error', 'item error', 'item box', 'item question'])
        assert.ok(heard.has(kind), `none of ${kind}: ${[...heard.keys()].join()}`);
    } finally {
      tree.dispose();
      active.dispose();
      dispose();
    }
  });

  it('keeps the checklist of a spec while its source has the focus, as long as the spec is open', async () => {
    const { library, dispose } = parts();
    const active = new ActiveSpec(library);
    const shown = (): string | undefined => active.current?.uri.toString();
    try {
      await closeAll();
      await vscode.window.showTextDocument(uri(path), { preview: false });
      await until('the spec', () => shown() === uri(path).toString());
      const changes: (string | undefined)[] = [];
      const listening = active.onDidChange(() => changes.push(shown()));
      await vscode.window.showTextDocument(uri(prd), { preview: false });
      await until('the spec again', () => changes.length > 0);
      assert.deepEqual(new Set(changes), new Set([uri(path).toString()]));
      listening.dispose();
      const [tab] = vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.path === uri(path).path);
      assert.ok(tab);
      await vscode.window.tabGroups.close(tab);
      await until('no spec', () => shown() === undefined);
    } finally {
      active.dispose();
      dispose();
      await closeAll();
    }
  });

  it('opens the coverage view once', async () => {
    await vscode.commands.executeCommand('vscode.open', uri(path));
    const tabs = (): readonly vscode.Tab[] =>
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .filter(
          ({ input }) =>
            input instanceof vscode.TabInputWebview && input.viewType.endsWith('techSpec.coverage'),
        );
    await vscode.commands.executeCommand('techSpec.showCoverage');
    await until('the view', () => tabs().length === 1);
    await vscode.commands.executeCommand('techSpec.showCoverage');
    assert.equal(tabs().length, 1);
  });

  it('has the opinions that lie beside it, marked once its text is another, and no tick by them', async () => {
    const { library, dispose } = parts();
    const file = uri(reviewPath(path));
    try {
      const document = await vscode.workspace.openTextDocument(uri(path));
      const review = serialiseReview({
        ...{ version: 1, model: 'openai:m', date: '2026-03-02', sha256: reviewedHash(document.getText()) },
        opinions: [
          { item: 'trace.edge-cases', verdict: 'holds', reason: 'Row <b>3</b> says so.', lines: [3] },
        ],
        remarks: [{ text: 'Nobody deletes rows.', lines: [] }],
      });
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(review));
      library.refresh(file);
      const spec = await library.review(document);
      assert.equal(spec?.opinions?.stale, false);
      assert.ok(opinionsOf(spec.opinions).includes('openai:m'));
      const { checklist } = spec.report;
      assert.ok(checklist.every(({ state, verifiedBy }) => verifiedBy !== 'person' || state !== 'pass'));
      const shown = shownOpinions(spec.opinions.review, checklist);
      assert.deepEqual(
        shown.map(({ verdict, lines }) => [verdict, lines]),
        [
          ['holds', [3]],
          [null, []],
        ],
      );
      const [item] = shown.map(opinionItem);
      assert.ok(String(item?.accessibilityInformation?.label).includes('Row <b>3</b> says so.'));
      assert.equal(item?.checkboxState, undefined);

      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(6, 0), 'New text.\n');
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.equal((await library.review(document))?.opinions?.stale, true);
    } finally {
      dispose();
      await vscode.workspace.fs.delete(file).then(undefined, () => undefined);
    }
  });
});
