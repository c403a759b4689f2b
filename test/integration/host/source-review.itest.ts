import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { SpecLibrary } from '../../../src/host/review/library/spec-library';
import { KnownSources } from '../../../src/host/source-review/known-sources';
import { closeAll, until, uri } from '../open-window';
import { freshPath } from './workspace-under-test';

let path = '';
const text = `# PRD: Exports

## User stories

### US-001: Export

As an owner, I want to export members, so that I can look at them elsewhere.

**Acceptance criteria:**

- An export is kept for 7 days.

### US-002: Share

As an owner, I want to share an export, so that others can look at it.

## Requirements

- **FR-001**: Sign the DPA before the first export.
- **FR-002**: Show the DPA beside each export.
- **FR-002**: Delete customer accounts and the DPA. Exports are kept for 14 days.
- **FR-003**: Follow US-009.

## Glossary

- **Owner**: who pays
- **Export**: a file with members
`;

describe('a PRD in the editor', () => {
  beforeEach(() => {
    path = freshPath('prds/under-test.md');
  });
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(uri(path)).then(undefined, () => undefined);
    await vscode.workspace.getConfiguration('techSpec').update('prds.include', undefined);
    await vscode.workspace.getConfiguration('techSpec').update('checks.prd-not-approved', undefined);
  });

  async function open(content: string, at = path): Promise<vscode.TextDocument> {
    await vscode.workspace.fs.writeFile(uri(at), new TextEncoder().encode(content));
    const document = await vscode.workspace.openTextDocument(uri(at));
    await vscode.window.showTextDocument(document);
    return document;
  }

  function problems(at = path): readonly vscode.Diagnostic[] {
    return vscode.languages.getDiagnostics(uri(at)).filter(({ source }) => source === 'tech-spec');
  }

  /** The editor hands diagnostics back with a plain code. */
  function idOf({ code }: vscode.Diagnostic): string {
    return String(typeof code === 'object' ? code.value : code);
  }

  function problem(check: string): vscode.Diagnostic | undefined {
    return problems().find((one) => idOf(one) === check);
  }

  async function actionsFor(check: string): Promise<readonly vscode.CodeAction[]> {
    const found = await until(check, () => problem(check));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri(path),
      found.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const titles: Readonly<Record<string, string>> = {
      'prd-acceptance-missing': 'Add a place',
      'prd-duplicate-id': 'Renumber',
      'prd-undefined-term': 'to the terms',
    };
    return actions.filter(({ title }) => title.includes(titles[check] ?? check));
  }

  /** Applies the quick fix, waits until the problem is gone, and takes it back with one undo. */
  async function fixAndUndo(check: string, expected: (before: string) => string): Promise<void> {
    const document = await open(text);
    const [action, ...more] = await actionsFor(check);
    assert.ok(action?.edit, `no quick fix of ${check}`);
    assert.deepEqual(more, []);
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    assert.equal(document.getText(), expected(text));
    await until(`${check} to be gone`, () => problem(check) === undefined);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
    await until(`${check} to be back`, () => problem(check));
  }

  it('has its problems at their places, with a link to the page of each and to the other statement', async () => {
    const document = await open(text);
    await until('diagnostics', () => problems().length > 0);
    assert.deepEqual(
      problems()
        .map((one) => `${one.range.start.line + 1} ${idOf(one)}`)
        .sort(),
      [
        '13 prd-acceptance-missing',
        '19 prd-undefined-term',
        '21 prd-contradiction',
        '21 prd-duplicate-id',
        '22 prd-undefined-reference',
      ],
    );
    const contradiction = problem('prd-contradiction');
    assert.equal(document.getText(contradiction?.range), '14 days');
    const [related] = contradiction?.relatedInformation ?? [];
    assert.equal(related?.location.range.start.line, 10);
    for (const { code } of problems()) {
      assert.ok(typeof code === 'object');
      const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(code.target));
      assert.ok(page.startsWith(`# ${String(code.value)}\n`));
    }
  });

  it('gets a place for acceptance criteria, in its own style, and loses it by one undo', async () => {
    await fixAndUndo('prd-acceptance-missing', (before) =>
      before.replace(
        'others can look at it.\n',
        'others can look at it.\n\n**Acceptance criteria:**\n\n- [NEEDS CLARIFICATION]\n',
      ),
    );
  });

  it('gets a free id for the second meaning, and nothing else changes', async () => {
    await fixAndUndo('prd-duplicate-id', (before) =>
      before.replace('**FR-002**: Delete', '**FR-004**: Delete'),
    );
  });

  it('gets an entry in its glossary', async () => {
    await fixAndUndo('prd-undefined-term', (before) =>
      before.replace('a file with members\n', 'a file with members\n- **DPA**: [NEEDS CLARIFICATION]\n'),
    );
  });

  it('is looked at again while it is edited, and when a file beside it defines what it cites', async () => {
    const document = await open(text);
    await until('an undefined reference', () => problem('prd-undefined-reference'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(8, 0), 'The export finishes quickly.\n');
    edit.replace(document.uri, new vscode.Range(20, 0, 20, 0), '- **FR-005**: Exports load fast.\n');
    await vscode.workspace.applyEdit(edit);
    await until('an ambiguous term', () => problem('prd-ambiguous-term'));
    const beside = uri('prds/us-009.md');
    await vscode.workspace.fs.writeFile(
      beside,
      new TextEncoder().encode('# US-009: Beside\n\nAs an owner, I want more.\n'),
    );
    try {
      await until('the reference to be defined', () => problem('prd-undefined-reference') === undefined);
    } finally {
      await vscode.workspace.fs.delete(beside);
    }
  });

  it('heeds the severities of the settings, and is clean once it is closed', async () => {
    const settings = vscode.workspace.getConfiguration('techSpec');
    await settings.update('checks.prd-not-approved', 'error');
    // A document that an extension opened stays open for minutes: this one is opened as a person does it.
    const own = 'prds/closed-under-test.md';
    const status = (): vscode.Diagnostic | undefined =>
      problems(own).find((one) => idOf(one) === 'prd-not-approved');
    const draft = text.replace('# PRD: Exports\n', '# PRD: Exports\n\n**Status:** Draft\n');
    await vscode.workspace.fs.writeFile(uri(own), new TextEncoder().encode(draft));
    try {
      await vscode.commands.executeCommand('vscode.open', uri(own));
      const found = await until('the status', status);
      assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
      await settings.update('checks.prd-not-approved', 'off');
      await until('the status to be let off', () => status() === undefined && problems(own).length > 0);
      await closeAll();
      await until('a clean end', () => problems(own).length === 0);
    } finally {
      await vscode.workspace.fs.delete(uri(own));
    }
  });

  it('is known by the settings too; other documents are left alone', async () => {
    const notes = 'notes-under-test.md';
    try {
      await open(text, notes);
      await new Promise((resolve) => setTimeout(resolve, 1000));
      assert.deepEqual(problems(notes), []);
      await vscode.workspace.getConfiguration('techSpec').update('prds.include', [notes]);
      await until('its problems', () => problems(notes).length > 0);
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(uri(notes));
    }
  });
});

describe('a source that specs were made from', () => {
  const folder = 'under-test-made-from';
  const write = (name: string, text: string): Thenable<void> =>
    vscode.workspace.fs.writeFile(uri(`${folder}/${name}`), new TextEncoder().encode(text));

  after(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(uri(folder), { recursive: true }).then(undefined, () => undefined);
  });

  it('lacks one again once it is deleted, though its receipt is left, and tells so', async () => {
    await write('asked.md', text);
    await write('made.md', '# Tech Spec: Exports\n');
    await write('made.receipt.json', JSON.stringify({ source: { path: `${folder}/asked.md` } }));
    const library = { isSpec: () => Promise.resolve(false) } as unknown as SpecLibrary;
    const sources = new KnownSources(library);
    let told = 0;
    sources.onDidChange(() => (told += 1));
    try {
      const document = await vscode.workspace.openTextDocument(uri(`${folder}/asked.md`));
      assert.equal(await sources.lacksSpec(document), false);
      told = 0;
      await vscode.workspace.fs.delete(uri(`${folder}/made.md`));
      await until('the sources to be told of it', () => Promise.resolve(told > 0 || null));
      assert.equal(await sources.lacksSpec(document), true);
      await write('made.md', '# Tech Spec: Exports\n');
      await until('the spec to be known again', async () => !(await sources.lacksSpec(document)) || null);
    } finally {
      sources.dispose();
    }
  });
});
