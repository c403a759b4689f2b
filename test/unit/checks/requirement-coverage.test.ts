import { describe, expect, it } from 'vitest';
import type { CheckedRequirement } from '../../../src/core/checks/check';
import type { CheckReport } from '../../../src/core/checks/check-spec';
import { safeFixes } from '../../../src/core/checks/fixes/safe-fixes';
import {
  check,
  edit,
  fixed,
  goodSpec,
  listing,
  requirements,
  section,
  taskTemplate,
  underlined,
} from './builders';

const id = 'requirement-coverage';

function messages(report: CheckReport): readonly string[] {
  return listing(report, id).map((line) => line.replace(/^\S+ (\S+) \S+ /u, '$1: '));
}

describe('requirement-coverage by tasks', () => {
  it('misses a requirement that has no row', () => {
    const text = edit(goodSpec, '- US-003: exports are planned for the next release\n', '- Exports\n');
    const report = check({ text });
    expect(messages(report)).toEqual([
      'error: Requirement US-003 (Export the list) is neither covered nor out of scope.',
    ]);
    expect(report.coverage).toEqual({ requirements: 3, covered: 2, outOfScope: 0 });
  });

  it('says of a table without the line below its header that it is none, and nothing of what stands in it', () => {
    const broken = edit(goodSpec, '|---|---|---|\n| US-001 | Invite', '| US-001 | Invite');
    const report = check({ text: broken });
    expect(messages(report)).toEqual([
      'error: This is no table: below its header a line such as |---|---|---| is missing, or it has another number of columns.',
    ]);
    expect(report.findings.find(({ check: one }) => one === id)?.line).toBe(
      goodSpec.split('\n').findIndex((line) => line.startsWith('| Story ID')) + 1,
    );
    expect(report.coverage).toMatchObject({ requirements: 3, covered: 0 });
  });

  it('says no kind twice of an id that says it', () => {
    const named = requirements.map((one) => (one.id === 'US-003' ? { ...one, id: 'Requirement 3' } : one));
    expect(messages(check({ requirements: named }))).toContain(
      'error: Requirement 3 (Export the list) is neither covered nor out of scope.',
    );
  });

  it('reads a mapping of two columns, ids and tasks', () => {
    const narrow = goodSpec
      .replace('| Story ID | Story Summary | Implementing Tasks |', '| Req ID | Implementing Tasks |')
      .replace('|---|---|---|\n| US-001 | Invite a colleague |', '|---|---|\n| US-001 |')
      .replace('| US-002 | Revoke an invite |', '| US-002 |');
    expect(messages(check({ text: narrow }))).toEqual([]);
    expect(messages(check({ text: edit(narrow, '| US-002 | T-002 |\n', '') }))).not.toEqual([]);
  });

  it('does not count a row without tasks and without a reason', () => {
    const text = edit(goodSpec, '| US-002 | Revoke an invite | T-002 |', '| US-002 | Revoke an invite | - |');
    const report = check({ text });
    expect(messages(report)).toEqual([
      'error: Requirement US-002 (Revoke an invite) is listed, but nothing covers it and no reason says why.',
      'error: Task T-002 implements US-002, but the mapping of US-002 does not name the task.',
    ]);
    expect(report.findings.map((finding) => underlined(text, finding))).toEqual(['US-002', 'US-002']);
  });

  it.each(['Out of scope: handled by support', 'No technical work: a text change'])(
    'accepts "%s"',
    (cell) => {
      const text = edit(goodSpec, '- US-003: exports are planned for the next release\n', '').replace(
        '| US-002 |',
        `| US-003 | Export | ${cell} |\n| US-002 |`,
      );
      const report = check({ text });
      expect(messages(report)).toEqual([]);
      expect(report.coverage.outOfScope).toBe(1);
    },
  );

  it.each(['Out of scope', 'Out of scope:', 'Out of scope: TBD', 'No technical work: [reason]'])(
    'does not accept "%s"',
    (cell) => {
      const text = edit(goodSpec, '- US-003: exports are planned for the next release\n', '').replace(
        '| US-002 |',
        `| US-003 | Export | ${cell} |\n| US-002 |`,
      );
      const report = check({ text });
      expect(messages(report)).toEqual(['error: US-003 is put out of scope without a reason.']);
      expect(report.coverage.outOfScope).toBe(0);
    },
  );

  it('does not accept an item of the out of scope section without a reason', () => {
    const text = edit(goodSpec, '- US-003: exports are planned for the next release', '- US-003');
    expect(messages(check({ text }))).toEqual(['error: US-003 is put out of scope without a reason.']);
  });

  it('wants a decision where a requirement is out of scope and covered', () => {
    const text = edit(
      goodSpec,
      '- US-003: exports are',
      '- US-002: revoking is for later\n- US-003: exports are',
    );
    const report = check({ text });
    expect(messages(report)).toEqual([
      'error: US-002 is declared out of scope and covered as well: decide for one.',
    ]);
    expect(report.coverage).toEqual({ requirements: 3, covered: 1, outOfScope: 2 });
  });

  it('sees that a mapped task does not name the requirement', () => {
    const text = edit(goodSpec, '_Implements:_ US-001, US-002', '_Implements:_ US-002');
    expect(messages(check({ text }))).toEqual([
      'error: US-001 is mapped to T-002, but T-002 does not name it under Implements.',
    ]);
  });

  it('sees that a task names a requirement whose row does not name the task', () => {
    const text = edit(goodSpec, '| T-001, T-002 |', '| T-001 |');
    expect(messages(check({ text }))).toEqual([
      'error: Task T-002 implements US-001, but the mapping of US-001 does not name the task.',
    ]);
  });

  it('sees a task that serves nothing', () => {
    const text = edit(goodSpec, '_Implements:_ US-001\n', '_Implements:_ None\n').replace(
      'T-001, T-002',
      'T-002',
    );
    expect(messages(check({ text }))).toEqual([
      'error: Task T-001 serves no requirement: name one under Implements, or drop the task.',
    ]);
  });

  it('reads ranges, and cells of several lines', () => {
    const text = edit(goodSpec, '| T-001, T-002 |', '| T-001–T-002 |').replace(
      '| T-002 |\n\n',
      '| <br>T-002 |\n\n',
    );
    expect(messages(check({ text }))).toEqual([]);
  });

  it('takes an open question in the row for a gap, not for coverage', () => {
    const text = edit(
      edit(goodSpec, 'None.\n', '- [ ] **OQ-1:** Is it built at all?\n'),
      '- US-003: exports are planned for the next release\n',
      '',
    ).replace('| US-002 |', '| US-003 | Export | OQ-1 |\n| US-002 |');
    const report = check({ text });
    expect(messages(report)).toEqual(['warning: What covers US-003 is open: OQ-1.']);
    expect(report.coverage).toEqual({ requirements: 3, covered: 2, outOfScope: 0 });
  });

  it('counts a tasks table, not the table of requirements beside it', () => {
    const other =
      '| Req | Statement | Success |\n|---|---|---|\n| US-001 | Invite | 80 % |\n| US-002 | Revoke | 90 % |\n\n';
    const text = edit(goodSpec, '| Story ID |', `${other}| Story ID |`);
    expect(messages(check({ text }))).toEqual([]);
  });

  it('knows stories and requirements that the source only counts', () => {
    const counted = requirements.map((requirement, index) => ({
      ...requirement,
      id: `User Story ${index + 1}`,
      acceptance: [],
    }));
    const text = goodSpec
      .replaceAll('US-001/', 'x')
      .replaceAll('US-002/', 'x')
      .replaceAll('| US-00', '| User Story ')
      .replaceAll('- US-00', '- User Story ')
      .replaceAll('_Implements:_ US-001, US-002', '_Implements:_ US1, US2')
      .replaceAll('_Implements:_ US-001', '_Implements:_ User Story 1');
    expect(messages(check({ text, requirements: counted }))).toEqual([]);
    for (const numbers of [
      '1.2, 2.1',
      'Requirements 1.2, 2.1',
      '1.1–2.1',
      '1.1 et 2.1',
      '1-2',
      '1.1-1.4, 2.',
    ]) {
      const numbered = text.replace('US1, US2', numbers);
      expect(messages(check({ text: numbered, requirements: counted }))).toEqual([]);
    }
  });

  it('knows how many criteria a counted requirement has', () => {
    const counted = [
      { id: 'Requirement 1', kind: 'ears' as const, title: 'Invite', acceptance: ['Requirement 1/AC-1'] },
    ];
    const text = '## 2. Implementation Tasks\n\n- [ ] 1.1 Title\n  - _Requirements: 1.1, 1.2, 4.1_\n';
    expect(listing(check({ text, requirements: counted }), 'unknown-id')).toEqual([
      'unknown-id error 4:25 1.2 is no requirement of the source: correct the id or remove it.',
      'unknown-id error 4:30 4.1 is no requirement of the source: correct the id or remove it.',
    ]);
  });

  it('does not ask for success criteria', () => {
    expect(check().coverage.requirements).toBe(3);
  });
});

describe('the fixes of requirement-coverage', () => {
  const fixes = (text: string): readonly (readonly [string, boolean, string])[] => {
    const report = check({ text });
    const [finding] = report.findings.filter((found) => found.check === id && found.fixable);
    if (finding === undefined) return [];
    return report
      .fixesOf(finding)
      .map(({ message, args, safe }, nth) => [
        message.replace(/\{(\d)\}/gu, (_, index: string) => args[Number(index)] ?? ''),
        safe,
        fixed(text, report, finding, nth),
      ]);
  };

  it('add to the task what the mapping says, or take it back', () => {
    const text = edit(goodSpec, '_Implements:_ US-001, US-002', '_Implements:_ US-002');
    expect(fixes(text)).toEqual([
      ['Add US-001 to what T-002 implements', true, edit(goodSpec, 'US-001, US-002\n', 'US-002, US-001\n')],
      ['Remove T-002', false, edit(text, 'T-001, T-002', 'T-001')],
    ]);
  });

  it('add to the mapping what the task says, also where the cell is empty', () => {
    const text = edit(goodSpec, '| T-001, T-002 |', '| T-001 |');
    expect(fixes(text)[0]).toEqual(['Add T-002 to the mapping of US-001', true, goodSpec]);
    for (const cell of ['| - |', '| |', '| None |'])
      expect(fixes(edit(goodSpec, 'invite | T-002 |', `invite ${cell}`))[0]?.[2]).toBe(goodSpec);
  });

  it('add one row for all tasks of a requirement', () => {
    const row = '| US-001 | Invite a colleague | T-001, T-002 |\n';
    const text = edit(goodSpec, row, '');
    expect(fixes(text)).toEqual([['Add a row for US-001 to the mapping', false, goodSpec]]);
    // Each finding that the row settles brings it: that of the requirement, and those of its tasks. It is safe once.
    const report = check({ text });
    const found = report.findings.filter(({ fixable }) => fixable);
    expect(found.map((finding) => fixed(text, report, finding))).toEqual([goodSpec, goodSpec, goodSpec]);
    expect(found[0]?.message).toContain('is neither covered nor out of scope');
    expect(safeFixes(report).edits).toHaveLength(1);
  });

  it('add a row where the order of the table has it, at the end where it has none', () => {
    const rows = ['US-001', 'US-002', 'US-003'].map((id) => `| ${id} | Title | T-002 |\n`);
    const mapped = (lines: readonly string[]): string =>
      goodSpec
        .replace(
          '| US-001 | Invite a colleague | T-001, T-002 |\n| US-002 | Revoke an invite | T-002 |\n',
          lines.join(''),
        )
        .replace('_Implements:_ US-001, US-002', '_Implements:_ US-001, US-002, US-003')
        .replace('- US-003: exports are planned for the next release\n', '- None\n');
    const order = (lines: readonly string[]): readonly string[] => {
      const text = mapped(lines);
      const report = check({ text });
      const finding = report.findings.find(({ message }) => message.includes('no row'));
      if (finding === undefined) return [];
      const [mapping = ''] = fixed(text, report, finding).split('### Out of Scope');
      return [...mapping.matchAll(/^\| (US-\d+)/gmu)].map(([, found = '']) => found);
    };
    const [one = '', two = '', three = ''] = rows;
    expect(order([one, three])).toEqual(['US-001', 'US-002', 'US-003']);
    expect(order([two, three])).toEqual(['US-001', 'US-002', 'US-003']);
    expect(order([one, two])).toEqual(['US-001', 'US-002', 'US-003']);
    expect(order([three, one])).toEqual(['US-003', 'US-001', 'US-002']);
  });

  it('leave remarks and formatting of a field alone', () => {
    const text = edit(goodSpec, '- _Implements:_ US-001, US-002', '- _Implements: US-002 (all of RFC-9110)_');
    expect(fixes(text)[0]?.[2]).toBe(edit(text, ': US-002 (', ': US-002, US-001 ('));
  });

  it('add no task to what is out of scope', () => {
    const text = edit(goodSpec, '| T-001, T-002 |', '| Out of scope: later |');
    expect(fixes(text).map(([title]) => title)).toEqual(['Remove US-001']);
  });
});

describe('requirement-coverage by components', () => {
  const template = taskTemplate({
    requirements: 'FR',
    covers: [{ by: 'components', mapping: 'mapping', items: 'components', column: 2 }],
    checklist: [],
    sections: [
      section('mapping', 'Mapping'),
      section('components', 'Components'),
      section('out-of-scope', 'Out of Scope'),
    ],
    statuses: [],
    checks: {},
  });
  const text = `## Mapping

| Requirement | Components |
|---|---|
| US-001 | \`invites\`, Mailer |
| US-002 | invites |
| US-003 | Out of scope: later |

## Components

| Component | Responsibility |
|---|---|
| \`invites\` | Keeps invites |
| Mailer | Sends mail |

## Out of Scope

None.
`;

  it('accepts a mapping whose components are defined', () => {
    expect(listing(check({ text, template, settings: { 'acceptance-tests': 'off' } }))).toEqual([]);
  });

  it('sees components that are not defined, and those that serve nothing', () => {
    const changed = edit(text, '`invites`, Mailer', '`invites`, Queue');
    expect(messages(check({ text: changed, template }))).toEqual([
      'error: US-001 is mapped to Queue, which is not among the components.',
      'error: Component Mailer serves no requirement: no row of the mapping names it.',
    ]);
  });

  it('reads several names in one row, and takes a file of a component for that component', () => {
    const several = edit(text, '| `invites` | Keeps', '| `invites`, `tokens` | Keeps');
    expect(messages(check({ text: several, template }))).toEqual([]);
    const mapped = edit(several, '| US-002 | invites |', '| US-002 | tokens, `invites/handler.go` |');
    expect(messages(check({ text: mapped, template }))).toEqual([]);
    const neither = edit(several, 'Mailer | Sends', '`queue`, `topic` | Sends');
    expect(messages(check({ text: neither, template }))).toEqual([
      'error: US-001 is mapped to Mailer, which is not among the components.',
      'error: Component queue serves no requirement: no row of the mapping names it.',
    ]);
  });

  it('does not count a row that names undefined components only', () => {
    const changed = edit(text, '| US-002 | invites |', '| US-002 | Queue |');
    const report = check({ text: changed, template });
    expect(report.coverage.covered).toBe(1);
    expect(messages(report)[0]).toBe(
      'error: Requirement US-002 (Revoke an invite) is listed, but nothing covers it and no reason says why.',
    );
  });

  it('holds the requirements that components list against the mapping', () => {
    const list = edit(
      text,
      text.slice(text.indexOf('| Component |'), text.indexOf('## Out')),
      '- **invites**\n  - Requirements: US-001, US-002\n- **Mailer:**\n  - Requirements: US-001\n\n',
    );
    expect(messages(check({ text: list, template }))).toEqual([]);
    expect(messages(check({ text: edit(list, 'US-001, US-002\n', 'US-002\n'), template }))).toEqual([
      'error: US-001 is mapped to component invites, which does not name it among its requirements.',
    ]);
    expect(
      messages(check({ text: edit(list, '| US-002 | invites |', '| US-002 | Mailer |'), template })),
    ).toEqual([
      'error: Component invites names US-002, whose row in the mapping does not name it.',
      'error: US-002 is mapped to component Mailer, which does not name it among its requirements.',
    ]);
  });

  it('follows ids of the spec itself to those of the source', () => {
    const own = taskTemplate({
      ...template,
      covers: [{ by: 'components', mapping: 'mapping', items: 'components', column: null }],
    });
    const list = `## Mapping

- FR-1: Invite by mail (US-001)
- FR-2: Revoke (US-002)
- US-003: Out of scope: later

## Components

- **invites**
  - Requirements: FR-1, FR-2

## Out of Scope

None.
`;
    expect(listing(check({ text: list, template: own, settings: { 'acceptance-tests': 'off' } }))).toEqual(
      [],
    );
    expect(check({ text: list, template: own }).coverage).toEqual({
      requirements: 3,
      covered: 2,
      outOfScope: 1,
    });
    expect(messages(check({ text: edit(list, '- FR-2: Revoke (US-002)\n', ''), template: own }))).toEqual([
      'error: Requirement US-002 (Revoke an invite) is neither covered nor out of scope.',
    ]);
    expect(messages(check({ text: edit(list, 'FR-1, FR-2', 'FR-2'), template: own }))).toHaveLength(1);
  });

  it('asks every rule of a template', () => {
    const both = taskTemplate({
      covers: [
        ...taskTemplate().covers,
        { by: 'components', mapping: 'mapping', items: 'overview', column: 2 },
      ],
    });
    const report = check({ template: both });
    expect(report.coverage.covered).toBe(0);
  });
});

describe('requirement-coverage by goals', () => {
  const template = taskTemplate({
    covers: [{ by: 'goals', mapping: 'goals', items: 'goals', column: null }],
    outOfScope: 'non-goals',
    sections: [section('goals', 'Goals'), section('non-goals', 'Non-Goals')],
    checklist: [],
    statuses: [],
    checks: {},
  });
  const text =
    '## Goals\n\n- [ ] Invite by mail (US-001)\n- [ ] Revoke (US-002)\n\n## Non-Goals\n\n- [ ] US-003: later\n';

  it('finds the goals that cite requirements', () => {
    const report = check({ text, template, settings: { 'acceptance-tests': 'off' } });
    expect(listing(report)).toEqual([]);
    expect(report.coverage).toEqual({ requirements: 3, covered: 2, outOfScope: 1 });
  });

  it('misses a goal that was deleted, and looks twice at one without a requirement', () => {
    const changed = edit(text, ' (US-002)', '');
    expect(messages(check({ text: changed, template }))).toEqual([
      'error: Requirement US-002 (Revoke an invite) is neither covered nor out of scope.',
      'warning: This goal serves no requirement: cite one in parentheses, or drop the goal.',
    ]);
  });
});

describe('requirement-coverage where nobody knows the template', () => {
  const known: readonly CheckedRequirement[] = ['US-1', 'US-2', 'US-3'].map((id) => ({
    ...{ id, kind: 'story', title: `Story ${id.slice(3)}`, acceptance: [] },
  }));
  const plan = (tasks: readonly (readonly [string, string])[], rest = ''): string =>
    `# Plan\n\n${rest}\n\n## Tasks\n\n${tasks
      .map(([task, serves]) => `- [ ] **${task}:** Do it\n  - Implements: ${serves}\n`)
      .join('')}`;
  const found = (text: string): readonly string[] =>
    messages(check({ text, template: null, requirements: known }));

  it('misses what no task serves where tasks serve most of the series, as a warning', () => {
    expect(
      found(
        plan([
          ['T1', 'US-1'],
          ['T2', 'US-3'],
        ]),
      ),
    ).toEqual(['warning: Requirement US-2 (Story 2) is neither covered nor out of scope.']);
  });

  it('says nothing of a series that tasks hardly name, nor of what is left out by a section of its own', () => {
    expect(found(plan([['T1', 'US-1']]))).toEqual([]);
    const two = [
      ['T1', 'US-1'],
      ['T2', 'US-3'],
    ] as const;
    expect(found(plan(two, '## Non-goals\n\n- US-2: next year'))).toEqual([]);
    expect(
      found(plan(two, '## Map\n\n| Story | Tasks |\n|---|---|\n| US-2 | Out of scope: later |')),
    ).toEqual([]);
  });

  it('holds an imported spec to each of its requirements, as errors at their rows', () => {
    const imported = (map: string, served = 'US-1'): CheckReport =>
      check({
        text: `---\ntech-spec:\n  imported: Spec Kit\n---\n\n${plan([['T1', served]], `- US-3: Story\n\n${map}`)}`,
        ...{ template: null, requirements: known },
      });
    const map = (cell: string): string =>
      `## Requirement Mapping\n\n| Req ID | Requirement | Implementing Tasks |\n|---|---|---|\n| US-1 | a | T1 |\n| US-2 | b | ${cell} |`;
    const report = imported(map(''));
    expect(messages(report)).toEqual([
      'error: Requirement US-3 (Story 3) is neither covered nor out of scope.',
      'error: Requirement US-2 (Story 2) is listed, but nothing covers it and no reason says why.',
    ]);
    expect(report.coverage).toEqual({ requirements: 3, covered: 1, outOfScope: 0 });
    expect(messages(imported('', 'none'))).toHaveLength(3);
    const left = imported(`${map('Out of scope: no budget')}\n\n## Out of Scope\n\n- US-3: next year`);
    expect(messages(left)).toEqual([]);
    expect(left.coverage).toEqual({ requirements: 3, covered: 1, outOfScope: 2 });
  });

  it('holds a table of requirements and tasks against the tasks, both ways', () => {
    const map = (second: string) =>
      `## Map\n\n| Story | What | Tasks |\n|---|---|---|\n| US-1 | a | T1 |\n| US-2 | b | ${second} |\n| US-3 | c | T2 |`;
    const tasks = [
      ['T1', 'US-1'],
      ['T2', 'US-2, US-3'],
    ] as const;
    expect(found(plan(tasks, map('T2')))).toEqual([]);
    expect(found(plan(tasks, map('T1')))).toEqual([
      'warning: US-2 is mapped to T1, but T1 does not name it under Implements.',
      'warning: Task T2 implements US-2, but the mapping of US-2 does not name the task.',
    ]);
  });

  it.each(['Depends on', 'Blocked by tasks', 'Prerequisites', 'Abhängig von', '依赖'])(
    'takes no table of what stories wait for (%s) for a mapping',
    (column) => {
      const table = `## Order\n\n| Story | ${column} |\n|---|---|\n| US-2 | T1 |\n| US-3 | T1 |`;
      const tasks = [
        ['T1', 'US-1'],
        ['T2', 'US-2, US-3'],
      ] as const;
      expect(found(plan(tasks, table))).toEqual([]);
    },
  );
});
