import { afterAll, beforeAll, expect, it } from 'vitest';
import { shoot } from '../harness/screenshots';
import { launch, type VsCode } from '../harness/vs-code';
import { patience } from './example-window';

let vsCode: VsCode;
beforeAll(async () => {
  vsCode = await launch({ settings: { 'techSpec.model.provider': 'outline' } });
});
afterAll(async () => {
  await vsCode?.close();
});

const who = { name: 'Mara Okafor', commit: null, version: 1 };
const phases = ['requirements', 'design', 'tasks', 'review', 'implementation', 'testing'];

/** Events of the first phases of a feature, each with the days that it took. */
function events(days: readonly number[]): readonly (readonly [string, unknown])[] {
  let day = 2;
  const on = (): string => `2026-11-${String(day).padStart(2, '0')}`;
  return days.flatMap((took, index) => {
    const phase = phases[index] ?? '';
    const start = { ...who, phase, kind: 'start', round: 1, artefacts: {}, date: on() };
    day += took;
    const close = { ...start, kind: 'close', date: on() };
    return [
      [`events/${phase}.1.start.json`, start],
      [`events/${phase}.1.close.json`, close],
    ] as const;
  });
}

it('shows features in the Specs view, and their metrics', async () => {
  const files: Record<string, string> = {};
  for (const [name, title, days] of [
    ['member-export', 'Member export', [2, 4, 1, 1, 9, 2]],
    ['digest', 'Notification digest', [1, 6, 2]],
    ['team-invites', 'Team invites', []],
  ] as const) {
    const feature = { ...who, workflow: 'staged', title, source: 'prds/team-invites.md', date: '2026-11-02' };
    for (const [path, record] of [['feature.json', feature] as const, ...events(days)])
      files[`.tech-spec/features/${name}/${path}`] = JSON.stringify(record);
  }
  files['tech-specs/team-invites/requirements.md'] =
    '# Team invites: Requirements\n\n**Status:** Draft\n**Source:** [PRD](../../prds/team-invites.md)\n\n## Business Need\n\n- Invite.\n';
  await vsCode.evaluate(async (vscode, written) => {
    const root = vscode.workspace.workspaceFolders?.[0]?.uri;
    if (root === undefined) throw new Error('No folder is open.');
    for (const [path, text] of Object.entries(written))
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(root, path), new TextEncoder().encode(text));
    await vscode.commands.executeCommand('techSpec.specs.focus');
  }, files);
  const item = vsCode.page.getByRole('treeitem', { name: /^Team invites, Phase 1 of 6/ });
  await item.waitFor({ timeout: patience.timeout });
  await shoot(vsCode, 'workflow-tree', 'sidebar');
  await vsCode.evaluate(
    async (vscode) => void (await vscode.commands.executeCommand('techSpec.showMetrics')),
  );
  const frame = vsCode.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
  await expect.poll(() => frame.getByRole('row').count(), patience).toBeGreaterThan(18);
  await shoot(vsCode, 'workflow-metrics');
});
