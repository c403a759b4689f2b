import { describe, expect, it } from 'vitest';
import { questionsFor } from '../../../src/core/clarify/clarify';
import { builtInTemplates, emptyContext } from '../draft/brief-for';
import { read } from './read';

const out = (text: string): readonly string[] =>
  read(text).outOfScope.map((item) => `${item.line} ${item.text}`);
const open = (text: string): readonly string[] =>
  read(text).facts.flatMap(({ topic, line, text: said }) =>
    topic === 'open-question' ? [`${line} ${said}`] : [],
  );

const plain = `# Member invites

## Problem

Teams need to add people by themselves.

Not now: subscriptions, gift cards

Open: who translates the mails?

## Requirements

- Admins can invite people by mail address.
- Invites expire after seven days.
- Later: bulk invites
- Open: who pays for the mails?
- TBD: the sender's address

Out of scope: SSO, guests and bots.
`;

describe('a paragraph or bullet with a label', () => {
  it('that leaves out is out of scope, item by item, and neither a fact nor a requirement', () => {
    const source = read(plain);
    expect(out(plain)).toEqual([
      '7 subscriptions',
      '7 gift cards',
      '15 bulk invites',
      '19 SSO',
      '19 guests',
      '19 bots',
    ]);
    expect(source.facts.filter(({ topic }) => topic === 'problem').map(({ line }) => line)).toEqual([5]);
    expect(source.requirements.map(({ line }) => line)).toEqual([13, 14]);
  });

  it('that says what is open is an open point, which is asked', async () => {
    expect(open(plain)).toEqual([
      '9 who translates the mails?',
      '16 who pays for the mails?',
      "17 the sender's address",
    ]);
    const feature = (await builtInTemplates()).find(({ id }) => id === 'feature');
    const asked = questionsFor(read(plain), emptyContext, feature ?? null).map(({ text }) => text);
    expect(asked.filter((text) => text.includes('who translates the mails?'))).toHaveLength(1);
  });

  it('is read so on a line of its own within a paragraph', () => {
    const text = `# Invites

Admins can invite people by mail address.
Not now: gift cards, subscriptions.
Offen: Wer übersetzt die Mails?
Invites expire after seven days.
`;
    expect(out(text)).toEqual(['4 gift cards', '4 subscriptions']);
    expect(open(text)).toEqual(['5 Wer übersetzt die Mails?']);
    expect(
      read(text)
        .facts.map(({ text: said }) => said)
        .join(' '),
    ).not.toContain('gift cards');
  });

  it.each([
    ["Won't: gift cards", 'gift cards'],
    ['Nicht jetzt: Gutscheine', 'Gutscheine'],
    ['Fuera de alcance: tarjetas', 'tarjetas'],
    ['Hors périmètre : cartes', 'cartes'],
    ['Fora do escopo: cartões', 'cartões'],
    ['不做：礼品卡', '礼品卡'],
    ['対象外：ギフトカード', 'ギフトカード'],
    ["What we won't build: gift cards", 'gift cards'],
    ['**Not now:** gift cards', 'gift cards'],
  ])('leaves out in other words: %s', (line, said) => {
    expect(out(`# Shop\n\n## Background\n\n${line}\n`)).toEqual([`5 ${said}`]);
  });

  it.each([
    ['TBD: the price', 'the price'],
    ['Open question: the price', 'the price'],
    ['Zu klären: der Preis', 'der Preis'],
    ['À définir : le prix', 'le prix'],
    ['Por definir: el precio', 'el precio'],
    ['A definir: o preço', 'o preço'],
    ['待定：价格', '价格'],
    ['未定：価格', '価格'],
  ])('asks in other words: %s', (line, said) => {
    expect(open(`# Shop\n\n## Background\n\n${line}\n`)).toEqual([`5 ${said}`]);
  });

  it('that asks several questions has a point for each', () => {
    const text = '# Shop\n\n## Background\n\nOpen: who pays? When do invites expire?\n';
    expect(open(text)).toEqual(['5 who pays?', '5 When do invites expire?']);
    const listed = '# Shop\n\n## Background\n\nOpen questions: who pays?; when?\n';
    expect(open(listed)).toEqual(['5 who pays?', '5 when?']);
  });

  it('asks below a requirement, and with what stands below it', () => {
    const text = `# Shop

## Requirements

- **FR-1** Users can log in.
  - Later: SSO
  - TBD: which provider
- **FR-2** Users can pay.
- TBD: the price
  - of a month
  - of a year
`;
    expect(open(text)).toEqual(['7 which provider', '9 the price; of a month; of a year']);
    expect(out(text)).toEqual(['6 SSO']);
  });

  it('stays whole where it is a sentence', () => {
    const text = '# Shop\n\n## Background\n\nNot now: refunds, since nobody asks for them, and gift cards.\n';
    expect(out(text)).toEqual(['5 refunds, since nobody asks for them, and gift cards.']);
  });

  it('is none where the label is a state, the time of a plan, or part of a sentence', () => {
    const text = `# Door

## Requirements

- Open: the door lets people in
- Closed: the door stays shut
- What happens later: the door is painted

## Roadmap

MVP: the door.

Later: a window.
`;
    expect(out(text)).toEqual([]);
    expect(open(text)).toEqual([]);
    expect(read(text).requirements.map(({ line }) => line)).toContain(5);
  });

  it('leaves nothing out where it says when somebody of a story does something', () => {
    const text = `# Shop

## User journey

Mara books a table.

Later: she gets a reminder.

Später: Erinnerungen per SMS
`;
    expect(out(text)).toEqual(['9 Erinnerungen per SMS']);
    expect(
      read(text)
        .facts.map(({ text: said }) => said)
        .join(' '),
    ).toContain('she gets a reminder');
  });

  it('makes no speakers of a document that has several', () => {
    const text = `# Invites

Not now: gift cards
Open: who pays?

Admins invite people.

Not now: subscriptions
Open: who translates?
`;
    expect(read(text).kind).toBe('prd');
    expect(open(text)).toHaveLength(2);
  });
});
