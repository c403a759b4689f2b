import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NodeFileSystem } from '../../../src/cli/workspace/node-files';
import { readFeature } from '../../../src/core/workflow/read-feature';
import {
  eventFile,
  featurePath,
  overrideFile,
  serialiseRecord,
  signOffFile,
  verdictFile,
} from '../../../src/core/workflow/records';

let folder = '';
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], {
    ...{ cwd: folder, encoding: 'utf8', stdio: 'pipe' },
  });
const who = (name: string) => ({ version: 1 as const, name, date: '2026-11-02', commit: null });
const hash = 'a'.repeat(64);

type Written = readonly [path: string, text: string];
const signed = (criterion: string, name: string, version = hash): Written => {
  const record = { ...who(name), criterion, artefacts: { 'a.md': version } };
  return [signOffFile('f', record), serialiseRecord(record)];
};
/** As earlier versions named it. */
const signedBefore = (criterion: string, name: string): Written => [
  `.tech-spec/features/f/signoffs/${criterion}.json`,
  signed(criterion, name)[1],
];
const overridden = (gate: string, number: number, name: string): Written => {
  const record = { ...who(name), gate, round: 1, reason: name, criteria: ['gate-1.value'] };
  return [overrideFile('f', number, record), serialiseRecord(record)];
};
const judged = (name: string, verdict: 'go' | 'no-go'): Written => [
  verdictFile('f', 'review', name),
  serialiseRecord({ ...who(name), phase: 'review', verdict, improvements: [], artefacts: { 'a.md': hash } }),
];
const happened = (phase: string, kind: 'start' | 'close', round: number, name = 'Mara'): Written => {
  const record = { ...who(name), phase, kind, round, artefacts: { 'a.md': hash } };
  return [eventFile('f', record), serialiseRecord(record)];
};

/** What two branches write, and whether they merge by themselves. */
const cases: readonly (readonly [
  name: string,
  ours: readonly Written[],
  theirs: readonly Written[],
  merges: boolean,
])[] = [
  ...[
    'gate-1.value',
    'gate-1.feasible',
    'gate-2.security',
    'gate-4.patterns',
    'final.coverage',
    'gate-10.a',
  ].map(
    (other) =>
      [
        `two people sign gate-1.sign-off and ${other}`,
        [signed('gate-1.sign-off', 'Mara')],
        [signed(other, 'Jonas')],
        true,
      ] as const,
  ),
  [
    'one signs many, one signs one',
    ['a', 'b', 'c'].map((id) => signed(id, 'Mara')),
    [signed('d', 'Jonas')],
    true,
  ],
  ['one signs, one overrides', [signed('a', 'Mara')], [overridden('gate-1', 1, 'Jonas')], true],
  ['two override two gates', [overridden('gate-4', 1, 'Mara')], [overridden('gate-5', 1, 'Jonas')], true],
  ['one overrides again, one signs', [overridden('gate-1', 2, 'Mara')], [signed('a', 'Jonas')], true],
  ['two reviewers judge', [judged('Mara', 'go')], [judged('Jonas', 'no-go')], true],
  ['reviewers with like names judge', [judged('Jo Li', 'go')], [judged('Joli', 'go')], true],
  ['one judges, one signs', [judged('Mara', 'go')], [signed('a', 'Jonas')], true],
  [
    'one closes a phase, one signs for the next',
    [happened('design', 'close', 1)],
    [signed('gate-3.risks', 'Jonas')],
    true,
  ],
  ['two close two phases', [happened('design', 'close', 1)], [happened('tasks', 'start', 1)], true],
  [
    'one closes again, one closed before',
    [happened('design', 'close', 2)],
    [happened('design', 'close', 1)],
    true,
  ],
  ['both do the same', [happened('design', 'close', 1)], [happened('design', 'close', 1)], true],
  ['two sign one criterion', [signed('a', 'Mara')], [signed('a', 'Jonas')], true],
  [
    'one person signs two versions of one criterion',
    [signed('a', 'Mara')],
    [signed('a', 'Mara', 'b'.repeat(64))],
    true,
  ],
  [
    'one signs what was signed in the older layout',
    [signedBefore('a', 'Mara')],
    [signed('a', 'Jonas')],
    true,
  ],
  ['two override one gate', [overridden('gate-1', 1, 'Mara')], [overridden('gate-1', 1, 'Jonas')], true],
  ['two close one phase', [happened('design', 'close', 1)], [happened('design', 'close', 1, 'Jonas')], true],
  // The one contradiction: what the reviewer says is for the reviewer to settle.
  ['one reviewer judges twice', [judged('Mara', 'go')], [judged('Mara', 'no-go')], false],
];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tech-spec-merge-'));
  git('init', '-q', '-b', 'main');
  const feature = { ...who('Mara'), workflow: 'staged', title: 'F', source: 'prd.md' };
  write([[featurePath('f'), serialiseRecord(feature)]]);
  git('add', '.');
  git('commit', '-q', '-m', 'start');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(files: readonly Written[]): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Line of the first conflict marker, from 1. */
function conflictLine(path: string): number {
  const lines = readFileSync(join(folder, path), 'utf8').split('\n');
  return lines.findIndex((line) => line.startsWith('<<<<<<<')) + 1;
}

it('has more than twenty cases, of which all but a contradiction merge', () => {
  expect(cases).toHaveLength(23);
  expect(cases.filter(([, , , merges]) => !merges)).toHaveLength(1);
});

it.each(cases)('%s', { timeout: 60_000 }, async (_name, ours, theirs, merges) => {
  git('checkout', '-q', '-f', '-B', 'ours', 'main');
  write(ours);
  git('add', '.');
  git('commit', '-q', '-m', 'ours');
  git('checkout', '-q', '-B', 'theirs', 'main');
  write(theirs);
  git('add', '.');
  git('commit', '-q', '-m', 'theirs');
  let merged = true;
  try {
    git('merge', '-q', '--no-edit', 'ours');
  } catch {
    merged = false;
  }
  expect(merged).toBe(merges);
  const { records, problems } = await readFeature(new NodeFileSystem(folder), 'f');
  const count = new Set([...ours, ...theirs].map(([path]) => path)).size;
  const { signOffs = [], overrides = [], verdicts = [], events = [] } = records ?? {};
  // What did not merge is said to be so at its line, and nothing of it counts.
  expect(signOffs.length + overrides.length + verdicts.length + events.length).toBe(
    merges ? count : count - 1,
  );
  expect(
    problems.map(({ message, line, path }) => [message.includes('conflict markers'), line, path]),
  ).toEqual(merges ? [] : [[true, conflictLine(ours[0]?.[0] ?? ''), ours[0]?.[0]]]);
  if (!merges) git('merge', '--abort');
});
