import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportedFile } from '../../../src/core/export/exported-file';
import type { HandOff } from '../../../src/core/export/hand-off';
import { importSpec } from '../../../src/core/import/import-spec';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { taskField } from '../../../src/core/spec/task-field';
import '../property-seed';
import { exported, handOffFor, handOffOfText, templateIds } from './checked-example';

const formats = ['spec-kit', 'openspec', 'kiro'] as const;
const fieldNames = ['implements', 'description', 'files', 'done condition', 'dependencies'];

/** Folder of an export: that of its longest common beginning. */
function folderOf(files: readonly ExportedFile[]): string {
  const design = files.find(({ path }) => /\/(?:design|plan)\.md$/u.test(path))?.path ?? '';
  return design.slice(0, design.lastIndexOf('/'));
}

function importBack(handOff: HandOff, files: readonly ExportedFile[]): string {
  const folder = folderOf(files);
  const back = importSpec({
    documents: files,
    names: files.map(({ path }) => path.slice(folder.length + 1)),
    ...{ folder, format: null, out: handOff.path },
  });
  if (back === null) throw new Error('Nothing to import.');
  expect(back.restored).toBe(true);
  return back.text;
}

/** What must come back, whatever the notation. */
function kept(text: string): unknown {
  const spec = parseSpec(text);
  return {
    title: spec.title,
    metadata: [...spec.metadata.values()].map(({ label, value }) => [label, value]),
    sections: spec.sections
      .map(({ heading, level }) => [heading, level])
      .filter(([heading]) => !/^T-\d/u.test(String(heading))),
    tables: spec.tables.map(({ rows }) => rows.map((row) => row.map((cell) => cell.raw))),
    questions: spec.openQuestions.map(({ id, text: asked }) => [id, asked]),
    code: spec.codeBlocks.map(({ value }) => value),
    links: spec.links.map(({ url, text: shown }) => [url, shown]),
    tasks: spec.tasks.map((task) => ({
      ...{ id: task.id, title: task.title, phase: task.phase, done: task.done === true },
      fields: fieldNames.map((name) => taskField(task, name)?.value.replace(/`/gu, '') ?? null),
    })),
  };
}

const hard = `---
tech-spec: yes
owner: { team: 'a -- b', name: "<x>" }
---

# Tech Spec: Hard \`code\` & -- marks

**Type:** Engineering-initiated
**PRD:** [Invites](../prds/team-invites.md#goals)

## 1. Overview

See [the log](completed/audit-log.md), [home](https://example.com/a_b), [below](#tasks) and ![picture](../docs/p.png "P").

[ref]: ../prds/team-invites.md

## 2. Data Model

    indented


two blank lines above, [a link](../docs/data.md) here.

\`\`\`sql
-- T-001 is no task


SELECT 1;
\`\`\`

## 3. Tasks

### Phase 1: Data

- [x] **T-001:** Write \`a_b_c\` and *mark* it
  - _Implements:_ FR-1, FR-2
  - _Description:_ Two lines,
    of which the second has \`code\`.
  - _Files:_
    - Create: \`src/a.ts\`
    - Modify: \`src/b.ts\`: [why](../docs/why.md)
  - _Done condition:_ \`npm test -- --run a\` passes
  - _Dependencies:_ None
  - A note without a label.
- **T-002:** Without a box
  - _Implements:_ FR-2
  - _Dependencies:_ T-001

Text between tasks stays where it is.

- [ ] **T-003: All bold**
  - _Implements:_ FR-1

### Phase 2: More

1. **T-004 Short form**: FR-2

#### T-005: A heading

**Files:** \`src/c.ts\`
**Done when:** it works

Prose below the heading.

## 4. Requirements

| ID | Requirement | Tasks |
|---|---|---|
| FR-1 | First \\| with a bar | T-001, T-003 |
| FR-2 | Second | T-001, T-002, T-004 |

## Open Questions

- [ ] **OQ-1:** Which one?
`;

describe('export and import', () => {
  it.each(formats.flatMap((to) => [...templateIds, 'audit-log'].map((id) => [to, id] as const)))(
    'to %s give back the text of %s byte for byte',
    async (to, id) => {
      const handOff = await handOffFor(id);
      expect(importBack(handOff, exported(handOff, to))).toBe(handOff.spec.text);
    },
    60_000,
  );

  it.each(formats)(
    'to %s keep ids, tasks, ticks, fields, prose, tables, code and links of a hard text',
    async (to) => {
      const handOff = await handOffOfText(hard);
      const back = importBack(handOff, exported(handOff, to));
      expect(kept(back)).toEqual(kept(hard));
      for (const said of [
        'A note without a label.',
        'Text between tasks stays',
        'Prose below the heading.',
        'tech-spec: yes',
      ])
        expect(back).toContain(said);
      // What was once in our notation does not change again.
      const again = await handOffOfText(back);
      expect(importBack(again, exported(again, to))).toBe(back);
    },
  );

  it.each(formats)('to %s keep links whole where the folder lies outside of the workspace', async (to) => {
    const handOff = await handOffOfText(hard);
    const files = exported(handOff, to, { place: null });
    const back = importSpec({
      documents: files,
      names: files.map(({ path }) => path.slice(folderOf(files).length + 1)),
      ...{ folder: null, format: null, out: handOff.path },
    });
    expect(kept(back?.text ?? '')).toEqual(kept(hard));
  });

  it.each(formats)('to %s bring ticks and new tasks that were made in the other tool', async (to) => {
    const handOff = await handOffOfText(hard);
    const files = exported(handOff, to).map(({ path, text }) =>
      path.endsWith('/tasks.md')
        ? {
            path,
            text: `${text.replace(/- \[ \] (.*tech-spec:task T-002)/u, '- [x] $1')}\n- [ ] **T-009:** Added there\n  - _Implements:_ FR-1\n`,
          }
        : { path, text },
    );
    const spec = parseSpec(importBack(handOff, files));
    expect(spec.tasks.map(({ id, done }) => [id, done === true])).toEqual([
      ...[
        ['T-001', true],
        ['T-002', true],
        ['T-003', false],
        ['T-004', false],
        ['T-005', false],
        ['T-009', false],
      ],
    ]);
  });

  describe('of JSON', () => {
    const importJson = (text: string, out: string) =>
      importSpec({
        documents: [{ path: 'out/spec.json', text }],
        ...{ names: ['spec.json'], folder: 'out', format: null, out },
      });
    const jsonOf = (handOff: HandOff): string => exported(handOff, 'json')[0]?.text ?? '';

    it.each([...templateIds, 'audit-log'])('give back the text of %s byte for byte', async (id) => {
      const handOff = await handOffFor(id);
      const back = importJson(jsonOf(handOff), handOff.path);
      expect(back).toEqual({ text: handOff.spec.text, format: null, restored: true });
    });

    it('keep all of a hard text, its links leading where they led from another folder', async () => {
      const handOff = await handOffOfText(hard);
      expect(importJson(jsonOf(handOff), handOff.path)?.text).toBe(hard);
      const moved = importJson(jsonOf(handOff), 'docs/specs/moved.md')?.text ?? '';
      expect(moved).toContain('[the log](../../tech-specs/completed/audit-log.md)');
      expect(moved).toContain('[below](#tasks)');
    });

    it('bring the ticks that another program made, and take those back that it took', async () => {
      const handOff = await handOffOfText(hard);
      const data = JSON.parse(jsonOf(handOff)) as { tasks: { id: string; done: boolean }[] };
      for (const task of data.tasks) task.done = task.id === 'T-002' || task.id === 'T-004';
      const text = importJson(JSON.stringify(data), handOff.path)?.text ?? '';
      expect(parseSpec(text).tasks.map(({ id, done }) => [id, done === true])).toEqual([
        ...[
          ['T-001', false],
          ['T-002', true],
          ['T-003', false],
          ['T-004', true],
          ['T-005', false],
        ],
      ]);
      expect(text.replaceAll(/\[[ x]\] /gu, '')).toBe(hard.replaceAll(/\[[ x]\] /gu, ''));
    });

    it.each([
      ['is cut off', (text: string) => text.slice(0, -20)],
      ['is of a later version', (text: string) => text.replace('"version": 1', '"version": 2')],
      ['holds no text', (text: string) => text.replace('"markdown": "# ', '"markdown_": "# ')],
    ])('are no spec of ours where the file %s', async (_, change) => {
      const text = change(jsonOf(await handOffFor('feature')));
      expect(importJson(text, 'tech-specs/x.md')).toMatchObject({ format: null, restored: false });
    });
  });

  it('keeps tasks and their fields whatever they say', async () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/u);
    const phrase = fc
      .array(
        fc.oneof(
          word,
          word.map((text) => `\`${text}.ts\``),
          fc.constant('->'),
          fc.constant('&'),
        ),
        { minLength: 1, maxLength: 5 },
      )
      .map((words) => `x ${words.join(' ')}`);
    const task = fc.record({
      title: phrase,
      done: fc.boolean(),
      description: phrase,
      files: fc.array(word, { maxLength: 3 }),
      serves: fc.subarray(['FR-1', 'FR-2', 'NFR-3'], { minLength: 1 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(task, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...formats),
        async (tasks, to) => {
          const items = tasks.flatMap(({ title, done, description, files, serves }, index) => [
            `- [${done ? 'x' : ' '}] **T-${String(index + 1).padStart(3, '0')}:** ${title}`,
            `  - _Implements:_ ${serves.join(', ')}`,
            `  - _Description:_ ${description}`,
            '  - _Files:_',
            ...files.map((name) => `    - Create: \`src/${name}.ts\``),
            `  - _Done condition:_ \`npm test ${index}\` passes`,
            `  - _Dependencies:_ ${index === 0 ? 'None' : `T-${String(index).padStart(3, '0')}`}`,
          ]);
          const text = ['# Spec', '', '**Status:** Draft', '', '## Tasks', '', ...items, ''].join('\n');
          const handOff = await handOffOfText(text);
          expect(importBack(handOff, exported(handOff, to))).toBe(text);
        },
      ),
      { numRuns: 20 },
    );
  }, 60_000);
});

it('is no box beside a status that says that a task is done', async () => {
  const text = '# A\n\n## Tasks\n\n- **T-001:** X\n  - _Status:_ done\n- **T-002:** Y\n';
  const handOff = await handOffOfText(text);
  for (const format of formats)
    expect(importBack(handOff, exported(handOff, format))).toContain(
      '\n- **T-001:** X\n  - _Status:_ done\n',
    );
});
