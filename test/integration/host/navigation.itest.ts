import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, until, uri } from '../open-window';
import { writeText } from './workspace-under-test';

const prdPath = 'prds/navigated.md';
const specPath = 'tech-specs/navigated.md';
const receiptPath = 'tech-specs/navigated.receipt.json';

const prd = `# PRD: Exports

## User stories

### US-001: Export <img src=x onerror=alert(1)> [x](command:foo)

As an owner, I want to export members, so that I can look at them elsewhere.

**Acceptance criteria:**

- An export is kept for 7 days.

### US-002: Share

As an owner, I want to share what US-001 made, so that others can look at it.

**Acceptance criteria:**

- A link opens it.

### US-003: Print

As an owner, I want to print, so that I can pin it to the wall.

**Acceptance criteria:**

- It is one page.
`;

const spec = `---
techSpec: true
---

# Tech Spec: Exports

**PRD:** [Exports](../${prdPath})
**Status:** Draft

## 1. Overview

Exports, as US-001 has them.

### Requirement Mapping

#### PRD-driven: Story Mapping

| Story ID | Story Summary | Implementing Tasks |
|---|---|---|
| US-001 | Export | T-001, T-002 |
| US-002 | Share | T-002 |
| US-003 | Print | Out of scope: later |

## 2. Architecture & Design Decisions

## 3. Data Model

## 4. API Design

## 5. Component & Module Design

## 6. Implementation Tasks

- **T-001:** Write the file
  - _Implements:_ US-001
  - _Files:_ Create: \`internal/exports/write.go\`
  - _Done condition:_ \`go test ./...\`
  - _Dependencies:_ None
- **T-002:** Share it
  - _Implements:_ US-001, US-002
  - _Files:_ Modify: \`internal/\`
  - _Done condition:_ \`go test ./...\`
  - _Dependencies:_ T-001

## 7. Testing Strategy

| Criterion | Assertion |
|---|---|
| US-001/AC-1 | Kept for 7 days |

## 8. Rollout & Operations

## 9. Open Questions & Risks

## 10. Assumptions

## Review Checklist
`;

describe('ids in a spec and its PRD', () => {
  beforeEach(async () => {
    await writeText(prdPath, prd);
    await writeText(specPath, spec);
    // The editor tells of changed files in its own time.
    const document = await vscode.workspace.openTextDocument(uri(specPath));
    await until('the ids of the PRD', async () => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeDefinitionProvider',
        uri(specPath),
        at(document, 'US-002', '| US-002'),
      );
      return found.some((place) => place.uri.path === uri(prdPath).path);
    });
  });

  // Deleted after the last test only: news of a deletion may come when the next test has written the file anew.
  afterEach(async () => {
    await closeAll();
    await remove(receiptPath);
    await vscode.workspace.getConfiguration('techSpec').update('codeLens.enabled', undefined, true);
  });
  after(async () => {
    for (const path of [prdPath, specPath]) await remove(path);
  });

  async function remove(path: string): Promise<void> {
    await vscode.workspace.fs.delete(uri(path)).then(undefined, () => undefined);
  }

  async function open(path: string): Promise<vscode.TextDocument> {
    const document = await vscode.workspace.openTextDocument(uri(path));
    await vscode.window.showTextDocument(document);
    return document;
  }

  /** Position of the first `needle` behind `anchor`. */
  function at(document: vscode.TextDocument, needle: string, anchor = ''): vscode.Position {
    const text = document.getText();
    const offset = text.indexOf(needle, text.indexOf(anchor));
    assert.notEqual(offset, -1, needle);
    return document.positionAt(offset + 1);
  }

  async function hoverText(path: string, needle: string, anchor = ''): Promise<string> {
    const document = await open(path);
    // The first document starts the extension.
    const hovers = await until('a hover', async () => {
      const found = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uri(path),
        at(document, needle, anchor),
      );
      return found.length > 0 ? found : null;
    });
    return hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join('\n');
  }

  it('show their text, state and place when the mouse rests on them, and nothing in them is markup', async () => {
    const text = await hoverText(specPath, 'US-001', 'as US-001');
    assert.match(text, /covered by T\\-001, T\\-002/);
    assert.match(text, /prds\/navigated\.md.*#L5/);
    assert.doesNotMatch(text, /<img|\[x\]\(command/);
    assert.match(await hoverText(specPath, 'T-002', '| US-002'), /Share it/);
    assert.match(await hoverText(specPath, 'US-001/AC-1'), /kept for 7 days/);
    assert.match(await hoverText(prdPath, 'US-003'), /out of scope\\: later/);
  });

  it('lead to where they are defined', async () => {
    const document = await open(specPath);
    const go = (needle: string, anchor: string): Thenable<vscode.Location[]> =>
      vscode.commands.executeCommand(
        'vscode.executeDefinitionProvider',
        uri(specPath),
        at(document, needle, anchor),
      );
    const [story] = await go('US-002', '| US-002');
    assert.equal(story?.uri.path, uri(prdPath).path);
    assert.equal(story.range.start.line, 12);
    const [task] = await go('T-001', '| US-001');
    assert.equal(task?.uri.path, uri(specPath).path);
    assert.equal(document.lineAt(task.range.start.line).text, '- **T-001:** Write the file');
  });

  it('are found in the PRD, the spec and unsaved changes, and highlighted in their own document', async () => {
    const document = await open(specPath);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, at(document, '\nExports, as'), 'US-002 and ');
    await vscode.workspace.applyEdit(edit);
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      uri(specPath),
      at(document, 'US-002', '| US-002'),
    );
    const count = (path: string): number => found.filter((one) => one.uri.path === uri(path).path).length;
    assert.deepEqual([count(prdPath), count(specPath)], [1, 3]);
    const highlights = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      uri(specPath),
      at(document, 'T-002', '| US-002'),
    );
    assert.equal(highlights.length, 3);
  });

  it('are renamed everywhere at once, in an unsaved PRD too', async () => {
    const source = await open(prdPath);
    const change = new vscode.WorkspaceEdit();
    change.insert(source.uri, new vscode.Position(1, 0), '\nUS-001 comes first.\n');
    await vscode.workspace.applyEdit(change);
    const document = await open(specPath);
    const before = [source.getText(), document.getText()];
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      uri(specPath),
      at(document, 'US-001', '| US-001'),
      'US-010',
    );
    assert.ok(
      await vscode.workspace.applyEdit(edit),
      JSON.stringify(edit.entries().map(([where, edits]) => [where.path, edits])),
    );
    assert.deepEqual(
      [source.getText(), document.getText()],
      before.map((text) => text.replaceAll('US-001', 'US-010')),
    );
  });

  it('are not renamed to what is taken, and criteria are not renamed at all', async () => {
    const document = await open(specPath);
    const rename = async (needle: string, to: string): Promise<string> => {
      try {
        await vscode.commands.executeCommand(
          'vscode.executeDocumentRenameProvider',
          uri(specPath),
          at(document, needle),
          to,
        );
        return '';
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    };
    assert.match(await rename('US-002', 'US-003'), /taken/);
    assert.match(await rename('US-001/AC-1', 'US-001/AC-9'), /by its place/);
    assert.equal(document.isDirty, false);
  });

  it('stand in the outline with their state', async () => {
    await open(specPath);
    const ours = await until('the outline', async () => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        uri(specPath),
      );
      const all = (list: readonly vscode.DocumentSymbol[]): readonly vscode.DocumentSymbol[] =>
        list.flatMap((one) => [one, ...all(one.children)]);
      const lines = all(symbols).map(({ name, detail }) => `${name} ${detail}`.trim());
      return lines.some((line) => line.startsWith('T-001')) ? lines : null;
    });
    for (const line of ['US-001 Export x covered', 'US-003 Print out of scope', 'T-002 Share it'])
      assert.ok(ours.includes(line), `${line} in ${ours.join('; ')}`);
  });

  it('are offered in fields and cells, paths between backticks in files', async () => {
    const document = await open(specPath);
    const offered = async (needle: string, anchor: string): Promise<readonly string[]> => {
      const position = at(document, needle, anchor).translate(0, needle.length - 1);
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        uri(specPath),
        position,
      );
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    // The PRD was written a moment ago, and may not be read yet.
    const isOffered = (what: string, needle: string, anchor: string): Promise<true> =>
      until(`${what} to be offered`, async () => (await offered(needle, anchor)).includes(what) || null);
    await isOffered('US-003', 'US-0', '_Implements:_ US-001, US-002');
    await isOffered('T-001', 'T-0', '_Dependencies:_ T-001');
    await isOffered('internal/audit/audit.go', 'internal/', 'Modify:');
  });

  it('have lenses that say what covers and what implements them, unless the settings say not', async () => {
    const titles = async (path: string): Promise<readonly string[]> => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        uri(path),
        100,
      );
      return lenses.map(({ range, command }) => `${range.start.line + 1} ${command?.title ?? ''}`);
    };
    const document = await open(specPath);
    const line = (needle: string): number => at(document, needle).line + 1;
    const inSpec = await titles(specPath);
    for (const expected of [
      `${line('| US-001 | Export')} Covered by T-001, T-002`,
      `${line('| US-003')} Out of scope: later`,
      `${line('- **T-002')} Implements US-001, US-002`,
      `${line('- **T-001')} internal/exports/write.go`,
      `${line('- **T-001')} Mark as Done`,
    ])
      assert.ok(inSpec.includes(expected), `${expected} in ${inSpec.join('; ')}`);
    await open(prdPath);
    assert.ok((await titles(prdPath)).includes('5 Covered by T-001, T-002 · navigated.md'));
    await vscode.workspace.getConfiguration('techSpec').update('codeLens.enabled', false, true);
    assert.deepEqual(await titles(specPath), []);
  });
});

describe('fixes of a spec', () => {
  const path = 'tech-specs/fixed.md';
  const broken = spec
    .replace('T-001, T-002 |', 'T-01, T-002 |')
    .replace('_Implements:_ US-001, US-002', '_Implements:_ US-01, US-002');

  beforeEach(async () => {
    await writeText(prdPath, prd);
    await writeText(path, broken);
  });

  afterEach(async () => {
    await closeAll();
    for (const one of [prdPath, path]) await vscode.workspace.fs.delete(uri(one));
  });

  const unknown = (): readonly vscode.Diagnostic[] =>
    vscode.languages
      .getDiagnostics(uri(path))
      .filter(({ code }) => typeof code === 'object' && code.value === 'unknown-id');

  /** @param resolved of how many the edits are asked for, where they do not come with them */
  async function actions(
    kind: vscode.CodeActionKind,
    range: vscode.Range,
    resolved?: number,
  ): Promise<vscode.CodeAction[]> {
    const asked = [uri(path), range, kind.value, resolved] as const;
    return vscode.commands.executeCommand('vscode.executeCodeActionProvider', ...asked);
  }

  it('settle one problem, and one undo takes it back', async () => {
    const document = await vscode.workspace.openTextDocument(uri(path));
    await vscode.window.showTextDocument(document);
    const [first] = await until('unknown ids', () => (unknown().length === 2 ? unknown() : null));
    assert.ok(first);
    const [action] = (await actions(vscode.CodeActionKind.QuickFix, first.range)).filter(({ title }) =>
      title.startsWith('Replace by'),
    );
    assert.ok(action?.edit);
    assert.equal(action.isPreferred, true);
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    assert.equal(document.getText(), broken.replace('T-01, T-002 |', 'T-001, T-002 |'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), broken);
  });

  it('settle everything safe at once, what the first of them bring up too, by one undo', async function () {
    this.timeout(180_000);
    const document = await vscode.workspace.openTextDocument(uri(path));
    await vscode.window.showTextDocument(document);
    await until('unknown ids', () => unknown().length === 2);
    // Asked for by itself: `editor.action.fixAll` returns before its action is found, and a second one would follow the undo.
    const everything = new vscode.Range(0, 0, document.lineCount, 0);
    const action = await until('the action', async () => {
      const found = await actions(vscode.CodeActionKind.SourceFixAll, everything, 5);
      return found.find(({ edit }) => edit !== undefined);
    });
    assert.ok(action.edit);
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    // Corrections go first and alone; the boxes that the checklist lacks are put in once nothing is misspelt.
    assert.ok(document.getText().startsWith(spec.trimEnd()), document.getText());
    assert.match(document.getText(), /^- \[ \] Each requirement of the PRD has a task/m);
    await vscode.commands.executeCommand('undo');
    // A busy editor tells of it a moment later.
    await until('the text as it was', () => document.getText() === broken);
  });
});

describe('Markdown that is neither spec nor PRD', () => {
  const path = 'notes-navigated.md';

  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(uri(path));
  });

  it('gets nothing at all', async () => {
    const text = spec.replace('techSpec: true', 'title: notes');
    await vscode.workspace.fs.writeFile(uri(path), new TextEncoder().encode(text));
    const document = await vscode.workspace.openTextDocument(uri(path));
    await vscode.window.showTextDocument(document);
    const place = document.positionAt(text.indexOf('US-002') + 1);
    const ask = <T>(command: string, ...rest: readonly unknown[]): Thenable<T> =>
      vscode.commands.executeCommand<T>(command, uri(path), ...rest);
    assert.deepEqual(await ask('vscode.executeHoverProvider', place), []);
    assert.deepEqual(await ask('vscode.executeDefinitionProvider', place), []);
    assert.deepEqual(await ask('vscode.executeCodeLensProvider', 100), []);
    const symbols = await ask<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider');
    assert.ok(!JSON.stringify(symbols).includes('T-001 Write'));
    const everything = new vscode.Range(0, 0, document.lineCount, 0);
    assert.deepEqual(await ask('vscode.executeCodeActionProvider', everything, 'source.fixAll'), []);
    const { items } = await ask<vscode.CompletionList>('vscode.executeCompletionItemProvider', place);
    assert.ok(items.every(({ kind }) => kind !== vscode.CompletionItemKind.Reference));
    assert.deepEqual(vscode.languages.getDiagnostics(uri(path)), []);
  });
});
