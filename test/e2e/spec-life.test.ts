import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type VsCode } from '../harness/vs-code';
import { ExampleWindow, patience } from './example-window';

const spec = 'tech-specs/done.md';
const completed = 'tech-specs/completed/done.md';
const neighbour = 'tech-specs/beside.md';
const text = `# Tech Spec: Done

**Status:** In Review
**PRD:** [Team invites](../prds/team-invites.md)

## Overview

Invitations are kept for fourteen days.

## Tasks

- [x] **T-001:** Keep them
`;

describe('the life of a spec, by mouse and keyboard', () => {
  let vsCode: VsCode;
  let example: ExampleWindow;

  beforeAll(async () => {
    vsCode = await launch({ settings: { 'techSpec.model.provider': 'outline' } });
    example = new ExampleWindow(vsCode);
    mkdirSync(dirname(example.path(spec)), { recursive: true });
    writeFileSync(example.path(spec), text);
    writeFileSync(example.path(neighbour), '# Beside\n\nAfter [it](done.md).\n');
  });
  afterAll(async () => {
    await vsCode?.close();
  });

  const run = (command: string): Promise<void> =>
    vsCode.evaluate(async (vscode, id) => void (await vscode.commands.executeCommand(id)), command);

  async function open(path: string, line: number): Promise<void> {
    await vsCode.evaluate(
      async (vscode, name, at) => {
        const [folder] = vscode.workspace.workspaceFolders ?? [];
        if (folder === undefined) throw new Error('No folder is open.');
        const editor = await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, name));
        editor.selection = new vscode.Selection(at, 0, at, 0);
      },
      path,
      line,
    );
  }

  it('is looked for before the Specs view says that there is none', async () => {
    const { page } = vsCode;
    await page.evaluate(() => {
      const seen = new MutationObserver(() => {
        if (document.body.innerText.includes('There is no spec in this workspace'))
          document.body.dataset['saidNone'] = 'true';
      });
      seen.observe(document.body, { childList: true, subtree: true });
    });
    await run('workbench.view.extension.techSpec');
    await page
      .locator('.monaco-list-row', { hasText: 'Tech Spec: Done' })
      .first()
      .waitFor({ timeout: patience.timeout });
    expect(await page.evaluate(() => document.body.dataset['saidNone'])).toBeUndefined();
  });

  it('is implemented in one edit, which one undo takes back, files, links and all', async () => {
    const { page } = vsCode;
    await open(spec, 7);
    await run('techSpec.approve');
    await expect.poll(() => example.read(spec).includes('**Status:** Approved'), patience).toBe(true);
    const before = [example.read(spec), example.read(neighbour)];
    await run('techSpec.markImplemented');
    await expect.poll(() => example.exists(completed) && !example.exists(spec), patience).toBe(true);
    expect(example.read(neighbour)).toContain('(completed/done.md)');

    await open(completed, 7);
    await page.locator('.editor-instance .view-lines').first().click();
    await page.keyboard.press('ControlOrMeta+Z');
    await expect.poll(() => example.exists(spec) && !example.exists(completed), patience).toBe(true);
    await run('workbench.action.files.saveAll');
    await expect.poll(() => [example.read(spec), example.read(neighbour)], patience).toEqual(before);
  });
});
