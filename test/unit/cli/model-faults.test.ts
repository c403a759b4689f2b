import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  delta,
  events,
  eventStream,
  finish,
  json,
  pieces,
  refusal,
  startWireServer,
  streamed,
  type WireReply,
  type WireServer,
} from '../../harness/wire-server';
import { run } from './command-line';
import { type Ran } from './run-options';

const spec = '# Spec\n\n## 1. Executive Summary\n\nÜmlaut, 漢字, 🚀🚀🚀.\n\n## 2. Goals\n\nText.\n';
const sent = pieces(spec);
/** A small workspace: these tests are about the line to the model. */
let workspace = '';
let prd = '';
/** Answers of these tests are no good specs; what becomes of them is not asked here. */
const once = ['--repair-rounds', '0'];
let folder = '';
let server: WireServer;

beforeAll(async () => {
  server = await startWireServer();
  workspace = mkdtempSync(join(tmpdir(), 'tech-spec-workspace-'));
  prd = join(workspace, 'prd.md');
  writeFileSync(prd, '# Invites\n\n- **FR-1**: Members invite others.\n');
}, 60_000);
afterAll(async () => {
  await server.close();
  rmSync(workspace, { recursive: true, force: true });
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tech-spec-faults-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function draft(...more: readonly string[]): Promise<Ran> {
  const out = join(folder, 'spec.md');
  return run(
    [
      ...['draft', prd, '--template', 'rfc', ...once, '--workspace', workspace, '--out', out],
      ...['--model', 'openai:test-model', '--base-url', `${server.origin}/v1`],
      ...more,
    ],
    { key: 'test-key' },
  );
}
const partial = (): string => readFileSync(join(folder, 'spec.md.partial.md'), 'utf8');
/** Refuses once in each of these ways, then gives the whole spec. */
const after =
  (...refusals: readonly WireReply[]) =>
  (_: unknown, nth: number): WireReply =>
    refusals[nth] ?? streamed(spec);
const told = { 'retry-after-ms': '5' };

describe('a draft from the command line that is not answered', () => {
  it.each([
    [401, 'Set the API key again.'],
    [403, 'ask for access'],
    [404, 'Check the model name'],
    [402, 'Add credit'],
  ])('says what helps against %i, and asks once', async (status, remedy) => {
    server.reply(refusal(status, { error: { message: 'No.' } }));
    const { code, err, out } = await draft();
    expect([code, out, readdirSync(folder)]).toEqual([3, '', []]);
    expect(err).toContain(remedy);
    expect(err).not.toContain('test-key');
    expect(server.requests()).toHaveLength(1);
  });

  it.each([
    ['429 with a time', refusal(429, {}, told), 6, 'Rate limited', 'is limiting requests'],
    ['500', refusal(500, {}, told), 5, 'The server failed', 'failed on its side'],
    ['503', refusal(503, 'Loading model', told), 5, 'The server failed', 'Loading model'],
  ])('tells of each wait after %s, and gives up in the end', async (_, answer, attempts, wait, message) => {
    server.reply(answer);
    const { code, err } = await draft();
    expect([code, readdirSync(folder)]).toEqual([3, []]);
    expect(err).toContain(`${wait}: attempt 2 in 1 s`);
    expect(err).toContain(`${wait}: attempt ${attempts} in 1 s`);
    expect(err).toContain(message);
    expect(server.requests()).toHaveLength(attempts);
  });

  it.each([
    ['a rate limit with a time', refusal(429, {}, told)],
    ['a rate limit without', refusal(429, {})],
    ['a server that failed', refusal(503, {}, told)],
    ['a connection that was refused', 'refuse'],
  ] as const)('is complete after %s', async (_, refused) => {
    server.reply(after(refused));
    const { err } = await draft();
    expect(err).toMatch(/: attempt 2 in \d+ s/);
    expect(readFileSync(join(folder, 'spec.md'), 'utf8')).toBe(spec);
    expect(server.requests()).toHaveLength(2);
  });

  it('ends where the server says nothing', async () => {
    server.reply((_, nth) => (nth === 0 ? 'silence' : refusal(401, {})));
    const { code, err } = await draft('--first-byte-timeout', '0.2');
    expect(code).toBe(3);
    expect(err).toContain('No answer: attempt 2');
  });

  it.each([
    ['a web page', { headers: { 'content-type': 'text/html' }, chunks: ['<!doctype html>'] }, 'web page'],
    ['events that are none', { headers: eventStream, chunks: ['data: {"choices": [\n\ndata: x\n\n'] }, '/v1'],
    [
      'an empty answer',
      { headers: eventStream, chunks: events([delta(''), finish('stop')]) },
      'empty answer',
    ],
    ['a redirect', { status: 302, headers: { location: 'https://elsewhere.example/' } }, 'another address'],
  ])('writes nothing and says why: %s', async (_, answer, message) => {
    server.reply(answer);
    const { code, err } = await draft();
    expect([code, readdirSync(folder)]).toEqual([3, []]);
    expect(err).toContain(message);
  });
});

describe('a draft from the command line that breaks off', () => {
  const begun = (count: number): readonly string[] =>
    events(
      sent.slice(0, count).map((piece) => delta(piece)),
      false,
    );

  it.each([
    ['the connection closes', { end: 'close' }],
    ['the connection is reset', { end: 'reset' }],
    ['the answer just ends', { end: 'finish' }],
    ['an event is malformed', { more: ['data: {"choices":[{]}\n\n', ...events([delta('lost')])] }],
    ['an error comes in its middle', { more: events([{ error: { code: 502, message: 'Broke.' } }], false) }],
    // The rest is asked for once, and is the same again.
    ['it ran into the limit', { more: events([finish('length')]), asked: 2 }],
    ['it is filtered', { more: events([finish('content_filter')]) }],
    ['the server falls silent', { end: 'silence' }],
  ] as const)(
    'keeps every byte that came where %s',
    async (
      _,
      {
        end = 'finish',
        more = [],
        asked = 1,
      }: {
        readonly end?: 'close' | 'reset' | 'finish' | 'silence';
        readonly more?: readonly string[];
        readonly asked?: number;
      },
    ) => {
      server.reply({ headers: eventStream, chunks: [...begun(7), ...more], end });
      const { code, err } = await draft('--idle-timeout', '0.5');
      expect(code).toBe(3);
      expect(err).toContain('spec.md.partial.md');
      expect(readdirSync(folder)).toEqual(['spec.md.partial.md']);
      expect(Buffer.from(partial())).toEqual(Buffer.from(sent.slice(0, 7).join('')));
      // What came is not asked for again.
      expect(server.requests()).toHaveLength(asked);
    },
  );

  it('keeps every byte wherever the connection breaks', async () => {
    for (let count = 1; count <= sent.length; count += 3) {
      server.reply({ headers: eventStream, chunks: begun(count), end: 'close' });
      expect((await draft()).code).toBe(3);
      expect(partial()).toBe(sent.slice(0, count).join(''));
    }
  }, 120_000);
});

describe('a draft from the command line on a strange line', () => {
  const bytes = Buffer.from(events([...sent.map((piece) => delta(piece)), finish('stop')]).join(''));

  it.each([
    [
      'drips',
      {
        headers: eventStream,
        chunks: events([...sent.map((piece) => delta(piece)), finish('stop')]),
        pause: 5,
      },
    ],
    [
      'is cut in the middle of characters',
      {
        headers: eventStream,
        chunks: Array.from({ length: Math.ceil(bytes.length / 11) }, (_, index) =>
          bytes.subarray(index * 11, index * 11 + 11),
        ),
      },
    ],
    [
      'is not streamed',
      {
        headers: json,
        chunks: [JSON.stringify({ choices: [{ message: { content: spec }, finish_reason: 'stop' }] })],
      },
    ],
    ['has a wrong content type', { headers: { 'content-type': 'text/plain' }, chunks: [bytes] }],
    [
      'repeats numbered events',
      {
        headers: eventStream,
        chunks: [...sent.map((piece) => delta(piece)), finish('stop')].flatMap((value, index) =>
          Array.from({ length: 2 }, () => `id: ${index}\ndata: ${JSON.stringify(value)}\n\n`),
        ),
      },
    ],
    ['thinks aloud', streamed(`<think>First.</think>\n${spec}`)],
  ])('is complete where the answer %s', async (_, answer) => {
    server.reply(answer);
    const { err } = await draft();
    expect(err).toBe('');
    expect(readFileSync(join(folder, 'spec.md'), 'utf8')).toBe(spec);
  });
});

describe('recording and replaying from the command line', () => {
  const recording = (): string => join(folder, 'draft.jsonl');

  it('gives the same spec and receipt again, without a server', async () => {
    server.reply(streamed(spec));
    await draft('--record', recording());
    const again = join(folder, 'again.md');
    const args = ['draft', prd, '--template', 'rfc', ...once, '--workspace', workspace, '--out', again];
    const replayed = await run([...args, '--model', `replay:${recording()}`]);
    expect(replayed.err).toBe('');
    expect(server.requests()).toHaveLength(1);
    expect(readFileSync(again)).toEqual(readFileSync(join(folder, 'spec.md')));
    expect(readFileSync(join(folder, 'again.receipt.json'), 'utf8')).toContain('"replay:openai:test-model"');
    expect(readFileSync(recording(), 'utf8')).not.toContain('test-key');
  });

  it('gives a broken answer again as it broke', async () => {
    server.reply({ headers: eventStream, chunks: events([delta('# Half')], false), end: 'close' });
    await draft('--record', recording());
    const before = partial();
    rmSync(join(folder, 'spec.md.partial.md'));
    const args = [
      'draft',
      prd,
      '--template',
      'rfc',
      ...once,
      '--workspace',
      workspace,
      '--out',
      join(folder, 'spec.md'),
    ];
    expect((await run([...args, '--model', `replay:${recording()}`])).code).toBe(3);
    expect(partial()).toBe(before);
  });

  it('overwrites no recording', async () => {
    server.reply(streamed(spec));
    const { code, err } = await draft('--record', prd);
    expect([code, server.requests()]).toEqual([2, []]);
    expect(err).toContain('exists and is not overwritten');
  });

  it.each([
    ['missing.jsonl', 'cannot be read'],
    ['prd.md', ':1: this is no recording'],
  ])('says what to do about a recording that is none: %s', async (name, message) => {
    const file = join(workspace, name);
    const args = [
      'draft',
      prd,
      '--template',
      'rfc',
      ...once,
      '--workspace',
      workspace,
      '--out',
      join(folder, 'spec.md'),
    ];
    const { code, err } = await run([...args, '--model', `replay:${file}`]);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).toContain('--record');
  });
});
