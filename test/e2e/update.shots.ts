import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, it } from 'vitest';
import { pictureSettings, shootInEveryTheme } from '../harness/screenshots';
import { launch, type VsCode } from '../harness/vs-code';
import { ExampleWindow } from './example-window';

const prd = 'prds/team-invites.md';
const spec = 'tech-specs/team-invites.md';

/** A PRD that changes below its spec: what drifted, and the update as a diff. */
let vsCode: VsCode;
let example: ExampleWindow;

beforeAll(async () => {
  vsCode = await launch({
    settings: {
      ...pictureSettings,
      'techSpec.model.provider': 'outline',
      'diffEditor.renderSideBySide': true,
      'workbench.editor.enablePreview': false,
    },
    viewport: { width: 1440, height: 800 },
  });
  example = new ExampleWindow(vsCode);
});
afterAll(async () => {
  await vsCode?.close();
});

const run = (command: string): Promise<void> =>
  vsCode.evaluate(async (vscode, id) => void (await vscode.commands.executeCommand(id)), command);

it('shows what drifted in the Specs view and the update as a diff', { timeout: 300_000 }, async () => {
  await example.quickCreate(prd, 'Agent-ready');
  await example.written(spec);
  const before = example.read(prd);
  writeFileSync(
    example.path(prd),
    before.replace('refused before anything is stored', 'refused before anything is stored or sent'),
  );
  await run('notifications.clearAll');
  await run('workbench.view.extension.techSpec');
  const row = vsCode.page
    .locator('.monaco-list-row', { hasText: 'Team invites' })
    .filter({ hasText: 'drifted' });
  await row.first().waitFor();
  await row.first().locator('.monaco-tl-twistie').click();
  await shootInEveryTheme(vsCode, 'drift');
  await vsCode.evaluate(
    (vscode) => void vscode.commands.executeCommand('techSpec.update', undefined, { model: 'outline' }),
  );
  await vsCode.page.locator('.monaco-diff-editor').first().waitFor();
  await shootInEveryTheme(vsCode, 'update');
});
