import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carryOut } from '../../../src/cli/writing/carry-out';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'carry-out-'));
  mkdirSync(join(root, 'specs/a.comments'), { recursive: true });
  writeFileSync(join(root, 'specs/a.md'), 'In Review');
  writeFileSync(join(root, 'specs/a.comments/1.json'), '{}');
  writeFileSync(join(root, 'specs/b.md'), '[a](a.md)');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const workspace = () => ({
  root,
  terminal: {
    folder: root,
    environment: {},
    out: { write: () => undefined },
    err: { write: () => undefined },
    onInterrupt: () => () => undefined,
  },
});
const moves = [
  { from: 'specs/a.md', to: 'specs/completed/a.md' },
  { from: 'specs/a.comments', to: 'specs/completed/a.comments' },
];
const own = { path: 'specs/a.md', before: 'In Review', after: 'Implemented' };
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('moving a spec among the completed ones', () => {
  it('moves it with what belongs to it, and changes the texts', async () => {
    const other = { path: 'specs/b.md', before: '[a](a.md)', after: '[a](completed/a.md)' };
    await carryOut(workspace(), { moves, texts: [own, other] });
    expect(read('specs/completed/a.md')).toBe('Implemented');
    expect(read('specs/completed/a.comments/1.json')).toBe('{}');
    expect(read('specs/b.md')).toBe('[a](completed/a.md)');
  });

  it('takes moves and texts back where a text cannot be written', async () => {
    const edited = { path: 'specs/b.md', before: 'as it was before somebody edited it', after: 'never' };
    await expect(carryOut(workspace(), { moves, texts: [own, edited] })).rejects.toThrow(
      /specs\/b\.md changed while it was checked.*Nothing was moved or changed\./,
    );
    expect(read('specs/a.md')).toBe('In Review');
    expect(read('specs/b.md')).toBe('[a](a.md)');
    expect(readdirSync(join(root, 'specs')).sort()).toEqual(['a.comments', 'a.md', 'b.md', 'completed']);
    expect(readdirSync(join(root, 'specs/completed'))).toEqual([]);
  });

  it('takes back what it moved where the next one cannot be', async () => {
    await expect(
      carryOut(workspace(), { moves: [...moves, { from: 'gone', to: 'specs/gone' }], texts: [own] }),
    ).rejects.toThrow(
      'The spec cannot be moved (ENOENT). Check the permissions. Nothing was moved or changed.',
    );
    expect(read('specs/a.md')).toBe('In Review');
  });
});
