import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './command-line';
import { example, type Ran } from './run-options';

const spec = 'tech-specs/completed/audit-log.md';
const folder = mkdtempSync(join(tmpdir(), 'hand-off-'));

const inFolder = (...args: readonly string[]): Promise<Ran> => run(args, { cwd: folder });

beforeAll(() => {
  cpSync(join(example, 'tech-specs'), join(folder, 'tech-specs'), { recursive: true });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('export and import on the command line', () => {
  it('print a single file, write others, overwrite nothing unless told to, and give the spec back', async () => {
    const brief = await inFolder('export', spec, '--to', 'agent-brief', '--task', 'T-002');
    expect(brief.code, brief.err).toBe(0);
    expect(brief.out).toMatch(/^# T-002: Record changes of members/u);

    const first = await inFolder('export', spec, '--to', 'kiro', '--out', 'out', '--format', 'json');
    expect(first.code, first.err).toBe(0);
    const { files } = JSON.parse(first.out) as { readonly files: readonly { readonly path: string }[] };
    expect(files.map(({ path }) => path)).toEqual(
      ['requirements.md', 'design.md', 'tasks.md'].map((name) => `out/.kiro/specs/audit-log/${name}`),
    );

    const tasks = join(folder, 'out/.kiro/specs/audit-log/tasks.md');
    writeFileSync(tasks, readFileSync(tasks, 'utf8').replace('- [ ] 1.', '- [x] 1.'));
    const again = await inFolder('export', spec, '--to', 'kiro', '--out', 'out');
    expect(again.code).toBe(2);
    expect(again.err).toContain('out/.kiro/specs/audit-log/tasks.md');
    expect(readFileSync(tasks, 'utf8')).toContain('- [x] 1.');

    const back = await inFolder(
      'import',
      'out/.kiro/specs/audit-log',
      '--out',
      'tech-specs/completed/back.md',
    );
    expect(back.code, back.err).toBe(0);
    const original = readFileSync(join(folder, spec), 'utf8');
    expect(readFileSync(join(folder, 'tech-specs/completed/back.md'), 'utf8')).toBe(
      original.replace('- **T-001:**', '- [x] **T-001:**'),
    );

    const forced = await inFolder('export', spec, '--to', 'kiro', '--out', 'out', '--force');
    expect(forced.code, forced.err).toBe(0);
    expect(readFileSync(tasks, 'utf8')).not.toContain('- [x] 1.');
  }, 180_000);

  it('give the spec back from its JSON', async () => {
    const made = await inFolder('export', spec, '--to', 'json', '--out', 'data/audit-log.json');
    expect(made.code, made.err).toBe(0);
    const back = await inFolder('import', 'data/audit-log.json', '--out', 'tech-specs/completed/again.md');
    expect(back.code, back.err).toBe(0);
    expect(readFileSync(join(folder, 'tech-specs/completed/again.md'), 'utf8')).toBe(
      readFileSync(join(folder, spec), 'utf8'),
    );
    const named = await inFolder('import', 'data/audit-log.json', '--format', 'json');
    expect(JSON.parse(named.out)).toMatchObject({
      path: 'tech-specs/audit-log.md',
      from: null,
      restored: true,
    });
  });

  it('say what is wrong with a task, a format and a folder, with exit code 2', async () => {
    const unknown = await inFolder('export', spec, '--to', 'agent-brief', '--task', 'T-999');
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('Choose one of: T-001')]);
    const noFormat = await inFolder('export', spec);
    expect([noFormat.code, noFormat.err]).toEqual([2, expect.stringContaining('--to is missing')]);
    const nothing = await inFolder('import', 'tech-specs/nothing');
    expect([nothing.code, nothing.err]).toEqual([2, expect.stringContaining('Check the path')]);
    expect(existsSync(join(folder, 'openspec'))).toBe(false);
  }, 120_000);
});
