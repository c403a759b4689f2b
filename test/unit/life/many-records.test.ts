import { expect, it } from 'vitest';
import { CheckMemory } from '../../../src/core/checks/check-memory';
import { checkSpecFile, type SpecFileReport } from '../../../src/core/checks/check-spec-file';
import { approvalPath, serialiseApproval } from '../../../src/core/life/approval';
import { anchorAt } from '../../../src/core/life/comments/anchor';
import { commentPath, firstComment, serialiseComment } from '../../../src/core/life/comments/comment-file';
import { RecordMemory } from '../../../src/core/life/read-records';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { InMemoryFiles } from '../in-memory-files';
import { spec as text } from './life-workspace';

const path = 'tech-specs/exports.md';

it('reads three hundred comments and approvals once, not with every keystroke', async () => {
  const at = anchorAt(parseSpec(text), { line: 8, column: 1, endLine: 8, endColumn: 1 });
  const records = Array.from({ length: 300 }, (_, index): readonly (readonly [string, string])[] => {
    const comment = firstComment(at, { text: `Why ${index}?`, name: 'Ada', date: '2026-03-02' });
    const approval = {
      ...{ version: 1 as const, number: index + 1, name: 'Ada', date: '2026-03-02', commit: null, path },
      ...{ sha256: 'a'.repeat(64), text: null },
    };
    return [
      [commentPath(path, comment), serialiseComment(comment)],
      [approvalPath(path, approval), serialiseApproval(approval)],
    ];
  });
  const files = new InMemoryFiles(Object.fromEntries(records.flat()));
  const memory = new CheckMemory();
  const check = (typed: string): Promise<SpecFileReport> =>
    checkSpecFile({ path, text: `${text}${typed}`, files, templates: [], memory });
  const readOf = (): number =>
    files.reads.splice(0).filter((one) => /\.(?:comments|approvals)\//.test(one)).length;
  const first = await check('');
  expect([first.threads.length, first.life.approvals.length, readOf()]).toEqual([300, 300, 600]);
  const next = await check('\nTyped.\n');
  expect([next.threads.length, next.life.approvals.length, readOf()]).toEqual([300, 300, 0]);
  memory.records.forget();
  await check('');
  expect(readOf()).toBe(600);
});

it('does not keep what was being read when it was forgotten', async () => {
  const memory = new RecordMemory();
  let finish = (): void => undefined;
  const slow = memory.of('x.approvals', async () => {
    await new Promise<void>((resolve) => (finish = resolve));
    return [];
  });
  memory.forget();
  const now = [{ path: 'x.approvals/1.json', record: 1 }];
  expect(await memory.of('x.approvals', () => Promise.resolve(now))).toEqual(now);
  finish();
  await slow;
  expect(await memory.of('x.approvals', () => Promise.reject(new Error('It is known.')))).toEqual(now);
});
