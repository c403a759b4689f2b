import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeExampleWorkspace } from '../../../scripts/example-workspace.mjs';
import { departures, ontoNetwork, trafficFile, trafficPreload, type Departure } from '../../harness/traffic';
import { startWireServer, streamed, type WireServer } from '../../harness/wire-server';
import { buildProgram, start } from './started-program';
import type { Ran } from './run-options';

describe('what leaves the process of the command line', () => {
  let folder = '';
  let workspace = '';
  let record = '';
  let server: WireServer;

  beforeAll(async () => {
    await buildProgram();
    folder = mkdtempSync(join(tmpdir(), 'tech-spec-traffic-'));
    workspace = makeExampleWorkspace(join(folder, 'team-invites'));
    record = join(folder, 'traffic.jsonl');
    server = await startWireServer();
  }, 120_000);
  afterAll(async () => {
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => rmSync(record, { force: true }));

  const run = (...args: readonly string[]): Promise<Ran> =>
    start(args, {
      cwd: workspace,
      key: 'test-key',
      env: { NODE_OPTIONS: `--require ${trafficPreload}`, [trafficFile]: record },
    });
  const programs = (departed: readonly Departure[]): readonly string[] =>
    departed.flatMap(({ kind, to }) => (kind === 'program' ? (/^\S+/u.exec(to)?.[0] ?? '') : []));

  it('is nothing but questions to git while a spec is drafted by the outline, checked and handed off', async () => {
    const drafted = await run(
      'draft',
      'prds/team-invites.md',
      '--template',
      'agent-ready',
      '--model',
      'outline',
    );
    expect(drafted.err).not.toMatch(/error/iu);
    await run('check', 'tech-specs/team-invites.md', '--workspace', '.');
    await run('drift', 'tech-specs/team-invites.md');
    await run('export', 'tech-specs/team-invites.md', '--to', 'json');
    const departed = departures(record);
    expect(new Set(programs(departed))).toEqual(new Set(['git']));
    expect(ontoNetwork(departed)).toEqual([]);
  }, 120_000);

  it('goes to the address of the chosen model and nowhere else', async () => {
    const text = '# Spec\n\n## 1. Executive Summary\n\nText.\n';
    server.reply(streamed(text));
    await run(
      ...['draft', 'prds/team-invites.md', '--template', 'rfc', '--model', 'openai:m'],
      ...['--base-url', `${server.origin}/v1`, '--repair-rounds', '0', '--out', 'tech-specs/rfc.md'],
    );
    expect(readFileSync(join(workspace, 'tech-specs/rfc.md'), 'utf8')).toContain('Executive Summary');
    const to = ontoNetwork(departures(record));
    expect(new Set(to)).toEqual(new Set([`connect ${new URL(server.origin).host}`]));
  }, 120_000);
});
