import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

const draft = (out: string, ...more: readonly string[]) =>
  run(['draft', prd, '--template', 'rfc', '--workspace', example, '--out', out, ...more], {
    key: 'test-key',
  });

describe('the repair of a draft', { timeout: 90_000 }, () => {
  let whole = '';
  /** The draft as sent: two sections say nothing. */
  let broken = '';
  const section = (heading: RegExp): string => {
    const start = whole.search(heading);
    return whole.slice(start, whole.indexOf('\n## ', start + 1) + 1);
  };
  const [second, third] = [/^## 2\. /m, /^## 3\. /m];

  beforeAll(async () => {
    const outline = mkdtempSync(join(tmpdir(), 'tech-spec-outline-'));
    await draft(join(outline, 'spec.md'));
    whole = readFileSync(join(outline, 'spec.md'), 'utf8');
    rmSync(outline, { recursive: true });
    broken = [second, third].reduce(
      (text, heading) =>
        text.replace(section(heading), `${section(heading).split('\n', 1)[0] ?? ''}\n\nTBD\n\n`),
      whole,
    );
  }, 60_000);
  const mend = (out: string, ...more: readonly string[]) =>
    draft(out, '--model', 'openai:test-model', '--base-url', server.baseUrl, '--format', 'json', ...more);

  it('mends two sections in one round, tells of it, and counts its tokens', async () => {
    server.forget();
    server.reply(() => ({
      kind: 'stream',
      text: server.requests().length === 1 ? broken : `Here they are.\n\n${section(second)}${section(third)}`,
    }));
    const { code, out, err } = await mend(join(folder, 'spec.md'));
    expect(code).toBe(0);
    const { repair, errors } = JSON.parse(out) as {
      repair: { rounds: number; mended: number; left: number };
      errors: number;
    };
    expect(repair).toMatchObject({ rounds: 1, left: 0 });
    expect(repair.mended).toBeGreaterThanOrEqual(2);
    expect(errors).toBe(0);
    expect(err).toMatch(/Repair round 1 of 2: \d+ errors; asking for ## 2\. .*, ## 3\. /);
    expect(readFileSync(join(folder, 'spec.md'), 'utf8')).toBe(whole);
    expect(server.requests()).toHaveLength(2);
    const [first, again] = server.requests().map(({ body }) => JSON.stringify(body.messages));
    // A provider's cache serves what both begin with.
    const shared = [...(again ?? '')].findIndex((character, index) => character !== first?.[index]);
    expect(shared / (again?.length ?? 1)).toBeGreaterThan(0.85);
    const receipt = JSON.parse(readFileSync(join(folder, 'spec.receipt.json'), 'utf8')) as {
      model: { outputTokens: number };
      sections: { sha256: string }[];
    };
    expect(receipt.model.outputTokens).toBeGreaterThan(0);
    // What was mended is as generated: nothing in it counts as edited by hand.
    const checked = await run(
      [
        'regenerate',
        join(folder, 'spec.md'),
        '--section',
        'nothing',
        '--workspace',
        example,
        '--model',
        'outline',
      ],
      {},
    );
    expect(checked.err).toContain('no section "nothing"');
  });

  it('stops after a round that mends nothing, keeps the draft and shows what is left', async () => {
    server.forget();
    server.reply(() => ({
      kind: 'stream',
      text: server.requests().length === 1 ? broken : '## 2. Goals\n\nTBD\n',
    }));
    const { code, out } = await mend(join(folder, 'spec.md'), '--repair-rounds', '4');
    expect(code).toBe(1);
    const { repair } = JSON.parse(out) as { repair: { rounds: number; mended: number; left: number } };
    expect(repair).toMatchObject({ rounds: 1, mended: 0 });
    expect(repair.left).toBeGreaterThanOrEqual(2);
    expect(readFileSync(join(folder, 'spec.md'), 'utf8')).toBe(broken);
    expect(server.requests()).toHaveLength(2);
  });

  it('keeps the draft where the model fails meanwhile, and asks for nothing with no rounds', async () => {
    server.forget();
    server.reply(() =>
      server.requests().length === 1 ? { kind: 'stream', text: broken } : { kind: 'error', status: 401 },
    );
    const failed = await mend(join(folder, 'spec.md'));
    expect(failed.code).toBe(1);
    expect(failed.err).toContain('the draft is kept');
    expect(readFileSync(join(folder, 'spec.md'), 'utf8')).toBe(broken);
    server.forget();
    server.reply({ kind: 'stream', text: broken });
    await mend(join(folder, 'other.md'), '--repair-rounds', '0');
    expect(server.requests()).toHaveLength(1);
  });
});
