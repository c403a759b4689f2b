import { beforeAll, describe, expect, it } from 'vitest';
import { answersPath } from '../../../src/core/clarify/answers-file';
import type { Template } from '../../../src/core/template/template';
import { draftExample, driftOf, prd, specPath, type DraftedExample, type Files } from './drafted-example';

const files = 'internal/http/members.go';
let drafted: DraftedExample;

/** Two tasks name files, one of which is to be made. */
function withFiles(outline: string): string {
  return outline
    .replace(
      /(T-002:[\s\S]*?_Files:_ )OQ-\d+/u,
      `$1Modify: \`${files}\`; Create: \`internal/invites/new.go\``,
    )
    .replace(/(T-010:[\s\S]*?_Files:_ )OQ-\d+/u, '$1Modify: `internal/audit/audit.go`');
}

beforeAll(async () => {
  drafted = await draftExample(
    'agent-ready',
    (questions) =>
      questions.map(({ id }) =>
        id === 'area:error-handling'
          ? { kind: 'text', questionId: id, text: 'A toast.' }
          : id === 'acceptance:US-010'
            ? { kind: 'text', questionId: id, text: 'Only the domain.' }
            : { kind: 'defer', questionId: id },
      ),
    withFiles,
  );
}, 60_000);

/** `kind:subject change | requirements | sections | tasks` */
type Label = readonly string[];
type Change = (files: Record<string, string>) => void;

function edit(path: string, from: string | RegExp, to: string): Change {
  return (all) => {
    const before = all[path];
    if (before === undefined) throw new Error(`There is no ${path}.`);
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${path} does not have ${String(from)}.`);
    all[path] = after;
  };
}

const drop =
  (path: string): Change =>
  (all) => {
    Reflect.deleteProperty(all, path);
  };
const put =
  (path: string, text: string): Change =>
  (all) => {
    all[path] = text;
  };
const lists = 'requirement-mapping phase-backend phase-tests tests-integration assumptions';
const story = (id: string, ...more: readonly string[]): string =>
  `requirement:${id} changed | ${id} | ${lists} | ${more.join(' ')}`;
const newStory =
  '### US-011: Export the list\n\nAs a workspace owner, I want to export the invitations, so that I can file them.\n\n' +
  '**Acceptance criteria:**\n\n- The file is CSV.\n\n';
const answersFile = answersPath(specPath);
const convention = '.cursor/rules/api-conventions.mdc';
const audit = 'tech-specs/completed/audit-log.md';

const changes: readonly (readonly [name: string, change: Change, labels: Label])[] = [
  ['nothing', () => undefined, []],
  ['spaces and case in the PRD', edit(prd, 'I want to revoke a pending', 'I want  to revoke a PENDING'), []],
  ['line ends of the PRD', (all) => void (all[prd] = (all[prd] ?? '').replaceAll('\n', '\r\n')), []],
  [
    'line ends of a rule',
    (all) => void (all[convention] = (all[convention] ?? '').replaceAll('\n', '\r\n')),
    [],
  ],
  ['line ends of a file', (all) => void (all[files] = (all[files] ?? '').replaceAll('\n', '\r\n')), []],
  ['a file nobody names', edit('web/index.html', '<', '<!-- x --><'), []],
  ['a file that was to be made', put('internal/invites/new.go', 'package invites\n'), []],
  [
    'another story',
    edit(prd, 'I want to see which invitations are pending', 'I want to see every invitation'),
    [story('US-004', 'T-005 T-018')],
  ],
  [
    'another criterion',
    edit(prd, 'The newest invitation comes first.', 'The oldest invitation comes first.'),
    [story('US-004', 'T-005 T-018')],
  ],
  [
    'a criterion more',
    edit(prd, '- The earlier link stops', '- The mail says so.\n- The earlier link stops'),
    [story('US-006', 'T-007 T-020')],
  ],
  [
    'another threshold',
    edit(prd, 'within 300 ms', 'within 200 ms'),
    [
      'requirement:NFR-001 changed | NFR-001 | requirement-mapping phase-backend phase-tests tests-integration benchmarks assumptions | T-012 T-025',
    ],
  ],
  [
    'two stories',
    (all) => {
      edit(prd, 'to choose the role', 'to pick the role')(all);
      edit(prd, 'I want unused invitations', 'I want old invitations')(all);
    },
    [story('US-002', 'T-003 T-016'), story('US-007', 'T-008 T-021')],
  ],
  [
    'a story less',
    edit(prd, /### US-007[\s\S]*?(?=### US-008)/u, ''),
    [`requirement:US-007 removed | US-007 | ${lists} | T-008 T-021`],
  ],
  [
    'a story more',
    edit(prd, '## Non-functional', `${newStory}## Non-functional`),
    [`requirement:US-011 added | US-011 | ${lists} | `],
  ],
  [
    'a threshold more',
    edit(prd, '\n## Out of scope', '- **NFR-005 Size:** A mail has at most 100 kB.\n\n## Out of scope'),
    [
      'requirement:NFR-005 added | NFR-005 | requirement-mapping phase-tests tests-integration assumptions | ',
    ],
  ],
  [
    'stories in another order',
    (all) => {
      const text = all[prd] ?? '';
      const found = /### US-006[\s\S]*?(?=### US-007)/u.exec(text)?.[0] ?? '';
      all[prd] = text.replace(found, '').replace('### US-001', `${found}### US-001`);
    },
    [],
  ],
  [
    'what is out of scope',
    edit(prd, 'at once.\n- Translated', 'at one time.\n- Translated'),
    ['source:Out of scope changed |  | out-of-scope | '],
  ],
  ['a goal', edit(prd, 'without our help', 'on their own'), ['source:Goals changed |  | summary aims | ']],
  [
    'the rollout',
    edit(prd, 'For 20 customers', 'For 30 customers'),
    ['source:Rollout changed |  | rollout flags rollback | '],
  ],
  [
    'the rules',
    edit(convention, /$/u, '\nErrors are JSON.\n'),
    [`document:${convention} changed |  | rules | `],
  ],
  [
    'a rule less',
    drop('.cursor/rules/react-ui.mdc'),
    ['document:.cursor/rules/react-ui.mdc removed |  | rules | '],
  ],
  [
    'a rule more',
    put('.cursor/rules/mail.mdc', '---\nalwaysApply: true\n---\n\nMail is sent by internal/mail alone.\n'),
    ['document:.cursor/rules/mail.mdc added |  | rules | '],
  ],
  [
    'the agents file',
    edit('AGENTS.md', /$/u, '\nUse spaces.\n'),
    ['document:AGENTS.md changed |  | rules | '],
  ],
  [
    'a decision',
    edit('docs/decisions/0001-one-time-tokens-in-postgresql.md', /$/u, '\nSuperseded.\n'),
    ['document:docs/decisions/0001-one-time-tokens-in-postgresql.md changed |  | aims completed-specs | '],
  ],
  [
    'a completed spec',
    edit(audit, /$/u, '\nPaging is by page.\n'),
    [`completed-spec:${audit} changed |  | completed-specs conventions | `],
  ],
  [
    'a completed spec less',
    drop(audit),
    [`completed-spec:${audit} removed |  | completed-specs conventions | `],
  ],
  [
    'an answer',
    edit(answersFile, 'A toast.', 'A page.'),
    ['answer:area:error-handling changed |  | errors | '],
  ],
  [
    'an answer about a story',
    edit(answersFile, 'Only the domain.', 'Any domain of ours.'),
    ['answer:acceptance:US-010 changed | US-010 | phase-backend phase-tests tests-integration | T-011 T-024'],
  ],
  [
    'a file that a task changes',
    edit(files, /$/u, '\n// more\n'),
    [`file:${files} changed | US-001 | phase-backend | T-002`],
  ],
  [
    'a file that is cited as evidence',
    edit('go.mod', /$/u, '// more\n'),
    ['file:go.mod changed |  | system-context dependencies | '],
  ],
  [
    'a file that a task changes less',
    drop(files),
    [`file:${files} removed | US-001 | phase-backend | T-002`],
  ],
  [
    'PRD and file at once',
    (all) => {
      edit(prd, 'I want invitations in the audit log', 'I want invitations in a log')(all);
      edit(files, /$/u, '\n')(all);
    },
    [story('US-009', 'T-010 T-023'), `file:${files} changed | US-001 | phase-backend | T-002`],
  ],
];

function labelled(drifts: Awaited<ReturnType<typeof driftOf>>): Label {
  return drifts.map(({ id, change, affects: { requirements, sections, tasks } }) =>
    [
      `${id} ${change}`,
      requirements.join(' '),
      sections.map(({ key }) => key).join(' '),
      tasks.map((task) => task.id).join(' '),
    ].join(' | '),
  );
}

function changed(change: Change): Files {
  const all = { ...drafted.files };
  change(all);
  return all;
}

describe('a change around a spec', () => {
  it('is labelled thirty times and more', () => {
    expect(changes.length).toBeGreaterThanOrEqual(30);
  });

  it.each(changes)(
    'drifts as it is labelled: %s',
    async (_, change, labels) => {
      expect(labelled(await driftOf(drafted, changed(change)))).toEqual(labels);
    },
    30_000,
  );

  it('of prose touches the sections that a model wrote from it in other words, and those of requirements that it names', async () => {
    const rollout = /(## 8. Rollout & Operations\n)[\s\S]*?(?=\n### )/u;
    const inOtherWords = await draftExample(
      'agent-ready',
      () => [],
      (outline) => {
        const text = outline.replace(
          rollout,
          '$1\nA few customers get it first, behind a flag; all others a fortnight later.\n',
        );
        expect(text).not.toBe(outline);
        return text;
      },
      (all) =>
        edit(prd, '## Out of scope', '## Notes\n\nOwners asked most for US-005.\n\n## Out of scope')(all),
    );
    const after = async (change: Change): Promise<Label> => {
      const all = { ...inOtherWords.files };
      change(all);
      return labelled(await driftOf(inOtherWords, all));
    };
    expect(await after(edit(prd, 'For 20 customers', 'For 30 customers'))).toEqual([
      'source:Rollout changed |  | rollout flags rollback | ',
    ]);
    expect(await after(edit(prd, 'Owners asked most for', 'Nobody asked for'))).toEqual([
      `source:Notes changed | US-005 | ${lists} | T-006 T-019`,
    ]);
    // Named only now: what cites that requirement is touched, too.
    expect(await after(edit(prd, 'most for US-005.', 'most for revoking, least for US-006.'))).toEqual([
      `source:Notes changed | US-006 | ${lists} | T-007 T-020`,
    ]);
    expect(await after(edit(prd, 'without our help', 'on their own'))).toEqual([
      'source:Goals changed |  | summary aims | ',
    ]);
  }, 90_000);

  it('of the template touches the sections whose guidance changed and those that it gained', async () => {
    const { template } = drafted;
    const body = `${template.body.replace(/(\{#errors\}\n)/u, '$1\n<!-- Say it in one sentence. -->\n')}\n### Costs {#costs}\n`;
    const sections = [
      ...template.sections,
      { key: 'costs', heading: 'Costs', number: null, level: 3, optional: false, guidance: '', aliases: [] },
    ];
    const other: Template = { ...template, body, sections, sha256: 'f'.repeat(64) };
    const drifts = await driftOf({ template: other }, drafted.files);
    expect(labelled(drifts)).toEqual(['template:agent-ready changed |  | errors costs | ']);
    expect(drifts[0]?.affects.sections.at(-1)?.line).toBeNull();
  }, 90_000);
});
