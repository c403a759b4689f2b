import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startModelServer, type ModelServer } from '../../harness/model-server';
import { run } from './command-line';
import { example, type Ran } from './run-options';

let server: ModelServer;
let drafted = '';
let folder = '';
const path = (name: string): string => join(folder, 'tech-specs', name);
const read = (name: string): string => readFileSync(path(name), 'utf8');

beforeAll(async () => {
  server = await startModelServer();
  drafted = mkdtempSync(join(tmpdir(), 'tech-spec-drafted-'));
  cpSync(example, drafted, { recursive: true });
  const args = ['--template', 'rfc', '--model', 'outline', '--out', 'tech-specs/spec.md'];
  const made = await run(['draft', 'prds/team-invites.md', ...args], { cwd: drafted });
  if (made.code !== 0) throw new Error(made.err);
}, 120_000);
afterAll(async () => {
  rmSync(drafted, { recursive: true, force: true });
  await server.close();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tech-spec-cli-'));
  cpSync(drafted, folder, { recursive: true });
  server.forget();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const regenerate = (section: string, ...more: readonly string[]): Promise<Ran> =>
  run(
    [
      ...['regenerate', 'tech-specs/spec.md', '--section', section],
      ...['--model', 'openai:test-model', '--base-url', server.baseUrl, ...more],
    ],
    { cwd: folder, key: 'test-key' },
  );

/** Bytes before the text of a section and after it. */
function around(text: string, heading: string): readonly [string, string] {
  const start = text.indexOf(`${heading}\n\n`) + heading.length + 2;
  return [text.slice(0, start), text.slice(text.indexOf('\n\n## ', start))];
}

interface Recorded {
  readonly sections: readonly { readonly key: string; readonly sha256: string; readonly model?: unknown }[];
}

// Each run starts a program of its own.
describe('regenerate', { timeout: 90_000 }, () => {
  it('replaces one section, leaves every other byte, and records hash, tokens and model of that section alone', async () => {
    const before = read('spec.md');
    const receipt = read('spec.receipt.json');
    const heading = /^## 1\. .*$/m.exec(before)?.[0] ?? '';
    server.reply({
      kind: 'stream',
      text: `Sure!\n\n\`\`\`markdown\n${heading}\n\nInvites by mail.\n\`\`\`\n`,
    });
    const { code, out, err } = await regenerate(
      heading,
      '--instruction',
      'Say it in three words.',
      '--format',
      'json',
    );
    expect(err).toBe('');
    expect([0, 1]).toContain(code);
    const [head, tail] = around(before, heading);
    expect(read('spec.md')).toBe(`${head}Invites by mail.${tail}`);
    const result = JSON.parse(out) as { section: { key: string }; path: string; receipt: string };
    expect(result).toMatchObject({ path: 'tech-specs/spec.md', receipt: 'tech-specs/spec.receipt.json' });

    const was = JSON.parse(receipt) as Recorded;
    const now = JSON.parse(read('spec.receipt.json')) as Recorded;
    const changed = now.sections.filter(({ sha256 }, index) => sha256 !== was.sections[index]?.sha256);
    expect(changed).toMatchObject([{ key: result.section.key, model: { id: 'openai:test-model' } }]);
    expect({ ...now, sections: now.sections.filter((one) => !changed.includes(one)) }).toEqual({
      ...was,
      sections: was.sections.filter(({ key }) => key !== result.section.key),
    });
    const [{ body } = { body: undefined }] = server.requests();
    expect(JSON.stringify(body)).toContain('Say it in three words.');
    // What was generated anew is no edit: it may be written anew again.
    server.reply({ kind: 'stream', text: `${heading}\n\nInvites.` });
    expect([0, 1]).toContain((await regenerate(heading)).code);
    expect(read('spec.md')).toBe(`${head}Invites.${tail}`);
  });

  it('gives back the text of the outline, byte for byte', async () => {
    const before = [read('spec.md'), read('spec.receipt.json')];
    const { sections } = JSON.parse(before[1] ?? '') as Recorded;
    const args = [
      'regenerate',
      'tech-specs/spec.md',
      '--model',
      'outline',
      '--section',
      sections[0]?.key ?? '',
    ];
    expect((await run(args, { cwd: folder })).code).toBe(0);
    expect(read('spec.md')).toBe(before[0]);
  });

  it('refuses a section that was edited by hand, says why, and asks no model; --force replaces it', async () => {
    const before = read('spec.md');
    const heading = /^## 1\. .*$/m.exec(before)?.[0] ?? '';
    const [head, tail] = around(before, heading);
    writeFileSync(path('spec.md'), `${head}By hand.${tail}`);
    server.reply({ kind: 'stream', text: `${heading}\n\nInvites.` });
    const refused = await regenerate(heading);
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/edited since it was generated.*--force/s);
    expect(server.requests()).toEqual([]);
    expect(read('spec.md')).toBe(`${head}By hand.${tail}`);
    // Another section may be replaced all the same, and the edit stays.
    const other = /^## 2\. .*$/m.exec(before)?.[0] ?? '';
    server.reply({ kind: 'stream', text: `${other}\n\nNew.` });
    await regenerate(other);
    expect(read('spec.md')).toContain('By hand.');
    expect((await regenerate(heading)).code).toBe(2);
    server.reply({ kind: 'stream', text: `${heading}\n\nInvites.` });
    await regenerate(heading, '--force');
    expect(read('spec.md')).toContain(`${heading}\n\nInvites.\n`);
  });

  it('refuses to replace anything unasked where there is no receipt', async () => {
    rmSync(path('spec.receipt.json'));
    const { code, err } = await regenerate(/^## 1\. .*$/m.exec(read('spec.md'))?.[0] ?? '');
    expect(code).toBe(2);
    expect(err).toContain('no receipt');
    expect(server.requests()).toEqual([]);
  });

  it('keeps carriage returns and a byte order mark', async () => {
    const before = `\uFEFF${read('spec.md').replaceAll('\n', '\r\n')}`;
    writeFileSync(path('spec.md'), before);
    const heading = /^## 1\. .*$/m.exec(read('spec.md').replaceAll('\r', ''))?.[0] ?? '';
    server.reply({ kind: 'stream', text: `${heading}\n\nInvites\nby mail.` });
    // Other line ends are no edit.
    expect([0, 1]).toContain((await regenerate(heading)).code);
    const [head, tail] = around(before.replaceAll('\r\n', '\n'), heading);
    expect(read('spec.md')).toBe(`${head}Invites\nby mail.${tail}`.replaceAll('\n', '\r\n'));
  });

  it.each([
    { kind: 'stream', text: '## 1. Executive Summary\n\nHalf', finishReason: 'length' } as const,
    { kind: 'stream', text: '## 1. Executive Summary\n\nMine' } as const,
  ])('leaves the spec as it is and keeps what came where the model failed (%#)', async (behaviour) => {
    const before = [readdirSync(path('.')), read('spec.md'), read('spec.receipt.json')];
    server.reply(behaviour);
    const heading = /^## 2\. .*$/m.exec(read('spec.md'))?.[0] ?? '';
    const { code, err } = await regenerate(heading);
    expect(code).toBe(3);
    expect(err).toContain('tech-specs/spec.md.partial.md');
    expect(read('spec.md.partial.md')).toBe(behaviour.text);
    rmSync(path('spec.md.partial.md'));
    expect([readdirSync(path('.')), read('spec.md'), read('spec.receipt.json')]).toEqual(before);
  });

  it('keeps nothing where nothing came', async () => {
    server.reply({ kind: 'error', status: 401 });
    const { code, err } = await regenerate(/^## 1\. .*$/m.exec(read('spec.md'))?.[0] ?? '');
    expect(code).toBe(3);
    expect(err).not.toContain('test-key');
    expect(readdirSync(path('.'))).not.toContain('spec.md.partial.md');
  });

  it('lists the sections where it is asked for one that is not there', async () => {
    const { code, err } = await regenerate('Horoscope');
    expect(code).toBe(2);
    expect(err).toContain('no section "Horoscope"');
    expect(err).toMatch(/^## 1\. /m);
    expect((await run(['regenerate', 'tech-specs/spec.md'], { cwd: folder })).err).toContain(
      '--section is missing',
    );
  });
});

interface Told {
  readonly files: readonly {
    readonly path: string;
    readonly drifted: boolean;
    readonly drift: readonly {
      readonly id: string;
      readonly change: string;
      readonly line: number | null;
      readonly affects: { readonly sections: readonly unknown[] };
    }[];
  }[];
}

describe('drift', { timeout: 90_000 }, () => {
  const drift = (...more: readonly string[]): Promise<Ran> =>
    run(['drift', 'tech-specs/spec.md', ...more], { cwd: folder });

  it('says that nothing drifted right after a draft, and what did after a change, with exit codes that differ', async () => {
    const fresh = await drift();
    expect(fresh).toMatchObject({ code: 0, out: 'tech-specs/spec.md: nothing drifted\n', err: '' });
    const prd = join(folder, 'prds/team-invites.md');
    writeFileSync(prd, readFileSync(prd, 'utf8').replace('to revoke a pending', 'to cancel a pending'));
    appendFileSync(join(folder, 'internal/http/router.go'), '// more\n');
    const changed = await drift('--format', 'json');
    expect(changed.code).toBe(1);
    const { files } = JSON.parse(changed.out) as Told;
    expect(files.map(({ path: at, drifted: is }) => [at, is])).toEqual([['tech-specs/spec.md', true]]);
    expect(files[0]?.drift).toMatchObject([
      { id: 'requirement:US-005', change: 'changed', affects: { requirements: ['US-005'] } },
      { id: 'file:internal/http/router.go', change: 'changed', path: 'internal/http/router.go' },
    ]);
    expect(files[0]?.drift[0]?.line).toBeGreaterThan(1);
    const { out } = await drift();
    expect(out).toMatch(
      /^tech-specs\/spec\.md: requirement: US-005 changed: .* \(prds\/team-invites\.md:\d+\)$/m,
    );
    expect(out).toMatch(/^ {2}section: tech-specs\/spec\.md:\d+: /m);
  });

  it('is settled by update, which leaves every other line, and by regenerate --stale', async () => {
    const prd = join(folder, 'prds/team-invites.md');
    const story = '### US-099: Export\n\nAs an owner, I want to export the list, so that I can file it.\n\n';
    writeFileSync(prd, readFileSync(prd, 'utf8').replace('## Non-functional', `${story}## Non-functional`));
    const before = read('spec.md');
    const outline = ['--model', 'outline', '--format', 'json'];
    const updated = await run(['update', 'tech-specs/spec.md', ...outline], { cwd: folder });
    expect(updated.err).toBe('');
    expect([0, 1]).toContain(updated.code);
    const after = read('spec.md');
    expect(after).toContain('US-099');
    const has = new Set(after.split('\n'));
    const went = before.split('\n').filter((line) => !has.has(line));
    // What lists all requirements lists the new one, too.
    expect(went.filter((line) => !line.includes('Team invites'))).toEqual([]);
    expect(went.length).toBeLessThan(4);
    const { changed } = JSON.parse(updated.out) as { changed: { heading: string; lines: number }[] };
    const came = after.split('\n').filter((line) => !new Set(before.split('\n')).has(line));
    expect(changed.reduce((sum, { lines }) => sum + lines, 0)).toBeGreaterThanOrEqual(came.length - 1);
    expect(changed.map(({ heading }) => heading)).not.toContain('### Modified Tables');
    expect(await drift()).toMatchObject({ code: 0 });
    writeFileSync(
      join(folder, 'AGENTS.md'),
      `${readFileSync(join(folder, 'AGENTS.md'), 'utf8')}\nUse spaces.\n`,
    );
    const told = await drift('--format', 'json');
    expect(told.code).toBe(1);
    expect((JSON.parse(told.out) as Told).files[0]?.drift.map(({ id }) => id)).toEqual([
      'document:AGENTS.md',
    ]);
    const again = await run(['regenerate', 'tech-specs/spec.md', '--stale', ...outline], { cwd: folder });
    expect(again.err).toBe('');
    const rest = await drift('--format', 'json');
    const left = (JSON.parse(rest.out) as Told).files[0]?.drift ?? [];
    // A change that touches no section is for a person to accept.
    expect(left.filter(({ affects }) => affects.sections.length > 0)).toEqual([]);
  });

  it('ends with 2 for a spec without a receipt', async () => {
    rmSync(path('spec.receipt.json'));
    const { code, err } = await drift();
    expect(code).toBe(2);
    expect(err).toContain('has no receipt');
  });
});
