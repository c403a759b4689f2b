import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './command-line';

const files = {
  'prds/exports.md': `# PRD: Exports

## Requirements

- **FR-1**: Owners export the list of members as CSV.
- **FR-2**: An export link dies after 24 hours.
`,
  'tech-specs/exports.md': `# Tech Spec: Exports

**PRD:** [Exports](../prds/exports.md)

## Tasks

- [x] **T-001:** Write the export
  - _Implements:_ FR-1
  - _Files:_ Create: \`src/export.ts\`
  - _Done condition:_ \`npx vitest run src/export.test.ts\` passes
- [ ] **T-002:** Let links die
  - _Implements:_ FR-2
  - _Files:_ Create: \`src/links.ts\`
  - _Done condition:_ \`npx vitest run src/links.test.ts\` passes
`,
  'package.json': '{"name":"shop","dependencies":{"react":"19.0.0"}}',
  'src/export.ts': 'export function exportMembers(): string {\n  return "";\n}\n',
};

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'tech-spec-trace-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, 'shop', path)), { recursive: true });
    writeFileSync(join(root, 'shop', path), text);
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('trace', () => {
  it('tells requirement, task, code and test in one, with paths from the current folder', async () => {
    const { code, out } = await run(
      ['trace', 'shop/tech-specs/exports.md', '--workspace', 'shop', '--format', 'json'],
      { cwd: root },
    );
    expect(code).toBe(0);
    const { files: traced } = JSON.parse(out) as { files: readonly Record<string, unknown>[] };
    expect(traced[0]).toMatchObject({
      path: 'shop/tech-specs/exports.md',
      source: 'shop/prds/exports.md',
      requirements: [
        {
          id: 'FR-1',
          state: 'covered',
          stated: { path: 'shop/prds/exports.md', line: 5 },
          ...{ tasks: ['T-001'], doneTasks: ['T-001'] },
          code: [
            {
              ...{ kind: 'file', name: 'src/export.ts', state: 'found', differences: [] },
              place: { path: 'shop/src/export.ts', line: 1 },
            },
          ],
          tests: [{ kind: 'test', name: 'src/export.test.ts', state: 'missing' }],
        },
        {
          id: 'FR-2',
          ...{ tasks: ['T-002'], doneTasks: [] },
          code: [{ name: 'src/links.ts', state: 'planned', place: null }],
          tests: [{ name: 'src/links.test.ts', state: 'planned' }],
        },
      ],
      tasks: [
        { id: 'T-001', done: true, requirements: ['FR-1'] },
        { id: 'T-002', done: false, requirements: ['FR-2'] },
      ],
    });
  });

  it('says it in lines whose places a terminal links', async () => {
    const { out } = await run(['trace', 'tech-specs/exports.md'], {
      cwd: join(root, 'shop'),
    });
    expect(out).toBe(`FR-1 Owners export the list of members as CSV.: covered
  task: T-001 Write the export: done (tech-specs/exports.md:7)
  code: file src/export.ts: found (src/export.ts:1)
  test: src/export.test.ts: missing (tech-specs/exports.md:10)
    There is no test src/export.test.ts.
FR-2 An export link dies after 24 hours.: covered
  task: T-002 Let links die: open (tech-specs/exports.md:11)
  code: file src/links.ts: planned (tech-specs/exports.md:13)
  test: src/links.test.ts: planned (tech-specs/exports.md:14)
tech-specs/exports.md: 1 of 2 tasks done
`);
  });

  it('says of a task without a box that it is open until its status says more, how to mark it, and of all tasks which are done', async () => {
    const plain = files['tech-specs/exports.md'].replace('- [ ] **T-002:**', '- **T-002:**');
    writeFileSync(join(root, 'shop/tech-specs/plain.md'), plain);
    const { out } = await run(['trace', 'tech-specs/plain.md'], { cwd: join(root, 'shop') });
    expect(out).toContain('  task: T-002 Let links die: open (tech-specs/plain.md:11)');
    expect(out).toContain(
      'tech-specs/plain.md: 1 of 2 tasks done; tech-spec tick tech-specs/plain.md ID marks one as done',
    );
    const ticked = plain.replace('- **T-002:**', '- [x] **T-002:**');
    const said = plain.replace(/(- \*\*T-002:\*\*[^\n]*\n)/u, '$1  - _Status:_ done\n');
    for (const text of [ticked, said]) {
      writeFileSync(join(root, 'shop/tech-specs/plain.md'), text);
      const done = await run(['trace', 'tech-specs/plain.md'], { cwd: join(root, 'shop') });
      expect(done.out).toMatch(/tech-specs\/plain\.md: 2 of 2 tasks done\n$/u);
    }
    writeFileSync(join(root, 'shop/tech-specs/plain.md'), plain);
    const data = await run(['trace', 'tech-specs/plain.md', '--format', 'json'], { cwd: join(root, 'shop') });
    expect(JSON.parse(data.out)).toMatchObject({
      files: [
        {
          tasks: [
            { done: true, ticked: true },
            { done: false, ticked: null },
          ],
        },
      ],
    });
  });

  it('names states as the documentation does', async () => {
    const page = readFileSync(join(__dirname, '../../../docs/conformance.md'), 'utf8');
    const { out } = await run(['trace', 'tech-specs/exports.md'], { cwd: join(root, 'shop') });
    const states = [...out.matchAll(/^ {2}(?:code|test): .*: ([a-z ]+) \(/gmu)].map(
      ([, state = '']) => state,
    );
    expect(states.length).toBeGreaterThan(0);
    for (const state of states) expect(page).toContain(`| \`${state}\` |`);
  });

  it('refuses a spec that is not there', async () => {
    const { code, err } = await run(['trace', 'none.md'], { cwd: join(root, 'shop') });
    expect(code).toBe(2);
    expect(err).toContain('none.md');
  });
});
