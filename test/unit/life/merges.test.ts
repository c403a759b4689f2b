import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NodeFileSystem } from '../../../src/cli/workspace/node-files';
import { serialiseSignOff, signOffPath, type SignOff } from '../../../src/core/checklist/sign-off';
import { answersPath, serialiseAnswers } from '../../../src/core/clarify/answers-file';
import {
  answeredSpec,
  answerPath,
  answerWrites,
  joinAnswers,
  readKeptAnswers,
} from '../../../src/core/clarify/kept-answers';
import type { Answer } from '../../../src/core/clarify/question';
import { acceptancePath, serialiseAcceptance } from '../../../src/core/drift/acceptance';
import { approvalPath, serialiseApproval, type Approval } from '../../../src/core/life/approval';
import { anchorAt } from '../../../src/core/life/comments/anchor';
import {
  commentPath,
  firstComment,
  reply,
  serialiseComment,
  type CommentFile,
  type ResolvedFile,
  type ReviewFile,
} from '../../../src/core/life/comments/comment-file';
import { readThreads } from '../../../src/core/life/comments/threads';
import { readApprovals } from '../../../src/core/life/read-records';
import { readLife } from '../../../src/core/life/spec-life';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { LifeWorkspace, spec as specText } from './life-workspace';

const path = 'tech-specs/exports.md';
const date = '2026-03-02';
const spec = parseSpec(specText);
let workspace: LifeWorkspace;
let base = '';

const approve = (name: string, sha256 = 'a'.repeat(64)): void => {
  const approval: Approval = {
    ...{ version: 1, number: 1, name, date, commit: null, path, sha256, text: null },
  };
  workspace.put(approvalPath(path, approval), serialiseApproval(approval));
};
const write = (file: ReviewFile): void => workspace.put(commentPath(path, file), serialiseComment(file));
const remove = (file: string): void => rmSync(join(workspace.root, file));
const said = (text: string, name: string): Pick<CommentFile, 'text' | 'name' | 'date'> => ({
  text,
  name,
  date,
});
const open = (text: string, name: string, line: number): CommentFile =>
  firstComment(anchorAt(spec, { line, column: 1, endLine: line, endColumn: 1 }), said(text, name));
const first = open('Why a file?', 'Ada', 8);
const second = reply({ id: first.thread, comments: [first] }, said('For the auditors.', 'Ben'));
const settled: ResolvedFile = { version: 1, thread: first.thread, resolved: true, name: 'Ada', date };
const answer = (text: string, name: string): void =>
  write(reply({ id: first.thread, comments: [first, second] }, said(text, name)));
const earlier: SignOff = { version: 1, item: 'earlier', name: 'Eve', date, commit: null };
const sign = (item: string, name: string): void => {
  const signOff = { ...earlier, item, name };
  workspace.put(signOffPath(path, signOff), serialiseSignOff(signOff));
};
const accept = (drift: string): void =>
  workspace.put(
    acceptancePath(path, { id: drift }),
    serialiseAcceptance({ version: 1, drift, is: null, note: 'As it is', name: null, date }),
  );
const answers = (...given: readonly (readonly [string, string])[]): void => {
  const file = {
    ...{ version: 1 as const, source: 'prds/exports.md', asked: [] },
    answers: given.map(([questionId, text]): Answer => ({ questionId, kind: 'text', text })),
  };
  const there = [...workspace.files()].filter((one) => answeredSpec(one) === 'tech-specs/exports');
  const kept = joinAnswers(new Map(there.map((one) => [one, workspace.read(one)])));
  for (const { path: to, text } of answerWrites(path, kept, file, []))
    if (text === null) remove(to);
    else workspace.put(to, text);
};
/** As earlier versions kept them: all in one file. */
const answersBefore = (...given: readonly (readonly [string, string])[]): void =>
  workspace.put(
    answersPath(path),
    serialiseAnswers(
      {
        ...{ version: 1, source: 'prds/exports.md', asked: [] },
        answers: given.map(([questionId, text]): Answer => ({ questionId, kind: 'text', text })),
      },
      [],
    ),
  );
const asked = [
  ['audit', 'Yes'],
  ['limits', 'One a day'],
  ['storage', 'Seven days'],
] as const;

beforeAll(() => {
  workspace = new LifeWorkspace();
  for (const file of [first, second, settled]) write(file);
  sign('earlier', 'Eve');
  answersBefore(...asked);
  workspace.commit('review begins');
  base = workspace.git('rev-parse', 'HEAD').trim();
});
afterAll(() => workspace.remove());

/** Both done on branches of their own, and merged. */
const cases: readonly (readonly [string, () => void, () => void])[] = [
  ['two people approve one text', () => approve('Ada'), () => approve('Ben')],
  ['two texts are approved', () => approve('Ada'), () => approve('Ada', 'b'.repeat(64))],
  ['one approves and one comments', () => approve('Ada'), () => write(open('Late', 'Ben', 12))],
  ['one approves and one reopens a thread', () => approve('Ada'), () => remove(commentPath(path, settled))],
  ['two comment at two places', () => write(open('One', 'Ada', 8)), () => write(open('Two', 'Ben', 12))],
  ['two comment at one place', () => write(open('One', 'Ada', 8)), () => write(open('Two', 'Ben', 8))],
  ['two say the same', () => write(open('One', 'Ada', 8)), () => write(open('One', 'Ada', 8))],
  ['two reply to one comment', () => answer('Yes', 'Ada'), () => answer('No', 'Ben')],
  ['one replies, one settles', () => answer('Yes', 'Cy'), () => write({ ...settled, name: 'Ben' })],
  ['two settle', () => write({ ...settled, name: 'Ben' }), () => write({ ...settled, name: 'Cy' })],
  ['one settles on both', () => write({ ...settled, name: 'Ben' }), () => write({ ...settled, name: 'Ben' })],
  [
    'two edit what each said in one thread',
    () => write({ ...first, text: 'Why this file?' }),
    () => write({ ...second, text: 'For two auditors.' }),
  ],
  ['one edits, one replies', () => write({ ...first, text: 'Why?' }), () => answer('See above', 'Ben')],
  ['one deletes a reply, one replies', () => remove(commentPath(path, second)), () => answer('Yes', 'Cy')],
  ['one reopens, one replies', () => remove(commentPath(path, settled)), () => answer('Wait', 'Ben')],
  ['two sign two items', () => sign('read', 'Ada'), () => sign('errors', 'Ben')],
  ['one signs, one takes back', () => sign('read', 'Ada'), () => remove(signOffPath(path, earlier))],
  ['two accept two drifts', () => accept('document:A.md'), () => accept('document:B.md')],
  [
    'two change two answers',
    () => answers(['audit', 'No'], ['limits', 'One a day'], ['storage', 'Seven days']),
    () => answers(['audit', 'Yes'], ['limits', 'One a day'], ['storage', 'A month']),
  ],
  [
    'two answer two questions',
    () => answers(['errors', 'Mail'], ...asked),
    () => answers(...asked, ['quota', 'None']),
  ],
  [
    'two answer two questions that stand next to each other',
    () => answers(...asked, ['quota', 'None']),
    () => answers(...asked, ['retention', 'A year']),
  ],
  [
    'two answer two questions each, in between',
    () => answers(...asked, ['errors', 'Mail'], ['formats', 'CSV']),
    () => answers(...asked, ['extent', 'All'], ['filters', 'None']),
  ],
  [
    'one takes back what the other has not touched',
    () => answers(['audit', 'Yes'], ['storage', 'Seven days']),
    () => answers(...asked, ['quota', 'None']),
  ],
  [
    'two answer one question alike',
    () => answers(...asked, ['quota', '3']),
    () => answers(...asked, ['quota', '3']),
  ],
  ['two sign one item', () => sign('read', 'Ada'), () => sign('read', 'Ben')],
  [
    'one signs an item, another takes back who signed it before',
    () => sign('earlier', 'Ada'),
    () => remove(signOffPath(path, { ...earlier, name: 'Eve' })),
  ],
  ['one answers and one signs', () => answers(...asked, ['quota', 'None']), () => sign('read', 'Ada')],
  ['one approves and one signs', () => approve('Ada'), () => sign('read', 'Ben')],
];

describe('what two branches write beside a spec', () => {
  it.each(cases)('merges without conflict where %s', async (_, ours, theirs) => {
    const on = (branch: string, change: () => void): void => {
      workspace.git('checkout', '-q', '-B', branch, base);
      change();
      workspace.commit(branch);
    };
    on('theirs', theirs);
    on('ours', ours);
    expect(() => workspace.git('merge', '-q', '--no-edit', 'theirs')).not.toThrow();
    const files = new NodeFileSystem(workspace.root);
    // What is there can be read, every file of it.
    const beside = workspace.git('ls-files', 'tech-specs').split('\n');
    const count = (folder: string): number =>
      beside.filter((one) => one.includes(`exports.${folder}/`)).length;
    expect(await readApprovals(files, path)).toHaveLength(count('approvals'));
    const threads = await readThreads(files, [path], spec);
    const said = threads.flatMap(({ comments }) => comments).length;
    expect(said).toBe(beside.filter((one) => /comments\/[0-9a-f]+\.\d/u.test(one)).length);
    const kept = await readKeptAnswers(files, path);
    expect(kept?.problems).toEqual([]);
    expect(kept?.texts.size).toBe(beside.filter((one) => answeredSpec(one) !== null).length);
  });

  it('reports two different answers to one question at the line of the conflict, and destroys neither', async () => {
    for (const [branch, text] of [
      ['theirs', 'A hundred'],
      ['ours', 'None'],
    ] as const) {
      workspace.git('checkout', '-q', '-B', branch, base);
      answers(...asked, ['quota', text]);
      workspace.commit(branch);
    }
    expect(() => workspace.git('merge', '-q', '--no-edit', 'theirs')).toThrow();
    const kept = await readKeptAnswers(new NodeFileSystem(workspace.root), path);
    const file = answerPath(path, 'quota');
    const line =
      workspace
        .read(file)
        .split('\n')
        .findIndex((one) => one.startsWith('<<<<<<<')) + 1;
    expect(kept?.problems).toEqual([{ path: file, error: 'it holds an unresolved merge conflict', line }]);
    expect(kept?.answers.map(({ questionId }) => questionId)).toEqual(['audit', 'limits', 'storage']);
    const conflict = workspace.read(file);
    answers(...asked, ['errors', 'Mail'], ['quota', 'Seven']);
    expect(workspace.read(file)).toBe(conflict);
    workspace.git('merge', '--abort');
    workspace.git('clean', '-fdq');
  });

  const mergedWith = (ours: () => void, theirs: () => void): (() => void) => {
    workspace.git('checkout', '-q', '-B', 'theirs', base);
    theirs();
    workspace.commit('theirs');
    workspace.git('checkout', '-q', '-B', 'ours', base);
    ours();
    workspace.commit('ours');
    return () => void workspace.git('merge', '-q', '--no-edit', 'theirs');
  };
  const moved = 'tech-specs/completed/exports.md';
  const move = (...endings: readonly string[]): void => {
    mkdirSync(join(workspace.root, 'tech-specs/completed'));
    for (const ending of ['md', 'answers.json', 'signoffs', ...endings])
      workspace.git('mv', `tech-specs/exports.${ending}`, 'tech-specs/completed/');
  };
  const saidOfMoved = async (): Promise<readonly string[]> => {
    const files = new NodeFileSystem(workspace.root);
    const { former } = await readLife(files, moved, spec, null);
    const threads = await readThreads(files, [moved, ...former], spec);
    return threads.flatMap(({ comments }) => comments.map(({ text }) => text));
  };

  it('brings a comment of one branch to the spec that the other has moved', async () => {
    // Of a folder that moved, git says where it has put what is new in it, and waits for a word.
    const merge = mergedWith(
      () => move('comments'),
      () => write(open('Late', 'Ben', 12)),
    );
    expect(merge).toThrow();
    workspace.commit('merged');
    expect(await saidOfMoved()).toContain('Late');
  });

  it('finds the first comment of a spec where it lay before, if the other branch has moved it', async () => {
    workspace.git('checkout', '-q', '-B', 'plain', base);
    workspace.git('rm', '-rq', 'tech-specs/exports.comments');
    workspace.commit('no comment yet');
    const before = base;
    base = workspace.git('rev-parse', 'HEAD').trim();
    try {
      const late = open('First of all', 'Ben', 12);
      mergedWith(move, () => write(late))();
      expect(await saidOfMoved()).toEqual(['First of all']);
      // Whoever edits it writes it where the spec lies now; that holds.
      workspace.put(commentPath(moved, late), serialiseComment({ ...late, text: 'Edited' }));
      expect(await saidOfMoved()).toEqual(['Edited']);
    } finally {
      base = before;
    }
  });
});
