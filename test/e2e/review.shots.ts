import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { pictureSettings, shootInEveryTheme } from '../harness/screenshots';
import { launch, type VsCode } from '../harness/vs-code';
import { ExampleWindow } from './example-window';

const spec = 'tech-specs/team-invites.md';

/** A reviewer's windows, on a spec with a few problems. */
describe('pictures of a review', () => {
  let vsCode: VsCode;
  let example: ExampleWindow;

  beforeAll(async () => {
    vsCode = await launch({
      settings: { ...pictureSettings, 'techSpec.model.provider': 'outline' },
      viewport: { width: 1280, height: 800 },
    });
    example = new ExampleWindow(vsCode);
  });
  afterAll(async () => {
    await vsCode?.close();
  });

  const run = (command: string, ...args: readonly unknown[]): Promise<unknown> =>
    vsCode.evaluate(
      async (vscode, id, given) => void (await vscode.commands.executeCommand(id, ...given)),
      command,
      args,
    );

  async function show(path: string, needle: string): Promise<void> {
    await vsCode.evaluate(
      async (vscode, name, text) => {
        const [folder] = vscode.workspace.workspaceFolders ?? [];
        if (folder === undefined) throw new Error('No folder is open.');
        const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
        const editor = await vscode.window.showTextDocument(document, { preview: false });
        const at = document.positionAt(document.getText().indexOf(text) + 1);
        editor.selection = new vscode.Selection(at, at);
        editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenter);
      },
      path,
      needle,
    );
  }

  it('a spec to review', async () => {
    await example.quickCreate('prds/team-invites.md', 'Agent-ready');
    await example.written(spec);
    const text = example.read(spec);
    writeFileSync(
      example.path(spec),
      text
        .replace(/^\| US-003 \|.*\n/m, '')
        .replace(/^(\| US-002 \|[^|]*\|)[^|]*\|/m, '$1 Out of scope: roles follow with the next release |')
        .replace(/^(\| US-001\/AC-2 \|)[^|]*\|/m, '$1 OQ-1 |')
        .replace(/^- \[ \] /m, '- [x] '),
    );
  });

  it('lenses, hover and the checklist with its findings', async () => {
    await run('notifications.clearAll');
    await show(spec, '| US-001 |');
    await example.showChecklist(spec);
    await vsCode.page.locator('.codelens-decoration:visible').first().waitFor();
    await run('list.focusFirst');
    await run('list.expand');
    await shootInEveryTheme(vsCode, 'review-lenses');
    await show(spec, 'US-001');
    await run('editor.action.showHover');
    await vsCode.page.locator('.monaco-hover:visible').first().waitFor();
    await shootInEveryTheme(vsCode, 'review-hover', 'editor');
    await show('prds/team-invites.md', '### US-002');
    await vsCode.page.locator('.codelens-decoration:visible').first().waitFor();
    await shootInEveryTheme(vsCode, 'review-prd', 'editor');
  });

  it('the coverage view, wide and narrow', async () => {
    await run('workbench.action.closeAllEditors');
    await show(spec, '| US-001 |');
    await run('techSpec.showCoverage');
    const frame = vsCode.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
    await frame.getByText('US-001').first().waitFor();
    await shootInEveryTheme(vsCode, 'coverage-beside');
    await run('workbench.action.closeSidebar');
    await run('workbench.action.joinAllGroups');
    await frame.getByText('US-001').first().waitFor();
    await shootInEveryTheme(vsCode, 'coverage', 'editor');
  });
});
