import type { Random } from '../fuzz/random';

/** Paths that exist, that do not, and that lead out of the workspace. */
const paths: readonly string[] = [
  ...[
    'prds/invites.md',
    'prds/other.md',
    'specs/agent-ready.md',
    'AGENTS.md',
    'initiatives/new.md',
    'a.md',
    'A.MD',
  ],
  ...[
    '',
    ' ',
    '.',
    './a.md',
    'a/./b.md',
    'a//b.md',
    'specs/',
    'a.txt',
    'CON.md',
    'a\u0000.md',
    'a\n.md',
    'x'.repeat(5000),
  ],
  ...[
    '..',
    '../a.md',
    '../../etc/passwd',
    'a/../../b.md',
    '..\\..\\a.md',
    'a\\..\\..\\b.md',
    '/etc/passwd',
    '/a.md',
  ],
  ...[
    'C:\\a.md',
    'c:/a.md',
    '\\\\host\\a.md',
    '~/a.md',
    'file:///etc/passwd',
    'https://a.example/a.md',
    '%2e%2e/a.md',
  ],
  ...[
    'specs/../../a.md',
    '../example/prds/invites.md',
    '....//a.md',
    'a.md/..',
    '\u2024\u2024/a.md',
    '__proto__',
    'constructor.md',
  ],
];

const texts: readonly string[] = [
  ...[
    '',
    ' ',
    'Invites',
    'Because.',
    'R-001',
    'US-001',
    'q',
    '__proto__',
    'constructor',
    'toString',
    '../a',
    'Go 1.24',
  ],
  ...[
    '# A\n\n- **FR-1**: Members invite others.',
    'User: hello\nAssistant: hi',
    '[{"mapping":{}}]',
    '{"messages":[]}',
  ],
  ...[
    '\uD800',
    '\u0000',
    '\u202E',
    '<script>alert(1)</script>',
    '${x}',
    '$&',
    '{0}',
    'sk-abcdefghijklmnopqrstuvwxyz012345',
  ],
  'x'.repeat(20_000),
  '- '.repeat(3000),
];

const numbers: readonly number[] = [0, 1, 2, -1, 1.5, 1e9, 2 ** 53, -0, Number.NaN, Number.POSITIVE_INFINITY];

type Make = (random: Random) => unknown;

const path: Make = (random) => random.pick(paths);
const text: Make = (random) => random.pick(texts);
const index: Make = (random) => random.pick(numbers);
const flag: Make = (random) => random.chance(0.5);
const one =
  (...values: readonly unknown[]): Make =>
  (random) =>
    random.pick(values);
const id = one(
  'q',
  'a',
  'agent-ready',
  'feature',
  'outline',
  'large',
  'editor:x',
  'test',
  'R-001',
  'FR-1',
  '',
  '__proto__',
);
const kind = one('story', 'functional', 'non-functional', 'ears', 'success-criterion', 'other');
const facet = one('languages', 'frameworks', 'databases', 'testCommands', 'migrationFolder', 'modules');
const textOrNull: Make = (random) => (random.chance(0.3) ? null : text(random));

function answer(random: Random): unknown {
  return random.pick([
    { kind: 'text', questionId: id(random), text: text(random) },
    { kind: 'assume', questionId: id(random), text: text(random) },
    { kind: 'defer', questionId: id(random) },
    { kind: 'defer', questionId: id(random), owner: text(random) },
  ]);
}

const wishes: readonly Readonly<Record<string, unknown>>[] = [
  { type: 'merge', ids: (random: Random) => random.several(3, () => id(random)) },
  { type: 'split', id, by: one('criteria', 'sentences', 'lines') },
  { type: 'add', kind, title: text, text },
  { type: 'drop', id, as: one('out-of-scope', 'not-a-requirement'), reason: text },
  { type: 'retype', id, kind },
  { type: 'retitle', id, title: text },
];

/** Every message that the wizard's page can send: its fields with what makes their values. */
const wizardMessages: readonly Readonly<Record<string, unknown>>[] = [
  { type: 'ready', stored: (random: Random) => (random.chance(0.5) ? null : storedInput(random)) },
  { type: 'goTo', step: one('source', 'context', 'template', 'questions', 'generate') },
  { type: 'selectSource', path },
  { type: 'browseSource' },
  { type: 'setKind', kind: one('prd', 'initiative', 'conversation') },
  { type: 'correct', wish: (random: Random) => made(random, random.pick(wishes)) },
  { type: 'undoCorrection', index },
  { type: 'resetCorrections' },
  {
    type: 'toggleDocuments',
    paths: (random: Random) => random.several(4, () => path(random)),
    included: flag,
  },
  { type: 'browseDocument' },
  { type: 'refreshContext' },
  { type: 'editStack', facet, from: textOrNull, to: textOrNull },
  {
    type: 'resetStack',
    facet: (random: Random) => (random.chance(0.3) ? null : facet(random)),
    detected: textOrNull,
  },
  { type: 'readProject' },
  { type: 'stopProject' },
  { type: 'selectTemplate', id },
  { type: 'answer', answer },
  { type: 'clearAnswer', questionId: id },
  { type: 'deferRest' },
  { type: 'askModel' },
  { type: 'stopAsking' },
  { type: 'selectModel', id },
  { type: 'setOpenAi', baseUrl: text, modelName: text },
  { type: 'enterApiKey' },
  { type: 'refreshModels' },
  { type: 'setOutput', path },
  { type: 'generate' },
  { type: 'stop' },
  { type: 'openFile', path, line: index },
  { type: 'openFile', path },
  { type: 'openProblems' },
  {
    type: 'noticeAction',
    id: one(
      ...[
        'openFolder',
        'manageTrust',
        'browseSource',
        'reload',
        'createPrd',
        'engineeringWork',
        'saveSource',
        'retry',
      ],
      ...[
        'modelSettings',
        'enterKey',
        'useOutline',
        'resume',
        'openText',
        'openAnswers:1:../../a.md',
        'openAnswers:x:a',
      ],
    ),
  },
  { type: 'setSourceMode', mode: one('documents', 'initiative', 'conversation') },
  { type: 'editInitiative', field: one('title', 'problem', 'whyNow', 'constraints', 'outOfScope'), text },
  { type: 'editRequirement', index, field: one('statement', 'success'), text },
  { type: 'setPriority', index, priority: one('must', 'should', 'may') },
  { type: 'addRequirement' },
  { type: 'removeRequirement', index },
  { type: 'setInitiativePath', path },
  { type: 'saveInitiative', asItIs: flag },
  { type: 'openInForm' },
  { type: 'newInitiative' },
  { type: 'setConversation', text },
  { type: 'setConversationPath', path },
  { type: 'pasteConversation' },
  { type: 'saveConversation', text },
  { type: 'pickConversation', index },
  { type: 'createPrd' },
  { type: 'close' },
];

/** Those of the coverage view and of the view of metrics. */
const viewMessages: readonly Readonly<Record<string, unknown>>[] = [
  { type: 'ready' },
  { type: 'open', place: (random: Random) => ({ path: path(random), line: index(random) }) },
  { type: 'copyBrief', task: id },
  { type: 'tickTask', task: id, done: (random: Random) => random.pick([true, false]) },
  { type: 'exportCsv' },
];

/** What a page may have stored, so that a reload loses nothing. */
export function storedInput(random: Random): unknown {
  return {
    step: random.pick(['source', 'context', 'template', 'questions', 'generate']),
    source: random.chance(0.7) ? 'prds/invites.md' : null,
    kind: random.chance(0.7) ? null : 'initiative',
    excludedDocuments: random.several(2, () => 'AGENTS.md'),
    includedDocuments: [],
    template: random.chance(0.5) ? null : id(random),
    answers: random.several(3, () => answer(random)),
    asked: random.several(2, () => arbitrary(random, 3)),
    model: random.chance(0.5) ? null : id(random),
    output: random.chance(0.5) ? null : path(random),
    ...(random.chance(0.2) ? { answersOf: path(random) } : {}),
    corrections: random.chance(0.5) ? null : random.several(3, () => arbitrary(random, 3)),
    stackEdits: random.several(2, () => ({
      facet: facet(random),
      detected: textOrNull(random),
      value: textOrNull(random),
    })),
  };
}

function made(random: Random, fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'function' ? (value as Make)(random) : value,
    ]),
  );
}

/** A message that follows the protocol of the wizard, with values that may mean harm. */
export function properMessage(random: Random): unknown {
  return made(random, random.pick(wizardMessages));
}

/** A message that does not follow a protocol, or hardly. */
export function malformedMessage(random: Random): unknown {
  if (random.chance(0.15)) return arbitrary(random, 4);
  const message = made(random, random.pick(random.chance(0.9) ? wizardMessages : viewMessages));
  for (let fault = random.below(3); fault >= 0; fault -= 1) spoil(random, message);
  return message;
}

function spoil(random: Random, message: Record<string, unknown>): void {
  const names = Object.keys(message);
  const name = names.length === 0 ? 'type' : random.pick(names);
  // As own properties, whatever their names.
  const put = (key: string, value: unknown): void => {
    Object.defineProperty(message, key, { value, enumerable: true, configurable: true, writable: true });
  };
  const value = message[name];
  random.pick<() => unknown>([
    () => Reflect.deleteProperty(message, name),
    () => put(name, arbitrary(random, 3)),
    () => put(name, [value]),
    () => put(name, { toString: 'x', length: 1, value }),
    () =>
      put(
        random.pick(['extra', 'type ', 'constructor', 'then', 'toJSON', '__proto__']),
        arbitrary(random, 2),
      ),
    () => put('type', random.pick(['__proto__', 'toString', '', 'GENERATE', 'generate ', 0])),
    () => {
      if (typeof value === 'object' && value !== null && Object.isExtensible(value))
        spoil(random, value as Record<string, unknown>);
    },
  ])();
}

/** Any value that can be sent from a page. */
function arbitrary(random: Random, depth: number): unknown {
  const leaf = random.pick<Make>([
    text,
    path,
    index,
    flag,
    one(
      null,
      undefined,
      10n,
      new Date(Number.NaN),
      new Map([['a', 1]]),
      new Uint8Array(3),
      /a/u,
      new Error('x'),
    ),
  ]);
  if (depth === 0 || random.chance(0.4)) return leaf(random);
  if (random.chance(0.4)) return random.several(4, () => arbitrary(random, depth - 1));
  const entries = random.several(5, () => {
    const name = random.pick([
      'type',
      'path',
      'id',
      'text',
      'answer',
      'kind',
      'wish',
      'constructor',
      'length',
      'then',
      '0',
    ]);
    return [name, arbitrary(random, depth - 1)] as const;
  });
  return random.chance(0.1)
    ? JSON.parse('{"__proto__":{"polluted":true},"type":"ready"}')
    : Object.fromEntries(entries);
}
