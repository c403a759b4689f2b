import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ExampleWindow, patience } from '../../e2e/example-window';
import type { ModelBehaviour, ModelServer } from '../../harness/model-server';
import type { VsCode } from '../../harness/vs-code';

/** The spec that is edited all the time; drafts are other files. */
export const editedSpec = 'tech-specs/soaked.md';
const editedPrd = 'prds/notification-digest.md';
const lines = 120;
const typed = 'Typed while it streamed. ';

/** What the model says about a document of this name. */
function answer(name: string): string {
  const text = Array.from(
    { length: lines },
    (_, index) => `Line ${index} of what was streamed to ${name}.\n`,
  );
  return `# Tech Spec: ${name}\n\n## 1. Overview\n\n### Summary\n\n${text.join('')}`;
}

/** What a person does in a window all day. Each of these throws where a character is lost. */
export class SoakedWindow {
  readonly #vsCode: VsCode;
  readonly #server: ModelServer;
  readonly #example: ExampleWindow;

  constructor(vsCode: VsCode, server: ModelServer) {
    this.#vsCode = vsCode;
    this.#server = server;
    this.#example = new ExampleWindow(vsCode);
    copyFileSync(this.#example.path('tech-specs/completed/audit-log.md'), this.#example.path(editedSpec));
  }

  /** Types into a spec and into a PRD, takes all of it back, types again, saves, and takes that back. */
  async edit(): Promise<void> {
    for (const path of [editedSpec, editedPrd]) {
      const before = this.#example.read(path);
      await this.#show(path, 8);
      for (const isSaved of [false, true]) {
        const words = `- US-00${isSaved ? 1 : 2}: Words that come and go, TBD. `;
        await this.#vsCode.page.keyboard.type(words, { delay: 5 });
        await expect.poll(async () => (await this.#textOf(path)).includes(words), patience).toBe(true);
        if (isSaved) {
          await this.#run('workbench.action.files.save');
          await expect.poll(() => this.#example.read(path).includes(words), patience).toBe(true);
        }
        for (let undone = 0; undone < 100 && (await this.#textOf(path)) !== before; undone += 1)
          await this.#run('undo');
        expect(await this.#textOf(path)).toBe(before);
      }
      await this.#run('workbench.action.files.save');
      await expect.poll(() => this.#example.read(path), patience).toBe(before);
    }
  }

  /** A draft from its beginning to its end, into which the person types. */
  async draftAndType(name: string): Promise<void> {
    const spec = await this.#start(name, { tokensPerSecond: 800 });
    await this.#streamedUpTo(spec, 'Line 2 of');
    await this.#show(spec, 0);
    await this.#vsCode.page.keyboard.type(typed, { delay: 5 });
    await this.#whole(spec, `${typed}${answer(name)}`);
  }

  /** A draft that the person stops and resumes. */
  async stopAndResume(name: string): Promise<void> {
    const spec = await this.#start(name, { tokensPerSecond: 200 });
    await this.#streamedUpTo(spec, 'Line 5 of');
    await this.#run('techSpec.internal.stop');
    await this.#resume(spec);
    await this.#whole(spec, answer(name));
  }

  /** A draft whose connection breaks; it is resumed. */
  async breakAndResume(name: string): Promise<void> {
    const spec = await this.#start(name, 'reset');
    await expect.poll(() => this.#example.exists(spec), patience).toBe(true);
    await this.#example.idle();
    expect(answer(name).startsWith(this.#example.read(spec).trimEnd().slice(0, 400))).toBe(true);
    await this.#resume(spec);
    await this.#whole(spec, answer(name));
  }

  /** A draft that the server refuses: nothing is written. */
  async refuse(name: string): Promise<void> {
    this.#server.reply({ kind: 'error', status: 401, message: 'bad key' });
    await this.#example.quickCreate(this.#example.copyOfPrd(name), 'Agent');
    const said = this.#vsCode.page.locator('.notification-list-item', { hasText: 'refused the API key' });
    await said.first().waitFor({ state: 'attached' });
    await this.#example.idle();
    expect(this.#example.exists(`tech-specs/${name}.md`)).toBe(false);
  }

  /** The coverage view beside a spec that changes below it. */
  async lookAtCoverage(): Promise<void> {
    await this.#show(editedSpec, 8);
    await this.#run('techSpec.showCoverage');
    const rows = this.#vsCode.page
      .frameLocator('iframe.webview.ready')
      .last()
      .frameLocator('iframe#active-frame')
      .locator('tbody tr');
    await expect.poll(() => rows.count(), patience).toBeGreaterThan(1);
    await this.edit();
  }

  /** The window is loaded again while a draft streams; the draft is resumed from the message there. */
  async reloadAmidDraft(name: string): Promise<void> {
    const { page } = this.#vsCode;
    const spec = await this.#start(name, { tokensPerSecond: 200 });
    await this.#streamedUpTo(spec, 'Line 20 of');
    await this.#vsCode.reload();
    const left = page.locator('.notifications-center .notification-list-item', { hasText: spec });
    await expect
      .poll(async () => {
        await this.#run('notifications.showList');
        return left.count();
      }, patience)
      .toBe(1);
    await left.getByRole('button', { name: 'Resume' }).click(patience);
    await this.#whole(spec, answer(name));
  }

  /** Closes everything and takes away what the drafts of a cycle left, so that the next begins as this one did. */
  async tidy(): Promise<void> {
    await this.#example.tidy();
    for (const folder of ['tech-specs', 'prds'])
      for (const file of readdirSync(this.#example.path(folder)))
        if (file.startsWith('soak-')) rmSync(join(this.#example.path(folder), file));
  }

  /** Starts a draft and returns the path of its spec; what is asked to go on gets the rest. */
  async #start(name: string, pace: { readonly tokensPerSecond: number } | 'reset'): Promise<string> {
    const whole = answer(name);
    this.#server.reply(({ messages }): ModelBehaviour => {
      const written = messages.find(({ role }) => role === 'assistant')?.content;
      if (typeof written === 'string') return { kind: 'stream', text: whole.slice(written.length) };
      return pace === 'reset'
        ? { kind: 'reset', text: whole, afterTokens: 300 }
        : { kind: 'stream', text: whole, ...pace };
    });
    await this.#example.quickCreate(this.#example.copyOfPrd(name), 'Agent');
    return `tech-specs/${name}.md`;
  }

  async #resume(spec: string): Promise<void> {
    await this.#example.idle();
    // Not awaited there: the command is done when the draft is.
    await this.#vsCode.evaluate((vscode) => void vscode.commands.executeCommand('techSpec.resume'));
    const drafts = this.#vsCode.page.locator(
      '.quick-input-widget:visible .quick-input-list .monaco-list-row',
    );
    await drafts.filter({ hasText: spec }).first().waitFor();
    // Drafts that were resumed are not offered again.
    expect(await drafts.count()).toBe(1);
    await this.#vsCode.page.keyboard.press('Enter');
  }

  /** Waits for the whole spec on disk; the engine's own line may stand below it. */
  async #whole(spec: string, text: string): Promise<void> {
    const expected = text.trimEnd();
    await this.#example.written(spec);
    await expect.poll(() => this.#example.read(spec).slice(0, expected.length), patience).toBe(expected);
    // Of a draft that was resumed, spec and receipt lay there before; its end is told by the status bar alone.
    await this.#example.idle();
  }

  async #streamedUpTo(spec: string, text: string): Promise<void> {
    await expect.poll(() => this.#example.streamed(spec), patience).toContain(text);
  }

  async #show(path: string, line: number): Promise<void> {
    await this.#vsCode.evaluate(
      async (vscode, name, at) => {
        const root = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
        const open = vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith(name));
        const document = open ?? (await vscode.workspace.openTextDocument(vscode.Uri.joinPath(root, name)));
        await vscode.window.showTextDocument(document, {
          viewColumn: vscode.ViewColumn.One,
          preview: false,
          selection: new vscode.Range(at, 0, at, 0),
        });
      },
      path,
      line,
    );
    await this.#vsCode.page.locator('.monaco-editor.focused').waitFor();
  }

  #textOf(path: string): Promise<string> {
    return this.#example.streamed(path);
  }

  #run(command: string): Promise<void> {
    return this.#vsCode.evaluate(
      async (vscode, id) => void (await vscode.commands.executeCommand(id)),
      command,
    );
  }
}
