import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shootInEveryTheme } from '../harness/screenshots';
import { launch, type VsCode } from '../harness/vs-code';
import { ExampleWindow, patience } from './example-window';
import { WizardByKeyboard } from './wizard-by-keyboard';

const prd = 'prds/exports.md';
const files: Readonly<Record<string, string>> = {
  [prd]: `# PRD: Exports

## Scope

The stories US-021..023 are in [stories](stories/), one a file.

## Requirements

- **FR-001**: Exports are kept for 7 days.
- **FR-002**: Owners see who asked for an export.
- **FR-002**: Delete customer accounts.

## Constraints

- **FR-003**: Exports are kept for 14 days.
`,
  'prds/stories/us-021.md':
    '# US-021: Export\n\nAs an owner, I want to export members.\n\n**Acceptance criteria:**\n\n- A file.\n',
  'prds/stories/us-022.md':
    '# US-022: Share\n\nAs an owner, I want to share an export.\n\n**Acceptance criteria:**\n\n- A link.\n',
};

describe('a PRD with problems', () => {
  let vsCode: VsCode;

  beforeAll(async () => {
    vsCode = await launch({ viewport: { width: 1280, height: 900 } });
    for (const [path, text] of Object.entries(files)) {
      const file = join(vsCode.workspace ?? '', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  });
  afterAll(() => vsCode?.close());

  it('shows them, fixes one by keyboard, and takes that back with one undo', async () => {
    const { page } = vsCode;
    await vsCode.evaluate(async (vscode, path) => {
      const [folder] = vscode.workspace.workspaceFolders ?? [];
      if (folder === undefined) throw new Error('No folder is open.');
      await vscode.commands.executeCommand('vscode.open', vscode.Uri.joinPath(folder.uri, path));
    }, prd);
    await page.locator('.squiggly-warning').first().waitFor();
    await vsCode.evaluate((vscode) => vscode.commands.executeCommand('workbench.actions.view.problems'));
    await page.getByText('Contradicts line 9').first().waitFor();
    await page.getByText('in a file beside this one: US-023').first().waitFor();
    await vsCode.screenshot('prd-problems');

    const text = (): Promise<string> =>
      vsCode.evaluate(
        (vscode, path) =>
          vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith(path))?.getText() ?? '',
        prd,
      );
    await vsCode.evaluate(async (vscode) => {
      await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
      const editor = vscode.window.activeTextEditor;
      if (editor !== undefined) editor.selection = new vscode.Selection(10, 6, 10, 6);
    });
    // The focus comes from the panel, and a key that is faster than it goes nowhere: press again, as a person would.
    const fix = page.locator('.action-widget').getByText('Renumber to FR-004').first();
    await expect
      .poll(async () => {
        if (await fix.isVisible()) return true;
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+.');
        return fix.waitFor({ timeout: 3000 }).then(
          () => true,
          () => false,
        );
      }, patience)
      .toBe(true);
    await vsCode.screenshot('prd-quick-fix');
    await page.keyboard.press('Enter');
    await expect.poll(text, patience).toContain('- **FR-004**: Delete customer accounts.');
    await page.keyboard.press('Control+z');
    await expect.poll(text, patience).toBe(files[prd]);
    expect(readFileSync(join(vsCode.workspace ?? '', prd), 'utf8')).toBe(files[prd]);
  });

  it('is read in the wizard with the stories beside it, each with its file', async () => {
    const wizard = new WizardByKeyboard(vsCode);
    await vsCode.evaluate((vscode) => vscode.commands.executeCommand('workbench.action.closePanel'));
    await new ExampleWindow(vsCode).create(prd);
    const { frame } = wizard;
    await frame.getByText('from prds/stories/us-021.md').waitFor();
    await frame.getByRole('button', { name: 'US-022, open line 1 of prds/stories/us-022.md' }).waitFor();
    await frame.getByText('from prds/stories/us-022.md').scrollIntoViewIfNeeded();
    await shootInEveryTheme(vsCode, 'source-siblings');
    await frame.getByRole('button', { name: 'US-022, open line 1 of prds/stories/us-022.md' }).click();
    const shown = (): Promise<string> =>
      vsCode.evaluate((vscode) => vscode.window.activeTextEditor?.document.uri.path ?? '');
    await expect.poll(shown, patience).toMatch(/prds\/stories\/us-022\.md$/);
  });
});
