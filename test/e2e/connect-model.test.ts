import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startModelServer, type ModelServer } from '../harness/model-server';
import { launch, type VsCode } from '../harness/vs-code';
import { ExampleWindow, patience } from './example-window';

describe('the first connection to a model', () => {
  let vsCode: VsCode;
  let server: ModelServer;
  let example: ExampleWindow;

  beforeAll(async () => {
    server = await startModelServer();
    server.models(['small-model', 'large-model']);
    vsCode = await launch();
    example = new ExampleWindow(vsCode);
  });
  afterAll(async () => {
    await vsCode?.close();
    await server?.close();
  });

  const rows = () => vsCode.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');

  /** Runs the command from the palette, picks a server of its own and enters its address. */
  async function connectTo(baseUrl: string): Promise<void> {
    const { page } = vsCode;
    await page.keyboard.press('F1');
    await page.keyboard.type('Connect a Model');
    await rows().filter({ hasText: 'Tech Spec: Connect a Model...' }).first().waitFor();
    await page.keyboard.press('Enter');
    await rows().filter({ hasText: 'OpenRouter' }).first().waitFor();
    await page.keyboard.type('Another server');
    await expect.poll(() => rows().count(), patience).toBe(1);
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget:visible input[placeholder*="models.example.com"]').waitFor();
    await page.keyboard.insertText(baseUrl);
    await page.keyboard.press('Enter');
  }

  const settings = () =>
    vsCode.evaluate((vscode) => {
      const { get } = vscode.workspace.getConfiguration('techSpec.model');
      return [get('baseUrl'), get('name')];
    });

  it('lists what the server offers, asks it for a word, and says that it works', async () => {
    server.reply({ kind: 'stream', text: 'ready' });
    await connectTo(server.baseUrl);
    await rows().filter({ hasText: 'large-model' }).first().waitFor();
    await vsCode.page.keyboard.type('small');
    await rows().filter({ hasText: 'As typed' }).filter({ hasText: 'small' }).first().waitFor();
    // What is looked for stands above what was typed.
    await expect
      .poll(() => vsCode.page.locator('.quick-input-list .focused').textContent(), patience)
      .toContain('small-model');
    await vsCode.page.keyboard.press('Enter');
    await example.message('small-model answered after');
    expect(server.requests().map(({ body }) => body.model)).toEqual(['small-model']);
    expect(await settings()).toEqual([server.baseUrl, 'small-model']);
    await example.tidy();
  });

  it('says that a server wants a key, asks for it, again where it is refused, and lists its models then', async () => {
    server.lock('right');
    await connectTo(server.baseUrl);
    const input = vsCode.page.locator('.quick-input-widget:visible');
    await input.getByText('needs an API key.').waitFor();
    await vsCode.page.keyboard.insertText('wrong');
    await vsCode.page.keyboard.press('Enter');
    await input.getByText('refused the API key.').waitFor();
    await vsCode.page.keyboard.insertText('right');
    await vsCode.page.keyboard.press('Enter');
    await rows().filter({ hasText: 'large-model' }).first().waitFor();
    await vsCode.page.keyboard.press('Enter');
    await example.message('large-model answered after');
    server.lock(null);
    await example.tidy();
  });

  it('says what is wrong where it does not, and what to do', async () => {
    server.reply({ kind: 'error', status: 401 });
    await connectTo(server.baseUrl);
    await rows().filter({ hasText: 'large-model' }).first().waitFor();
    await vsCode.page.keyboard.press('Enter');
    const refused = await example.message('refused the API key');
    await refused.getByRole('button', { name: 'Enter API Key' }).waitFor();
    await refused.getByRole('button', { name: 'Choose Another' }).waitFor();
    await example.tidy();
  });

  it('names the address where nothing answers, asks for no name there, and keeps what was set', async () => {
    const before = await settings();
    const gone = 'http://127.0.0.1:9/v1';
    await connectTo(gone);
    const told = await example.message(`${gone} can't be reached`);
    await told.getByRole('button', { name: 'Try Again' }).waitFor();
    await expect.poll(settings, patience).toEqual(before);
    await example.tidy();
  });

  it('keeps what was set where a person turns back', async () => {
    const before = await settings();
    await connectTo(`${server.baseUrl}/other`);
    await vsCode.page.locator('.quick-input-widget:visible').getByText('Model').first().waitFor();
    await vsCode.page.keyboard.press('Escape');
    await expect.poll(settings, patience).toEqual(before);
  });
});
