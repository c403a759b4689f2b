import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startModelServer, type ModelServer } from '../../harness/model-server';
import { plantedSecrets, type PlantedSecret } from '../secrets/planted-secrets';
import { run } from './command-line';
import { example } from './run-options';

/** Another set of values in each place, so that one place that leaks is seen whatever the others do. */
const places = ['rule', 'prd', 'research', 'completed spec', 'template', 'answers', 'commit'] as const;
const planted = new Map(places.map((place, index) => [place, plantedSecrets(100 + index)]));
const lines = (place: (typeof places)[number]): string =>
  (planted.get(place) ?? []).map(({ line }) => line).join('\n\n');

let folder = '';
let workspace = '';
let server: ModelServer;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  writeFileSync(join(workspace, path), text);
}
function add(path: string, text: string): void {
  write(path, `${readFileSync(join(workspace, path), 'utf8')}\n${text}\n`);
}
const git = (...args: readonly string[]): void => {
  const author = [
    '-c',
    'user.name=Ada',
    '-c',
    'user.email=ada@invites.test',
    '-c',
    'init.defaultBranch=main',
  ];
  execFileSync('git', [...author, ...args], { cwd: workspace, stdio: 'ignore' });
};
const valueOf = (place: (typeof places)[number], kind: string): string =>
  planted.get(place)?.find((secret) => secret.kind === kind)?.value ?? '';

beforeAll(async () => {
  server = await startModelServer();
  folder = mkdtempSync(join(tmpdir(), 'tech-spec-secrets-'));
  workspace = join(folder, 'workspace');
  cpSync(example, workspace, { recursive: true });
  add('AGENTS.md', `## Access\n\n${lines('rule')}`);
  add(
    'research/token-storage-options.md',
    `## Invitation tokens, invitations by email, workspace members\n\n${lines('research')}`,
  );
  const [spec = ''] = readdirSync(join(workspace, 'tech-specs', 'completed')).filter((name) =>
    name.endsWith('.md'),
  );
  add(join('tech-specs', 'completed', spec), lines('completed spec'));
  // In front, where all of them are read, and as criteria, which are copied into prompts and specs by themselves.
  const prd = readFileSync(join(workspace, 'prds', 'team-invites.md'), 'utf8');
  const inline = (planted.get('prd') ?? [])
    .map(({ line }) => `- ${line.replaceAll('\n', '\n  ')}`)
    .join('\n');
  write(
    'prds/team-invites.md',
    `${prd}\n## Functional requirements, continued\n\n- **FR-901**: ${valueOf('prd', 'GitHub token')} opens the door.\n${inline}\n`,
  );
  const team = readFileSync(join(workspace, 'tasks', 'docs', '_techspec-template.md'), 'utf8');
  write('tasks/docs/_techspec-template.md', `${team}\n## Access\n\n${lines('template')}\n`);
  write(`research/notes-${valueOf('rule', 'GitHub token')}.md`, '# Invites by email\n');
  write(`web/${valueOf('rule', 'npm token')}.ts`, '');
  write('.env', `TOKEN=${valueOf('rule', 'GitLab token')}\n`);
  git('init');
  git('checkout', '-b', `fix-${valueOf('commit', 'GitHub token')}`);
  git('add', '--all');
  git('commit', '-m', `Use ${valueOf('commit', 'Stripe key')} for now`);
}, 120_000);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Secrets of which any recognisable part stands in a text. */
function leaks(text: string): readonly string[] {
  const plain = text.replaceAll('\\\\', '\\').replaceAll('\\"', '"').replaceAll('\\/', '/');
  const stands = ({ value }: PlantedSecret): boolean =>
    value
      .split(/\\n|\n/)
      .some(
        (part) => !part.startsWith('-----') && [text, plain].some((all) => all.includes(part.slice(-20))),
      );
  return [...planted].flatMap(([place, secrets]) =>
    secrets.filter(stands).map(({ kind }) => `${kind} of ${place}`),
  );
}

const prd = (): string => join(workspace, 'prds', 'team-invites.md');
const templateIds = ['architecture', 'rfc', 'agent-ready', 'techspec-template'];

async function answersFile(): Promise<string> {
  const asked = await run(['questions', prd(), '--workspace', workspace, '--format', 'json']);
  const { questions } = JSON.parse(asked.out) as { questions: { id: string }[] };
  const secrets = planted.get('answers') ?? [];
  expect(questions.length).toBeGreaterThan(2);
  const share = Math.ceil(secrets.length / questions.length);
  const answers = questions.map(({ id }, index) => ({
    ...{ kind: index % 2 === 0 ? 'text' : 'assume', questionId: id },
    text: `Take this. ${secrets
      .slice(index * share, (index + 1) * share)
      .map(({ line }) => line)
      .join('\n')}`,
  }));
  const path = join(folder, 'answers.json');
  writeFileSync(path, JSON.stringify(answers));
  return path;
}

describe('planted secrets', () => {
  it('are at least 25 kinds in each place', () => {
    for (const secrets of planted.values())
      expect(new Set(secrets.map(({ kind }) => kind)).size).toBeGreaterThan(25);
  });

  it('are in no request, spec, receipt or output of a draft by a model', async () => {
    const answers = await answersFile();
    for (const template of templateIds) {
      server.forget();
      server.reply({ kind: 'stream', text: '# Spec\n\n## Overview\n\nText.\n' });
      const out = join(folder, `${template}.md`);
      const args = ['--template', template, '--workspace', workspace, '--out', out, '--answers', answers];
      const model = ['--model', 'openai:test-model', '--base-url', server.baseUrl, '--format', 'json'];
      const ran = await run(['draft', prd(), ...args, ...model], { key: 'test-key' });
      expect(server.requests().length, ran.err).toBeGreaterThan(0);
      const sent = server.requests().map(({ body }) => JSON.stringify(body));
      // What was planted did get as far as the prompt, and is told by its kind.
      expect(sent.join('')).toContain('[secret removed: GitHub token]');
      expect(leaks(sent.join('\n'))).toEqual([]);
      expect(leaks(readFileSync(join(folder, `${template}.receipt.json`), 'utf8'))).toEqual([]);
      expect(leaks(readFileSync(out, 'utf8') + ran.out + ran.err)).toEqual([]);
    }
  }, 240_000);

  it('are in no outline, its receipt and its check', async () => {
    const answers = await answersFile();
    for (const template of templateIds) {
      const out = join(folder, `outline-${template}.md`);
      const args = ['--template', template, '--workspace', workspace, '--out', out, '--answers', answers];
      const ran = await run(['draft', prd(), ...args]);
      expect(ran.err).toBe('');
      const checked = await run(['check', out, '--workspace', workspace, '--format', 'json']);
      const receipt = readFileSync(join(folder, `outline-${template}.receipt.json`), 'utf8');
      expect(leaks(readFileSync(out, 'utf8') + receipt + ran.out + checked.out)).toEqual([]);
    }
  }, 240_000);

  it('are in no output, and are listed by file, line and kind', async () => {
    for (const format of ['json', 'text']) {
      for (const args of [
        ['requirements', prd()],
        ['context', prd(), '--workspace', workspace],
        ['questions', prd(), '--workspace', workspace],
        ['templates', '--workspace', workspace],
      ]) {
        const ran = await run([...args, '--format', format]);
        expect(leaks(ran.out + ran.err), args[0] ?? '').toEqual([]);
      }
    }
    const context = await run(['context', prd(), '--workspace', workspace, '--format', 'json']);
    const { withheld, excluded } = JSON.parse(context.out) as {
      withheld: { path: string; line: number; kind: string }[];
      excluded: { path: string; reason: string }[];
    };
    const rule = readFileSync(join(workspace, 'AGENTS.md'), 'utf8').split('\n');
    const line = rule.findIndex((text) => text.includes(valueOf('rule', 'Shopify token'))) + 1;
    expect(withheld).toContainEqual({ path: 'AGENTS.md', line, kind: 'Shopify token' });
    expect(withheld.filter(({ path }) => path === 'AGENTS.md').length).toBe(planted.get('rule')?.length);
    expect(excluded.filter(({ reason }) => reason.startsWith('Its name holds'))).toHaveLength(2);
    const found = await run(['requirements', prd(), '--format', 'json']);
    const { findings } = JSON.parse(found.out) as {
      findings: { check: string; message: string; line: number }[];
    };
    expect(findings.filter(({ check }) => check === 'prd-secret').length).toBeGreaterThan(25);
  }, 120_000);
});
