import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rootDir } from '../../scripts/vscode/cache.mjs';
import { pictureSettings, shootInEveryTheme } from '../harness/screenshots';
import { launch, type VsCode } from '../harness/vs-code';
import { patience } from './example-window';

let vsCode: VsCode;
beforeAll(async () => {
  vsCode = await launch({
    settings: { ...pictureSettings, 'techSpec.model.provider': 'outline' },
    viewport: { width: 1280, height: 900 },
  });
});
afterAll(async () => {
  await vsCode?.close();
});

/** The command line, on a day; a gate that stays shut is no failure here. */
function workflow(day: string, ...args: readonly string[]): string {
  const cli = join(rootDir, 'dist', 'cli.js');
  const options = ['--now', `${day}T10:00:00Z`];
  try {
    return execFileSync(process.execPath, [cli, 'workflow', ...args, ...options], {
      ...{ cwd: vsCode.workspace ?? '', encoding: 'utf8', stdio: 'pipe' },
    });
  } catch (error) {
    return String((error as { readonly stdout?: unknown }).stdout);
  }
}

/** Takes a feature through as many phases as it has days for, and into the next. */
function take(name: string, days: readonly string[], source = 'prds/team-invites.md'): void {
  const [first = ''] = days;
  workflow(first, 'start', name, '--source', source, '--as', 'Mara Okafor');
  for (const [index, day] of days.entries()) {
    const step = JSON.parse(workflow(day, 'next', name, '--as', 'Mara Okafor', '--format', 'json')) as {
      readonly open: readonly { readonly id: string; readonly gate: string | null; readonly why: string }[];
    };
    if (index === days.length - 1) return;
    const own = step.open.filter(({ why }) => why.startsWith('Nobody'));
    if (own.length > 0) workflow(day, 'sign', name, ...own.map(({ id }) => id), '--as', 'Jonas Weil');
    const gate = step.open.find(({ why, gate: of }) => of !== null && !why.startsWith('Nobody'))?.gate;
    const reason = ['--reason', 'The open questions are with the team until Friday.', '--as', 'Mara Okafor'];
    if (gate !== undefined && gate !== null) workflow(day, 'override', name, gate, ...reason);
    if (step.open.some(({ gate: of }) => of === null))
      workflow(day, 'verdict', name, 'go', '--as', 'Priya Nair');
  }
}

const run = (command: string, ...args: readonly unknown[]): Promise<unknown> =>
  vsCode.evaluate(
    async (vscode, id, given) => void (await vscode.commands.executeCommand(id, ...given)),
    command,
    args,
  );

it('shows features in the Specs view, their report, schedule and metrics', { timeout: 600_000 }, async () => {
  take(
    'member-fanout',
    ['02', '04', '09', '10', '11', '20', '23'].map((day) => `2026-11-${day}`),
    'initiatives/member-query-fanout.md',
  );
  take('digest', ['2026-10-05', '2026-10-06', '2026-10-13', '2026-10-15'], 'prds/notification-digest.md');
  take('team-invites', ['2026-11-02', '2026-11-04']);
  workflow('2026-11-05', 'sign', 'team-invites', 'gate-2.architecture', '--as', 'Jonas Weil');
  const improvement = ['--improvement', 'Limit how often an invitation is sent.'];
  workflow('2026-10-16', 'verdict', 'digest', 'no-go', '--as', 'Priya Nair', ...improvement);

  await run('techSpec.specs.focus');
  const item = vsCode.page.getByRole('treeitem', { name: /Phase 2 of 6/ });
  await item.waitFor({ timeout: patience.timeout });
  await shootInEveryTheme(vsCode, 'workflow-tree', 'sidebar');

  const folder = await vsCode.evaluate((vscode) => String(vscode.workspace.workspaceFolders?.[0]?.uri));
  await run('techSpec.showFeatureReport', { target: { folder, feature: 'digest' } });
  await shootInEveryTheme(vsCode, 'workflow-report');
  await run('workbench.action.revertAndCloseActiveEditor');

  await run('techSpec.showMetrics');
  const frame = vsCode.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
  await expect.poll(() => frame.getByRole('row').count(), patience).toBeGreaterThan(18);
  await shootInEveryTheme(vsCode, 'workflow-metrics');
  // What is recorded while it is open is seen at once.
  take('archive', ['2026-11-12']);
  await expect.poll(() => frame.getByRole('row').count(), patience).toBeGreaterThan(26);
  await vsCode.reload();
  await expect.poll(() => frame.getByRole('row').count(), patience).toBeGreaterThan(26);

  void run('techSpec.showSchedule', { target: { folder, feature: 'digest' } });
  await vsCode.page.locator('.quick-input-widget:visible input').first().waitFor();
  await vsCode.page.keyboard.press('Enter');
  await vsCode.page.locator('.monaco-editor', { hasText: 'Schedule:' }).first().waitFor();
  await shootInEveryTheme(vsCode, 'workflow-schedule');
});
