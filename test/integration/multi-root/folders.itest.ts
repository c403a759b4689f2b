import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { ProjectIndexes } from '../../../src/host/project/project-indexes';
import { DraftingWorkspace } from '../../../src/host/workspace/drafting-workspace';
import { TemplateLibrary } from '../../../src/host/workspace/template-library';
import { chooseFolder, folderOf } from '../../../src/host/workspace/workspace-path';
import { closeAll, until } from '../open-window';
import { product, wizardTabs } from '../host/workspace-under-test';

const prd = 'prds/team-invites.md';

function folderNamed(name: string): vscode.WorkspaceFolder {
  const found = vscode.workspace.workspaceFolders?.find((folder) => folder.name === name);
  assert.ok(found, `${name} is not open`);
  return found;
}

async function contextOf(name: string, includedPaths: readonly string[] = []) {
  const templates = new TemplateLibrary(product().extensionUri);
  const workspace = new DraftingWorkspace(folderNamed(name), templates, new ProjectIndexes());
  const { source } = await workspace.readSource(prd, null);
  const choice = { excludedPaths: [], includedPaths, modelWindow: null };
  return workspace.gatherContext(source, choice, new AbortController().signal);
}

describe('a window with two folders', () => {
  afterEach(closeAll);

  it('takes the folder that holds the source, also where both have a file of that path', async () => {
    const payments = folderNamed('payments');
    const source = vscode.Uri.joinPath(payments.uri, prd);
    assert.equal((await chooseFolder(source))?.name, 'payments');
    assert.equal((await folderOf({ folder: payments.uri.toString(), source: prd }))?.name, 'payments');
    assert.equal((await folderOf({ folder: null, source: 'research/cards.md' }))?.name, 'payments');
    assert.equal((await folderOf({ folder: 'file:///gone', source: prd }))?.name, 'invites');
  });

  it('reads rules, research, stack and files of that folder, and nothing of the other', async () => {
    const context = await contextOf('payments');
    assert.deepEqual(context.documents.map(({ path }) => path).sort(), [
      'AGENTS.md',
      prd,
      'research/cards.md',
    ]);
    assert.match(context.documents.find(({ path }) => path === 'AGENTS.md')?.text ?? '', /whole cents/);
    assert.equal(context.files.includes('Makefile'), false);
    assert.equal(context.git, null);

    const other = await contextOf('invites');
    assert.ok(other.files.includes('Makefile'));
    assert.equal(JSON.stringify(other).includes('whole cents'), false);
    assert.equal(other.git?.branch, 'main');
  });

  it('takes a document of the other folder where a person adds it', async () => {
    const context = await contextOf('invites', ['../payments/AGENTS.md']);
    const added = context.documents.find(({ path }) => path === '../payments/AGENTS.md');
    assert.equal(added?.reason, 'Added by hand');
    assert.match(added.text, /whole cents/);
  });

  it('opens the wizard for a PRD of either', async () => {
    for (const name of ['invites', 'payments']) {
      await vscode.commands.executeCommand(
        'techSpec.create',
        vscode.Uri.joinPath(folderNamed(name).uri, prd),
      );
      await until('one wizard', () => wizardTabs().length === 1);
    }
  });
});
