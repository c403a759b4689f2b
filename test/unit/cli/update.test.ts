import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseAcceptance } from '../../../src/core/drift/acceptance';
import { run } from './command-line';
import type { Ran } from './run-options';

const source = `# Tool library

## Goal

Neighbours share tools, so that nobody buys a drill for one hole.

## Rules

- A reservation is held for 15 minutes while the member pays.
- A member may have at most 3 tools at a time.
- Overdue tools are reminded of by e-mail.
`;
const spec = 'tech-specs/tool-library.md';
let folder: string;
const inFolder = (...args: readonly string[]): Promise<Ran> => run(args, { cwd: folder });
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const put = (path: string, text: string): void => writeFileSync(join(folder, path), text);
const change = (...edits: readonly (readonly [string, string])[]): void =>
  put(
    'prds/tool-library.md',
    edits.reduce((text, [from, to]) => text.replace(from, to), read('prds/tool-library.md')),
  );

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'update-'));
  mkdirSync(join(folder, 'prds'));
  put('prds/tool-library.md', source);
  expect(await inFolder('draft', 'prds/tool-library.md', '--template', 'agent-ready')).toMatchObject({
    code: 0,
  });
}, 60_000);
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('update', { timeout: 90_000 }, () => {
  it('leaves a spec without errors, whose last line is true', async () => {
    change(
      ['15 minutes', '20 minutes'],
      ['- A member may have at most 3 tools at a time.\n', ''],
      ['by e-mail.\n', 'by e-mail.\n- A tool has a photo.\n'],
    );
    const { code, out } = await inFolder('update', spec);
    expect([code, out]).toEqual([0, expect.stringContaining(' 0 errors')]);
    expect(read(spec)).toMatch(/^_Traceability verified: 3 of 3 requirements .+_$/mu);
    expect(read(spec)).toContain('[ASSUMPTION] One component, Rules: R-001, R-003, R-004');
    const checked = await inFolder('check', spec);
    expect(checked.out).not.toMatch(/\((?:footer|task-order)\)/u);
  });

  it('takes a reworded success criterion in at its place, and no other statement', async () => {
    const measured = `${source}\n## Success metrics\n\n- **SC-001:** Half of the tools are lent each month.\n- **SC-002:** One reminder in ten is needed twice.\n`;
    put('prds/tool-library.md', measured);
    const out = 'tech-specs/measured.md';
    await inFolder('draft', 'prds/tool-library.md', '--template', 'agent-ready', '--out', out);
    change(['Half of the tools', 'Two thirds of the tools']);
    expect(await inFolder('update', out)).toMatchObject({ code: 0 });
    const told = read(out).match(/^.*SC-00.*$/gmu);
    expect(told).toEqual([
      '| SC-001: Two thirds of the tools are lent each month. | Success measure | `prds/tool-library.md:15` |',
      '| SC-002: One reminder in ten is needed twice. | Success measure | `prds/tool-library.md:16` |',
    ]);
  });

  it('says what has drifted still, which a person may accept with a reason', async () => {
    change(['15 minutes', '20 minutes'], ['a drill for one hole', 'a ladder for one wall']);
    const { out } = await inFolder('update', spec);
    expect(out).toContain(`${spec}: drifted still: "Goal" of the source changed (source:Goal)\n`);
    expect(out).toContain(`  tech-spec drift ${spec} --accept ID --reason TEXT`);
    const told = await inFolder('drift', spec);
    expect([told.code, told.out]).toEqual([1, expect.stringContaining('  id: source:Goal\n')]);

    const now = ['--now', '2026-03-02T12:00:00Z'];
    const accept = (...args: readonly string[]): Promise<Ran> => inFolder('drift', spec, ...args, ...now);
    expect(await accept('--accept', 'all')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--reason is missing'),
    });
    expect(await accept('--accept', 'source:Aim', '--reason', 'Same aim.')).toMatchObject({
      code: 2,
      err: expect.stringContaining('What has: source:Goal.'),
    });
    const reason = ['--reason', ' An example only. ', '--by', 'Ada'];
    expect(await accept('--accept', 'source:Goal', ...reason)).toMatchObject({
      code: 0,
      out: expect.stringContaining('accepted: An example only.'),
    });
    const [record = ''] = readdirSync(join(folder, 'tech-specs/tool-library.accepted'));
    expect(parseAcceptance(read(`tech-specs/tool-library.accepted/${record}`))).toMatchObject({
      ...{ drift: 'source:Goal', note: 'An example only.', name: 'Ada', date: '2026-03-02' },
    });
    expect((await inFolder('drift', spec)).code).toBe(0);
    // It holds for that change alone.
    change(['a ladder for one wall', 'a tent for one night']);
    expect((await inFolder('drift', spec)).code).toBe(1);
    expect((await accept('--accept', 'all', ...reason)).code).toBe(0);
    expect((await inFolder('drift', spec)).code).toBe(0);
    expect((await inFolder('update', spec)).out).toBe(`${spec}: no requirement has changed\n`);
  });
});

describe('drift of a folder', { timeout: 90_000 }, () => {
  it('passes over an imported spec, beside a spec that is named too, and tells an imported one that is named', async () => {
    const imported = 'tech-specs/imported.md';
    put(
      imported,
      '---\ntech-spec:\n  imported: kiro\n---\n\n# Tech Spec: Lists\n\n## 1. Overview\n\nMore.\n',
    );
    expect((await inFolder('drift', 'tech-specs')).code).toBe(0);
    expect((await inFolder('drift', 'tech-specs', spec)).code).toBe(0);
    const named = await inFolder('drift', 'tech-specs', imported);
    expect([named.code, named.err]).toEqual([2, expect.stringContaining(`${imported} has no receipt`)]);
  });
});
