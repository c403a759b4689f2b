import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { example } from './run-options';
import { buildProgram, program } from './started-program';

interface Answer {
  readonly isError: boolean;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}

describe('the server for coding agents', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tech-spec-mcp-'));
  const outside = mkdtempSync(join(tmpdir(), 'tech-spec-outside-'));
  const client = new Client({ name: 'test', version: '1.0.0' });
  const transport = (): StdioClientTransport =>
    new StdioClientTransport({
      command: process.execPath,
      args: [program, 'mcp', '--allow-draft'],
      cwd: folder,
    });

  beforeAll(async () => {
    cpSync(example, folder, { recursive: true });
    writeFileSync(join(outside, 'secret.md'), '# Secret\n');
    symlinkSync(outside, join(folder, 'linked'));
    await buildProgram();
    await client.connect(transport());
  }, 120_000);

  afterAll(async () => {
    await client.close();
    for (const one of [folder, outside]) rmSync(one, { recursive: true, force: true });
  });

  const call = async (name: string, args: Record<string, unknown>): Promise<Answer> => {
    const result = await client.callTool({ name, arguments: args });
    const [first] = result.content as { readonly text: string }[];
    return {
      isError: result.isError === true,
      text: first?.text ?? '',
      data: (result.structuredContent ?? {}) as Record<string, unknown>,
    };
  };

  it('lists its tools, and says which change nothing', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint])).toEqual([
      ['techspec_list', true],
      ['techspec_requirements', true],
      ['techspec_check', true],
      ['techspec_next_task', true],
      ['techspec_draft', false],
    ]);
  });

  it('drafts, checks and hands out the first task of what was drafted', async () => {
    const drafted = await call('techspec_draft', { source: 'prds/team-invites.md', template: 'agent-ready' });
    expect(drafted).toMatchObject({
      isError: false,
      data: { path: 'tech-specs/team-invites.md', errors: 0 },
    });
    const again = await call('techspec_draft', { source: 'prds/team-invites.md', template: 'agent-ready' });
    expect(again.isError || again.data['path'] !== drafted.data['path']).toBe(true);
    const path = String(drafted.data['path']);
    expect((await call('techspec_check', { path })).data).toMatchObject({
      ...{ template: 'agent-ready', errors: 0 },
      coverage: { requirements: 14, covered: 14, outOfScope: 0 },
    });
    expect((await call('techspec_list', {})).text).toContain(path);
    const next = await call('techspec_next_task', { path });
    expect(next.data['task']).toMatchObject({ id: 'T-001' });
    expect(next.text).toContain('## Requirements');
  });

  it('lists the requirements of a PRD', async () => {
    const { data } = await call('techspec_requirements', { path: 'prds/team-invites.md' });
    expect((data['requirements'] as { readonly id: string }[]).map(({ id }) => id)).toContain('US-001');
  });

  it.each([
    ['techspec_check', {}, 'path is missing'],
    ['techspec_check', { path: 'nowhere.md' }, 'There is no nowhere.md'],
    ['techspec_check', { path: '../secret.md' }, 'not inside of the workspace'],
    ['techspec_requirements', { path: 'linked/secret.md' }, 'linked/secret.md'],
    ['techspec_draft', { source: 'prds/team-invites.md', template: 'novel' }, 'novel'],
    ['techspec_sing', {}, 'The tools are techspec_list'],
  ])('answers %s %j with what to do instead', async (name, args, message) => {
    const answer = await call(name, args);
    expect(answer).toMatchObject({ isError: true, data: {} });
    expect(answer.text).toContain(message);
    expect(answer.text).not.toContain(folder);
  });
});
