import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { choiceOf, openSpecInLife, writeStatus } from '../../../src/cli/workspace/spec-in-life';
import { noNote } from '../../../src/core/life/change-status';
import { commentPath, firstComment, serialiseComment } from '../../../src/core/life/comments/comment-file';
import { LifeWorkspace } from './life-workspace';

const path = 'tech-specs/exports.md';
let workspace: LifeWorkspace;
beforeEach(() => {
  workspace = new LifeWorkspace();
});
afterEach(() => workspace.remove());

const approvals = (): readonly string[] => readdirSync(join(workspace.root, 'tech-specs/exports.approvals'));
const findings = async (): Promise<readonly string[]> => {
  const { out } = await workspace.run('check', path, '--format', 'json');
  const { files } = JSON.parse(out) as { files: { findings: { check: string }[] }[] };
  return files.flatMap((file) => file.findings.map(({ check }) => check));
};

describe('the life of a spec on the command line', () => {
  it('tells why it can not be approved yet, each reason at its line', async () => {
    const { code, out } = await workspace.run('approve', path);
    expect(code).toBe(1);
    expect(out.trim().split('\n')).toEqual([
      'tech-specs/exports.md:20: Approved: A question is still open: answer it where the text names it, then tick it or delete it.',
      '  tech-specs/exports.md:20: OQ-1: Which columns does the file have?',
      'tech-specs/exports.md:24: Approved: An item of the checklist waits for a person to tick it.',
      '  tech-specs/exports.md:24: A second engineer has read it',
    ]);
    expect(existsSync(join(workspace.root, 'tech-specs/exports.approvals'))).toBe(false);
    const { out: json } = await workspace.run('status', path, '--format', 'json');
    const { status, choices } = JSON.parse(json) as {
      status: string;
      choices: { status: string; reachable: boolean; unmet: { need: string }[] }[];
    };
    expect(status).toBe('In Review');
    expect(
      choices.map((one) => [one.status, one.reachable, one.unmet.map(({ need }) => need).join(' ')]),
    ).toEqual([
      ['Draft', true, ''],
      ['In Review', false, ''],
      ['Approved', true, 'questions persons'],
      ['Implemented', false, 'approval tasks'],
      ['Deprecated', true, 'reason'],
      ['Rejected', true, 'reason'],
    ]);
  });

  it('counts a question once however many places wait for it, and names the first five with how many more there are', async () => {
    workspace.change(path, 'Members are exported as a file', 'OQ-1. Members are exported as a file');
    workspace.change(
      path,
      '_Done when:_ the file has a row for each member of the team.',
      '_Done when:_ OQ-1',
    );
    const declared = [2, 3, 4, 5, 6, 7].map((id) => `- [ ] **OQ-${id}:** What of number ${id}?`).join('\n');
    workspace.change(path, 'does the file have?', `does the file have?\n${declared}`);
    const { out } = await workspace.run('status', path);
    expect(out).toContain(
      '  Approved: 7 questions are still open: answer them where the text names them, then tick or delete them.\n',
    );
    expect(out).toContain('    tech-specs/exports.md:24: OQ-5: What of number 5?\n    and 2 more\n');
    expect(out).not.toContain('OQ-6');
    expect(out).not.toMatch(/\d+, \d+, \d+/u);
  });

  it('tells a status that its template does not know by its own word, what may follow, and how a reason is given', async () => {
    const { out } = await workspace.run('status', path, '--set', 'Implemented');
    expect(out).toBe(
      'tech-specs/exports.md: Implemented does not follow In Review; what may follow: Draft, Approved, Deprecated, Rejected\n',
    );
    expect((await workspace.run('status', path, '--set', 'Rejected')).out).toContain(
      'Give it with --reason TEXT or --successor SPEC.',
    );
    workspace.change(path, '**Status:** In Review', '**Status:** Banana');
    expect((await workspace.run('status', path)).out).toMatch(
      /^tech-specs\/exports\.md: "Banana" is no status of its template\n/u,
    );
  });

  it('is approved as it stands, reopened by an edit and not by a tick', async () => {
    workspace.settle();
    workspace.commit('settled');
    const { code, out } = await workspace.run('approve', path, '--by', 'Ada');
    expect([code, out]).toEqual([0, 'tech-specs/exports.md: Approved\n']);
    expect(workspace.read(path)).toContain('**Status:** Approved');
    expect(approvals()).toHaveLength(1);
    expect(workspace.read(`tech-specs/exports.approvals/${approvals()[0] ?? ''}`)).toContain('"text": null');

    workspace.change(path, '- [ ] **T-001', '- [x] **T-001');
    expect(await findings()).not.toContain('approval');
    const same = await workspace.run('diff-approved', path);
    expect(same).toMatchObject({ code: 0, err: '' });
    expect(same.out).toMatch(
      /^tech-specs\/exports\.md: nothing has changed since it was approved on \d{4}-\d\d-\d\d\n$/u,
    );
    workspace.change(path, 'one row for', 'two rows for');
    expect(await findings()).toContain('approval');
    const diff = await workspace.run('diff-approved', path);
    expect(diff.code).toBe(1);
    expect(diff.out).toContain('-  - _Description:_ Write one row for each member.');
    expect(diff.out).toContain('+  - _Description:_ Write two rows for each member.');
    // The tick and the status are no edit.
    expect(diff.out.match(/^[-+](?![-+])/gmu)).toHaveLength(2);
    // The fix that decides nothing: what nobody approved is in review.
    await workspace.run('check', path, '--fix');
    expect(workspace.read(path)).toContain('**Status:** In Review');
    expect(await findings()).not.toContain('approval');

    expect((await workspace.run('approve', path, '--by', 'Ben')).code).toBe(0);
    expect(approvals()).toHaveLength(2);
    expect((await workspace.run('diff-approved', path)).code).toBe(0);
  });

  it('is not approved where the folder of approvals is a link that leads out of the workspace', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    try {
      workspace.settle();
      symlinkSync(outside, join(workspace.root, 'tech-specs/exports.approvals'));
      const { code, err } = await workspace.run('approve', path, '--by', 'Ada');
      expect(code).toBe(2);
      expect(err).toContain('leads out of the workspace through a link. Nothing was written.');
      expect(workspace.read(path)).toContain('**Status:** In Review');
      expect(readdirSync(outside)).toEqual([]);
    } finally {
      rmSync(outside, { recursive: true, force: true });
    }
  });

  it('is approved and implemented where its lines end in returns by themselves, which stay', async () => {
    workspace.settle();
    workspace.change(path, 'Members are', 'All members are');
    const old = `\uFEFF${workspace.read(path).replaceAll('\n', '\r')}`;
    workspace.put(path, old);
    expect(await workspace.run('approve', path)).toMatchObject({ code: 0, err: '' });
    expect(workspace.read(path)).toBe(old.replace('In Review', 'Approved'));
    expect(workspace.read(`tech-specs/exports.approvals/${approvals()[0] ?? ''}`)).toContain('\\r');
    expect((await workspace.run('diff-approved', path)).code).toBe(0);
    workspace.change(path, '- [ ] **T-001', '- [x] **T-001');
    expect(await workspace.run('complete', path)).toMatchObject({ code: 0, err: '' });
    expect(workspace.read('tech-specs/completed/exports.md')).toBe(
      old
        .replace('In Review', 'Implemented')
        .replace('- [ ] **T-001', '- [x] **T-001')
        .replace('(../prds/exports.md)', '(../../prds/exports.md)')
        .replace('(./imports.md)', '(../imports.md)'),
    );
  });

  it('keeps the text of an approval that no commit has', async () => {
    workspace.settle();
    workspace.change(path, 'Members are', 'All members are');
    await workspace.run('approve', path);
    expect(workspace.read(`tech-specs/exports.approvals/${approvals()[0] ?? ''}`)).toContain(
      'Write one row for each member.',
    );
    workspace.change(path, 'one row for', 'no row for');
    expect((await workspace.run('diff-approved', path)).out).toContain('+  - _Description:_ Write no row');
  });

  it('keeps no record of an approval whose spec could not be written', async () => {
    workspace.settle();
    const terminal = {
      folder: workspace.root,
      environment: {},
      out: { write: () => undefined },
      err: { write: () => undefined },
      onInterrupt: () => () => undefined,
    };
    const opened = await openSpecInLife(terminal, path, { now: '2026-03-02T12:00:00Z' });
    const { status } = choiceOf(opened, 'Approved', noNote);
    workspace.change(path, 'one row for', 'two rows for');
    await expect(writeStatus(opened, status, noNote, 'Ada')).rejects.toThrow('changed while it was checked');
    expect(existsSync(join(workspace.root, 'tech-specs/exports.approvals'))).toBe(false);
    expect(workspace.read(path)).toContain('**Status:** In Review');
  });

  it('is not implemented while what it promises is not there, without any box to tick', async () => {
    workspace.put('src/app.ts', 'export function start(): void {}\n');
    workspace.change(path, '- [ ] **T-001:**', '- **T-001:**');
    workspace.change(
      path,
      '  - _Dependencies:_ none',
      '  - _Files:_ Create: `src/export.ts`\n  - _Dependencies:_ none',
    );
    workspace.settle();
    expect((await workspace.run('approve', path)).code).toBe(0);
    const early = await workspace.run('complete', path);
    expect(early.code).toBe(1);
    expect(early.out.trim().split('\n')).toEqual([
      `${path}:16: Implemented: The code is not as the spec says (1).`,
      `  ${path}:16: src/export.ts was to be created and is not there. (conformance-file)`,
    ]);
    expect(existsSync(join(workspace.root, path))).toBe(true);
    // Nothing of it is due before.
    expect(await findings()).not.toContain('conformance-file');
    workspace.put('src/export.ts', 'export function toRows(): void {}\n');
    expect((await workspace.run('complete', path)).code).toBe(0);
  });

  it('is implemented once it is approved and its tasks are ticked, and lies among the completed ones with its links mended', async () => {
    workspace.settle();
    workspace.put('tech-specs/exports.signoffs/read.json', '{}\n');
    workspace.put('docs/index.md', 'See [it](../tech-specs/exports.md#tasks) at `tech-specs/exports.md`.\n');
    workspace.put('docs/other.receipt.json', '{\n  "a": "tech-specs/exports.md"\n}\n');
    workspace.commit('settled');
    expect((await workspace.run('complete', path)).out).toBe(
      'tech-specs/exports.md: Implemented does not follow In Review; what may follow: Draft, Approved, Deprecated, Rejected\n',
    );
    await workspace.run('approve', path);
    const early = await workspace.run('complete', path);
    expect([early.code, early.out]).toEqual([
      1,
      'tech-specs/exports.md:12: Implemented: Task T-001 is not ticked.\n',
    ]);
    workspace.change(path, '- [ ] **T-001', '- [x] **T-001');
    const { code, out, err } = await workspace.run('complete', path);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')[0]).toBe('tech-specs/completed/exports.md: Implemented');
    expect(existsSync(join(workspace.root, path))).toBe(false);
    const moved = workspace.read('tech-specs/completed/exports.md');
    expect(moved).toContain('**Status:** Implemented\n**PRD:** [Exports](../../prds/exports.md)');
    expect(moved).toContain('[the neighbour](../imports.md) and [the site](https://example.com/a.md)');
    expect(workspace.read('tech-specs/imports.md')).toContain('[exports](completed/exports.md)');
    expect(workspace.read('docs/index.md')).toBe(
      'See [it](../tech-specs/completed/exports.md#tasks) at `tech-specs/completed/exports.md`.\n',
    );
    expect(workspace.read('docs/other.receipt.json')).toContain('"tech-specs/completed/exports.md"');
    expect(existsSync(join(workspace.root, 'tech-specs/completed/exports.signoffs/read.json'))).toBe(true);
    // It is the same text at another place: the approval still holds.
    const { out: status } = await workspace.run('status', 'tech-specs/completed/exports.md');
    expect(status).toMatch(/: Implemented, approved by .* on 2026-03-02\n/);
  });

  it('is implemented whole where another document that links to it is not in UTF-8: that one stays as it is', async () => {
    workspace.settle();
    const bytes = Buffer.from('Für [später](../tech-specs/exports.md).\n', 'latin1');
    workspace.put('docs/old.md', '');
    writeFileSync(join(workspace.root, 'docs/old.md'), bytes);
    workspace.put('docs/zone.md', '[it](../tech-specs/exports.md)\n');
    workspace.commit('settled');
    await workspace.run('approve', path);
    workspace.change(path, '- [ ] **T-001', '- [x] **T-001');
    expect(await workspace.run('complete', path)).toMatchObject({ code: 0, err: '' });
    expect(workspace.read('docs/zone.md')).toBe('[it](../tech-specs/completed/exports.md)\n');
    expect(readFileSync(join(workspace.root, 'docs/old.md')).equals(bytes)).toBe(true);
  });

  it('is not implemented while the code is not as it says: told at the line of the promise, until it is there', async () => {
    workspace.change(
      path,
      '  - _Dependencies:_ none',
      '  - _Files:_\n    - Create: `src/export-members.ts`\n  - _Dependencies:_ none',
    );
    workspace.settle();
    workspace.put('package.json', '{ "name": "exports" }\n');
    workspace.put('src/index.ts', 'export const version = 1;\n');
    workspace.commit('settled');
    expect(await workspace.run('approve', path)).toMatchObject({ code: 0 });
    workspace.change(path, '- [ ] **T-001', '- [x] **T-001');
    const { code, out } = await workspace.run('complete', path);
    expect([code, out]).toEqual([
      1,
      'tech-specs/exports.md:17: Implemented: The code is not as the spec says (1).\n' +
        '  tech-specs/exports.md:17: src/export-members.ts was to be created and is not there. (conformance-file)\n',
    ]);
    workspace.put('src/export-members.ts', 'export const rows = [];\n');
    expect(await workspace.run('complete', path)).toMatchObject({ code: 0 });
  });

  it('is not approved while a review comment is open, which check lists', async () => {
    workspace.settle();
    const anchor = { quote: 'Members are exported as a file', before: '', after: '', section: 'Overview' };
    const said = { text: 'As which?', name: 'Ada', date: '2026-03-01' };
    const comment = firstComment(anchor, said);
    workspace.put(commentPath(path, comment), serialiseComment(comment));
    const { code, out } = await workspace.run('approve', path);
    expect([code, out]).toEqual([
      1,
      'tech-specs/exports.md:8: Approved: A review comment is not resolved.\n',
    ]);
    expect((await workspace.run('status', path)).out).toContain(
      '  Approved: A review comment is not resolved. (line 8)\n',
    );
    const { out: json } = await workspace.run('check', path, '--format', 'json');
    expect((JSON.parse(json) as { files: { comments: unknown }[] }).files[0]?.comments).toEqual([
      {
        ...{ id: comment.thread, line: 8, column: 1, orphan: false, quote: anchor.quote, resolved: false },
        comments: [said].map(({ name, date, text }) => ({ name, date, text })),
      },
    ]);
    const resolved = {
      version: 1,
      thread: comment.thread,
      resolved: true,
      name: 'Ben',
      date: '2026-03-02',
    } as const;
    workspace.put(commentPath(path, resolved), serialiseComment(resolved));
    expect((await workspace.run('approve', path)).code).toBe(0);
  });

  it('is given up with a reason and a successor only', async () => {
    const without = await workspace.run('status', path, '--set', 'Deprecated');
    expect([without.code, without.out]).toEqual([
      1,
      'tech-specs/exports.md: Deprecated: It needs a reason, or the spec that takes its place. Give it with --reason TEXT or --successor SPEC.\n',
    ]);
    const set = ['--reason', 'Nobody *asked*', '--successor', 'tech-specs/imports.md'];
    expect((await workspace.run('status', path, '--set', 'deprecated', ...set)).code).toBe(0);
    expect(workspace.read(path)).toContain(
      '**Status:** Deprecated\n**Status reason:** Nobody \\*asked\\*\n**Superseded by:** [imports.md](imports.md)\n**PRD:**',
    );
    await workspace.run('status', path, '--set', 'Draft');
    expect(workspace.read(path)).toContain('**Status:** Draft\n**PRD:**');
  });

  it('refuses to move onto a spec that lies there', async () => {
    workspace.settle();
    workspace.put('tech-specs/completed/exports.md', '# Another\n');
    workspace.change(path, '- [ ] **T-001', '- [x] **T-001');
    await workspace.run('approve', path);
    const { code, err } = await workspace.run('complete', path);
    expect([code, err]).toEqual([
      2,
      'tech-specs/completed/exports.md is there already. Move it away, or name another folder.\n',
    ]);
    expect(workspace.read(path)).toContain('Approved');
    expect(workspace.read('tech-specs/completed/exports.md')).toBe('# Another\n');
  });
});
