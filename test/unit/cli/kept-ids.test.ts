import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from './command-line';

const bullets = (...items: readonly string[]): string =>
  ['# Library', '', '## Features', '', ...items.map((item) => `- ${item}`), ''].join('\n');
const search = 'Members search the archive by keyword';
const print = 'Librarians print labels for returned books';
const rooms = 'Study rooms are booked for two hours';

interface Listed {
  readonly requirements: readonly { readonly id: string; readonly title: string }[];
}

describe('ids on the command line', () => {
  const root = mkdtempSync(join(tmpdir(), 'kept-ids-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  beforeEach(() => {
    rmSync(join(root, 'tech-specs'), { recursive: true, force: true });
    mkdirSync(join(root, 'prds'), { recursive: true });
  });

  const write = (text: string): void => writeFileSync(join(root, 'prds/library.md'), text);
  const draft = (out: string) =>
    run(
      ['draft', 'prds/library.md', '--template', 'feature', '--out', out, '--now', '2026-01-01T00:00:00Z'],
      { cwd: root },
    );
  const list = async (...args: readonly string[]): Promise<Listed> => {
    const { out, err, code } = await run(['requirements', ...args, '--format', 'json'], { cwd: root });
    expect(code, err).toBe(0);
    return JSON.parse(out) as Listed;
  };
  const ids = ({ requirements }: Listed): readonly string[] => requirements.map(({ id }) => id);

  it('stay with their requirements from draft to draft, and none is given away twice', async () => {
    write(bullets(search, print));
    await draft('tech-specs/one.md');
    write(bullets(rooms, 'Members search the whole archive by keyword'));
    expect(ids(await list('prds/library.md'))).toEqual(['R-003', 'R-001']);
    await draft('tech-specs/two.md');
    const receipt = JSON.parse(readFileSync(join(root, 'tech-specs/two.receipt.json'), 'utf8')) as {
      source: { ids: { revision: number; known: readonly { id: string; retired?: boolean }[] } };
    };
    expect(receipt.source.ids.revision).toBe(2);
    expect(receipt.source.ids.known.filter(({ retired }) => retired).map(({ id }) => id)).toEqual(['R-002']);
    const checked = await run(['check', 'tech-specs/two.md', '--format', 'json'], { cwd: root });
    expect(checked.out).not.toContain('unknown-id');
    expect(readFileSync(join(root, 'tech-specs/two.md'), 'utf8')).toContain('R-003');
  });

  it('come from the receipt that is named', async () => {
    write(bullets(search, print));
    await draft('tech-specs/one.md');
    write(bullets(print, search));
    expect(ids(await list('prds/library.md', '--receipt', 'tech-specs/one.receipt.json'))).toEqual([
      'R-002',
      'R-001',
    ]);
    const wrong = await run(['requirements', 'prds/library.md', '--receipt', 'prds/library.md'], {
      cwd: root,
    });
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('not a receipt');
    const gone = await run(['requirements', 'prds/library.md', '--receipt', 'x.receipt.json'], { cwd: root });
    expect(gone.code).toBe(2);
  });

  it('of the same tree are the same bytes', async () => {
    write(bullets(search, print));
    await draft('tech-specs/one.md');
    write(bullets(rooms, search));
    await draft('tech-specs/two.md');
    const first = readFileSync(join(root, 'tech-specs/two.receipt.json'), 'utf8');
    rmSync(join(root, 'tech-specs/two.md'));
    rmSync(join(root, 'tech-specs/two.receipt.json'));
    await draft('tech-specs/two.md');
    expect(readFileSync(join(root, 'tech-specs/two.receipt.json'), 'utf8')).toBe(first);
  });

  it('and corrections beside an earlier spec are used, carried to the next spec, and held against its check', async () => {
    write(bullets(search, print));
    await draft('tech-specs/one.md');
    const { requirements } = JSON.parse(readFileSync(join(root, 'tech-specs/one.receipt.json'), 'utf8'))
      .source as { requirements: readonly { id: string; fingerprint: string }[] };
    const target = { id: 'R-002', fingerprint: requirements[1]?.fingerprint, text: print };
    const corrections = [
      { type: 'drop', target, as: 'out-of-scope', reason: 'later' },
      { type: 'add', id: 'R-003', kind: 'functional', title: 'Guests read newspapers', text: '' },
    ];
    writeFileSync(
      join(root, 'tech-specs/one.corrections.json'),
      JSON.stringify({ version: 1, source: 'prds/library.md', revision: 1, corrections }),
    );
    const listed = await list('prds/library.md');
    expect(ids(listed)).toEqual(['R-001', 'R-003']);
    expect(listed).toMatchObject({
      outOfScope: [{ text: `${print}: later` }],
      corrections: [
        { type: 'drop', state: 'applied' },
        { type: 'add', state: 'applied' },
      ],
    });
    write(bullets(rooms, search, print));
    await draft('tech-specs/two.md');
    expect(JSON.parse(readFileSync(join(root, 'tech-specs/two.corrections.json'), 'utf8'))).toMatchObject({
      source: 'prds/library.md',
      corrections,
    });
    const checked = JSON.parse(
      (await run(['check', 'tech-specs/two.md', '--format', 'json'], { cwd: root })).out,
    );
    expect(checked.files[0].coverage).toEqual({ requirements: 3, covered: 3, outOfScope: 0 });
    expect(
      checked.files[0].findings.filter(({ check }: { check: string }) => check === 'unknown-id'),
    ).toEqual([]);
    expect(readFileSync(join(root, 'tech-specs/two.md'), 'utf8')).toContain('Guests read newspapers');
  });
});
