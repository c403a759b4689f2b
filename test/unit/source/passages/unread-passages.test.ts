import { describe, expect, it } from 'vitest';
import { shownPassage } from '../../../../src/core/source/passages/passage';
import { passagesOf, unreadPassages } from '../../../../src/core/source/passages/unread-passages';
import { factsOn } from '../../../../src/core/source/facts/facts-on';
import { readSource } from '../../../../src/core/source/read-source';
import { Desk } from '../corrections/desk';
import { read } from '../read';

const lines = (text: string): readonly string[] =>
  passagesOf(read(text)).map(
    ({ line, role, possible, text: said }) => `${line} ${role}${possible ? '!' : ''} ${said}`,
  );

const library = [
  '# Library',
  '',
  'Owner: Ana',
  '',
  '## Background',
  '',
  'Members phone us today. The desk must answer in the lunch break, too.',
  '',
  '## Features',
  '',
  'What we build:',
  '',
  '- Members search the archive by keyword',
  '- Librarians print labels for returned books',
  '',
  'Everything should be quick on old phones.',
  '',
  '## Opening hours of the building',
  '',
  'The roof was mended in spring. Newspapers in the lobby are never older than a day.',
  '',
  '## Risks',
  '',
  '| Risk | Mitigation |',
  '| --- | --- |',
  '| The vendor must renew the contract | Ask early |',
  '',
  '## Out of scope',
  '',
  '- Home delivery',
  '',
  '## Open questions',
  '',
  '- Who keeps the keys?',
  '',
].join('\n');

describe('what was not read as a requirement', () => {
  it('has a line, a role, and a mark where it could be one', () => {
    expect(lines(library)).toEqual([
      '3 document Owner: Ana',
      '7 background Members phone us today.',
      '7 background! The desk must answer in the lunch break, too.',
      '16 around! Everything should be quick on old phones.',
      '20 background The roof was mended in spring.',
      '20 background! Newspapers in the lobby are never older than a day.',
      '26 risk! The vendor must renew the contract: Ask early',
    ]);
  });

  it('could be requirements where paragraphs tell what happens in front of lists that are', () => {
    const prd = [
      '# Shelfie',
      '',
      '## What it does',
      '',
      'This chapter says what we build. It was written with the pilot.',
      '',
      'A borrower searches the books of a street by title. The lender gets a push message and answers.',
      '',
      'Reminders go out:',
      '',
      '- three days before the loan ends, to the borrower',
      '- on the day it ends, to both',
      '',
      'A host can:',
      '',
      '- invite people by link',
      '- remove somebody without open loans',
      '',
    ].join('\n');
    expect(lines(prd)).toEqual([
      '5 around This chapter says what we build. It was written with the pilot.',
      '7 around! A borrower searches the books of a street by title. The lender gets a push message and answers.',
    ]);
  });

  it('is grouped by the sections of the document, labels in bold among them', () => {
    const text =
      '# Library\n\n## Background\n\nToday they phone.\n\n**History**\n\nOnce they wrote letters.\n';
    expect(
      unreadPassages(read(text)).map(({ title, line, passages }) => [title, line, passages.length]),
    ).toEqual([['Background', 3, 2]]);
  });

  it('says that an item has no id where others have one', () => {
    const text = [
      '# Library',
      '## Features',
      ...[1, 2, 3].map((at) => `- FR-${at}: Members search shelf ${at}`),
      '- Members renew a loan',
      '',
    ].join('\n');
    expect(lines(text)).toEqual(['6 without-id! Members renew a loan']);
  });

  it('holds no part of a requirement: criteria, fields, later places of its id', () => {
    const text = [
      '# Library',
      '## Requirements',
      '### FR-1 Search',
      'Members search the archive.',
      '- Given a word, the list shows titles',
      '',
      'Priority: high',
      '### FR-2 Labels',
      'Librarians print labels.',
      '## Traceability',
      '| Requirement | Test |',
      '| --- | --- |',
      '| FR-1 | T-9 |',
      '## References',
      '- FR-2: see the letter of May',
      '',
    ].join('\n');
    expect(lines(text)).toEqual([]);
  });

  it('lists the bullets of a group of which one is a requirement, without the head of the group', () => {
    const text =
      '# Library\n## Notes\n- Loans\n  - FR-1: Members renew a loan\n  - Cards are blue\n- FR-2: Search\n- FR-3: Labels\n';
    expect(lines(text)).toEqual(['5 description Cards are blue']);
  });

  it('lists a sentence that obliges beside one that is a requirement, and nothing else of that paragraph', () => {
    const text =
      '# Library\n## Features\n\nFR-1: Members search the archive.\n\nFR-2: Members renew a loan.\n';
    expect(lines(text)).toEqual([]);
  });

  it('lists no sentence that is a requirement further down in a paragraph', () => {
    const text =
      '# Desk\n\n## Requirements\n\nMembers phone us today about everything.\nThe desk must answer within a minute. Admins can export the list. Members must log in with a card.\nThe roof is old.\n';
    expect(read(text).requirements.map(({ line }) => line)).toEqual([6, 6, 6]);
    expect(lines(text)).toEqual([]);
  });

  it('leaves out code, what is struck through, and what leads to a list', () => {
    const text = '# Library\n## Odds and ends\nThis is so:\n\n```\nmust\n```\n\n~~Guests must pay.~~\n';
    expect(lines(text)).toEqual([]);
  });

  it('names a heading that nobody knows and below which nothing stands', () => {
    expect(lines('# Library\n## Features\n- Search\n- Labels\n## Late returns\n')).toEqual([
      '5 none Late returns',
    ]);
  });

  it('is no question that was answered, which the requirement of the answer quotes', () => {
    const chat = [
      ...['# Chat', '', 'Ana: We need an export of all loans as CSV.', ''],
      ...['Ben: Should links expire after 7 days?', '', 'Ana: Yes, please.', ''],
      ...['Ben: Which server do we use?', '', 'Ana: The old one has trouble these days.', ''],
    ].join('\n');
    const source = readSource({ path: 'chats/a.md', bytes: new TextEncoder().encode(chat) });
    expect(source.requirements.map(({ text }) => text)).toContain(
      'Should links expire after 7 days? Yes, please.',
    );
    expect(passagesOf(source).map(({ text }) => text)).not.toContain('Should links expire after 7 days?');
    expect(passagesOf(source).map(({ text }) => text)).toContain('Which server do we use?');
  });

  it('of a conversation is what was said and settled nothing, by speaker', () => {
    const source = read(
      [
        'Ana: We need an export of all members as CSV.',
        'Ben: I had a long day at the other office.',
        'Ana: The export must hold the name and the date.',
        '',
      ].join('\n'),
      'conversation',
    );
    expect(unreadPassages(source)).toEqual([
      {
        title: 'Ben',
        line: 2,
        passages: [{ line: 2, text: 'I had a long day at the other office.', role: 'talk', possible: false }],
      },
    ]);
  });
});

describe('a passage made a requirement', () => {
  const text = 'Newspapers in the lobby are never older than a day.';
  const wish = { type: 'promote', line: 20, text } as const;

  it('is one at its line, with the next free number, and none of what is unread any more', () => {
    const desk = new Desk(library).correct(wish);
    expect(desk.source.requirements.at(-1)).toMatchObject({ id: 'R-003', line: 20, title: text, text });
    expect(passagesOf(desk.read, desk.source).map((one) => one.text)).not.toContain(text);
    expect(desk.undo(0).ids).toEqual(['R-001', 'R-002']);
    expect(passagesOf(desk.read, desk.source).map((one) => one.text)).toContain(text);
  });

  it('follows its passage when lines are added above, and stays when the passage is gone', () => {
    const desk = new Desk(library)
      .correct(wish)
      .reopen(library.replace('Owner: Ana', 'Owner: Ana\n\nTeam: B'));
    expect(desk.source.requirements.at(-1)).toMatchObject({ id: 'R-003', line: 22 });
    expect(desk.reopen(library.replace(text, '')).source.requirements.at(-1)).toMatchObject({
      id: 'R-003',
      line: 1,
    });
  });

  it('is made once, and not where the line says something else', () => {
    const desk = new Desk(library).correct(wish, wish, { ...wish, line: 7 });
    expect(desk.made).toHaveLength(1);
  });

  it('is the one that was meant where another line says the same', () => {
    const twice = `${library}\n## Notes\n\n${text}\n`;
    const [first = 0, second = 0] = passagesOf(read(twice)).flatMap((one) =>
      one.text === text ? one.line : [],
    );
    expect(second).toBeGreaterThan(first);
    const left = (desk: Desk) =>
      passagesOf(desk.read, desk.source).flatMap((one) => (one.text === text ? one.line : []));
    const desk = new Desk(twice).correct({ ...wish, line: second });
    expect(desk.source.requirements.at(-1)).toMatchObject({ line: second });
    expect(left(desk)).toEqual([first]);
    expect(left(desk.reopen(twice.replace('Owner: Ana', 'Owner: Ana\n\nTeam: B')))).toEqual([first + 2]);
  });

  it('takes nothing away from what its paragraph says otherwise', () => {
    const desk = new Desk(library).correct(wish);
    expect(factsOn(desk.source, 'problem')).toEqual(factsOn(desk.read, 'problem'));
  });

  it('keeps the whole of a passage that is shown shortened', () => {
    const long = `Newspapers are ${'old and old '.repeat(40)}never`;
    const desk = new Desk(library.replace(text, long));
    const passage = passagesOf(desk.read).find(({ text: said }) => said.startsWith('Newspapers'));
    expect(passage?.text).toBe(long);
    const shown = shownPassage({ text: long });
    expect(shown.length).toBeLessThan(long.length);
    expect(desk.correct({ ...wish, text: shown }).source.requirements.at(-1)?.text).toBe(long);
  });
});
