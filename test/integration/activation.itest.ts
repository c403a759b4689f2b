import { strict as assert } from 'node:assert';
import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { closeAll, until, uri } from './open-window';
import { product } from './host/workspace-under-test';

/** The first suite by name: what is loaded once stays loaded. */
describe('activation', () => {
  afterEach(closeAll);

  /** What the product's bundles that this extension host has loaded are named after, those apart that only hold what others share. */
  function loaded(): readonly string[] {
    const dist = join(realpathSync(product().extensionUri.fsPath), 'dist');
    const { cache } = createRequire(join(dist, 'extension.js'));
    return Object.keys(cache)
      .filter((path) => dirname(path) === dist)
      .map((path) => basename(path, '.js').replace(/-[A-Z0-9]{8}$/, ''))
      .filter((name) => name !== 'chunk');
  }

  it('by a Markdown file that is no spec loads nothing but itself', async () => {
    const notes = uri('notes.md');
    await vscode.workspace.fs.writeFile(notes, new TextEncoder().encode('# Notes\n'));
    await vscode.window.showTextDocument(notes);
    await until('activation', () => product().isActive);
    // Typing in it makes it be looked at again.
    const edit = new vscode.WorkspaceEdit();
    edit.insert(notes, new vscode.Position(1, 0), 'Typed.');
    await vscode.workspace.applyEdit(edit);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await closeAll();
    await vscode.workspace.fs.delete(notes);
    assert.deepEqual(loaded(), ['extension']);
  });

  it('is followed by the checks when a spec opens', async () => {
    const [spec] = await vscode.workspace.findFiles('tech-specs/completed/*.md');
    assert.ok(spec);
    await vscode.window.showTextDocument(spec);
    await until('the checks', () => loaded().includes('on-demand'));
    assert.deepEqual(loaded(), ['extension', 'on-demand']);
  });
});
