import { describe, expect, it } from 'vitest';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { plannedTasks, readEstimate, type PlannedTask } from '../../../src/core/workflow/estimate';
import { scheduleTasks } from '../../../src/core/workflow/schedule';
import { scheduleReport } from '../../../src/core/workflow/schedule-report';

const task = (id: string, estimate: number | null, ...dependencies: readonly string[]): PlannedTask => ({
  ...{ id, title: id, estimate, dependencies },
});

describe('estimates', () => {
  it.each([
    ['3', 3],
    ['5 points', 5],
    ['2 days', 2],
    ['4 h', 0.5],
    ['1.5 d', 1.5],
    ['1,5 Tage', 1.5],
    ['1 week', 5],
    ['OQ-3', null],
    ['unknown', null],
    ['0', null],
  ])('reads %s', (text, expected) => {
    expect(readEstimate(text)).toBe(expected);
  });

  it('reads estimates and dependencies of a task breakdown', () => {
    const spec = parseSpec(
      [
        '# Tasks\n\n## Tasks\n',
        '- **T-001:** Table\n  - _Estimate:_ 2 days\n  - _Dependencies:_ None',
        '- **T-002:** Handler\n  - _Dependencies:_ T-001\n  - _Estimate:_ 3 points',
      ].join('\n'),
    );
    expect(plannedTasks(spec)).toEqual([
      { id: 'T-001', title: 'Table', estimate: 2, dependencies: [] },
      { id: 'T-002', title: 'Handler', estimate: 3, dependencies: ['T-001'] },
    ]);
  });
});

describe('the schedule', () => {
  it('puts no task before what it depends on and no more into a sprint than fits', () => {
    const tasks = [task('A', 3), task('B', 2, 'A'), task('C', 4), task('D', 1, 'B', 'C'), task('E', 5)];
    const { sprints, criticalPath, criticalEffort, totalEffort } = scheduleTasks(tasks, 6);
    const at = new Map(sprints.flatMap(({ number, tasks: some }) => some.map(({ id }) => [id, number])));
    expect(at.size).toBe(5);
    for (const { id, dependencies } of tasks)
      for (const before of dependencies) expect(at.get(before)).toBeLessThanOrEqual(at.get(id) ?? 0);
    for (const { effort } of sprints) expect(effort).toBeLessThanOrEqual(6);
    expect([criticalPath, criticalEffort, totalEffort]).toEqual([['A', 'B', 'D'], 6, 15]);
  });

  it('says which tasks have no estimate, are larger than a sprint, or wait for each other', () => {
    const schedule = scheduleTasks([task('A', null), task('B', 9), task('C', 1, 'D'), task('D', 1, 'C')], 5);
    expect(schedule).toMatchObject({ withoutEstimate: ['A'], tooLarge: ['B'], circular: ['C', 'D'] });
    expect(schedule.sprints.flatMap(({ tasks }) => tasks.map(({ id }) => id)).sort()).toEqual(['A', 'B']);
  });
});

describe('the schedule as a document', () => {
  it('has the critical path, a table for each sprint, and what is to be settled', () => {
    const tasks = [
      { ...task('T-001', 5), title: 'Table' },
      task('T-002', null, 'T-001'),
      { ...task('T-003', 9), title: 'Say | "hi"' },
      task('T-004', 1, 'T-005'),
      task('T-005', 1, 'T-004'),
    ];
    const report = scheduleReport('Invites', scheduleTasks(tasks, 8), 8);
    expect(report).toContain('# Schedule: Invites');
    expect(report).toContain('## Critical path\n\nT-003\n');
    expect(report).toContain('| T-001 |      5 |       |          | Table |');
    expect(report).toContain(' 1 | T-001 |');
    expect(report).toContain('| T-003 |      9 |       | yes      | Say \\| "hi" |');
    expect(report).toContain('- Without an estimate, counted as 1: T-002');
    expect(report).toContain('- Larger than a sprint, to be divided: T-003');
    expect(report).toContain('- Waiting for each other in a circle, in no sprint: T-004, T-005');
  });
});
