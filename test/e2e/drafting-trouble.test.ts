import { writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startModelServer, type ModelServer } from '../harness/model-server';
import { launch, type VsCode } from '../harness/vs-code';
import { ExampleWindow, patience } from './example-window';
import { WizardByKeyboard } from './wizard-by-keyboard';

/** Long enough to be interrupted: with four characters a token, about 1,900 tokens. */
const answer = (title: string, lines = 240): string =>
  `# Tech Spec: ${title}\n\n## 1. Overview\n\n### Summary\n\n` +
  Array.from({ length: lines }, (_, index) => `Line ${index} of a streamed section.\n`).join('');

describe('a draft that does not go smoothly', () => {
  let server: ModelServer;
  let vsCode: VsCode;
  let example: ExampleWindow;
  let wizard: WizardByKeyboard;

  beforeAll(async () => {
    server = await startModelServer();
    vsCode = await launch({
      settings: {
        'techSpec.model.baseUrl': server.baseUrl,
        'techSpec.model.name': 'test-model',
        'techSpec.model.provider': 'outline',
      },
    });
    example = new ExampleWindow(vsCode);
    wizard = new WizardByKeyboard(vsCode);
  });
  afterAll(async () => {
    await vsCode?.close();
    await server?.close();
  });
  afterEach(() => example.tidy());

  /** Starts a draft of a PRD of its own by the server. */
  async function draft(name: string): Promise<void> {
    await example.create(example.copyOfPrd(name));
    await wizard.walkToGenerate();
    await wizard.generate(/^test-model/);
  }

  /** Waits until so much of a spec has reached its tab. */
  async function streamedUpTo(spec: string, text: string): Promise<void> {
    await expect.poll(() => example.streamed(spec), patience).toContain(text);
  }

  /** Lines of a spec, from 0, that its editor shows, and how many it has. */
  async function shown(spec: string): Promise<{ first: number; last: number; count: number }> {
    return vsCode.evaluate((vscode, path) => {
      const editor = vscode.window.visibleTextEditors.find(({ document }) =>
        document.uri.path.endsWith(path),
      );
      return {
        first: editor?.visibleRanges[0]?.start.line ?? -1,
        last: editor?.visibleRanges.at(-1)?.end.line ?? -1,
        count: editor?.document.lineCount ?? -1,
      };
    }, spec);
  }

  it('scrolls along with what comes, however fast, and shows the start of a spec that is whole', async () => {
    const text = answer('Followed', 4000);
    server.reply({ kind: 'stream', text, tokensPerSecond: 2000, tokenCharacters: 16 });
    await draft('followed');
    const spec = 'tech-specs/followed.md';
    await expect
      .poll(async () => {
        const { last, count } = await shown(spec);
        return count > 500 && count < 4000 && count - last < 200;
      }, patience)
      .toBe(true);
    await example.written(spec);
    await expect.poll(async () => (await shown(spec)).first, patience).toBe(0);
  });

  it('keeps what came when Stop is pressed', async () => {
    const text = answer('Stopped');
    server.reply({ kind: 'stream', text, tokensPerSecond: 100 });
    await draft('stopped');
    await streamedUpTo('tech-specs/stopped.md', 'Line 3 of');
    await wizard.press('Stop');
    await wizard.frame.getByText('What came so far is kept').first().waitFor();
    await example.written('tech-specs/stopped.md');
    const kept = example.read('tech-specs/stopped.md');
    expect(kept).toContain('Line 3 of');
    expect(kept.length).toBeLessThan(text.length);
    expect(text.startsWith(kept)).toBe(true);

    // The wizard follows it as it goes on.
    server.reply(({ messages }) => {
      const written = String(messages.find(({ role }) => role === 'assistant')?.content ?? '');
      return { kind: 'stream', text: text.slice(written.length), tokensPerSecond: 400 };
    });
    await wizard.press('Resume');
    await wizard.frame.getByRole('button', { name: 'Stop' }).waitFor();
    await wizard.frame.getByRole('heading', { name: 'The spec is written' }).waitFor();
    const whole = example.read('tech-specs/stopped.md');
    expect(whole.slice(0, text.trimEnd().length)).toBe(text.trimEnd());
  });

  it('loses nothing while the person types at the top of the document and looks at other tabs', async () => {
    const text = answer('Typed into', 1200);
    const typed = 'Typed while it streamed. ';
    server.reply({ kind: 'stream', text, tokensPerSecond: 400 });
    await draft('typed-into');
    await streamedUpTo('tech-specs/typed-into.md', 'Line 3 of');
    // What the window shows reaches the product late on a slow machine, while keys and text go on coming.
    const slowed = await vsCode.page.context().newCDPSession(vsCode.page);
    await slowed.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const show = (path: string): Promise<void> =>
      vsCode.evaluate(async (vscode, name) => {
        const open = vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith(name));
        const root = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
        const document = open ?? (await vscode.workspace.openTextDocument(vscode.Uri.joinPath(root, name)));
        await vscode.window.showTextDocument(document, {
          viewColumn: vscode.ViewColumn.Two,
          preview: false,
          selection: new vscode.Range(0, 0, 0, 0),
        });
      }, path);

    await show('AGENTS.md');
    // Time in which the spec is hidden and text goes on coming.
    await vsCode.page.waitForTimeout(1000);
    await show('tech-specs/typed-into.md');
    await vsCode.page.locator('.monaco-editor.focused').waitFor();
    await vsCode.page.keyboard.type(typed, { delay: 40 });
    expect(await example.streamed('tech-specs/typed-into.md')).not.toContain('Line 1199 of');
    await slowed.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await slowed.detach();

    await example.written('tech-specs/typed-into.md');
    // The engine's own line may stand below it already.
    const expected = `${typed}${text}`.trimEnd();
    expect(example.read('tech-specs/typed-into.md').slice(0, expected.length)).toBe(expected);
    const cursor = await vsCode.evaluate((vscode) => {
      const editor = vscode.window.activeTextEditor;
      return { path: editor?.document.uri.path, at: editor?.selection.active };
    });
    expect(cursor.path).toMatch(/tech-specs\/typed-into\.md$/);
    expect(cursor.at).toMatchObject({ line: 0, character: typed.length });
    // Nor is it scrolled away from where the person types.
    expect((await shown('tech-specs/typed-into.md')).first).toBe(0);
  });

  it('says what to do when the server wants a key, and writes nothing', async () => {
    server.reply({ kind: 'error', status: 401, message: 'bad key' });
    await draft('refused');
    const notice = wizard.frame.getByRole('alert');
    await notice
      .getByText(/needs an API key/)
      .first()
      .waitFor();
    await notice.getByRole('button', { name: 'Set API Key' }).waitFor();
    expect(example.exists('tech-specs/refused.md')).toBe(false);
    expect(example.exists('tech-specs/refused.receipt.json')).toBe(false);
  });

  it('has its wizard back, at the same step, after a window reload', async () => {
    const source = example.copyOfPrd('reloaded');
    await example.create(source);
    await wizard.walkToGenerate();
    await example.remembered('"step":"generate"', source);
    await vsCode.reload();
    await wizard.frame.locator('h1', { hasText: 'Generate' }).waitFor();
    await wizard.frame.getByText('test-model').first().waitFor();
    const path = wizard.frame.getByRole('textbox', { name: 'Write the spec to' });
    await expect.poll(() => path.inputValue(), patience).toBe('tech-specs/reloaded.md');
  });

  it('says in the Source step what is wrong with an empty document', async () => {
    writeFileSync(example.path('prds/empty.md'), '');
    await example.create('prds/empty.md');
    await wizard.frame
      .getByRole('alert')
      .getByText(/is empty/)
      .first()
      .waitFor();
    await wizard.frame.getByRole('button', { name: 'Choose Another File' }).waitFor();
    const next = wizard.frame.getByRole('button', { name: 'Next', exact: true });
    await expect.poll(() => next.getAttribute('aria-disabled'), patience).toBe('true');
  });

  it('says what to do when the server is down, writes nothing, and drafts once it is chosen otherwise', async () => {
    await server.close();
    await draft('unreachable');
    const notice = wizard.frame.getByRole('alert');
    await notice
      .getByText(/127\.0\.0\.1/)
      .first()
      .waitFor();
    expect(example.exists('tech-specs/unreachable.md')).toBe(false);
    await wizard.press('Use the Outline');
    await wizard.frame.getByRole('radio', { name: 'Outline', checked: true }).waitFor();
    await wizard.press('Generate');
    await example.written('tech-specs/unreachable.md');
  });
});
