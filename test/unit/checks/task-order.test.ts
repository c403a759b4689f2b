import { describe, expect, it } from 'vitest';
import { safeFixes } from '../../../src/core/checks/fixes/safe-fixes';
import { check, edit, fixed, goodSpec, listing } from './builders';

const messages = (text: string): readonly string[] =>
  listing(check({ text }), 'task-order').map((line) => line.replace(/^\S+ /u, ''));

/** The text after the n-th fix of the first finding of task-order. */
const mended = (text: string, nth = 0): string => {
  const report = check({ text });
  const [finding] = report.findings.filter((found) => found.check === 'task-order');
  if (finding === undefined) throw new Error('no finding');
  return fixed(text, report, finding, nth);
};

describe('task-order', () => {
  const swapped = goodSpec
    .replaceAll('T-001', 'T-00x')
    .replaceAll('T-002', 'T-001')
    .replaceAll('T-00x', 'T-002');

  it('asks for numbers in the order of the tasks and gives them out anew wherever they stand', () => {
    expect(messages(swapped)).toEqual([
      'warning 35:5 Task T-001 stands behind T-002: number the tasks in the order in which they are done.',
    ]);
    expect(mended(swapped)).toBe(goodSpec);
  });

  it('does not number anew unasked: issues and commits name tasks by their numbers', () => {
    const report = check({ text: swapped });
    const findings = report.findings.filter((found) => found.check === 'task-order');
    expect(findings.flatMap((finding) => report.fixesOf(finding)).map(({ safe }) => safe)).toEqual([false]);
    expect(safeFixes(report).edits).toEqual([]);
  });

  it('takes a task with the next number at the end of its phase for added later', () => {
    const task = /- \*\*T-002:[\s\S]*?Dependencies:_ T-001\n/u.exec(goodSpec)?.[0] ?? '';
    const added = (id: string, needs: string): string =>
      task.replace('T-002', id).replace('Dependencies:_ T-001', `Dependencies:_ ${needs}`);
    const first = edit(goodSpec, '_Dependencies:_ None\n', `_Dependencies:_ None\n${added('T-003', 'None')}`);
    expect(messages(first)).toEqual([]);
    const second = edit(first, task, task + added('T-004', 'T-003'));
    expect(messages(second)).toEqual([]);
    expect(messages(edit(first, task, added('T-004', 'T-003') + task))).toEqual([
      expect.stringContaining('Task T-002 stands behind T-004'),
    ]);
    const before = edit(goodSpec, '- **T-001', `${added('T-003', 'None')}- **T-001`);
    expect(messages(before)).toEqual([expect.stringContaining('Task T-001 stands behind T-003')]);
  });

  it('knows that a task may be a heading of its phase', () => {
    const spec = (...ids: readonly string[]): string =>
      `# Spec\n\n## 2. Implementation Tasks\n\n${ids.map((id) => `### ${id}: Work\n\n**Implements:** US-001\n`).join('\n')}`;
    expect(messages(spec('T-001', 'T-002'))).toEqual([]);
    expect(messages(spec('T-002', 'T-001'))).toEqual([expect.stringContaining('T-001 stands behind T-002')]);
  });

  it('does not number anew where a range would span other tasks', () => {
    const text = edit(swapped, '| T-002, T-001 |', '| T-001..T-002 |');
    expect(check({ text }).findings.find(({ check: id }) => id === 'task-order')?.fixable).toBe(false);
  });

  it('leaves numbers alone that have a letter or several parts', () => {
    expect(messages(goodSpec.replaceAll('T-001', 'T-002b'))).toEqual([]);
  });

  it('takes a dependency out of its list, the last one leaving "None"', () => {
    const one = edit(goodSpec, '_Dependencies:_ None', '_Dependencies:_ T-002');
    expect(mended(one)).toBe(goodSpec);
    const two = edit(goodSpec, '_Dependencies:_ T-001', '_Dependencies:_ T-001, T-002');
    expect(mended(two)).toBe(goodSpec);
    const front = edit(goodSpec, '_Dependencies:_ T-001', '_Dependencies:_ T-009, T-001');
    expect(mended(front)).toBe(goodSpec);
  });

  it('settles only a dependency on itself unasked', () => {
    const safe = (text: string): readonly boolean[] => {
      const report = check({ text });
      return report.findings.flatMap((finding) => report.fixesOf(finding).map((fix) => fix.safe));
    };
    expect(safe(edit(goodSpec, '_Dependencies:_ None', '_Dependencies:_ T-002'))).toEqual([false]);
    expect(safe(edit(goodSpec, '_Dependencies:_ None', '_Dependencies:_ T-001'))).toEqual([true]);
  });

  it('knows that ids may go on from another document', () => {
    const text = goodSpec
      .replaceAll('T-00', 'T-01')
      .replace('_Dependencies:_ None', '_Dependencies:_ T-003, T-099');
    expect(messages(text)).toEqual([
      'warning 31:21 Task T-011 depends on T-003, which another document must define: this one begins with a later number.',
      'error 31:28 Task T-011 depends on T-099, which is no task of this spec.',
    ]);
  });

  it('knows dependencies of tasks with numbers', () => {
    const text = `## 2. Implementation Tasks

- [ ] 1. Group
  - [ ] 1.1 First
    - _Dependencies:_ 1.2
  - [ ] 1.2 Second
    - _Dependencies:_ 1.1, 1.3
`;
    expect(messages(text)).toEqual([
      'error 5:23 Task 1.1 depends on 1.2, which comes later: reorder them or drop the dependency.',
      'error 7:28 Task 1.2 depends on 1.3, which is no task of this spec.',
    ]);
  });
});
