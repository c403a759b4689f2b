import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeModelProvider, launch, themes, type VsCode } from '../harness/vs-code';

describe('the browser test harness', () => {
  let vsCode: VsCode;
  beforeAll(async () => {
    vsCode = await launch({
      extraExtensions: [fakeModelProvider],
      settings: { 'editor.tabSize': 3 },
      env: { HARNESS_TEST: 'it came through' },
    });
  });
  afterAll(() => vsCode?.close());

  it('evaluates functions against the API of a real editor', async () => {
    const seen = await vsCode.evaluate(
      (vscode, variable) => ({
        folder: vscode.workspace.workspaceFolders?.[0]?.uri.fsPath,
        tabSize: vscode.workspace.getConfiguration('editor').get('tabSize'),
        variable: process.env[variable],
        trusted: vscode.workspace.isTrusted,
      }),
      'HARNESS_TEST',
    );
    expect(seen).toEqual({
      folder: vsCode.workspace,
      tabSize: 3,
      variable: 'it came through',
      trusted: true,
    });
  });

  it('has the packaged extension installed, not the checkout', async () => {
    const path = await vsCode.evaluate(
      (vscode) => vscode.extensions.getExtension('tech-spec.tech-spec')?.extensionPath,
    );
    expect(basename(path ?? '')).toMatch(/^tech-spec\.tech-spec-\d+\.\d+\.\d+/);
  });

  it('brings the error of an evaluated function back', async () => {
    await expect(
      vsCode.evaluate(() => {
        throw new Error('thrown inside');
      }),
    ).rejects.toThrow('thrown inside');
  });

  it('offers chat models without an account', async () => {
    const names = await vsCode.evaluate(async (vscode) => {
      await vscode.extensions.getExtension('tech-spec-test.fake-model-provider')?.activate();
      return (await vscode.lm.selectChatModels({ vendor: 'fake' })).map(({ id }) => id);
    });
    expect(names).toContain('fake-normal');
  });

  it('looks into a webview', async () => {
    await vsCode.evaluate((vscode) => {
      const panel = vscode.window.createWebviewPanel('harness', 'Harness', vscode.ViewColumn.One);
      panel.webview.html = '<h1>Hello from inside</h1>';
    });
    await vsCode.wizard().getByRole('heading', { name: 'Hello from inside' }).waitFor();
  });

  it('runs a command from the palette', async () => {
    await vsCode.palette('View: Close All Editors');
    await expect
      .poll(() => vsCode.evaluate((vscode) => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length))
      .toBe(0);
  });

  it.each(Object.entries(themes))('takes a picture in the theme %s', async (name, id) => {
    await vsCode.setTheme(id);
    const png = readFileSync(await vsCode.screenshot(`harness-${name}`));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1280, 900]);
  });

  it('comes back after a reload of the window', async () => {
    await vsCode.reload();
    expect(await vsCode.evaluate((vscode) => vscode.workspace.workspaceFolders?.length)).toBe(1);
  });
});
