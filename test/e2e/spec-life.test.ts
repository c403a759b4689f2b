import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type VsCode } from '../harness/vs-code';
import { ExampleWindow, patience } from './example-window';

const spec = 'tech-specs/lived.md';
const neighbour = 'tech-specs/beside.md';
const text = `# Tech Spec: Lived

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
  });
  afterAll(async () => {
    await vsCode?.close();
  });

  const run = (command: string): Promise<void> =>
    vsCode.evaluate(async (vscode, id) => void (await vscode.commands.executeCommand(id)), command);
  const comments = (): readonly string[] => {
    const folder = spec.replace('.md', '.comments');
    if (!example.exists(folder)) return [];
    return readdirSync(example.path(folder)).map((name) =>
      readFileSync(example.path(`${folder}/${name}`), 'utf8'),
    );
  };
  const saying =
    (words: string): (() => number) =>
    () =>
      comments().filter((one) => one.includes(words)).length;

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

  it('is commented on, answered, settled, reopened, edited and taken back by the buttons of the thread', async () => {
    const { page } = vsCode;
    await open(spec, 7);
    const widget = page.locator('.review-widget').first();
    const press = (name: string): Promise<void> =>
      // Names of buttons go on with their keys: Start Comment (Ctrl+Enter).
      widget
        .getByRole('button', { name: new RegExp(`^${name}(?: \\(|$)`) })
        .first()
        .click();
    const write = async (words: string, place = widget.locator('.monaco-editor').last()): Promise<void> => {
      await place.click();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(words);
    };
    // The editor knows where comments may stand only once it has asked the product.
    await expect
      .poll(async () => {
        await run('workbench.action.addComment');
        return widget.isVisible();
      }, patience)
      .toBe(true);
    await write('Why fourteen?');
    await press('Start Comment');
    await expect.poll(saying('Why fourteen?'), patience).toBe(1);

    await widget.locator('.review-thread-reply-button').click();
    await write('By law.');
    await press('Reply');
    await expect.poll(saying('By law.'), patience).toBe(1);

    const second = widget.locator('.review-comment').nth(1);
    await second.hover();
    await second.getByRole('button', { name: 'Edit Comment' }).click();
    await write('By the law of 2019.', second.locator('.monaco-editor'));
    await press('Save');
    await expect.poll(saying('By the law of 2019.'), patience).toBe(1);

    await press('Resolve');
    await expect.poll(saying('"resolved": true'), patience).toBe(1);
    await press('Reopen');
    await expect.poll(saying('"resolved": true'), patience).toBe(0);

    await second.hover();
    await second.getByRole('button', { name: 'Delete Comment' }).click();
    await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Delete' }).click();
    await expect.poll(saying('By the law'), patience).toBe(0);
    await press('Resolve');
    await expect.poll(saying('"resolved": true'), patience).toBe(1);
  });

  it('is implemented in one edit, which one undo takes back, files, links and all', async () => {
    const { page } = vsCode;
    // Another one, which nobody has commented on.
    const spec = 'tech-specs/done.md';
    const completed = 'tech-specs/completed/done.md';
    writeFileSync(example.path(spec), text.replace('Lived', 'Done'));
    writeFileSync(example.path(neighbour), '# Beside\n\nAfter [it](done.md).\n');
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
