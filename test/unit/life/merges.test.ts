import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NodeFileSystem } from '../../../src/cli/node-files';
import { serialiseSignOff, signOffPath } from '../../../src/core/checklist/sign-off';
import { answersPath, parseAnswers, serialiseAnswers } from '../../../src/core/clarify/answers-file';
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
const sign = (item: string, name: string): void =>
  workspace.put(signOffPath(path, item), serialiseSignOff({ version: 1, item, name, date, commit: null }));
const accept = (drift: string): void =>
  workspace.put(
    acceptancePath(path, { id: drift }),
    serialiseAcceptance({ version: 1, drift, is: null, note: 'As it is', name: null, date }),
  );
const answers = (...given: readonly (readonly [string, string])[]): void =>
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
  answers(...asked);
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
  ['one signs, one takes back', () => sign('read', 'Ada'), () => remove(signOffPath(path, 'earlier'))],
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
    const threads = await readThreads(files, path, spec);
    const said = threads.flatMap(({ comments }) => comments).length;
    expect(said).toBe(beside.filter((one) => /comments\/[0-9a-f]+\.\d/u.test(one)).length);
    expect(existsSync(join(workspace.root, answersPath(path)))).toBe(true);
    expect(parseAnswers(workspace.read(answersPath(path)))).toHaveProperty('file');
  });
});
