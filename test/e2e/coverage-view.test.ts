import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type VsCode } from '../harness/vs-code';
import { ExampleWindow, patience } from './example-window';

const spec = 'tech-specs/team-invites.md';

describe('the coverage view', () => {
  let vsCode: VsCode;
  let example: ExampleWindow;

  beforeAll(async () => {
    vsCode = await launch({ settings: { 'techSpec.model.provider': 'outline' } });
    example = new ExampleWindow(vsCode);
  });
  afterAll(async () => {
    await vsCode?.close();
  });

  const frame = () =>
    vsCode.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');

  it('shows each requirement, is filtered by keyboard, follows edits and leads to places', async () => {
    await example.quickCreate('prds/team-invites.md', 'Agent-ready');
    await example.written(spec);
    await vsCode.evaluate(
      async (vscode) => void (await vscode.commands.executeCommand('techSpec.showCoverage')),
    );
    const rows = frame().locator('tbody tr');
    await expect.poll(() => rows.count(), patience).toBeGreaterThan(10);
    const all = await rows.count();

    await vsCode.evaluate(async (vscode, path) => {
      const document = vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith(path));
      if (document === undefined) throw new Error('The spec is not open.');
      const text = document.getText();
      const start = text.indexOf('| US-003 |');
      const edit = new vscode.WorkspaceEdit();
      edit.delete(
        document.uri,
        new vscode.Range(document.positionAt(start), document.positionAt(text.indexOf('\n', start) + 1)),
      );
      await vscode.workspace.applyEdit(edit);
    }, spec);
    const missing = frame().getByRole('radio', { name: /^Not covered 1$/ });
    await missing.waitFor({ state: 'attached' });

    await frame().getByRole('radio', { name: /^All/ }).focus();
    for (let step = 0; step < 5 && !(await missing.isChecked()); step += 1)
      await vsCode.page.keyboard.press('ArrowRight');
    await expect.poll(() => rows.count(), patience).toBe(1);
    await expect.poll(() => rows.first().textContent(), patience).toContain('US-003');
    expect(all).toBeGreaterThan(1);

    await frame()
      .getByRole('button', { name: /^US-003/ })
      .press('Enter');
    await expect
      .poll(
        () =>
          vsCode.evaluate((vscode) => {
            const editor = vscode.window.activeTextEditor;
            return editor === undefined ? '' : editor.document.lineAt(editor.selection.active.line).text;
          }),
        patience,
      )
      .toContain('US-003');
  });
});
