import type { Random } from './random';

/** Tags of code blocks: those that have a parser, and some that have none. */
const tags = [
  ...['sql', 'postgresql', 'json', 'jsonc', 'yaml', 'openapi', 'mermaid', 'protobuf', 'graphql', 'go', 'ts'],
  ...[
    'tsx',
    'python',
    'java',
    'rust',
    'csharp',
    'kotlin',
    'bash',
    'text',
    '',
    'SQL {.x}',
    'c#',
    'js title="a"',
  ],
];

/** What means something to one of those parsers. */
const code: readonly string[] = [
  'CREATE TABLE a (id bigint PRIMARY KEY, b text NOT NULL REFERENCES c(id));',
  'ALTER TABLE a ADD COLUMN b int DEFAULT 0;\nDROP TABLE a;',
  "INSERT INTO a VALUES ('x''y', $1, $$z$$);",
  '{"a": [1, 2.5e3, null, {"b": "\\ud800"}], "openapi": "3.1.0", "paths": {}}',
  '{ "a": 1, // note\n  "a": ..., }',
  'openapi: 3.1.0\npaths:\n  /a/{id}:\n    get:\n      responses:\n        "200": { description: ok }',
  'a: &x [1, *x]\n<<: *x\nb: |\n  text\n c: d',
  'graph TD\n  A[One] -->|two| B{Three}\n  subgraph s\n  B --> C\n  end',
  'sequenceDiagram\n  participant A\n  A->>B: hello\n  Note over A,B: x\n  loop y\n  B-->>A: z\n  end',
  'erDiagram\n  A ||--o{ B : has\n  A {\n    int id PK\n  }',
  'stateDiagram-v2\n  [*] --> A\n  A --> [*]: end',
  'syntax = "proto3";\nmessage A { string b = 1; repeated C d = 2; oneof e { int32 f = 3; } }',
  'type A { b(c: Int = 1): [C!]! }\nextend type Query { a: A }\nquery { a { b } }',
  'type A struct {\n\tB string `json:"b,omitempty"`\n\tC *D\n}\nfunc (a *A) E(ctx context.Context) (F, error)',
  'interface A<T extends B> { readonly c?: T[]; d(e: string): Promise<void> }\ntype F = { [K in keyof A]: A[K] };',
  'export const A: React.FC<{ b: string }> = ({ b }) => <div>{b}</div>;',
  '@dataclass(frozen=True)\nclass A(B):\n    c: list[str] | None = None\n    async def d(self, *, e: int = 1) -> "F": ...',
  'public sealed interface A<T> permits B { @NotNull List<? extends T> c(int... d) throws E; }\nrecord B(int x) implements A<B> {}',
  "#[derive(Debug)]\npub struct A<'a> { pub b: Option<&'a str> }\nimpl<T: B> C for A<T> where T: D { fn e(&self) -> Result<(), F>; }",
  'public record A(string B, int? C = null) : D;\ninterface E { Task<F> GAsync(CancellationToken t = default); }',
  'data class A(val b: String, val c: Int? = null) : D by e\nsuspend fun <T> f(g: (T) -> Unit): Flow<T>',
  ...['```', '{{{', '/* */ // -- #', '...', '\u0000', '\\', '"', "'", '<<<<<<< HEAD', '\t\t'],
];

/** Words, ids, marks: what stands within a line. */
const words: readonly string[] = [
  ...[
    'the',
    'invitation',
    'is sent',
    'TBD',
    'TODO: decide',
    '???',
    '…',
    'None',
    'N/A',
    'not yet',
    'as needed',
  ],
  ...[
    'US-001',
    'FR-2',
    'NFR-003',
    'FR-1~2',
    'AC-2',
    'US-001.AC-2',
    'T-001',
    'T-999',
    'T-1 to T-4',
    'OQ-1',
    'ER-004',
  ],
  ...[
    'R-007',
    'P1',
    'G-1',
    'FR-1, FR-2 and FR-3',
    'FR-1–FR-9',
    'T-1..3',
    'US-XXX',
    '[Name]',
    '{{title}}',
    '{#tasks}',
  ],
  ...[
    '`internal/members/service.go`',
    '`GET /api/v1/members/{id}`',
    '`npm test -- a`',
    '`go test ./...`',
    '`members`',
  ],
  ...[
    '`../../etc/passwd`',
    '`/abs/path.md`',
    '`C:\\a.ts`',
    '`a.ts:12`',
    '`POST`',
    '``a ` b``',
    '`',
    '``',
    '`Foo.bar()`',
  ],
  ...[
    '[PRD](../prds/team-invites.md)',
    '[x](#a)',
    '![i](j "k")',
    '[ref]',
    '[^1]',
    '[a](<b c>)',
    '[](',
    '<https://a.example>',
  ],
  ...[
    '**bold**',
    '_em_',
    '***',
    '~~gone~~',
    '**open',
    '__a_b__',
    '<b>',
    '</div>',
    '<!-- c -->',
    '<!--',
    '-->',
    '&lt;',
    '&#0;',
  ],
  ...[
    '200 ms',
    '99.9 %',
    '10 MB',
    '30 days',
    '400',
    '404 Not Found',
    '`409`',
    'v1.2.3',
    '2026-01-31',
    '1e400',
    '-0',
  ],
  ...[
    '需求',
    '用户可以邀请成员。',
    '第三章',
    'タスク',
    'チームに招待する',
    '멤버',
    'العضو',
    'דרישה',
    '\u202Eabc\u202C',
    '\u2066x\u2069',
  ],
  ...[
    '\uD800',
    '\uDC00',
    '\uDBFF\uDBFF',
    '👩‍👩‍👧‍👦',
    '🇦🇹',
    'e\u0301',
    'ﬁ',
    'İ',
    'ß',
    'ẞ',
    '\u200B',
    '\uFEFF',
    '\u00AD',
    '\u2028',
    '\u2029',
  ],
  ...[
    '\u0000',
    '\u0007',
    '\u001B[31m',
    '\u007F',
    '\u0085',
    '\u00A0',
    '\u3000',
    '\v',
    '\f',
    '\\',
    '\\|',
    '|',
    '::',
    '→',
    '--',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '$&',
    '$1',
    '{0}',
    '%s',
    '${x}',
    '(?=a)',
    '[a-',
    '*+?',
  ],
];

const sections: readonly string[] = [
  ...[
    '1. Overview',
    'Overview',
    'Summary',
    'Requirement Mapping',
    'Requirement-to-Task Mapping',
    'Out of Scope',
  ],
  ...[
    '2. Architecture & Design Decisions',
    'Key Decisions',
    '3. Data Model',
    'Migrations',
    '4. API Design',
    'Endpoints',
  ],
  ...[
    '5. Testing Strategy',
    '6. Implementation Tasks',
    'Implementation Tasks',
    'File Plan',
    '7. Open Questions',
    'Risks',
  ],
  ...[
    '8. Rollout',
    'Monitoring',
    'Checklist',
    'Review Checklist',
    'Appendix',
    'Completed Specs Reviewed',
    'Rules',
    'Goals',
  ],
  ...[
    'Non-Goals',
    'Alternatives',
    'Components',
    'T-001: Do it',
    'OQ-1: Who?',
    'US-001: Invite',
    'GET /a',
    '概述',
    'الملخص',
    '',
  ],
];

const labels: readonly string[] = [
  ...['Status', 'Author', 'Date', 'Last updated', 'Type', 'PRD', 'Source', 'Version', 'Problem', 'Why now'],
  ...[
    'Implements',
    'Files',
    'Done condition',
    'Dependencies',
    'Description',
    'Verification',
    'Tests',
    'Phase',
    'Estimate',
  ],
  ...[
    'Decision',
    'Owner',
    'Request',
    'Response',
    'Errors',
    'Auth',
    'Responsibility',
    'Interface',
    'Payload',
    '状态',
    'الحالة',
  ],
];

const columns: readonly string[] = [
  ...[
    'Req ID',
    'Requirement',
    'Implementing Tasks',
    'Success Criteria',
    'Priority',
    'File',
    'Action',
    'Status',
    'Decision',
  ],
  ...[
    'Alternatives Considered',
    'Rationale',
    'Rule',
    'How',
    'Column',
    'Type',
    'Constraints',
    'Code',
    'When',
    'Error',
    'Metric',
  ],
  ...['Threshold', 'Test', 'Covers', 'Risk', 'Mitigation', 'Setting', 'Default', 'Event', 'Field', '', '列'],
];

/** Some words of everything that means something in a line. */
export function phrase(random: Random, most = 8): string {
  return random.several(most, () => random.pick(words)).join(random.chance(0.9) ? ' ' : '');
}

/** One block of a document: a heading, a table, a task, code and whatever else has a notation. */
export function block(random: Random): string {
  return random.pick(blocks)(random);
}

const blocks: readonly ((random: Random) => string)[] = [
  (random) => `${'#'.repeat(1 + random.below(random.chance(0.9) ? 4 : 9))} ${random.pick(sections)}`,
  (random) => `${'#'.repeat(1 + random.below(4))} ${phrase(random)}`,
  (random) => `## ${random.pick(sections)} {#${random.pick(['tasks', 'a b', 'overview', ''])}}`,
  (random) => `${phrase(random)}\n${random.pick(['===', '---', '='])}`,
  (random) => phrase(random, 20),
  (random) => phrase(random, 20),
  (random) =>
    `**${random.pick(labels)}${random.pick([':** ', '**: ', '**:', ':**', '** '])}${phrase(random)}`,
  (random) => random.several(5, () => listItem(random)).join('\n'),
  (random) => random.several(5, () => listItem(random)).join('\n'),
  task,
  task,
  (random) => `- **OQ-${random.below(4)}:** ${phrase(random)}`,
  (random) => `- [${random.pick([' ', 'x', 'X', '', '-'])}] ${phrase(random)}`,
  table,
  table,
  fence,
  fence,
  (random) => `${random.pick(['> ', '> > ', '>'])}${block(random).replaceAll('\n', '\n> ')}`,
  (random) => `    ${random.pick(code).replaceAll('\n', '\n    ')}`,
  (random) =>
    random.pick([
      '---',
      '***',
      '<!-- a\n\nb -->',
      '<div>\n\n## In\n\n</div>',
      '[a]: b.md "c"',
      '[^1]: note',
      '<table>',
    ]),
  nested,
];

function listItem(random: Random): string {
  const indent = ' '.repeat(random.pick([0, 0, 0, 2, 3, 4, 8]));
  return `${indent}${random.pick(['- ', '* ', '+ ', '1. ', '12) ', '-', '-\t'])}${phrase(random)}`;
}

function task(random: Random): string {
  const id = `T-${random.pick(['001', '002', '003', '1', '01', 'x', ''])}`;
  const head = random.pick([
    `- **${id}:** ${phrase(random, 3)}`,
    `- [ ] **${id} ${phrase(random, 3)}:** ${phrase(random, 2)}`,
    `### ${id}: ${phrase(random, 3)}`,
    `- [x] ${id} ${phrase(random, 3)}`,
    `1. ${id}`,
  ]);
  const mark = random.pick(['_', '**', '*', '']);
  const fields = random.several(6, () => `  - ${mark}${random.pick(labels)}:${mark} ${phrase(random, 4)}`);
  return [head, ...fields].join('\n');
}

function table(random: Random): string {
  const width = 1 + random.below(5);
  const row = (cell: () => string): string =>
    `| ${Array.from({ length: width + (random.chance(0.1) ? 1 : 0) }, cell).join(' | ')} |`;
  return [
    row(() => random.pick(columns)),
    random.chance(0.95) ? row(() => random.pick(['---', ':-:', '-', '--:'])) : '',
    ...random.several(5, () => row(() => phrase(random, 4))),
  ].join('\n');
}

function fence(random: Random): string {
  const mark = random.pick(['```', '```', '```', '~~~', '````']);
  const indent = random.pick(['', '', '', '  ', '   ']);
  const body = random.several(3, () => random.pick(code)).join('\n');
  const end = random.chance(0.9) ? mark : '';
  return `${mark}${random.pick(tags)}\n${body}\n${end}`.replaceAll(/^/gmu, indent);
}

function nested(random: Random): string {
  const depth = 2 + random.below(random.chance(0.05) ? 300 : 12);
  return random.pick([
    () => `${'> '.repeat(depth)}x`,
    () => Array.from({ length: depth }, (_, at) => `${' '.repeat(2 * at)}- x`).join('\n'),
    () => `${'['.repeat(depth)}x${']'.repeat(depth)}`,
    () => `${'[a]('.repeat(depth)}`,
    () => `${'*a _b '.repeat(depth)}`,
    () => `${'<div><!-- '.repeat(depth)}`,
    () => `\`\`\`json\n${'[{"a":'.repeat(depth)}\n\`\`\``,
    () => `\`\`\`yaml\n${Array.from({ length: depth }, (_, at) => `${' '.repeat(at)}a:`).join('\n')}\n\`\`\``,
    () => `\`\`\`ts\ntype A = ${'Array<'.repeat(depth)}\n\`\`\``,
    () => `\`\`\`sql\nSELECT ${'('.repeat(depth)}1\n\`\`\``,
  ])();
}

/** What stands before a document: good, bad and mean. */
export function frontMatter(random: Random): string {
  const lines = random.several(6, () =>
    random.pick([
      `status: ${phrase(random, 2)}`,
      'template: agent-ready',
      'tech-spec: true',
      'type: prd',
      'kind: conversation',
      'a: [1, {b: c}]',
      '__proto__: { polluted: yes }',
      'a: &a [*a]',
      'title: "unfinished',
      '- list',
      'constructor: x',
      'date: 2026-13-45',
      phrase(random, 4),
    ]),
  );
  return ['---', ...lines, random.chance(0.9) ? '---' : ''].join('\n');
}

/** Characters that Markdown and parsers look at, in any order. */
export function noise(random: Random, length: number): string {
  const characters =
    '#-*+_`~|[](){}<>!&\\:;.,"\'=/ \t\n\n\n0123abcTUSFR-\r\u0000\uD83D\uDE00\u4E00\u05D0\u200F';
  let text = '';
  for (let at = 0; at < length; at += 1) text += characters.charAt(random.below(characters.length));
  return text;
}
