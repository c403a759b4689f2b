import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, until, uri } from '../open-window';
import { exists, prd, product, readText, wizardTabs } from './workspace-under-test';

describe('commands', () => {
  before(() => product().activate());
  afterEach(closeAll);

  it('that the manifest contributes are all registered', async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    const contributed: { command: string }[] = product().packageJSON.contributes.commands;
    assert.deepEqual(
      contributed.map(({ command }) => command).filter((command) => !registered.has(command)),
      [],
    );
  });

  it('open one wizard, however often', async () => {
    await vscode.commands.executeCommand('techSpec.create', uri(prd));
    await until('the wizard', () => wizardTabs().length === 1);
    await vscode.commands.executeCommand('techSpec.create');
    await vscode.commands.executeCommand('techSpec.create', uri('initiatives/member-query-fanout.md'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.deepEqual(
      wizardTabs().map(({ label }) => label),
      ['Create Tech Spec'],
    );
  });

  it('draft without the wizard: one pick where a PRD is open', async () => {
    await vscode.window.showTextDocument(uri(prd));
    const done = vscode.commands.executeCommand('techSpec.quickCreate');
    let accepted = false;
    void done.then(() => (accepted = true));
    // The pick for the template is the only one; the first template is the recommended one.
    await until('the draft', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return accepted;
    });
    const tab = await until('the spec in the active tab', () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputText && input.uri.path !== uri(prd).path ? input : null;
    });
    const spec = await vscode.workspace.openTextDocument(tab.uri);
    const path = vscode.workspace.asRelativePath(spec.uri);
    assert.equal(tab.uri.scheme, uri(prd).scheme);
    assert.equal(spec.isDirty, false);
    assert.equal(await readText(path), spec.getText());
    assert.match(spec.getText(), /US-001/);
    assert.equal(await exists(path.replace(/\.md$/, '.receipt.json')), true);
    await vscode.workspace.fs.delete(spec.uri);
    await vscode.workspace.fs.delete(uri(path.replace(/\.md$/, '.receipt.json')));
  });

  it('check the open spec without changing it', async () => {
    const [completed] = await vscode.workspace.findFiles('tech-specs/completed/*.md');
    assert.ok(completed);
    const document = await vscode.workspace.openTextDocument(completed);
    const before = document.getText();
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('techSpec.check');
    assert.equal(document.getText(), before);
  });
});
