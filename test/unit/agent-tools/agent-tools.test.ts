import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { agentTools } from '../../../src/core/agent-tools/agent-tools';
import type { AgentWorkspace, ToolAnswer } from '../../../src/core/agent-tools/agent-tool';
import { checkSpecFile } from '../../../src/core/checks/check-spec-file';
import { readSource } from '../../../src/core/source/read-source';
import { InMemoryFiles } from '../in-memory-files';

const spec = 'tech-specs/invites.md';
const task = (id: string, done: boolean, dependencies: string): string =>
  `- [${done ? 'x' : ' '}] **${id}:** Step ${id}
  - _Implements:_ US-001
  - _Description:_ What ${id} does.
  - _Files:_ Create \`src/${id}.ts\`
  - _Done condition:_ \`npm test\`
  - _Dependencies:_ ${dependencies}
`;

function workspaceWith(tasks: string, options: Partial<AgentWorkspace> = {}): AgentWorkspace {
  const files = new InMemoryFiles(
    {
      [spec]: `---\ntech-spec: true\nstatus: Draft\n---\n# Invites\n\n**PRD:** [PRD](../prd.md)\n\n## Implementation Tasks\n\n${tasks}`,
      'prd.md': '# PRD\n\n## US-001: Invite\n\nAs an admin I invite people.\n\n- AC1: A mail is sent.\n',
    },
    { links: ['linked.md'] },
  );
  const read = async (path: string): Promise<Uint8Array> => files.readFile(path);
  return {
    files,
    specs: () => Promise.resolve([spec]),
    check: async (path) =>
      checkSpecFile({ path, text: new TextDecoder().decode(await read(path)), files, templates: [] }),
    source: async (path) => readSource({ path, bytes: await read(path) }),
    today: () => '2026-01-31',
    ...options,
  };
}

async function call(name: string, input: unknown, workspace: AgentWorkspace): Promise<ToolAnswer> {
  const tool = agentTools.find((one) => one.name === name);
  if (tool === undefined) throw new Error(`no tool ${name}`);
  return tool.run(input, workspace, new AbortController().signal);
}

const nextOf = async (tasks: string, id?: string): Promise<unknown> => {
  const input = id === undefined ? { path: spec } : { path: spec, task: id };
  const { data } = await call('techspec_next_task', input, workspaceWith(tasks));
  const next = data['task'] as { readonly id: string } | null;
  return next?.id ?? null;
};

describe('the next task', () => {
  it('is the first that is not done and waits for no other', async () => {
    const tasks = task('T-001', true, 'None') + task('T-002', false, 'T-003') + task('T-003', false, 'T-001');
    expect(await nextOf(tasks)).toBe('T-003');
  });

  it('comes with its requirement and its done condition', async () => {
    const { text } = await call(
      'techspec_next_task',
      { path: spec },
      workspaceWith(task('T-001', false, 'None')),
    );
    expect(text).toContain('As an admin I invite people.');
    expect(text).toContain('A mail is sent.');
    expect(text).toContain('npm test');
  });

  it('is the one that was asked for, in any case of letters', async () => {
    expect(await nextOf(task('T-001', false, 'None') + task('T-002', false, 'T-001'), 't-002')).toBe('T-002');
  });

  it('is none where all are done', async () => {
    expect(await nextOf(task('T-001', true, 'None'))).toBeNull();
  });

  it('is none where tasks wait for each other, and it is said which', async () => {
    const tasks = task('T-001', false, 'T-002') + task('T-002', false, 'T-001');
    const { text } = await call('techspec_next_task', { path: spec }, workspaceWith(tasks));
    expect(text).toContain('T-001, T-002 wait for each other');
  });

  it('names the tasks there are where another was asked for', async () => {
    await expect(nextOf(task('T-001', false, 'None'), 'T-9')).rejects.toThrow('Its tasks are T-001.');
  });
});

describe('a tool for agents', () => {
  const workspace = workspaceWith(task('T-001', true, 'None'));

  it.each([
    ['../secret.md', 'not inside of the workspace'],
    ['/etc/passwd', 'not inside of the workspace'],
    ['prds/../../x.md', 'not inside of the workspace'],
    ['absent.md', 'There is no absent.md'],
    ['tech-specs', 'is not a file'],
    ['linked.md', 'is not a file'],
  ])('reads nothing for the path %s', async (path, message) => {
    await expect(call('techspec_check', { path }, workspace)).rejects.toThrow(message);
    await expect(call('techspec_requirements', { path }, workspace)).rejects.toThrow(message);
  });

  it('says which arguments are wrong and which it takes', async () => {
    await expect(call('techspec_check', { pth: spec }, workspace)).rejects.toThrow(
      'path is missing. pth is not known. It takes path.',
    );
    await expect(call('techspec_check', 'prd.md', workspace)).rejects.toThrow('The arguments are no object');
    await expect(call('techspec_list', { all: true }, workspace)).rejects.toThrow('It takes none');
  });

  it('lists specs with the progress of their tasks', async () => {
    const { data } = await call(
      'techspec_list',
      {},
      workspaceWith(task('T-001', true, 'None') + task('T-002', false, 'None')),
    );
    expect(data['specs']).toMatchObject([{ path: spec, title: 'Invites', tasks: { all: 2, done: 1 } }]);
  });

  it('lists requirements with their criteria', async () => {
    const { data } = await call('techspec_requirements', { path: 'prd.md' }, workspace);
    expect(data['requirements']).toMatchObject([{ id: 'US-001', acceptance: ['A mail is sent.'] }]);
  });

  it('puts errors before warnings among the findings of a spec', async () => {
    const { data } = await call('techspec_check', { path: spec }, workspace);
    const severities = (data['findings'] as { readonly severity: string }[]).map(({ severity }) => severity);
    expect(severities).toEqual(
      [...severities].sort((a, b) => 'ewi'.indexOf(a.charAt(0)) - 'ewi'.indexOf(b.charAt(0))),
    );
  });

  it('drafts only where that was allowed', async () => {
    await expect(call('techspec_draft', { source: 'prd.md' }, workspace)).rejects.toThrow('not allowed');
    const allowed = workspaceWith(task('T-001', true, 'None'), {
      draft: () => Promise.resolve({ path: spec }),
    });
    expect((await call('techspec_draft', { source: 'prd.md' }, allowed)).text).toContain(
      `Written to ${spec}`,
    );
  });
});

it('The manifest declares the tools for agents as they are', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly contributes: { readonly languageModelTools: readonly Readonly<Record<string, unknown>>[] };
  };
  expect(
    manifest.contributes.languageModelTools.map(({ name, modelDescription, inputSchema }) => ({
      name,
      modelDescription,
      inputSchema,
    })),
  ).toEqual(
    agentTools.map(({ name, description, inputSchema }) => ({
      name,
      modelDescription: description,
      inputSchema,
    })),
  );
});
