import { describe, expect, it } from 'vitest';
import { statementOf } from '../../../../src/core/source/requirements/requirement-text';
import { waysToSplit } from '../../../../src/core/source/corrections/split-requirement';
import { Desk } from './desk';

const renewals = [
  ...['### Renewals from home', '', 'All of it has to be fast. It has to work on phones.', ''],
  ...['Acceptance criteria:', '', '- Members sign in with their card', '- Members see their loans.', ''],
];
const items = ['- Pay online', '- Reserve on the web', ''];
const payments = ['### Payments', '', 'Acceptance criteria:', '', ...items];
const document = (...lines: readonly string[]): string =>
  ['# Library', '', '## Features', '', ...lines].join('\n');
const listed = ['Payments: the city does that', 'Pay online', 'Reserve on the web'];

describe('what was read from a heading above a list', () => {
  it('says, split at its items, what the item says first, and what holds for each behind it', () => {
    const desk = new Desk(document(...renewals, ...payments));
    desk.correct(
      { type: 'split', id: 'R-001', by: 'criteria' },
      { type: 'split', id: 'R-002', by: 'criteria' },
    );
    expect(desk.source.requirements.map((one) => `${one.id} ${statementOf(one) ?? ''}`)).toEqual([
      'R-001 Members sign in with their card; All of it has to be fast. It has to work on phones.',
      'R-003 Members see their loans. All of it has to be fast. It has to work on phones.',
      'R-002 Pay online',
      'R-004 Reserve on the web',
    ]);
  });

  it('leaves no requirement of its name alone, split at sentences; undone it is whole again', () => {
    const text = ['All of it has to be fast. It has to work on phones.', ''];
    const desk = new Desk(
      document('### Renewals from home', '', ...text, '### Pay', '', 'Members pay online.'),
    );
    const before = desk.source.requirements;
    expect(before.map(waysToSplit)).toEqual([['sentences'], []]);
    desk.correct({ type: 'split', id: 'R-001', by: 'sentences' });
    const parts = ['R-001 All of it has to be fast.', 'R-003 It has to work on phones.', 'R-002 Pay'];
    const shown = (): readonly string[] => desk.source.requirements.map(({ id, title }) => `${id} ${title}`);
    expect(shown()).toEqual(parts);
    desk.reopen(document('### Pay', '', 'Members pay online.', '', '### Renewals from home', '', ...text));
    expect(shown().toSorted()).toEqual(parts.toSorted());
    desk.undo(0);
    expect(desk.source.requirements.map(({ id, text: said }) => [id, said]).toSorted()).toEqual(
      before.map(({ id, text: said }) => [id, said]),
    );
  });

  it('keeps a name that demands something itself', () => {
    const desk = new Desk(
      document('### Members can export their loans', '', 'The export has all loans. It is a CSV file.', ''),
    ).correct({ type: 'split', id: 'R-001', by: 'sentences' });
    expect(desk.source.requirements.map(({ title }) => title)).toEqual([
      'Members can export their loans',
      'The export has all loans.',
      'It is a CSV file.',
    ]);
  });

  it('is out of scope with its items, where it is left out so, also where it is read otherwise by now', () => {
    const desk = new Desk(document(...renewals, ...payments));
    desk.correct({ type: 'drop', id: 'R-002', as: 'out-of-scope', reason: 'the city does that' });
    const outOfScope = (): readonly string[] => desk.source.outOfScope.map(({ text }) => text);
    expect(outOfScope()).toEqual(listed);
    desk.reopen(document(...renewals, '## Notes', '', '### Payments', '', ...items));
    expect(desk.read.requirements.map(({ title }) => title)).toEqual(['Renewals from home']);
    expect(outOfScope()).toEqual(listed);
    expect(desk.problems).toEqual([]);
    // Its items may be read each by itself then: they are out of scope no less.
    desk.reopen(document(...renewals, '## Requirements', '', '### Payments', '', ...items));
    expect(desk.read.requirements.map(({ title }) => title)).toContain('Reserve on the web');
    expect(outOfScope()).toEqual(listed);
    expect(desk.source.requirements.map(({ title }) => title)).toEqual(['Renewals from home']);
  });

  it('is not out of scope any more where the source does not say it', () => {
    const desk = new Desk(document(...renewals, ...payments));
    desk.correct({ type: 'drop', id: 'R-002', as: 'out-of-scope', reason: '' });
    desk.reopen(document(...renewals));
    expect(desk.source.outOfScope).toEqual([]);
    expect(desk.problems[0]).toContain('is no longer there');
  });

  it('keeps the criteria of a story to the story', () => {
    const story = ['## User Stories', '', '### US-001: Pay', '', 'As a guest I want to pay.', ''];
    const text = ['# A', '', ...story, 'Acceptance criteria:', '', '- By card', '- By invoice', ''].join(
      '\n',
    );
    const desk = new Desk(text).correct({ type: 'drop', id: 'US-001', as: 'out-of-scope', reason: '' });
    expect(desk.source.outOfScope.map(({ text: said }) => said)).toEqual(['Pay']);
  });
});
