import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startModelServer, type ModelServer } from '../../harness/model-server';
import { run } from './command-line';

let folder = '';
let out = '';
let server: ModelServer;

beforeAll(async () => {
  server = await startModelServer();
}, 60_000);
afterAll(() => server.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tech-spec-cli-'));
  out = join(folder, 'out', 'spec.md');
  mkdirSync(join(folder, '.tech-spec', 'templates'), { recursive: true });
  writeFileSync(join(folder, '.tech-spec', 'templates', 'parts.md'), template);
  writeFileSync(join(folder, 'prd.md'), '# Invites\n\n## Requirements\n\n- FR-1: Owners invite members.\n');
  server.forget();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const template = [
  '---',
  ...['id: parts', 'name: Parts', 'summary: In parts', 'for: [prd]', 'output: specs/{slug}.md'],
  'statuses: [{ name: Draft, gapsAllowed: true }]',
  'calls: [[[contracts]], [[design], [tests]], [[end]]]',
  'budgets: { words: { max: 1000 } }',
  '---',
  '# {{title}}',
  ...['## Contracts', '## Design', '## Tests', '## End'],
  '',
].join('\n\n');
const chapters: Readonly<Record<string, string>> = {
  Contracts: '# Invites\n\n## Contracts\n\n`POST /invites` takes an address.\n',
  Design:
    '## Design\n\nThe handler stores what it was given and sends a letter.\n\n### Store\n\nOne table.\n',
  Tests: '## Tests\n\n- An address that is none is refused.\n',
  End: '## End\n\nNothing is open.\n',
};
const whole = `${Object.values(chapters)
  .map((text) => text.trimEnd())
  .join('\n\n')}\n`;

const draft = (...more: readonly string[]) =>
  run(
    [
      ...['draft', join(folder, 'prd.md'), '--template', 'parts', '--workspace', folder, '--out', out],
      ...['--repair-rounds', '0', ...more],
    ],
    { key: 'test-key' },
  );
const fromServer = (...more: readonly string[]) =>
  draft('--model', 'openai:test-model', '--base-url', server.baseUrl, ...more);

/** The chapter that an order asks for. */
function asked(messages: readonly { readonly content?: unknown }[]): string {
  const prompt =
    messages.map(({ content }) => String(content)).find((text) => text.includes('# Order')) ?? '';
  const order = prompt.slice(prompt.lastIndexOf('# Order'));
  return Object.keys(chapters).find((heading) => order.includes(`\`## ${heading}\``)) ?? '';
}

describe('draft --calls several', { timeout: 90_000 }, () => {
  it('keeps each part as it came where one fails, and --resume asks for what is missing alone', async () => {
    server.reply(({ messages }) => {
      const heading = asked(messages);
      const text = chapters[heading] ?? '';
      return heading === 'Design' ? { kind: 'reset', text, afterTokens: 8 } : { kind: 'stream', text };
    });
    const broken = await fromServer('--calls', 'several');
    expect(broken.code).toBe(3);
    expect(broken.err).toContain('written in 4 calls');
    expect(server.requests()).toHaveLength(3);
    const partial = (name: string): string => readFileSync(join(folder, 'out', `spec.md.${name}`), 'utf8');
    expect(readdirSync(join(folder, 'out')).sort()).toEqual([
      ...['spec.md.partial-2.md', 'spec.md.partial-3.md', 'spec.md.partial.json', 'spec.md.partial.md'],
    ]);
    expect(partial('partial.md')).toBe(chapters['Contracts']);
    expect(partial('partial-3.md')).toBe(chapters['Tests']);
    const came = partial('partial-2.md');
    expect(came.length).toBeGreaterThan(10);
    expect(chapters['Design']?.startsWith(came)).toBe(true);
    expect(broken.err).toContain('spec.md.partial-2.md');

    server.forget();
    server.reply(({ messages }) => {
      const text = chapters[asked(messages)] ?? '';
      const written = messages.find(({ role }) => role === 'assistant')?.content;
      return { kind: 'stream', text: typeof written === 'string' ? text.slice(written.length) : text };
    });
    // Those calls that it was begun with, whatever is said now.
    await fromServer('--resume', '--calls', 'one');
    expect(server.requests().map(({ body }) => asked(body.messages))).toEqual(['Design', 'End']);
    expect(readFileSync(out, 'utf8')).toBe(whole);
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['spec.md', 'spec.receipt.json']);
  });

  it('is one call where nothing asks for several, and what an earlier draft left goes', async () => {
    mkdirSync(join(folder, 'out'));
    for (const name of ['partial.md', 'partial-2.md']) writeFileSync(`${out}.${name}`, 'old');
    writeFileSync(`${out}.partial.json`, '{"calls":[["contracts"],["design"]],"complete":[0]}');
    server.reply({ kind: 'stream', text: whole });
    const { err } = await fromServer();
    expect(err).toContain('holds an earlier draft that broke off');
    expect(server.requests()).toHaveLength(1);
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['spec.md', 'spec.receipt.json']);
  });
});

describe('what a draft takes', { timeout: 90_000 }, () => {
  it('is estimated without a request and without a file, with its cost where a price is known', async () => {
    const { code, out: text } = await fromServer('--estimate');
    expect(code).toBe(0);
    expect(text).toMatch(/Input: about [\d,]+ tokens\..*estimated[^]*Output: about [\d,]+ to [\d,]+ tokens/u);
    expect(text).toContain('no price is known for this model');
    const prices = join(folder, 'prices.json');
    writeFileSync(prices, JSON.stringify({ 'test-*': { input: 1, output: 100, currency: 'USD' } }));
    const priced = await fromServer(
      '--estimate',
      '--prices',
      prices,
      '--format',
      'json',
      '--calls',
      'several',
    );
    const { estimate } = JSON.parse(priced.out) as {
      estimate: {
        requests: number;
        promptTokens: number;
        inputTokens: { min: number; max: number };
        outputTokens: { min: number; max: number };
        cost: { min: number; max: number };
      };
    };
    expect(estimate).toMatchObject({ requests: 4, outputTokens: { min: 800, max: 1900 } });
    expect(estimate.inputTokens.min).toBeGreaterThan(4 * estimate.promptTokens);
    expect(estimate.cost).toEqual({
      min: (estimate.inputTokens.min + 800 * 100) / 1_000_000,
      max: (estimate.inputTokens.max + 1900 * 100) / 1_000_000,
      currency: 'USD',
    });
    expect(server.requests()).toHaveLength(0);
    expect(readdirSync(folder)).not.toContain('out');
  });

  it('is told by section as the server counted it, and is in the receipt', async () => {
    const recording = join(folder, 'answer.jsonl');
    const usage = { inputTokens: 900, cachedInputTokens: 100, outputTokens: 500, reasoningTokens: 60 };
    const lines = [
      { type: 'request', model: 'openai:test-model' },
      { type: 'event', event: { type: 'text', text: '# Invites\n\n## Design\n\nOne table.\n' } },
      { type: 'event', event: { type: 'end', outcome: { kind: 'complete' }, usage } },
    ];
    writeFileSync(recording, lines.map((line) => JSON.stringify(line)).join('\n'));
    const { out: json } = await draft('--model', `replay:${recording}`, '--format', 'json');
    expect((JSON.parse(json) as { usage: unknown }).usage).toEqual({
      ...{ counted: true, ...usage, cost: null },
      sections: [{ key: 'design', heading: 'Design', tokens: 440 }],
    });
    const receipt = JSON.parse(readFileSync(join(folder, 'out', 'spec.receipt.json'), 'utf8')) as unknown;
    expect(receipt).toMatchObject({
      model: { inputTokens: 900, outputTokens: 500, reasoningTokens: 60 },
      sections: [{ outputTokens: 440 }],
    });
    rmSync(join(folder, 'out'), { recursive: true });
    const { out: text } = await draft('--model', `replay:${recording}`);
    expect(text).toContain('Tokens: 900 in (100 from the cache), 500 out (60 of them thoughts).');
  });

  it('is bad usage with prices that can not be read', async () => {
    const file = join(folder, 'wrong.json');
    writeFileSync(file, '{"a":{"input":1,"currency":"USD"}}');
    const { code, err } = await draft('--prices', file);
    expect(code).toBe(2);
    expect(err).toContain('wrong.json: a: output is missing.');
  });
});
