import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import type { SpecDocument } from '../../../src/core/spec/spec-document';
import { taskField } from '../../../src/core/spec/task-field';
import { indexLines, offsetOf } from '../../../src/core/spec/text-range';
import type { TextRange } from '../../../src/core/text/position';

function source(spec: SpecDocument, range: TextRange): string {
  const lines = indexLines(spec.text);
  return spec.text.slice(
    offsetOf(lines, range.line, range.column),
    offsetOf(lines, range.endLine, range.endColumn),
  );
}

describe('sections', () => {
  const spec = parseSpec(
    '# Title\n\n## 1. Overview\n\ntext\n\n### 1.1 `API` **Design**:\n\nmore\n\n# Part two\n\n## 2) Testing {#testing}\n\nSetext\n---\n',
  );

  it('have names without number, markup, attribute and colon', () => {
    expect(spec.title).toBe('Title');
    expect(spec.sections.map(({ number, name, level, parent }) => [number, name, level, parent])).toEqual([
      ['1', 'Overview', 2, null],
      ['1.1', 'API Design', 3, 0],
      ['2', 'Testing', 2, null],
      [null, 'Setext', 2, null],
    ]);
  });

  it('reach to the next heading of the same or a higher level', () => {
    const [overview, api] = spec.sections;
    expect(spec.text.slice(overview?.start, overview?.end)).toBe(
      '## 1. Overview\n\ntext\n\n### 1.1 `API` **Design**:\n\nmore\n\n',
    );
    expect(spec.text.slice(api?.bodyStart, api?.end)).toBe('\nmore\n\n');
  });

  it.each([
    ['2.1 登录页', '2.1', '登录页'],
    ['5、测试策略', '5', '测试策略'],
    ['3D rendering', null, '3D rendering'],
    ['2024 roadmap', null, '2024 roadmap'],
    ['10 Assumptions', '10', 'Assumptions'],
  ])('read the number of "%s"', (heading, number, name) => {
    expect(parseSpec(`## ${heading}\n`).sections[0]).toMatchObject({ number, name });
  });

  it('are not taken from code, quotes or lists', () => {
    expect(parseSpec('```\n## a\n```\n\n> ## b\n\n- ## c\n').sections).toEqual([]);
  });
});

describe('metadata', () => {
  it('comes from labelled lines, with the range of the value', () => {
    const spec = parseSpec(
      '# T\n\n**PRD:** [Invites](prds/invites.md)  \n**Status**: *In Review*\\\n**Last updated:** 2026-03-01\n**Owner:**\n\n## S\n\n**Not:** metadata\n',
    );
    expect([...spec.metadata].map(([key, { label, value }]) => [key, label, value])).toEqual([
      ['prd', 'PRD', 'Invites (prds/invites.md)'],
      ['status', 'Status', 'In Review'],
      ['last updated', 'Last updated', '2026-03-01'],
      ['owner', 'Owner', ''],
    ]);
    const status = spec.metadata.get('status');
    expect(status && source(spec, status)).toBe('*In Review*');
    expect(spec.metadata.get('owner')).toMatchObject({ line: 6, column: 11, endColumn: 11 });
  });

  it('comes from several labels on one line', () => {
    const spec = parseSpec('**Author:** Ada | **Status:** Draft\n');
    expect(spec.metadata.get('author')?.value).toBe('Ada');
    expect(spec.metadata.get('status')?.value).toBe('Draft');
  });

  it('comes from a two-column table and from front matter, which the document outvotes', () => {
    const spec = parseSpec(
      '---\nstatus: draft\nowner: Core\ntags: [a, b]\n---\n\n| Document Metadata | Details |\n|---|---|\n| Status | Approved |\n\n## S\n',
    );
    expect(spec.metadata.get('status')?.value).toBe('Approved');
    expect(spec.metadata.get('tags')?.value).toBe('a, b');
    const owner = spec.metadata.get('owner');
    expect(owner?.value).toBe('Core');
    expect(owner && source(spec, owner)).toBe('Core');
  });

  it('has an empty range at the end of a line of front matter without a value', () => {
    const range = { line: 2, column: 9, endLine: 2, endColumn: 9 };
    expect(parseSpec('---\nstatus: \n---\n').metadata.get('status')).toMatchObject({ value: '', ...range });
  });

  it('survives front matter that is no YAML', () => {
    expect(parseSpec('---\na: [\n: x\n---\n').metadata.size).toBe(0);
  });
});

describe('front matter', () => {
  it('may have a list that an alias puts into itself, which says nothing there', () => {
    const metadata = (text: string): readonly string[] =>
      [...parseSpec(text).metadata.values()].map(({ label, value }) => `${label}: ${value}`);
    expect(metadata('---\nowners: &a [Mara, *a, Jonas]\n---\n')).toEqual(['owners: Mara, Jonas']);
    expect(metadata('---\nowners: &a [[*a, *a], [*a, *a]]\n---\n')).toEqual(['owners: , ']);
  });
});

describe('tables and lists', () => {
  it('keep the exact range of a cell', () => {
    const spec = parseSpec('## S\n\n| a | b |\n|--|--|\n|  `x` y  | |\n');
    const [row] = spec.tables[0]?.rows ?? [];
    expect(row?.map((cell) => source(spec, cell))).toEqual(['`x` y', '']);
    expect(row?.[0]).toMatchObject({ text: 'x y', raw: '`x` y', line: 5, column: 4, endColumn: 9 });
    expect(spec.tables[0]?.section).toBe(0);
  });

  it('leave out what is struck through and break lines at <br>', () => {
    const spec = parseSpec('| a |\n|--|\n| ~~US-001~~ T-1<br>T-2 |\n');
    expect(spec.tables[0]?.rows[0]?.[0]?.text).toBe('T-1\nT-2');
  });

  it('do not take a range with one tilde for struck-through text', () => {
    expect(parseSpec('- FR-01~FR-05, US-1~US-3\n').listItems[0]?.text).toBe('FR-01~FR-05, US-1~US-3');
  });

  it('know depth, parent, box and last line of an item', () => {
    const spec = parseSpec('- [x] one\n  - two\n\n    more\n- [ ] three\n');
    expect(
      spec.listItems.map(({ text, depth, parent, checked, lastLine }) => [
        text,
        depth,
        parent,
        checked,
        lastLine,
      ]),
    ).toEqual([
      ['one', 0, null, true, 4],
      ['two', 1, 0, null, 4],
      ['three', 0, null, false, 5],
    ]);
  });

  it('count the lines between the fences of a code block', () => {
    const spec = parseSpec('```go\na\nb\n```\n\n```\n```\n');
    expect(spec.codeBlocks.map(({ language, lines }) => [language, lines])).toEqual([
      ['go', 2],
      [null, 0],
    ]);
  });
});

describe('tasks', () => {
  it('are read with their fields', () => {
    const spec = parseSpec(
      `## 6. Tasks

### Phase 1: Data

- [x] **T-001:** Create the table
  - _Implements:_ US-001, US-003
  - _Description:_ What to build.
  - **Files**:
    - Create: \`a.go\`
    - Modify: \`b.go\`: what changes
  - Done condition: \`go test ./...\` passes
  - _Dependencies:_ None
`,
    );
    const [task] = spec.tasks;
    expect(task).toMatchObject({
      id: 'T-001',
      title: 'Create the table',
      phase: 'Phase 1: Data',
      done: true,
      line: 5,
    });
    expect([...(task?.fields ?? [])].map(([key, { label, value }]) => [key, label, value])).toEqual([
      ['implements', 'Implements', 'US-001, US-003'],
      ['description', 'Description', 'What to build.'],
      ['files', 'Files', 'Create: a.go\nModify: b.go: what changes'],
      ['done condition', 'Done condition', 'go test ./... passes'],
      ['dependencies', 'Dependencies', 'None'],
    ]);
    const done = task && taskField(task, 'done condition');
    expect(done && source(spec, done)).toBe('Done condition: `go test ./...` passes');
  });

  it('are read in the short form', () => {
    const spec = parseSpec('1. **T-001 Title: with colon**: US-001, US-002\n2. **T-002**: Title only\n');
    expect(spec.tasks.map(({ id, title, fields }) => [id, title, fields.get('implements')?.value])).toEqual([
      ['T-001', 'Title: with colon', 'US-001, US-002'],
      ['T-002', 'Title only', undefined],
    ]);
  });

  it('are read as other workflows write them', () => {
    const spec = parseSpec(
      `- [ ] T001 [P] [US1] Create the model
- [x] 1. Group
  - [ ] 1.1 First step
    - do this
    - _Requirements: 1.1, 2.3_
  - [ ]* 1.2 Optional step

### T-007: Migrate

**Priority**: P0
**Files Affected**:
- \`a.ts\`
- \`b.ts\`
`,
    );
    expect(spec.tasks.map(({ id, title, done }) => [id, title, done])).toEqual([
      ['T001', 'Create the model', false],
      ['1', 'Group', true],
      ['1.1', 'First step', false],
      ['1.2', 'Optional step', false],
      ['T-007', 'Migrate', null],
    ]);
    const fields = spec.tasks.map((task) => [
      taskField(task, 'implements')?.value,
      taskField(task, 'description')?.value,
      taskField(task, 'files')?.value,
    ]);
    expect(fields).toEqual([
      ['US1', undefined, undefined],
      [undefined, undefined, undefined],
      ['1.1, 2.3', 'do this', undefined],
      [undefined, undefined, undefined],
      [undefined, undefined, '\na.ts\nb.ts'],
    ]);
  });

  it('are not made of what a field lists, of prose or of other ids', () => {
    const spec = parseSpec(
      '- **T-002:** b\n  - _Dependencies:_\n    - T-001\n- T-001.2 x\n- 12 items\n- ~~**T-003:** gone~~\n- AT-1 x\n',
    );
    expect(spec.tasks.map(({ id }) => id)).toEqual(['T-002']);
    expect(spec.tasks[0]?.fields.get('dependencies')?.value).toBe('T-001');
  });

  it('may have a comma in a plain label, before its last word', () => {
    const spec = parseSpec('- **T1:** a\n  - Fertig, wenn: `pytest` durchläuft\n');
    expect(spec.tasks[0]?.fields.get('fertig, wenn')?.value).toBe('pytest durchläuft');
  });

  it('join two fields of one label', () => {
    const spec = parseSpec('- **T-1:** a\n  - _Implements:_ US-1\n  - _Implements:_ US-2\n');
    expect(spec.tasks[0]?.fields.get('implements')?.value).toBe('US-1\nUS-2');
  });
});

describe('open questions', () => {
  it('are read from items, rows, lines and headings', () => {
    const spec = parseSpec(
      `## Open

- [ ] **OQ-1:** Which queue?
- [x] OQ-2: Done
- ~~**OQ-3:** Dropped~~
- OQ-10 Resolved: Kafka

| Question | Owner | State |
|---|---|---|
| OQ-4: Who? | - | - |
| OQ-5 | When? | resolved |

OQ-6: In a line
**OQ-7:** In the next

### OQ-8: As a heading

- not OQ-9
`,
    );
    expect(spec.openQuestions.map(({ id, text, resolved }) => [id, text, resolved])).toEqual([
      ['OQ-1', 'Which queue?', false],
      ['OQ-2', 'Done', true],
      ['OQ-3', '', true],
      ['OQ-10', 'Resolved: Kafka', true],
      ['OQ-4', 'Who?', false],
      ['OQ-5', 'When?', true],
      ['OQ-6', 'In a line', false],
      ['OQ-7', 'In the next', false],
      ['OQ-8', 'As a heading', false],
    ]);
  });
});

describe('parseSpec', () => {
  it('takes a return by itself for the end of a line, within code as well', () => {
    const spec = parseSpec('# A\r\r## B\r\r```sql\rSELECT 1;\r```\r');
    expect(spec.text).toBe('# A\n\n## B\n\n```sql\nSELECT 1;\n```\n');
    expect(spec.codeBlocks.map(({ value, line }) => [value, line])).toEqual([['SELECT 1;', 5]]);
    expect(parseSpec('# A\r\n').text).toBe('# A\r\n');
  });

  it('removes a byte order mark, so that columns are those of the editor', () => {
    const spec = parseSpec('\uFEFF## A\r\n\r\n- b\r\n');
    expect(spec.sections[0]).toMatchObject({ line: 1, column: 1, start: 0 });
    expect(spec.listItems[0]).toMatchObject({ line: 3, column: 1 });
  });

  it('reads what stands before an unclosed fence', () => {
    const spec = parseSpec('## A\n\n- **T-1:** a\n\n```\n## B\n');
    expect(spec.tasks).toHaveLength(1);
    expect(spec.sections).toHaveLength(1);
  });

  it('gives an empty document where the nesting is deeper than the stack', () => {
    const spec = parseSpec(`${'> '.repeat(20_000)}x`);
    expect(spec.text).toHaveLength(40_001);
    expect(spec.tasks).toEqual([]);
  }, 60_000);

  it('never throws, and all positions lie in the text', () => {
    const pieces = fc.constantFrom(
      '## 1. A\n',
      '### B\n',
      '- [ ] **T-001:** x\n',
      '  - _Implements:_ US-1\n',
      '| a | b |\n|--|--|\n',
      '| T-1 | OQ-1 |\n',
      '**Status:** Draft\n',
      '\n',
      '```\n',
      '> ',
      '<!-- x -->\n',
      '- OQ-1: q\n',
      '\t',
      '\r\n',
      '---\n',
      '[x]',
      '*',
      '`',
      '\u0000',
      '~~',
    );
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 30 }).map((list) => list.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const spec = parseSpec(text);
        const lines = indexLines(spec.text);
        const ranges = [
          ...spec.sections,
          ...spec.tables.flatMap((table) => [table, ...table.rows.flat()]),
          ...spec.listItems,
          ...spec.tasks.flatMap((task) => [task, ...task.fields.values()]),
          ...spec.openQuestions,
          ...spec.codeBlocks,
          ...spec.metadata.values(),
        ];
        for (const { line, column, endLine, endColumn } of ranges) {
          expect(endLine).toBeLessThanOrEqual(lines.starts.length);
          expect(offsetOf(lines, line, column)).toBeLessThanOrEqual(offsetOf(lines, endLine, endColumn));
        }
      }),
      { numRuns: 400 },
    );
  });
});
