import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../src/core/source/requirements/fingerprint';
import { run } from './command-line';
import type { Ran } from './run-options';

const photo = 'A tool has a photo.';
const parts = [
  'Members reserve a tool online.',
  'A reminder goes out by e-mail two days before.',
  'Overdue tools are blocked for others.',
];
const whole = parts.join(' ');
const document = (...sections: readonly (readonly [string, ...(readonly string[])])[]): string =>
  ['# Tool library', '', ...sections.flatMap(([title, ...lines]) => [`## ${title}`, '', ...lines, ''])].join(
    '\n',
  );
const spec = 'tech-specs/tool-library.md';
const source = 'prds/tool-library.md';
let folder: string;
const inFolder = (...args: readonly string[]): Promise<Ran> => run(args, { cwd: folder });
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const put = (path: string, text: string): void => writeFileSync(join(folder, path), text);
const asDrafted = document(['Features', `- ${whole}`, `- ${photo}`]);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'waiting-'));
  mkdirSync(join(folder, 'prds'));
  mkdirSync(join(folder, 'tech-specs'));
  put(source, asDrafted);
  const target = { id: 'R-001', fingerprint: fingerprintOf(whole), text: whole };
  const corrections = [{ type: 'split', target, by: 'sentences', ids: ['R-003', 'R-004'] }];
  put(
    'tech-specs/tool-library.corrections.json',
    JSON.stringify({ version: 1, source, revision: 1, corrections }),
  );
  expect(await inFolder('draft', source, '--template', 'agent-ready')).toMatchObject({ code: 0 });
  expect((await inFolder('drift', spec)).code).toBe(0);
}, 60_000);
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const linesNaming = (id: string): readonly string[] =>
  read(spec)
    .split('\n')
    .filter((line) => line.includes(id));

describe('a correction that can not be applied any more', { timeout: 90_000 }, () => {
  const retold = document(
    ['Background', whole],
    ['Features', `- ${photo}`, '- A tool has a printed manual.'],
  );

  it('waits: what it made is not removed, and drift says so and what to do', async () => {
    put(source, retold);
    const { code, out } = await inFolder('drift', spec);
    expect(code).toBe(1);
    expect(out).not.toContain('removed');
    expect(out).toContain(`${spec}: requirement: R-005 added: A tool has a printed manual.`);
    expect(out).toContain('correction: the correction of R-001 waits: that is no longer read as it was');
    expect(out).toContain('Until then R-001, R-003, R-004 stay in the spec as they are.');
    expect(out).toContain('tech-specs/tool-library.corrections.json');
  });

  it('leaves rows and tasks of what it made alone when the rest is worked in, and all is as before once it holds again', async () => {
    const before = ['R-001', 'R-003', 'R-004'].map(linesNaming);
    put(source, retold);
    const { code, out } = await inFolder('update', spec);
    expect([code, out]).toEqual([0, expect.stringContaining(' 0 errors')]);
    expect(out).toContain('the correction of R-001 waits');
    expect(read(spec)).not.toContain('~~');
    expect(linesNaming('R-005').length).toBeGreaterThan(2);
    for (const [at, id] of ['R-001', 'R-003', 'R-004'].entries()) {
      const now = linesNaming(id).map((line) => line.replace('R-004, R-002, R-005', 'R-004, R-002'));
      expect(now).toEqual(before[at]);
    }
    const checked = await inFolder('check', spec);
    expect(checked.out).toContain('(prd-correction)');
    expect(checked.out).toContain(' 0 errors');
    // Updated with nothing but the correction open, it is told still.
    expect((await inFolder('update', spec)).out).toContain('the correction of R-001 waits');

    put(source, document(['Features', `- ${whole}`, `- ${photo}`, '- A tool has a printed manual.']));
    const { out: after, code: settled } = await inFolder('drift', spec);
    expect([settled, after]).toEqual([0, `${spec}: nothing drifted\n`]);
  });

  it('is no excuse where all of what it made went from the source', async () => {
    put(source, document(['Features', `- ${photo}`]));
    const { out } = await inFolder('drift', spec);
    for (const id of ['R-001', 'R-003', 'R-004']) expect(out).toContain(`${id} removed`);
    expect(out).not.toContain('waits');
  });

  it('may be accepted as it is', async () => {
    put(source, retold);
    await inFolder('update', spec);
    const { code } = await inFolder(
      'drift',
      spec,
      '--accept',
      'all',
      '--reason',
      'It is told below Background now.',
    );
    expect(code).toBe(0);
  });
});
