import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rootDir } from '../../scripts/vscode/cache.mjs';
import { readRecording } from '../../src/models/recording';
import { Film } from '../harness/film';
import { startModelServer, type ModelServer } from '../harness/model-server';
import { pictureSettings } from '../harness/screenshots';
import { launch, type VsCode } from '../harness/vs-code';
import { ExampleWindow } from './example-window';
import { WizardByKeyboard } from './wizard-by-keyboard';

const model = 'qwen3-coder:30b';
const spec = 'tech-specs/team-invites.md';
/** Pixels; text of the editor is still read at this width. */
const width = 960;

/** What a capable model answered to this very source and template. */
function recordedSpec(): string {
  const recording = readRecording(
    readFileSync(join(rootDir, 'test/fixtures/recordings/agent-ready.jsonl'), 'utf8'),
  );
  if ('reason' in recording) throw new Error(`Line ${recording.line} of the recording: ${recording.reason}`);
  const [first] = recording.exchanges;
  return (first?.events ?? []).map((event) => (event.type === 'text' ? event.text : '')).join('');
}

let server: ModelServer;
let vsCode: VsCode;
beforeAll(async () => {
  server = await startModelServer();
  vsCode = await launch({
    settings: {
      ...pictureSettings,
      'techSpec.model.baseUrl': server.baseUrl,
      'techSpec.model.name': model,
      'techSpec.model.provider': 'openai',
      'editor.wordWrap': 'on',
    },
    viewport: { width: 1280, height: 800 },
  });
});
afterAll(async () => {
  await vsCode?.close();
  await server?.close();
});

it('the way from a PRD to a checked spec, as README shows it', async () => {
  const example = new ExampleWindow(vsCode);
  const wizard = new WizardByKeyboard(vsCode);
  const { page } = vsCode;
  const look = (milliseconds: number): Promise<void> => page.waitForTimeout(milliseconds);
  const run = (command: string): Promise<unknown> =>
    vsCode.evaluate(async (vscode, id) => void (await vscode.commands.executeCommand(id)), command);
  const press = async (name: string): Promise<void> => {
    const button = wizard.frame.getByRole('button', { name, exact: true });
    await button.hover();
    await look(300);
    await button.click();
  };

  await run('workbench.view.explorer');
  await vsCode.evaluate(async (vscode) => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    if (folder === undefined) throw new Error('No folder is open.');
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, 'prds/team-invites.md'));
  });
  await look(800);
  const film = await Film.begin(page);
  await look(1200);
  await example.createFromExplorer('prds', 'team-invites.md');
  await wizard.frame.getByText('US-010').first().waitFor();
  await look(1200);
  // What was found in the document stands below the choice of one.
  await wizard.frame.locator('.summary').evaluate((summary) => {
    const view = summary.ownerDocument.defaultView;
    view?.scrollTo(0, view.scrollY + summary.getBoundingClientRect().top);
  });
  await look(1800);
  await press('Next');
  await wizard.frame.getByText('AGENTS.md').first().waitFor();
  await look(1800);
  await press('Next');
  await wizard.frame
    .getByRole('radio', { name: /^Agent-ready/ })
    .first()
    .check();
  await look(1500);
  await press('Next');
  await wizard.frame.locator('.question').first().waitFor();
  await wizard.frame.locator('.question').first().getByRole('radio').first().check();
  await look(1500);
  await press('Defer the rest');
  await press('Next');
  await wizard.frame.getByText(model).first().waitFor();
  await look(1500);
  server.reply({ kind: 'stream', text: recordedSpec(), tokensPerSecond: 2500, tokenCharacters: 16 });
  await press('Generate');
  // Room for what is written.
  await run('workbench.action.closeSidebar');
  await example.written(spec);
  await look(1500);
  await example.showChecklist(spec);
  await run('notifications.clearAll');
  await look(2000);
  await run('techSpec.showCoverage');
  const rows = page
    .frameLocator('iframe.webview.ready')
    .last()
    .frameLocator('iframe#active-frame')
    .locator('tbody tr');
  await expect.poll(() => rows.count(), { timeout: 30_000 }).toBeGreaterThan(1);
  await look(2500);
  const path = await film.end('tour', width);
  // A README that takes long to load is not looked at.
  expect(statSync(path).size).toBeLessThan(4_000_000);
});
