import type { CoverageRowView, CoverageView, ToCoverageView } from '../../../src/shared/coverage-protocol';

const spec = 'tech-specs/loans.md';
const inSpec = (line: number) => ({ path: spec, line });
const task = (name: string, title: string, line: number, done: boolean) => ({
  ...{ name, title, done, task: name, place: inSpec(line) },
});
const file = (name: string, state: 'found' | 'missing' | 'planned', line = 1) => ({
  ...{ name, state, inCode: state === 'found', differences: [] },
  place: state === 'found' ? { path: name, line } : inSpec(96),
});

const rows: readonly CoverageRowView[] = [
  {
    ...{ id: 'US-001', title: 'Lend a tool', priority: 'High', state: 'covered', reason: null },
    stated: { path: 'prds/loans.md', line: 12 },
    mapped: inSpec(20),
    coveredBy: [
      task('T-001', 'Create the table of loans', 90, true),
      task('T-002', 'Service and endpoints', 98, true),
    ],
    criteria: [
      { name: 'AC-1', text: 'The second is refused.', state: 'tested', place: inSpec(140) },
      { name: 'AC-2', text: 'The lender is told.', state: 'open', place: null },
    ],
    code: [
      { ...file('internal/loans/notify.go', 'missing') },
      {
        ...{
          name: 'loans',
          state: 'deviating',
          inCode: true,
          place: { path: 'migrations/0007_loans.sql', line: 6 },
        },
        differences: [
          'loans.due_at is TIMESTAMPTZ here and timestamp in the migration (migrations/0007_loans.sql:6).',
          'No migration makes an index on loans (tool_id, due_at).',
        ],
      },
      file('migrations/0007_loans.sql', 'found'),
      file('internal/loans/service.go', 'found'),
      file('internal/http/loans.go', 'found'),
      file('internal/http/router.go', 'found', 40),
      file('internal/store/loans.go', 'found'),
    ],
    tests: [
      {
        ...{ name: 'TestLendTwice', state: 'missing', inCode: true },
        place: { path: 'internal/loans/service_test.go', line: 9 },
        differences: [
          'There is no test TestLendTwice: it may be TestLend (internal/loans/service_test.go:9).',
        ],
      },
      {
        name: 'TestReturn',
        state: 'found',
        inCode: true,
        differences: [],
        place: { path: 'a_test.go', line: 3 },
      },
    ],
  },
  {
    ...{ id: 'US-002', title: 'See who has a tool', priority: null, state: 'covered', reason: null },
    stated: { path: 'prds/loans.md', line: 30 },
    mapped: inSpec(21),
    coveredBy: [task('T-003', 'List of loans', 104, false)],
    criteria: [{ name: 'AC-1', text: 'Newest first.', state: 'untested', place: null }],
    code: [file('web/src/loans.tsx', 'planned')],
    tests: [],
  },
  {
    ...{ id: 'US-003', title: 'Remind by mail', priority: null, state: 'out-of-scope', stated: null },
    reason: 'Mail comes with the next release.',
    ...{ mapped: inSpec(22), coveredBy: [], criteria: [], code: [], tests: [] },
  },
  {
    ...{ id: 'NFR-001', title: 'Answers within 200 ms', priority: null, state: 'uncovered', stated: null },
    ...{ reason: null, mapped: null, coveredBy: [], criteria: [], code: [], tests: [] },
  },
  {
    ...{ id: 'SC-001', title: 'Half the tools are lent', priority: null, state: 'measured', stated: null },
    ...{ reason: null, mapped: null, coveredBy: [], criteria: [], code: [], tests: [] },
  },
];
const coverage: CoverageView = {
  path: spec,
  title: 'Tech Spec: Tool loans',
  source: 'prds/loans.md',
  rows: [...rows],
};
/** A workspace of documents alone. */
const withoutCode: CoverageView = {
  ...coverage,
  rows: rows.map((row) => ({ ...row, code: null, tests: null })),
};

/** Stands in for the extension host beside the coverage view; `scene` is `coverage`, `coverage-documents` or `coverage-none`. */
const scene = new URLSearchParams(window.location.search).get('scene');
const shown = scene === 'coverage-none' ? null : scene === 'coverage-documents' ? withoutCode : coverage;
const sent: unknown[] = [];
const post = (message: ToCoverageView): void => window.postMessage(message, '*');

Object.assign(window, {
  sent,
  acquireVsCodeApi: () => ({
    postMessage(message: { readonly type: string }) {
      sent.push(message);
      if (message.type !== 'ready') return;
      post({ type: 'strings', language: 'en', bundle: {} });
      post({ type: 'coverage', coverage: shown });
    },
  }),
});
