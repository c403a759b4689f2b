import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startModelServer, type ModelServer } from '../../harness/model-server';
import { run } from './command-line';
import { example } from './run-options';

const prd = join(example, 'prds', 'team-invites.md');
let folder = '';
let server: ModelServer;

beforeAll(async () => {
  server = await startModelServer();
}, 60_000);
afterAll(() => server.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tech-spec-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

// What becomes of a draft afterwards: repair.test.ts.
const asIs = ['--repair-rounds', '0'];
const draft = (out: string, ...more: readonly string[]) =>
  run(['draft', prd, '--template', 'rfc', '--workspace', example, '--out', out, ...asIs, ...more], {
    key: 'test-key',
  });
const fromServer = (out: string) => draft(out, '--model', 'openai:test-model', '--base-url', server.baseUrl);

describe('draft with the outline model', () => {
  it('writes a spec that passes its check, from any current folder', async () => {
    const here = join(example, 'prds');
    const out = relative(here, join(folder, 'spec.md'));
    const args = ['--template', 'agent-ready', '--workspace', '..', '--out', out];
    const drafted = await run(['draft', 'team-invites.md', ...args], { cwd: here });
    expect(drafted).toMatchObject({ code: 0, err: '' });
    const checked = await run(['check', 'spec.md', '--workspace', example, '--format', 'json'], {
      cwd: folder,
    });
    expect(checked.code).toBe(0);
    const { files } = JSON.parse(checked.out) as { files: { path: string; template: string }[] };
    expect(files).toMatchObject([{ path: 'spec.md', template: 'agent-ready' }]);
  });

  it('gives the same bytes for the same input, whatever the time of day', async () => {
    // A copy without a repository: a commit in between would be another input.
    const workspace = join(folder, 'workspace');
    cpSync(example, workspace, { recursive: true });
    const source = join(workspace, 'prds', 'team-invites.md');
    const texts = [];
    for (const now of ['2026-01-31T01:00:00Z', '2026-01-31T23:00:00Z']) {
      const out = join(folder, 'spec.md');
      const args = ['--template', 'rfc', '--workspace', workspace, '--out', out, '--now', now];
      expect((await run(['draft', source, ...args])).code).toBe(0);
      texts.push([readFileSync(out, 'utf8'), readFileSync(join(folder, 'spec.receipt.json'), 'utf8')]);
      rmSync(out);
      rmSync(join(folder, 'spec.receipt.json'));
    }
    expect(texts[1]).toEqual(texts[0]);
  });

  it('writes down no path of the machine, even of a source far from the workspace', async () => {
    const out = join(folder, 'spec.md');
    const workspace = join(folder, 'workspace');
    cpSync(join(example, 'research'), workspace, { recursive: true });
    const drafted = await run(['draft', prd, '--template', 'rfc', '--workspace', workspace, '--out', out]);
    expect(drafted.code).toBe(0);
    for (const file of [out, join(folder, 'spec.receipt.json')])
      for (const path of [example, folder]) expect(readFileSync(file, 'utf8')).not.toContain(path);
    expect((await run(['check', out, '--workspace', workspace])).code).toBe(0);
  });

  it('shows answers of every kind', async () => {
    const asked = await run(['questions', prd, '--workspace', example, '--format', 'json']);
    const { questions } = JSON.parse(asked.out) as { questions: { id: string; text: string }[] };
    const [first, second, third] = questions;
    const answers = join(folder, 'answers.json');
    writeFileSync(
      answers,
      JSON.stringify([
        { questionId: first?.id, kind: 'text', text: 'Three wombats agreed to it' },
        { questionId: second?.id, kind: 'assume', text: 'Ten thousand wombats a day' },
        { questionId: third?.id, kind: 'defer' },
      ]),
    );
    const out = join(folder, 'spec.md');
    const args = ['--template', 'agent-ready', '--workspace', example, '--answers', answers, '--out', out];
    expect((await run(['draft', prd, ...args])).code).toBe(0);
    const spec = readFileSync(out, 'utf8');
    expect(spec).toContain('Three wombats agreed to it');
    expect(spec).toContain('[ASSUMPTION] Ten thousand wombats a day');
    expect(spec).toMatch(new RegExp(`OQ-\\d+: ${(third?.text ?? '').slice(0, 20)}`));
  });

  it.each([
    ['no JSON', 'nonsense'],
    ['another shape', '{"questionId":"x"}'],
    ['an unknown kind', '[{"questionId":"x","kind":"maybe","text":"y"}]'],
    ['no text', '[{"questionId":"x","kind":"text"}]'],
  ])('refuses answers of %s', async (_, text) => {
    writeFileSync(join(folder, 'answers.json'), text);
    const { code, err } = await draft(join(folder, 'spec.md'), '--answers', join(folder, 'answers.json'));
    expect(code).toBe(2);
    expect(err).toContain('answers.json');
    expect(readdirSync(folder)).toEqual(['answers.json']);
  });

  it.each(['spec.md', 'spec.receipt.json'])('overwrites nothing where %s exists', async (name) => {
    writeFileSync(join(folder, name), 'mine');
    const { code, err } = await draft(join(folder, 'spec.md'));
    expect(code).toBe(2);
    expect(err).toContain(name);
    expect(readdirSync(folder)).toEqual([name]);
    expect(readFileSync(join(folder, name), 'utf8')).toBe('mine');
  });
});

describe('draft with a model', () => {
  const answer = 'Sure! Here it is.\n\n```markdown\n# Spec\n\n## 1. Executive Summary\n\nText 要求 ü.\n```\n';

  it('keeps what came before the stream broke exactly as it was sent, and nothing else', async () => {
    server.reply({ kind: 'reset', text: answer.repeat(4), afterTokens: 12 });
    const { code, err, out } = await fromServer(join(folder, 'spec.md'));
    expect(code).toBe(3);
    expect(out).toBe('');
    expect(err).toContain('spec.md.partial.md');
    expect(readdirSync(folder)).toEqual(['spec.md.partial.md']);
    const partial = readFileSync(join(folder, 'spec.md.partial.md'), 'utf8');
    expect(partial.length).toBeGreaterThan(20);
    expect(answer.repeat(4).startsWith(partial)).toBe(true);
  });

  it('keeps all of an answer that ran into the output limit, its wrapping included', async () => {
    server.reply({ kind: 'stream', text: answer, finishReason: 'length' });
    expect((await fromServer(join(folder, 'spec.md'))).code).toBe(3);
    expect(readFileSync(join(folder, 'spec.md.partial.md'), 'utf8')).toBe(answer);
  });

  it('goes on by itself with an answer that ran into the output limit', async () => {
    const at = answer.indexOf('Summary') + 3;
    server.forget();
    server.reply(({ messages }) => {
      const written = messages.find(({ role }) => role === 'assistant')?.content;
      return written === undefined
        ? { kind: 'stream', text: answer.slice(0, at), finishReason: 'length' }
        : { kind: 'stream', text: answer.slice(String(written).length) };
    });
    expect((await fromServer(join(folder, 'spec.md'))).code).toBe(1);
    expect(readFileSync(join(folder, 'spec.md'), 'utf8')).toBe(
      '# Spec\n\n## 1. Executive Summary\n\nText 要求 ü.\n',
    );
    expect(server.requests()).toHaveLength(2);
    expect(readdirSync(folder)).not.toContain('spec.md.partial.md');
  });

  it.each([
    { kind: 'error', status: 401 } as const,
    { kind: 'error', status: 404 } as const,
    { kind: 'html' } as const,
    { kind: 'garbage' } as const,
  ])('writes nothing and exits 3 when the server answers $kind $status', async (behaviour) => {
    server.reply(behaviour);
    const { code, err } = await fromServer(join(folder, 'spec.md'));
    expect(code).toBe(3);
    expect(err).not.toContain('test-key');
    expect(err.trim()).not.toBe('');
    expect(existsSync(join(folder, 'spec.md'))).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes the wrapping off and exits 1 where the spec has errors', async () => {
    server.reply({ kind: 'stream', text: answer });
    const { code, out } = await fromServer(join(folder, 'spec.md'));
    expect(code).toBe(1);
    expect(out).toContain('error');
    expect(readFileSync(join(folder, 'spec.md'), 'utf8')).toMatch(/^# Spec\n/);
  });
});

describe('draft --resume', () => {
  const text =
    'Sure! Here it is.\n\n```markdown\n# Spec\n\n## 1. Executive Summary\n\nText 要求 ü.\n\n## 2. Goals\n\n- One invitation for each address\n- Two roles, of which owners choose one\n```\n';
  const goesOn = (whole: string) =>
    server.reply(({ messages }) => {
      const written = messages.find(({ role }) => role === 'assistant')?.content;
      return { kind: 'stream', text: whole.slice(written === undefined ? 0 : String(written).length) };
    });
  const resume = (out: string) =>
    draft(out, '--resume', '--model', 'openai:test-model', '--base-url', server.baseUrl);

  it('ends in the bytes of a draft that was not interrupted', async () => {
    const out = join(folder, 'spec.md');
    server.reply({ kind: 'reset', text, afterTokens: 14 });
    expect((await fromServer(out)).code).toBe(3);
    const partial = readFileSync(`${out}.partial.md`, 'utf8');
    expect(text.startsWith(partial)).toBe(true);
    goesOn(text);
    expect((await resume(out)).code).toBe(1);
    expect(readFileSync(out, 'utf8')).toBe(text.slice(text.indexOf('# Spec'), text.lastIndexOf('```')));
    expect(readdirSync(folder)).toEqual(['spec.md', 'spec.receipt.json']);
  });

  it('leaves the partial longer where it breaks off again', async () => {
    const out = join(folder, 'spec.md');
    server.reply({ kind: 'reset', text, afterTokens: 12 });
    await fromServer(out);
    const first = readFileSync(`${out}.partial.md`, 'utf8');
    server.reply({ kind: 'reset', text: text.slice(first.length), afterTokens: 12 });
    expect((await resume(out)).code).toBe(3);
    const second = readFileSync(`${out}.partial.md`, 'utf8');
    expect(second.length).toBeGreaterThan(first.length);
    expect(text.startsWith(second)).toBe(true);
    expect(existsSync(out)).toBe(false);
  });

  it('keeps the partial as it is where the model can not be asked', async () => {
    const out = join(folder, 'spec.md');
    writeFileSync(`${out}.partial.md`, '# Spec\n\nHalf');
    server.reply({ kind: 'error', status: 401 });
    expect((await resume(out)).code).toBe(3);
    expect(readFileSync(`${out}.partial.md`, 'utf8')).toBe('# Spec\n\nHalf');
  });

  it('is bad usage where there is nothing to go on with', async () => {
    const { code, err } = await resume(join(folder, 'spec.md'));
    expect(code).toBe(2);
    expect(err).toContain('spec.md.partial.md');
  });

  it('finishes with the outline what the outline began', async () => {
    const out = join(folder, 'spec.md');
    expect((await draft(out)).code).toBe(0);
    const whole = readFileSync(out, 'utf8');
    for (const file of readdirSync(folder)) rmSync(join(folder, file));
    writeFileSync(`${out}.partial.md`, whole.slice(0, whole.length / 2));
    expect((await draft(out, '--resume')).code).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe(whole);
  });
});
