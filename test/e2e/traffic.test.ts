import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rootDir } from '../../scripts/vscode/cache.mjs';
import { startModelServer, type ModelServer } from '../harness/model-server';
import { departures, editorsOwnHost, ontoNetwork, trafficFile, trafficRecorder } from '../harness/traffic';
import { launch, type VsCode } from '../harness/vs-code';
import { ExampleWindow, patience } from './example-window';

const spec = 'tech-specs/team-invites.md';

describe('what leaves the extension host', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tech-spec-traffic-'));
  const record = join(folder, 'traffic.jsonl');
  let server: ModelServer;
  let vsCode: VsCode;
  let example: ExampleWindow;

  beforeAll(async () => {
    server = await startModelServer();
    vsCode = await launch({
      settings: { 'techSpec.model.provider': 'outline' },
      extraExtensions: [trafficRecorder],
      env: { [trafficFile]: record },
    });
    example = new ExampleWindow(vsCode);
  });
  afterAll(async () => {
    await vsCode?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What has left since so many departures, but for what the editor does by itself: the product does not know that name. */
  const left = (before: number): readonly string[] =>
    ontoNetwork(departures(record).slice(before)).filter((way) => !way.includes(editorsOwnHost));

  it('can not be what the editor asks by itself: no file of the product has that name', () => {
    const files = readdirSync(join(rootDir, 'dist'), { recursive: true, encoding: 'utf8' });
    const scripts = files.filter((path) => path.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(5);
    for (const path of scripts)
      expect(readFileSync(join(rootDir, 'dist', path), 'utf8').includes(editorsOwnHost), path).toBe(false);
  });

  it('is recorded from before the extension is active, whichever way it takes', async () => {
    const said = (): readonly string[] =>
      departures(record).flatMap(({ kind, to }) => (kind === 'recorder' ? to : []));
    await expect.poll(said, patience).toEqual(['in time']);
    const before = departures(record).length;
    await vsCode.evaluate(async (_, url) => void (await fetch(url)), `${server.baseUrl}/models`);
    const host = new URL(server.baseUrl).host;
    expect(left(before)).toContain(`connect ${host}`);
  });

  it('is nothing while a spec is drafted by the outline, checked and looked at', async () => {
    const before = departures(record).length;
    await example.quickCreate('prds/team-invites.md', 'Agent-ready');
    await example.written(spec);
    await vsCode.evaluate(async (vscode, path) => {
      const root = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
      const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(root, path));
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('techSpec.check', document.uri);
      await vscode.commands.executeCommand('techSpec.showCoverage');
    }, spec);
    const rows = vsCode.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
    await expect.poll(() => rows.locator('tbody tr').count(), patience).toBeGreaterThan(10);
    await example.showChecklist(spec);
    await example.create('prds/notification-digest.md');
    await vsCode.wizard().locator('h1').waitFor();
    expect(left(before)).toEqual([]);
  });

  it('goes to the address of the chosen model and nowhere else', async () => {
    await example.tidy();
    await vsCode.evaluate(async (vscode, url) => {
      const settings = vscode.workspace.getConfiguration('techSpec.model');
      const forUser = vscode.ConfigurationTarget.Global;
      await settings.update('baseUrl', url, forUser);
      await settings.update('name', 'test-model', forUser);
      await settings.update('provider', 'openai', forUser);
    }, server.baseUrl);
    server.reply({ kind: 'stream', text: '# Tech Spec: Digest\n\n## 1. Overview\n\n### Summary\n\nText.\n' });
    const before = departures(record).length;
    await example.quickCreate('prds/notification-digest.md', 'Agent-ready');
    await example.written('tech-specs/notification-digest.md');
    expect(server.requests().length).toBeGreaterThan(0);
    expect(new Set(left(before))).toEqual(new Set([`connect ${new URL(server.baseUrl).host}`]));
  });
});
