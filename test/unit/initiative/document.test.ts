import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionsFor } from '../../../src/core/clarify/clarify';
import type { Initiative } from '../../../src/core/initiative/initiative';
import { emptyInitiative, priorities } from '../../../src/core/initiative/initiative';
import { judgeInitiative } from '../../../src/core/initiative/judge-initiative';
import { parseInitiative } from '../../../src/core/initiative/parse-initiative';
import { writeInitiative } from '../../../src/core/initiative/write-initiative';
import { read } from '../source/read';

const initiative: Initiative = {
  title: 'No deadlocks when orders are placed',
  problem:
    '`POST /orders` answers 500 for 2 % of the carts with more than 50 items.\n\n```text\n# deadlock detected\n```',
  whyNow: 'The share has doubled since the release of 3 May.',
  requirements: [
    {
      statement: 'Order lines are locked in one order.',
      success: 'The load test with 60 items ends without a 500.\nNo deadlock is logged in the week after.',
      priority: 'must',
    },
    {
      statement: 'A return is noticed.',
      success: 'An alert fires at 3 deadlocks an hour.',
      priority: 'should',
    },
  ],
  constraints: 'No downtime\nNo new dependency',
  outOfScope: 'Other tables',
};

describe('an initiative as a document', () => {
  it('is read with its ids, priorities, criteria and limits', () => {
    const source = read(writeInitiative(initiative));
    expect(source).toMatchObject({ kind: 'initiative', title: initiative.title, findings: [] });
    expect(
      source.requirements.map(({ id, priority, acceptance, title }) => [
        id,
        priority,
        title,
        acceptance.map(({ text }) => text),
      ]),
    ).toEqual([
      [
        'ER-001',
        'must',
        'Order lines are locked in one order.',
        ['The load test with 60 items ends without a 500.', 'No deadlock is logged in the week after.'],
      ],
      ['ER-002', 'should', 'A return is noticed.', ['An alert fires at 3 deadlocks an hour.']],
    ]);
    expect(source.outOfScope.map(({ text }) => text)).toEqual(['Other tables']);
    expect(source.facts.filter(({ topic }) => topic === 'constraint')).toHaveLength(2);
  });

  it('can be edited in the form again', () => {
    expect(parseInitiative(writeInitiative(initiative))).toEqual(initiative);
    expect(parseInitiative(writeInitiative(initiative).replaceAll('\n', '\r\n'))).toEqual(initiative);
  });

  it('is left to the editor where it says more than the form holds', () => {
    const text = writeInitiative(initiative);
    expect(parseInitiative(`${text}\n## Rollout\n\nOn Monday.\n`)).toBeNull();
    expect(parseInitiative(text.replace('(must)', '(critical)'))).toBeNull();
    expect(parseInitiative(text.replace('type: initiative', 'type: initiative\nowner: me'))).toBeNull();
    expect(parseInitiative('# Team invites\n')).toBeNull();
  });

  it('keeps any text: what could break the document comes back as it was', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom(
        '## Requirements',
        '# Title',
        '---',
        '===',
        '\\# x',
        '<!--',
        '<details>',
        '```',
        '~~~',
        '- a',
      ),
    );
    const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));
    const single = line.map((value) => value.replace(/\n/g, ' '));
    const any = fc.record({
      title: single,
      problem: text,
      whyNow: text,
      requirements: fc.array(
        fc.record({ statement: single, success: text, priority: fc.constantFrom(...priorities) }),
        { minLength: 1, maxLength: 4 },
      ),
      constraints: text,
      outOfScope: text,
    });
    fc.assert(
      fc.property(any, (form) => {
        const written = writeInitiative(form);
        const parsed = parseInitiative(written);
        expect(parsed).not.toBeNull();
        const letters = (value: string) => value.replace(/[\s`~•*+-]+/g, '');
        expect(letters(parsed?.problem ?? '')).toBe(letters(form.problem));
        expect(letters(parsed?.whyNow ?? '')).toBe(letters(form.whyNow));
        expect(parsed?.requirements.map(({ priority }) => priority)).toEqual(
          form.requirements.map(({ priority }) => priority),
        );
        expect(writeInitiative(parsed ?? emptyInitiative)).toBe(written);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a vague initiative', () => {
  const vague = writeInitiative({
    ...emptyInitiative,
    title: 'Clean up',
    problem: 'The code is messy.',
    whyNow: 'It is time.',
    requirements: [{ statement: 'Improve performance.', success: 'It is faster.', priority: 'must' }],
  });

  it('is weak in each of its fields in the form', () => {
    const weak = judgeInitiative(parseInitiative(vague) ?? emptyInitiative);
    expect(weak.map(({ field, requirement }) => [field, requirement])).toEqual([
      ['problem', null],
      ['problem', null],
      ['whyNow', null],
      ['success', 0],
    ]);
    expect(judgeInitiative(initiative)).toEqual([]);
  });

  it('has findings at its lines as a file', () => {
    const found = read(vague).findings.map(({ check, line }) => `${check}:${line}`);
    expect(found).toEqual([
      'initiative-problem:9',
      'initiative-problem:9',
      'initiative-why-now:13',
      'initiative-success:17',
    ]);
  });

  it('is questioned before a draft, each question with its line and blocking', () => {
    const questions = questionsFor(read(vague), null, null);
    expect(questions.map(({ id, blocking, evidence }) => [id, blocking, evidence[0]?.line])).toEqual([
      ['initiative-problem', true, 9],
      ['initiative-why-now', true, 13],
      ['initiative-success:ER-001', true, 17],
    ]);
    expect(questions[0]?.why).toContain('"messy"');
  });
});

it('the initiative of the example workspace is accepted as it is', () => {
  const path = new URL('../../../examples/team-invites/initiatives/member-query-fanout.md', import.meta.url);
  expect(read(readFileSync(path, 'utf8')).findings).toEqual([]);
});
