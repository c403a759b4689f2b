import type { DocumentView } from '../../../src/shared/wizard/context-state';
import type { GenerateState, SectionProgress } from '../../../src/shared/wizard/generate-state';
import type { WizardState } from '../../../src/shared/wizard/protocol';
import type { AskingState, QuestionView } from '../../../src/shared/wizard/questions-state';
import type { RequirementView, SourceState } from '../../../src/shared/wizard/source-state';
import type { StepId } from '../../../src/shared/wizard/steps';
import { stepIds } from '../../../src/shared/wizard/steps';

/** A made-up product, so that the pictures look like work and not like lorem ipsum. */
const requirements: readonly RequirementView[] = [
  ['US-001', 'story', 'Invite a teammate by email', 'Must', 4],
  ['US-002', 'story', 'Accept an invitation before it expires', 'Must', 3],
  ['US-003', 'story', 'Revoke an invitation that was sent by mistake', 'Should', 2],
  ['US-004', 'story', 'See who was invited, by whom and when', 'Should', 3],
  ['US-005', 'story', 'Resend an invitation quickly', 'Could', 0],
  ['NFR-1', 'non-functional', 'Invitations are sent within 30 seconds in 99 % of cases', null, 1],
].map(([id, kind, title, priority, acceptance], index) => ({
  id: String(id),
  derived: false,
  kind: String(kind),
  title: String(title),
  priority: priority === null ? null : String(priority),
  acceptance: Number(acceptance),
  line: 12 + index * 14,
  text: index === 0 ? 'As an owner, I want to invite a teammate by email. They see my name in it.' : '',
  added: false,
  corrected: false,
  splits: index === 0 ? (['criteria', 'sentences'] as const).slice() : [],
}));

const unread: NonNullable<SourceState['summary']>['unread'] = [
  {
    title: 'Problem',
    line: 9,
    passages: [
      {
        line: 11,
        text: 'An owner writes to support and waits for a day.',
        role: 'background',
        possible: false,
      },
      {
        line: 12,
        text: 'A shared account must never be needed to try the product.',
        role: 'background',
        possible: true,
      },
    ],
  },
  {
    title: 'Notes from the call',
    line: 101,
    passages: [
      {
        line: 103,
        text: 'Priya showed the list of workspaces as it is today, with names that are longer than the column that holds them and no way to see them whole.',
        role: 'none',
        possible: false,
      },
      {
        line: 105,
        text: 'Names of workspaces can be copied with one click.',
        role: 'none',
        possible: true,
      },
    ],
  },
  {
    title: 'Risks',
    line: 110,
    passages: [
      { line: 112, text: 'Mails end up as spam: Impact: high', role: 'risk', possible: false },
      { line: 113, text: 'Invitations go to the wrong person: Impact: high', role: 'risk', possible: false },
    ],
  },
];

/** Nothing is written yet. */
const writing: SourceState['writing'] = {
  mode: 'documents',
  initiative: {
    title: '',
    problem: '',
    whyNow: '',
    requirements: [{ statement: '', success: '', priority: 'must' }],
    constraints: '',
    outOfScope: '',
  },
  initiativeTarget: { path: 'initiatives/new-initiative.md', problem: null },
  editing: null,
  weak: [],
  refused: false,
  conversation: '',
  conversationTarget: { path: 'conversations/conversation-2026-11-20.md', problem: null },
  takenOut: null,
  editable: false,
  conversations: [],
};

const documents: readonly DocumentView[] = [
  doc('prds/team-invites.md', 'source', 'Team invitations', 'what the spec is for', 2100),
  doc('AGENTS.md', 'rule', 'Working on Roster', 'applies to the whole repository', 640),
  doc('.cursor/rules/go-services.mdc', 'rule', 'Go services', 'globs match server/**', 420),
  doc('.kiro/steering/product.md', 'steering', 'Product', 'steering file', 310),
  doc(
    'tech-specs/audit-log.md',
    'completed-spec',
    'Audit log',
    'shares “members”, “email” with the source',
    5200,
    {
      facts: {
        count: 3,
        shown: [
          {
            kind: 'endpoint',
            name: 'GET /api/v1/workspaces/{workspaceID}/audit-events',
            detail: '',
            line: 161,
          },
          { kind: 'column', name: 'audit_events.detail', detail: 'JSONB', line: 107 },
          { kind: 'limit', name: 'limit, 1 to 100, default 50', detail: '50', line: 173 },
        ],
      },
    },
  ),
  doc(
    'tech-specs/single-sign-on.md',
    'completed-spec',
    'Single sign-on',
    'completed spec; cut to what is closest to the source, lines 1-40, 88-120 of 310',
    4100,
    { truncated: true },
  ),
  doc('research/email-providers.md', 'research', 'Email providers compared', 'cited by the source', 1800),
  doc('docs/brand.md', 'research', 'Brand', 'Research that has little in common with the source', 900, {
    included: false,
  }),
  doc('web/AGENTS.md', 'rule', 'Working on the web client', 'Left out by hand', 700, {
    included: false,
    byHand: true,
  }),
];

function doc(
  path: string,
  kind: string,
  title: string,
  reason: string,
  tokens: number,
  change: Partial<DocumentView> = {},
): DocumentView {
  return { path, kind, title, reason, tokens, truncated: false, included: true, byHand: false, ...change };
}

/** Each value as `text @ file:line`; what a person changed as `text < detected @ file:line`. */
const stackRows: WizardState['context']['stack'] = (
  [
    ['languages', 'Go 1.25 < Go 1.23 @ server/go.mod:3', 'TypeScript 5.6 @ web/package.json:31'],
    ['frameworks', 'chi 5.1.0 @ server/go.mod:9', 'React 19.0.0 @ web/package.json:18'],
    ['orms'],
    ['databases', 'PostgreSQL 16 @ compose.yaml:5', '- Redis 7 @ compose.yaml:12'],
    ['migrationTool', 'goose @ migrations/20260914083000_create_audit_events.sql:1'],
    ['migrationFolder', 'migrations @ migrations/20260914083000_create_audit_events.sql:1'],
    ['migrationNaming', 'timestamp @ migrations/20260914083000_create_audit_events.sql:1'],
    ['testCommands', 'make test @ Makefile:11', 'npm --prefix web test @ web/package.json:9'],
    ['uiLibrary', 'shadcn/ui @ web/components.json:1'],
    [
      'uiComponents',
      'button @ web/src/components/ui/button.tsx:1',
      'dialog @ web/src/components/ui/dialog.tsx:1',
    ],
    ['packageManagers', 'Go modules @ server/go.sum:1', 'npm @ web/package-lock.json:1'],
    ['ci', '+ Jenkins'],
    ['modules'],
  ] as const
).map(([facet, ...values]) => ({
  facet,
  single: facet === 'uiLibrary' || facet.startsWith('migration'),
  values: values.map((value: string) => {
    const [said = '', place = ''] = value.split(' @ ');
    const [evidence = '', line = '1'] = place.split(':');
    const [text = '', detected = null] = said.replace(/^[-+] /, '').split(' < ');
    const state = said.startsWith('-')
      ? 'removed'
      : said.startsWith('+')
        ? 'added'
        : detected
          ? 'changed'
          : 'detected';
    return { text, state, detected: state === 'removed' ? text : detected, evidence, line: Number(line) };
  }),
}));

type Asked = Omit<QuestionView, 'group' | 'groupLabel' | 'origin' | 'answeredBy'> & Partial<QuestionView>;

const shown = (question: Asked): QuestionView => ({
  ...{ group: 'requirements', groupLabel: 'Requirements and scope', origin: null, answeredBy: [] },
  ...question,
});

const idle: AskingState = {
  ...{ model: null, tokens: 0, phase: 'idle', received: 0, further: false, notice: null },
};

const settled: readonly QuestionView[] = [
  shown({
    ...{
      id: 'S1',
      area: 'open-question',
      areaLabel: 'Open questions',
      blocking: false,
      why: '',
      options: [],
    },
    text: 'Which frontend framework is used?',
    evidence: [{ path: 'prds/team-invites.md', line: 90 }],
    answer: null,
    answeredBy: [{ text: 'React 19.1.0', path: 'web/package.json', line: 18 }],
  }),
  shown({
    ...{
      id: 'S2',
      area: 'open-question',
      areaLabel: 'Open questions',
      blocking: false,
      why: '',
      options: [],
    },
    text: 'What is the error response format?',
    evidence: [],
    answer: null,
    answeredBy: [
      {
        text: 'Errors are answered as JSON problem details (RFC 9457) with a code field.',
        ...{ path: '.cursor/rules/api-conventions.mdc', line: 12 },
      },
    ],
  }),
];

const questionList: readonly Asked[] = [
  {
    id: 'Q1',
    area: 'behaviour',
    areaLabel: 'Behaviour',
    blocking: true,
    text: 'What does “quickly” mean for resending an invitation (US-005)?',
    why: 'Without a number there is nothing to test; it decides whether the mail is sent in the request or by a worker.',
    options: [
      { text: 'Within 5 seconds of the click', recommended: true },
      { text: 'Within a minute, by a background worker', recommended: false },
    ],
    evidence: [{ path: 'prds/team-invites.md', line: 68 }],
    answer: null,
  },
  {
    id: 'Q2',
    area: 'behaviour',
    areaLabel: 'Behaviour',
    blocking: false,
    text: 'What happens to open invitations when the inviting member leaves the team?',
    why: 'The source names both cases and decides neither.',
    options: [],
    evidence: [
      { path: 'prds/team-invites.md', line: 40 },
      { path: 'server/members/leave.go', line: 27 },
    ],
    answer: { kind: 'assume', questionId: 'Q2', text: 'They stay valid and show the team as the sender.' },
  },
  {
    id: 'Q3',
    area: 'security',
    areaLabel: 'Security',
    blocking: true,
    text: 'How long does an invitation link stay valid?',
    why: 'US-002 speaks of expiry without naming a time.',
    options: [
      { text: '7 days', recommended: true },
      { text: '24 hours', recommended: false },
      { text: '30 days', recommended: false },
    ],
    evidence: [{ path: 'prds/team-invites.md', line: 26 }],
    answer: { kind: 'text', questionId: 'Q3', text: '7 days' },
  },
  {
    id: 'Q4',
    area: 'rollout',
    areaLabel: 'Rollout',
    blocking: false,
    text: 'Is the feature released behind a flag?',
    why: '',
    options: [],
    evidence: [],
    answer: { kind: 'defer', questionId: 'Q4' },
  },
  {
    id: 'Q5',
    area: 'data',
    areaLabel: 'Data',
    group: 'data',
    groupLabel: 'Data',
    origin: 'workspace',
    blocking: true,
    text: 'The source names MySQL (line 31); the database in use is PostgreSQL (pgx) 5.7.4. Which holds?',
    why: 'A second one for the same purpose has to be run, learned and paid for.',
    options: [
      { text: 'Keep to PostgreSQL (pgx) 5.7.4', recommended: true },
      { text: 'Introduce MySQL beside it', recommended: false },
    ],
    evidence: [
      { path: 'prds/team-invites.md', line: 31 },
      { path: 'go.mod', line: 8 },
    ],
    answer: { kind: 'text', questionId: 'Q5', text: 'Keep to PostgreSQL (pgx) 5.7.4' },
  },
];

const questions: readonly QuestionView[] = questionList.map(shown);

const asked = {
  settled: [...settled],
  asking: { ...idle, model: 'gpt-5' },
  notice: null,
  editing: false,
  pointedAt: null,
  path: 'tech-specs/team-invites.answers',
};

const sections: readonly SectionProgress[] = [
  ['summary', 'Summary', 2, 'done'],
  ['goals', 'Goals and non-goals', 2, 'done'],
  ['architecture', 'Architecture', 2, 'done'],
  ['data-model', 'Data model', 3, 'writing'],
  ['api', 'API', 3, 'todo'],
  ['testing', 'Testing', 2, 'todo'],
  ['rollout', 'Rollout', 2, 'todo'],
  ['open-questions', 'Open questions', 2, 'todo'],
].map(([key, heading, level, state]) => ({
  key: String(key),
  heading: String(heading),
  level: Number(level),
  state: state as SectionProgress['state'],
}));

const generate: GenerateState = {
  models: [
    {
      id: 'outline',
      label: 'Outline (no model)',
      detail: 'Fills the template with what is known; everything else becomes an open question.',
      provider: 'outline',
      ready: true,
      problem: null,
    },
    {
      id: 'openai',
      label: 'OpenAI-compatible server',
      detail: 'OpenAI, or a local server that speaks its protocol.',
      provider: 'openai',
      ready: false,
      problem: 'No API key is stored for https://api.openai.com/v1.',
    },
    {
      id: 'editor:any',
      label: 'Model of the editor',
      detail: 'Models that other extensions offer.',
      provider: 'editor',
      ready: false,
      problem: 'The editor offers no model. Sign in to one, then look again.',
    },
  ],
  selectedModel: 'outline',
  openai: { baseUrl: '', modelName: 'gpt-5-mini', hasKey: false },
  output: 'tech-specs/team-invites.md',
  outputProblem: null,
  promptTokens: 0,
  estimate: null,
  phase: 'idle',
  sections: [],
  receivedTokens: 0,
  wait: null,
  elapsed: 0,
  notice: null,
  result: null,
};

function at(step: StepId, change: Partial<WizardState> = {}): WizardState {
  const reached = stepIds.indexOf(step);
  return {
    step,
    steps: stepIds.map((id, index) => ({ id, reachable: index <= reached + 1, complete: index < reached })),
    workspace: 'team-invites',
    trusted: true,
    notice: null,
    existing: null,
    source: {
      candidates: [
        {
          path: 'prds/team-invites.md',
          title: 'Team invitations',
          kind: 'prd',
          reason: 'open in the editor',
        },
        {
          path: 'prds/faster-search.md',
          title: 'Faster search',
          kind: 'initiative',
          reason: 'found in prds/',
        },
        {
          path: 'prds/2025-03-call.txt',
          title: 'Call about billing',
          kind: 'conversation',
          reason: 'found in prds/',
        },
      ],
      selected: 'prds/team-invites.md',
      loading: false,
      notice: null,
      offer: null,
      writing,
      summary: {
        title: 'Team invitations',
        kind: 'prd',
        requirements: [...requirements],
        outOfScope: [{ text: 'Inviting people by text message', line: 92 }],
        unread: [...unread],
        findings: [
          { severity: 'warning', message: 'US-005 has no acceptance criteria.', line: 66 },
          { severity: 'info', message: '“quickly” in US-005 cannot be measured.', line: 68 },
        ],
        corrections: [],
        correctionsPath: null,
      },
    },
    context: {
      loading: false,
      notice: null,
      documents: [...documents],
      withheld: [
        {
          path: 'research/keys.env',
          reason: 'Its name says that it holds a secret; never read into a prompt',
        },
        { path: 'research/private/', reason: 'Ignored by .gitignore' },
      ],
      stack: stackRows,
      project: {
        state: 'ready',
        counts: {
          files: 412,
          symbols: 2190,
          endpoints: 34,
          tables: 11,
          commands: 18,
          packages: 57,
          skipped: 2,
        },
      },
      git: {
        branch: 'main',
        commit: '4be1f0a52c7d9e3f',
        dirty: true,
        userName: 'Maya Lindqvist',
        recent: [
          'Audit log: show the actor of deleted members',
          'Members: leave a team',
          'Move mail into a worker',
        ],
      },
      tokens: 14570,
      budget: { tokens: 60_000, from: 'default' },
    },
    template: {
      items: [
        template('team', 'Team tech spec', true, true, 'tasks/docs/_techspec-template.md'),
        template('feature', 'Feature specification', true, false),
        template('architecture', 'Architecture document', true, false),
        template('rfc', 'Request for comments', false, false),
        template('agent-ready', 'Agent-ready specification', true, false),
      ],
      selected: 'team',
      languages: [
        { id: 'en', name: 'English' },
        { id: 'de', name: 'Deutsch' },
        { id: 'ja', name: '日本語' },
      ],
      language: 'auto',
      spoken: 'English',
      problems: [],
    },
    questions: { items: [...questions], ...asked },
    generate,
    ...change,
  };
}

function template(
  id: string,
  name: string,
  suits: boolean,
  recommended: boolean,
  path: string | null = null,
) {
  const summary =
    'Sections, tasks and checks in the shape that reviewers and coding agents expect of this kind.';
  return {
    id,
    name,
    summary,
    path,
    suits,
    recommended,
    sections: sections.map(({ heading }) => heading),
    mismatches: [],
  };
}

function generating(change: Partial<GenerateState>): WizardState {
  const items = questions.map((question) => ({
    ...question,
    answer: question.answer ?? {
      kind: 'text' as const,
      questionId: question.id,
      text: 'Within 5 seconds of the click',
    },
  }));
  return at('generate', { questions: { items, ...asked }, generate: { ...generate, ...change } });
}

const base = at('source');

const many = {
  requirements: Array.from({ length: 150 }, (_, index) => ({
    id: index % 3 === 0 ? `R-${String(index + 1).padStart(3, '0')}` : `FR-12.${index}`,
    derived: index % 3 === 0,
    kind: index % 4 === 0 ? 'ears' : 'functional',
    title: `When the import of file ${index + 1} fails halfway, the system shall keep every row that was read and say which line stopped it`,
    priority: index % 2 === 0 ? 'P1' : null,
    acceptance: index % 5,
    line: 10 + index * 6,
    text: '',
    added: index % 40 === 7,
    corrected: index % 20 === 3,
    splits: [],
  })),
  unread: Array.from({ length: 40 }, (_, index) => ({
    title: `Background of the imports of area ${index + 1}`,
    line: 900 + index * 10,
    passages: Array.from({ length: 6 }, (__, at) => ({
      line: 902 + index * 10 + at,
      text: `In area ${index + 1} passage ${at + 1} says how imports went until now, and who had to repeat them at night`,
      role: 'background' as const,
      possible: index % 5 === 0 && at === 2,
    })),
  })),
  documents: Array.from({ length: 300 }, (_, index) =>
    doc(
      `docs/very/deeply/nested/folder/rules/rule-${index + 1}.md`,
      ['rule', 'completed-spec', 'research'][index % 3] ?? 'rule',
      `Rule ${index + 1}: naming, layering and error handling of package number ${index + 1}`,
      'globs match the touched files',
      200 + index,
      { truncated: index % 10 === 0, included: index % 7 !== 0 },
    ),
  ),
};

/** A form that was filled in by somebody in a hurry. */
const vague: SourceState['writing'] = {
  ...writing,
  mode: 'initiative',
  initiative: {
    title: 'Clean up the importer',
    problem: 'The code of the importer is messy and hard to work with.',
    whyNow: 'The number of imports has doubled since the release of 3 May.',
    requirements: [
      { statement: 'Imports are fast.', success: 'It feels faster.', priority: 'must' },
      {
        statement: 'A failed import can be repeated.',
        success: 'The test repeats an import 3 times.',
        priority: 'should',
      },
    ],
    constraints: 'No downtime',
    outOfScope: '',
  },
  initiativeTarget: { path: 'initiatives/clean-up-the-importer.md', problem: null },
  weak: [
    {
      field: 'problem',
      requirement: null,
      missing:
        '"messy" is a judgement that nobody could show to be wrong. Give a number, or name what fails: an error, a timeout, a lost record.',
      example:
        'For example: `POST /orders` answers 500 for 2 % of the carts with more than 50 items; the log shows a deadlock on `order_lines`.',
    },
    {
      field: 'success',
      requirement: 0,
      missing:
        'Nobody could tell whether ER-001 is met. Give a number, a test, or what is never or always seen.',
      example: 'For example: the load test with 60 items in each cart ends without a 500.',
    },
  ],
  refused: true,
};

/** Every state worth looking at, by name. The name begins with the step. */
export const scenes: Readonly<Record<string, WizardState>> = {
  source: at('source'),
  'source-empty': at('source', {
    workspace: null,
    source: {
      candidates: [],
      selected: null,
      loading: false,
      notice: null,
      summary: null,
      offer: null,
      writing,
    },
  }),
  'source-loading': at('source', { source: { ...base.source, loading: true, summary: null } }),
  'source-error': at('source', {
    notice: {
      severity: 'warning',
      text: 'This workspace is not trusted: checks work, generation with a model does not.',
      actions: [{ id: 'trust', label: 'Manage Trust' }],
    },
    source: {
      ...base.source,
      summary: null,
      notice: {
        severity: 'error',
        text: 'prds/team-invites.md is a binary file. Export it as Markdown or text and choose that.',
        actions: [
          { id: 'browse', label: 'Choose Another' },
          { id: 'retry', label: 'Read Again' },
        ],
      },
    },
  }),
  'source-many': at('source', {
    source: {
      ...base.source,
      candidates: Array.from({ length: 40 }, (_, index) => ({
        path: `product/areas/area-${index + 1}/requirements/requirements-document.md`,
        title: `Requirements of area ${index + 1}`,
        kind: 'prd' as const,
        reason: 'named like a PRD',
      })),
      selected: 'product/areas/area-2/requirements/requirements-document.md',
      summary: {
        title: 'Requirements of area 2',
        kind: 'prd',
        requirements: many.requirements,
        outOfScope: [],
        unread: many.unread,
        findings: [],
        corrections: [
          { text: 'R-013 merged into R-004', problem: null },
          { text: 'FR-12.22 put out of scope (bought from a vendor)', problem: null },
          { text: 'R-031 titled: Imports go on', problem: 'Applied, though the wording has changed since.' },
          { text: 'FR-12.40 added: Imports are logged', problem: null },
          {
            text: 'R-049 left out: no requirement',
            problem: 'Held back: the requirement says something else by now.',
          },
        ],
        correctionsPath: 'tech-specs/requirements-of-area-2.corrections.json',
      },
    },
  }),
  'source-unread': at('source', {
    source: {
      ...base.source,
      summary: {
        title: 'Team invitations',
        kind: 'prd',
        requirements: [],
        outOfScope: [],
        unread: [...unread],
        findings: [],
        corrections: [],
        correctionsPath: null,
      },
    },
  }),
  'source-initiative': at('source', {
    source: { ...base.source, selected: null, summary: null, writing: vague },
  }),
  'source-paste': at('source', {
    source: {
      ...base.source,
      selected: null,
      summary: null,
      writing: {
        ...writing,
        mode: 'conversation',
        conversation: 'Ana: We need a limit.\nBen: 100 a minute.\nBen: Use [secret removed: GitHub token].',
        takenOut:
          'Taken out of this text, and never saved: GitHub token (line 3). Replace it where it is in use, if others could read the chat.',
      },
    },
  }),
  'source-conversation': at('source', {
    source: {
      ...base.source,
      offer: {
        severity: 'warning',
        text: 'This describes what users of the product see, and the chosen template is made for a PRD. Write the PRD first, choose another template, or say that this is engineering work.',
        actions: [
          { id: 'createPrd', label: 'Create PRD Starter' },
          { id: 'engineeringWork', label: 'This Is Engineering Work' },
        ],
      },
      writing: {
        ...writing,
        conversations: [
          { index: 1, title: 'Limits of the export', messages: 24, selected: true },
          { index: 0, title: 'Holiday photos', messages: 8, selected: false },
        ],
      },
      summary: {
        title: 'Limits of the export',
        kind: 'conversation',
        requirements: requirements.slice(0, 3),
        outOfScope: [],
        unread: [
          {
            title: 'Ben',
            line: 16,
            passages: [
              { line: 16, text: 'I was at the other office all day.', role: 'talk', possible: false },
            ],
          },
        ],
        findings: [],
        corrections: [],
        correctionsPath: null,
        talk: {
          decisions: [{ text: 'Which format? CSV, with a header.', line: 14 }],
          openPoints: [{ text: 'Does the export follow the filter?', line: 20 }],
          superseded: [
            { text: 'Each key should get 100 requests per minute.', line: 8, by: 'US-001' },
            { text: 'We need reminders by SMS.', line: 9, by: null },
          ],
        },
      },
    },
  }),
  context: at('context'),
  'context-many': at('context', {
    context: {
      ...base.context,
      documents: many.documents,
      tokens: 104_850,
      budget: { tokens: 110_000, from: 'model' },
      withheld: Array.from({ length: 40 }, (_, index) => ({
        path: `packages/package-${index + 1}/config/secrets/credentials.json`,
        reason: 'Its name says that it holds a secret; never read into a prompt',
      })),
    },
  }),
  'context-reading': at('context', {
    context: { ...base.context, project: { state: 'reading', counts: null } },
  }),
  'context-stopped': at('context', {
    context: { ...base.context, project: { state: 'stopped', counts: null } },
  }),
  'context-empty': at('context', {
    context: {
      loading: true,
      notice: null,
      documents: [],
      withheld: [],
      stack: [],
      project: { state: 'waiting', counts: null },
      git: null,
      tokens: 0,
      budget: null,
    },
  }),
  template: at('template'),
  'template-problems': at('template', {
    template: {
      ...base.template,
      problems: [
        {
          path: '.tech-spec/templates/broken.md',
          message: 'The front matter has no “name”. Add one.',
          line: 1,
        },
      ],
    },
  }),
  questions: at('questions'),
  'questions-empty': at('questions', {
    questions: { ...asked, items: [], settled: [], path: null, asking: idle },
  }),
  'questions-editing': at('questions', {
    questions: { ...asked, items: [...questions], editing: true, pointedAt: { question: 'Q3', turn: 1 } },
  }),
  'questions-asking': at('questions', {
    questions: {
      ...asked,
      items: [...questions],
      asking: { ...idle, model: 'gpt-5', phase: 'asking', received: 1240 },
      notice: {
        severity: 'error',
        text: 'tech-specs/team-invites.answers/area-security.1b9d0c3e.json:7 cannot be read: it is not JSON. Repair or delete it; until then it is not overwritten, and answers are kept here only.',
        actions: [{ id: 'openAnswers', label: 'Open the File' }],
      },
    },
  }),
  generate: generating({}),
  'generate-second': {
    ...generating({ output: 'tech-specs/team-invites-2.md' }),
    existing: {
      severity: 'info',
      text: 'tech-specs/team-invites.md was made from this source already. Going on here makes a second spec.',
      actions: [
        { id: 'updateSpec', label: 'Update It' },
        { id: 'openSpec', label: 'Open It' },
      ],
    },
  },
  'generate-openai': generating({
    selectedModel: 'openai',
    promptTokens: 12_430,
    estimate: {
      requests: 1,
      counted: false,
      input: { min: 12_430, max: 12_430 },
      cached: 0,
      output: { min: 5200, max: 13_000 },
      cost: { min: '$0.07', max: '$0.13' },
    },
    outputProblem: 'tech-specs/team-invites.md exists already. Choose another name; nothing is overwritten.',
  }),
  'generate-running': generating({
    selectedModel: 'openai',
    phase: 'streaming',
    sections: [...sections],
    receivedTokens: 2310,
    elapsed: 41_000,
  }),
  'generate-waiting': generating({
    selectedModel: 'openai',
    phase: 'starting',
    sections: sections.map((section) => ({ ...section, state: 'todo' as const })),
    wait: { reason: 'rate-limited', seconds: 12, attempt: 2 },
    elapsed: 3000,
  }),
  'generate-repairing': generating({
    selectedModel: 'openai',
    phase: 'repairing',
    sections: sections.map((section) => ({ ...section, state: 'done' as const })),
    receivedTokens: 6120,
    elapsed: 97_000,
  }),
  'generate-repair-waiting': generating({
    selectedModel: 'openai',
    phase: 'repairing',
    sections: sections.map((section) => ({ ...section, state: 'done' as const })),
    receivedTokens: 6120,
    wait: { reason: 'server', seconds: 4, attempt: 3 },
    elapsed: 101_000,
  }),
  'generate-done': generating({
    phase: 'done',
    sections: sections.map((section) => ({ ...section, state: 'done' as const })),
    receivedTokens: 6120,
    elapsed: 93_000,
    result: {
      path: 'tech-specs/team-invites.md',
      actuals: {
        usage: { input: 12_311, cached: 11_904, output: 6870, thoughts: 750 },
        cost: '$0.08',
        chapters: [
          { heading: 'Overview', tokens: 1410 },
          { heading: 'Implementation Tasks', tokens: 4710 },
        ],
      },
      errors: 0,
      warnings: 3,
      listed: { errors: 0, warnings: 3 },
      failing: 0,
      requirements: 6,
      covered: 5,
      outOfScope: 1,
      findings: [
        { severity: 'warning', message: 'Open question OQ-1 is not resolved: Which queue?', line: 96 },
        { severity: 'warning', message: 'Open question OQ-2 is not resolved: Who pays?', line: 97 },
        {
          severity: 'warning',
          message: 'The document has 4210 words, 4000 are the most: cut what the reader does not need.',
          line: 1,
        },
      ],
    },
  }),
  'generate-errors': generating({
    phase: 'done',
    sections: sections.map((section) => ({ ...section, state: 'done' as const })),
    receivedTokens: 6120,
    elapsed: 93_000,
    result: {
      path: 'tech-specs/team-invites.md',
      errors: 2,
      warnings: 0,
      listed: { errors: 2, warnings: 0 },
      failing: 0,
      requirements: 6,
      covered: 5,
      outOfScope: 0,
      findings: [
        { severity: 'error', message: 'No task implements US-004, and it is not out of scope.', line: 41 },
        {
          severity: 'error',
          message: 'Section "Rollout" says nothing yet: fill it in, or put an open question (OQ-n) there.',
          line: 88,
        },
      ],
    },
  }),
  'generate-refused': generating({
    selectedModel: 'openai',
    phase: 'failed',
    sections: [...sections],
    receivedTokens: 2310,
    elapsed: 41_000,
    notice: {
      severity: 'error',
      text: 'https://models.example.com/v1 refused the API key. Set the API key again.',
      actions: [
        { id: 'enterKey', label: 'Set API Key' },
        { id: 'resume', label: 'Resume' },
        { id: 'useOutline', label: 'Use the Outline' },
      ],
    },
    result: {
      path: 'tech-specs/team-invites.md',
      errors: 14,
      warnings: 0,
      listed: { errors: 14, warnings: 0 },
      failing: 3,
      requirements: 14,
      covered: 0,
      outOfScope: 0,
      findings: Array.from({ length: 14 }, (_, index) => ({
        severity: 'error' as const,
        message: `Requirement US-0${String(index + 10)} (Invite a colleague by e-mail) is neither covered nor out of scope.`,
        line: 1,
      })),
    },
  }),
  'generate-failed': generating({
    phase: 'failed',
    sections: [...sections],
    receivedTokens: 2310,
    elapsed: 41_000,
    notice: {
      severity: 'error',
      text: 'The server closed the connection. What it had sent stays in the editor.',
      actions: [
        { id: 'resume', label: 'Continue' },
        { id: 'showLog', label: 'Show Log' },
      ],
    },
  }),
};
