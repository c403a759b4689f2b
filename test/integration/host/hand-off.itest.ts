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

  it('exports into a folder and takes the export in again', async () => {
    await vscode.commands.executeCommand('techSpec.export', uri(path), { to: 'kiro', folder: uri('out') });
    const tasks = await readText('out/.kiro/specs/handed-off/tasks.md');
    assert.ok(tasks.includes('- [x] 2. T-002: Test it'), tasks);
    await vscode.commands.executeCommand('techSpec.import', uri('out/.kiro/specs/handed-off'));
    assert.equal(await readText(imported), text);
    assert.equal(await readText(path), text);
  });
});
