import { describe, expect, it } from 'vitest';
import { check, edit, fixed, goodSpec, listing, section, taskTemplate, underlined } from './builders';
import { surroundingsOf } from './surroundings';

const messages = (text: string): readonly string[] =>
  listing(check({ text }), 'created-later').map((line) => line.replace(/^\S+ \S+ \S+ /u, ''));
const own = '    - Create: `migrations/0001_invites.sql`\n';

describe('created-later', () => {
  it('finds a task that changes what a later one creates', () => {
    const text = edit(goodSpec, own, `${own}    - Modify: \`internal/invites/handler.go\`\n`);
    expect(messages(text)).toEqual([
      'Task T-001 changes internal/invites/handler.go, which only task T-002 creates: create it before, or move the task.',
    ]);
    expect(check({ text }).findings.map((finding) => underlined(text, finding))).toEqual([
      'internal/invites/handler.go',
    ]);
  });

  it('lets a later task change what an earlier one created', () => {
    const created = '    - Create: `internal/invites/handler.go`\n';
    expect(
      messages(edit(goodSpec, created, `${created}    - Modify: \`migrations/0001_invites.sql\`\n`)),
    ).toEqual([]);
  });

  it('leaves a file alone that is there already', async () => {
    const text = edit(goodSpec, own, `${own}    - Modify: \`internal/invites/handler.go\`\n`);
    const surroundings = await surroundingsOf({ 'internal/invites/handler.go': 'package invites\n' });
    expect(listing(check({ text, surroundings }), 'created-later')).toEqual([]);
  });

  it('finds a file that two tasks create, and offers to modify it', () => {
    const created = '    - Create: `internal/invites/handler.go`\n';
    const text = edit(goodSpec, created, `${created}    - Create: \`migrations/0001_invites.sql\`\n`);
    expect(messages(text)).toEqual([
      'migrations/0001_invites.sql is created by task T-001 and again by task T-002: let the later one modify it.',
    ]);
    const report = check({ text });
    const [finding] = report.findings;
    if (finding === undefined) throw new Error('no finding');
    expect(fixed(text, report, finding)).toBe(
      edit(goodSpec, created, `${created}    - Modify: \`migrations/0001_invites.sql\`\n`),
    );
  });

  it('finds a done condition that needs what a later task creates', () => {
    const text = goodSpec
      .replace('`goose status` lists the migration', '`pytest tests/test_invites.py` passes')
      .replace('internal/invites/handler.go', 'tests/test_invites.py');
    expect(messages(text)).toEqual([
      'The done condition of task T-001 needs tests/test_invites.py, which only task T-002 creates.',
    ]);
  });
});

describe('phase-order', () => {
  const template = taskTemplate({
    sections: taskTemplate().sections.flatMap((entry) =>
      entry.key === 'tasks'
        ? [
            entry,
            section('phase-data', 'Phase 1: Data Model', { level: 3 }),
            section('phase-backend', 'Phase 2: Backend', { level: 3 }),
          ]
        : [entry],
    ),
  });
  const found = (text: string): readonly string[] => listing(check({ text, template }), 'phase-order');

  it('accepts the order of the template', () => {
    expect(found(goodSpec)).toEqual([]);
  });

  it('finds a phase that stands behind a later one', () => {
    const text = goodSpec
      .replace('### Phase 1: Data Model', '### X')
      .replace('### Phase 2: Backend', '### Phase 1: Data Model')
      .replace('### X', '### Phase 2: Backend');
    expect(found(text)).toEqual([
      'phase-order error 33:1 Phase "Phase 1: Data Model" stands behind "Phase 2: Backend": the template has it before that one.',
    ]);
  });

  it('questions a phase with tasks that the template does not have', () => {
    const extra = '### Phase 3: Extras\n\n- **T-003:** More\n\n## 3. Testing';
    expect(found(edit(goodSpec, '## 3. Testing', extra))).toEqual([
      'phase-order warning 43:1 The template has no phase "Phase 3: Extras": put its tasks into one of the template.',
    ]);
    expect(found(edit(goodSpec, '## 3. Testing', '### Notes\n\nNone.\n\n## 3. Testing'))).toEqual([]);
  });

  it('says nothing where the template has no phases', () => {
    expect(listing(check(), 'phase-order')).toEqual([]);
  });
});

describe('task-size', () => {
  const found = (text: string, options = {}): readonly string[] =>
    listing(
      check({ text, template: taskTemplate({ checks: { 'task-size': { severity: 'warning', options } } }) }),
      'task-size',
    );

  it('counts the files of a task', () => {
    const many = Array.from({ length: 13 }, (_, index) => `    - Create: \`src/${index}.ts\`\n`).join('');
    expect(found(edit(goodSpec, own, many))).toEqual([
      'task-size warning 25:5 Task T-001 touches 13 files, 12 are the most of one commit: split it.',
    ]);
    expect(found(goodSpec, { files: 1 })).toEqual([]);
  });

  it('counts what a title does', () => {
    const title = 'Create the table, add the endpoints, build the page and write the tests';
    expect(found(edit(goodSpec, 'Create the invites table', title))).toEqual([
      'task-size warning 25:5 Task T-001 does 4 things, 3 are the most of one commit: split it.',
    ]);
    const other = 'Install the scanner, switch the lanes, publish the tariff and notify the wardens';
    expect(found(edit(goodSpec, 'Create the invites table', other))).toEqual([
      'task-size warning 25:5 Task T-001 does 4 things, 3 are the most of one commit: split it.',
    ]);
    expect(found(edit(goodSpec, 'Create the invites table', 'Add types, hooks, pages and routes'))).toEqual(
      [],
    );
  });
});

describe('created-later where tasks say in items what they do', () => {
  const tasks = (first: string): string => `# Implementation Plan

- [ ] 1. Lanes
  - ${first}
  - _Requirements: 1.1_
- [ ] 2. Tariffs
  - Create \`src/tariffs/tariff.ts\` and \`src/tariffs/rate.ts\`
  - _Requirements: 1.2_
`;
  const said = (first: string): readonly string[] =>
    listing(check({ text: tasks(first), template: null, requirements: null }), 'created-later');

  it('finds what is changed before it is created', () => {
    expect(said('Modify `src/lanes.ts` and `src/tariffs/rate.ts`')).toEqual([
      expect.stringContaining('Task 1 changes src/tariffs/rate.ts, which only task 2 creates'),
    ]);
  });

  it.each([
    'Modify `src/lanes.ts`',
    'Read about `src/tariffs/rate.ts`',
    'Add `src/tariffs/rate.ts` to the index',
    'Create `src/tariffs/rate.ts`',
  ])('says nothing of "%s"', (first) => {
    expect(said(first)).toEqual([]);
  });
});
