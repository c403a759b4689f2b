import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from './command-line';

const path = 'tech-specs/exports.md';
const spec = `# Tech Spec: Exports

## Tasks

- **T-001:** Write the export
  - _Implements:_ FR-1
- [ ] **T-002:** Let links die
  - _Implements:_ FR-2
`;

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tech-spec-tick-'));
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), spec);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const tick = (...args: readonly string[]): ReturnType<typeof run> =>
  run(['tick', path, ...args], { cwd: root });
const read = (): string => readFileSync(join(root, path), 'utf8');

describe('tick', () => {
  it('marks tasks as done, tells where, and counts those that are', async () => {
    const { code, out } = await tick('T-001', 't-002');
    expect([code, out]).toEqual([
      0,
      `${path}:5: T-001 Write the export: done\n${path}:7: T-002 Let links die: done\n${path}: 2 of 2 tasks done\n`,
    ]);
    expect(read()).toBe(spec.replace('- **T-001', '- [x] **T-001').replace('[ ]', '[x]'));
  });

  it('marks one as open again', async () => {
    await tick('T-002');
    const { code, out } = await tick('T-002', '--undo');
    expect([code, out]).toEqual([0, `${path}:7: T-002 Let links die: open\n${path}: 0 of 2 tasks done\n`]);
    expect(read()).toBe(spec);
  });

  it('leaves what is done already alone', async () => {
    await tick('T-002');
    const { code, out } = await tick('T-002', '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      path,
      tasks: [{ id: 'T-002', line: 7, done: true, changed: false }],
      ...{ done: 1, all: 2 },
    });
  });

  it('writes nothing where a task is not there, and names those that are', async () => {
    const { code, err } = await tick('T-001', 'T-9');
    expect([code, err]).toEqual([2, `${path} has no task T-9. Its tasks are T-001, T-002.\n`]);
    expect(read()).toBe(spec);
  });
});
