import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ExampleWindow, type Patience } from '../../e2e/example-window';
import type { ModelBehaviour, ModelServer } from '../../harness/model-server';
import type { VsCode } from '../../harness/vs-code';

/** The spec that is edited all the time; drafts are other files. */
export const editedSpec = 'tech-specs/soaked.md';
const editedPrd = 'prds/notification-digest.md';
/** An hour beside other work of the machine: what is slow is no fault here. */
const patience: Patience = { timeout: 300_000, interval: 100 };
const lines = 120;
const typed = 'Typed while it streamed. ';

/** Faults of a server that end a draft before it begins, in turns, and what is said of each. */
const faults: readonly (readonly [ModelBehaviour, string])[] = [
  [{ kind: 'error', status: 401, message: 'bad key' }, 'needs an API key'],
  [{ kind: 'html' }, 'answered with a web page'],
  [{ kind: 'garbage' }, 'not in the format of OpenAI'],
  [{ kind: 'error', status: 404, message: 'no such model' }, 'does not know the model'],
];

/** What the model says about a document of this name. */
function answer(name: string): string {
  const text = Array.from(
    { length: lines },
    (_, index) => `Line ${index} of what was streamed to ${name}.\n`,
  );
  return `# Tech Spec: ${name}\n\n## 1. Overview\n\n### Summary\n\n${text.join('')}`;
}

/**
 * What a person does in a window all day. Each of these throws where a character is lost. Each draft has a name of its own: what
 * is left of one that failed is never taken for another.
 */
export class SoakedWindow {
  readonly #vsCode: VsCode;
  readonly #server: ModelServer;
  readonly #example: ExampleWindow;
  #drafts = 0;
  #refusals = 0;

  constructor(vsCode: VsCode, server: ModelServer) {
    this.#vsCode = vsCode;
    this.#server = server;
    this.#example = new ExampleWindow(vsCode, patience.timeout);
    vsCode.page.setDefaultTimeout(patience.timeout);
    const completed = this.#example.read('tech-specs/completed/workspace-roles.md');
    writeFileSync(this.#example.path(editedSpec), completed.replaceAll('../../prds/', '../prds/'));
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

  /** A draft of a server that is busy at first, to its end; the person types into it. */
  async draftAndType(): Promise<void> {
    const { name, spec } = await this.#start('typed', { tokensPerSecond: 800 });
    await this.#streamedUpTo(spec, 'Line 2 of');
    await this.#show(spec, 0);
    await this.#vsCode.page.keyboard.type(typed, { delay: 5 });
    await this.#whole(spec, `${typed}${answer(name)}`);
  }

  /** A draft that the person stops and resumes. */
  async stopAndResume(): Promise<void> {
    const { name, spec } = await this.#start('stopped', { tokensPerSecond: 200 });
    await this.#streamedUpTo(spec, 'Line 5 of');
    await this.#run('techSpec.internal.stop');
    await this.#resume(spec);
    await this.#whole(spec, answer(name));
  }

  /** A draft whose connection breaks; it is resumed. */
  async breakAndResume(): Promise<void> {
    const { name, spec } = await this.#start('broken', 'reset');
    await expect.poll(() => this.#example.exists(spec), patience).toBe(true);
    await this.#example.idle();
    expect(answer(name).startsWith(this.#example.read(spec).trimEnd().slice(0, 400))).toBe(true);
    await this.#resume(spec);
    await this.#whole(spec, answer(name));
  }

  /** A draft that gets no answer, each time for another reason: it is said, and nothing is written. */
  async refuse(): Promise<void> {
    const name = this.#name('refused');
    const next = faults[this.#refusals++ % faults.length];
    if (next === undefined) throw new Error('There are no faults.');
    const [fault, said] = next;
    // What was said of earlier drafts is no answer.
    await this.#run('notifications.clearAll');
    this.#server.reply(fault);
    await this.#example.quickCreate(this.#example.copyOfPrd(name), 'Agent');
    await this.#example.message(said);
    await this.#example.idle();
    expect(this.#example.exists(`tech-specs/${name}.md`)).toBe(false);
  }

  /** The coverage view beside a spec that changes below it. */
  async lookAtCoverage(): Promise<void> {
    await this.#show(editedSpec, 8);
    await this.#run('techSpec.showCoverage');
    const page = this.#vsCode.page
      .frameLocator('iframe.webview.ready')
      .last()
      .frameLocator('iframe#active-frame');
    // Until its report is there, that of the spec before stands there.
    await page.getByText(editedSpec).first().waitFor();
    const rows = page.locator('tbody tr');
    await expect.poll(() => rows.count(), patience).toBeGreaterThan(1);
    const before = await rows.count();
    await this.edit();
    await expect.poll(() => rows.count(), patience).toBe(before);
  }

  /** The window is loaded again while a draft streams; the draft is resumed from the message there. */
  async reloadAmidDraft(): Promise<void> {
    const { name, spec } = await this.#start('reloaded', { tokensPerSecond: 200 });
    await this.#streamedUpTo(spec, 'Line 20 of');
    await this.#vsCode.reload();
    const left = await this.#example.message(spec);
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

  #name(kind: string): string {
    this.#drafts += 1;
    return `soak-${kind}-${this.#drafts}`;
  }

  /** Starts a draft; what is asked to go on gets the rest. */
  async #start(
    kind: string,
    pace: { readonly tokensPerSecond: number } | 'reset',
  ): Promise<{ readonly name: string; readonly spec: string }> {
    const name = this.#name(kind);
    const whole = answer(name);
    let isBusy = kind === 'typed';
    this.#server.reply(({ messages }): ModelBehaviour => {
      if (isBusy) {
        isBusy = false;
        return { kind: 'error', status: 503, message: 'busy' };
      }
      const written = messages.find(({ role }) => role === 'assistant')?.content;
      if (typeof written === 'string') return { kind: 'stream', text: whole.slice(written.length) };
      return pace === 'reset'
        ? { kind: 'reset', text: whole, afterTokens: 300 }
        : { kind: 'stream', text: whole, ...pace };
    });
    await this.#example.quickCreate(this.#example.copyOfPrd(name), 'Agent');
    return { name, spec: `tech-specs/${name}.md` };
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
