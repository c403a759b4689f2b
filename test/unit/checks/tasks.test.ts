import { describe, expect, it } from 'vitest';
import { check, edit, goodSpec, listing, taskTemplate } from './builders';

const messages = (text: string, id: string): readonly string[] =>
  listing(check({ text }), id).map((line) => line.replace(/^\S+ /u, ''));

describe('task-fields', () => {
  it.each(['implements', 'description', 'files', 'done condition', 'dependencies'])(
    'misses the field "%s"',
    (name) => {
      const line = new RegExp(`  - _${name}:_.*\\n(?:    .*\\n)*`, 'iu').exec(goodSpec)?.[0] ?? '';
      expect(messages(edit(goodSpec, line, ''), 'task-fields')).toEqual([
        `error 25:5 Task T-001 has no field "${name}".`,
      ]);
    },
  );

  it('tells all the fields that a task lacks as one finding', () => {
    const first = goodSpec.indexOf('**T-001:**');
    const fields = /(?:\n {2}- _\w[\w ]*:_.*(?:\n {4}.*)*)+/u.exec(goodSpec.slice(first))?.[0] ?? '';
    expect(messages(edit(goodSpec, fields, ''), 'task-fields')).toEqual([
      'error 25:5 Task T-001 lacks the fields implements, description, files, done condition, dependencies.',
    ]);
  });

  it('does not take an open question in another field for what a task implements', () => {
    const implemented = / {2}- _Implements:_.*\n/u.exec(goodSpec)?.[0] ?? '';
    const described = / {2}- _Description:_.*\n/u.exec(goodSpec)?.[0] ?? '';
    const text = edit(edit(goodSpec, implemented, ''), described, '  - _Description:_ OQ-1\n');
    expect(messages(text, 'task-fields')).toContainEqual(
      expect.stringContaining('Task T-001 has no field "implements".'),
    );
  });

  it.each(['', ' TBD', ' [text]', '\n    - Create:'])('takes "%s" for empty', (value) => {
    const text = edit(goodSpec, '_Files:_\n    - Create: `migrations/0001_invites.sql`', `_Files:_${value}`);
    expect(messages(text, 'task-fields')).toEqual(['error 28:5 Field "files" of task T-001 is empty.']);
  });

  it('asks for the fields that the template names, and always for a title', () => {
    const template = taskTemplate({
      checks: { 'task-fields': { severity: 'error', options: { fields: ['Estimate'] } } },
    });
    expect(listing(check({ template }), 'task-fields')).toHaveLength(2);
    expect(listing(check({ template: taskTemplate({ checks: {} }) }), 'task-fields')).toEqual([]);
    expect(messages(edit(goodSpec, 'Create the invites table', ''), 'task-fields')).toEqual([
      'error 25:5 Task T-001 has no title.',
    ]);
  });
});

describe('task-order', () => {
  it.each([
    [
      'T-002',
      'error 31:21 Task T-001 depends on T-002, which comes later: reorder them or drop the dependency.',
    ],
    ['T-001', 'error 31:21 Task T-001 depends on itself.'],
    ['T-099', 'error 31:21 Task T-001 depends on T-099, which is no task of this spec.'],
  ])('refuses a dependency of T-001 on %s', (id, message) => {
    expect(messages(edit(goodSpec, '_Dependencies:_ None', `_Dependencies:_ ${id}`), 'task-order')).toEqual([
      message,
    ]);
  });

  it('expands ranges and skips remarks', () => {
    expect(
      messages(
        edit(goodSpec, '_Dependencies:_ T-001', '_Dependencies:_ T-001 (index, RFC-9110)'),
        'task-order',
      ),
    ).toEqual([]);
    expect(
      messages(edit(goodSpec, '_Dependencies:_ T-001', '_Dependencies:_ T-001..T-004'), 'task-order'),
    ).toEqual([
      'error 41:5 Task T-002 depends on itself.',
      'error 41:28 Task T-002 depends on T-004, which is no task of this spec.',
    ]);
  });

  it('refuses an id that is used twice', () => {
    expect(messages(edit(goodSpec, '**T-002:**', '**T-001:**'), 'task-order')[0]).toBe(
      'error 35:5 Task T-001 is defined twice.',
    );
  });
});

describe('done-condition', () => {
  const condition = (value: string): readonly string[] =>
    messages(edit(goodSpec, 'A second invite returns 409', value), 'done-condition');

  it.each([
    '`make test` passes',
    '``npm test`` passes',
    'p95 < 50 ms',
    'The page says "Invited"',
    'US-001/AC-2 holds',
    '出现“已邀请”',
    '`make test` passes and the code review passes',
    'Works as designed: a second invite returns 409, and the list has 1 entry',
  ])('accepts "%s"', (value) => {
    expect(condition(value)).toEqual([]);
  });

  it.each([
    'Works as expected',
    'The code is clean',
    'Feature is complete and tested',
    'All 3 pages work as expected',
    'Code review passes',
    'The reviewer is happy with `InviteForm`; code review passes',
  ])('refuses "%s"', (value) => {
    expect(condition(value)).toEqual([
      'error 40:5 The done condition of task T-002 has nothing to verify it by: give a command in backticks or a measurable result.',
    ]);
  });

  it('asks no more of a task that is done, and only warns where no template says that conditions are needed', () => {
    const task = (more: string): string =>
      `# Plan\n\n## Week 1\n\n### T-001: Move the mailer to the queue\n\n${more}**Acceptance Criteria**:\n- [ ] Mailer moved\n- [ ] Docs updated\n`;
    const found = (text: string): readonly string[] =>
      listing(check({ text, template: null }), 'done-condition').map((line) =>
        line.split(' ').slice(0, 2).join(' '),
      );
    expect(found(task(''))).toEqual(['done-condition warning']);
    expect(found(task('**Status**: [x] completed\n\n'))).toEqual([]);
    expect(found(task('**Status**: in progress\n\n'))).toEqual(['done-condition warning']);
  });
});
