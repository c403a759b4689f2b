import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, until, uri } from '../open-window';
import { freshPath, readText, remove, writeText } from './workspace-under-test';

const path = freshPath('tech-specs/to-hand-off.md');
/** Named after the folder of the export. */
const imported = 'tech-specs/handed-off.md';
const text = `---
techSpec: true
---

# Tech Spec: Handed off

**Status:** Draft

## Tasks

- **T-001:** Write \`a.go\`
  - _Implements:_ ER-001
- [x] **T-002:** Test it
  - _Implements:_ ER-001
  - _Dependencies:_ T-001
`;

describe('handing a spec on', () => {
  beforeEach(async () => {
    await closeAll();
    await writeText(path, text);
    await vscode.window.showTextDocument(uri(path));
  });
  after(async () => {
    await closeAll();
    await remove(path, 'out', imported);
  });

  it('puts the brief of a task into the clipboard, as its lens does', async () => {
    const lens = await until('the lens of the second task', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        uri(path),
      );
      return lenses.find(
        ({ command }) => command?.command === 'techSpec.copyBrief' && command.arguments?.[1] === 'T-002',
      )?.command;
    });
    await vscode.commands.executeCommand(lens.command, ...(lens.arguments ?? []));
    const brief = await vscode.env.clipboard.readText();
    assert.ok(brief.startsWith('# T-002: Test it'), brief.slice(0, 80));
    assert.ok(brief.includes('- T-001: Write a.go'), brief);
  });

  it('marks tasks as done and as open, as lenses and light bulbs do, each as one edit', async () => {
    const ticked = text.replace('- **T-001', '- [x] **T-001');
    await vscode.commands.executeCommand('techSpec.tickTask', uri(path), 'T-001');
    assert.equal(await readText(path), ticked);
    const line = text.split('\n').findIndex((one) => one.includes('**T-002'));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri(path),
      new vscode.Range(line, 0, line, 0),
    );
    const action = actions.find(({ title }) => title === 'Mark as Open: T-002');
    assert.ok(action?.edit, actions.map(({ title }) => title).join('; '));
    await vscode.workspace.applyEdit(action.edit);
    const document = await vscode.workspace.openTextDocument(uri(path));
    assert.equal(document.getText(), ticked.replace('[x] **T-002', '[ ] **T-002'));
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('leaves a task as it is for a view that is behind: it says what the task is to be', async () => {
    await vscode.commands.executeCommand('techSpec.tickTask', uri(path), 'T-002', true);
    assert.equal(await readText(path), text);
    await vscode.commands.executeCommand('techSpec.tickTask', uri(path), 'T-002', false);
    assert.equal(await readText(path), text.replace('[x] **T-002', '[ ] **T-002'));
  });

  it('exports into a folder and takes the export in again', async () => {
    await vscode.commands.executeCommand('techSpec.export', uri(path), { to: 'kiro', folder: uri('out') });
    const tasks = await readText('out/.kiro/specs/handed-off/tasks.md');
    assert.ok(tasks.includes('- [x] 2. T-002: Test it'), tasks);
    await vscode.commands.executeCommand('techSpec.import', uri('out/.kiro/specs/handed-off'));
    assert.equal(await readText(imported), text);
    assert.equal(await readText(path), text);
  });
});
