import { describe, expect, it } from 'vitest';
import { read } from './read';

/** Facts as `line topic: text`. */
function facts(text: string): readonly string[] {
  return read(text).facts.map(({ topic, line, text: said }) => `${line} ${topic}: ${said}`);
}

const requirements = '\n\n## Requirements\n\n- **R1:** A reminder is sent after three days.\n';

describe('what running text says', () => {
  it('is filed by its sentences where it opens the document, word for word and with its line', () => {
    const text = `# Invite reminders

Status: Approved

Roster sends invitations by e-mail. One in eight invites is never accepted.
We want the acceptance rate to go from 40 % to 60 % within a quarter.
We want fewer people to ask support. A person must not get more than two reminders a week.
${requirements}`;
    expect(facts(text)).toEqual([
      '5 summary: Roster sends invitations by e-mail.',
      '5 problem: One in eight invites is never accepted.',
      '6 success: We want the acceptance rate to go from 40 % to 60 % within a quarter.',
      '7 goal: We want fewer people to ask support.',
      '7 constraint: A person must not get more than two reminders a week.',
    ]);
  });

  it('is about the work where it refers to something within a sentence, in Cyrillic, too', () => {
    const text = `# Приглашения${requirements}
## Несколько слов

Сегодня приглашения теряются (см. отчёт). См. приложение о том, что сегодня теряется.
`;
    expect(facts(text)).toEqual(['9 problem: Сегодня приглашения теряются (см. отчёт).']);
  });

  it('is filed below a heading that says nothing about it, as far as it says so itself', () => {
    const text = `# Invite reminders${requirements}
## Some words first

Today owners chase people by hand. The office has two floors. The share of accepted invites should rise to 60 %.
`;
    expect(facts(text)).toEqual([
      '9 problem: Today owners chase people by hand.',
      '9 success: The share of accepted invites should rise to 60 %.',
    ]);
  });

  it('is filed besides where another heading tells it and none of its own does', () => {
    const overview =
      'Invites get lost. The goal is that nobody asks support. The acceptance rate shall rise from 40 % to 60 %.';
    expect(facts(`# Reminders\n\n## Overview\n\n${overview}${requirements}`)).toEqual([
      `5 summary: ${overview}`,
      '5 problem: Invites get lost.',
      '5 goal: The goal is that nobody asks support.',
      '5 success: The acceptance rate shall rise from 40 % to 60 %.',
    ]);
    const measured = `# Reminders\n\n## Overview\n\n${overview}\n\n## Metrics\n\n- Acceptance at 60 %\n\n## Goals\n\n- Calm\n\n## Problem\n\n- Noise${requirements}`;
    expect(facts(measured)).toEqual([
      `5 summary: ${overview}`,
      '9 success: Acceptance at 60 %',
      '13 goal: Calm',
      '17 problem: Noise',
    ]);
  });

  it.each([
    ['German', 'Jede achte Einladung wird nie angenommen. Die Annahmequote soll von 40 % auf 60 % steigen.'],
    ['French', "Une invitation sur huit n'est jamais acceptée. Le taux doit passer de 40 % à 60 %."],
    ['Spanish', 'Una de cada ocho invitaciones nunca se acepta. La tasa debe subir de 40 % a 60 %.'],
    ['Portuguese', 'Um em cada oito convites nunca é aceito. A taxa deve subir de 40 % para 60 %.'],
    ['Japanese', '招待の八分の一は承諾されていない。承諾の割合を40%から60%に上げる。'],
    ['Chinese', '八分之一的邀请从未被接受。接受率要从40%提高到60%。'],
  ])('is understood in %s', (_, text) => {
    expect(read(`# X\n\n${text}${requirements}`).facts.map(({ topic }) => topic)).toEqual([
      'problem',
      'success',
    ]);
  });

  it('is not what a document says of itself, nor what a label names, nor a question', () => {
    const text = `# Reminders

Author: Ann Bell and Cid Dorn of the team that makes Roster

This document never repeats what the roadmap says. See the roadmap for the rest of the work.
Who does not want reminders at all?
${requirements}`;
    expect(facts(text)).toEqual([]);
  });

  it('is several facts where it goes on for longer than one may be', () => {
    const wish = 'We want to open all the doors of the house at once.';
    const told = read(`# Doors\n\n${`${wish} `.repeat(60)}${requirements}`).facts;
    expect(told.length).toBeGreaterThan(1);
    expect(told.map(({ text }) => text).join(' ')).toBe(Array(60).fill(wish).join(' '));
    for (const { topic, text } of told) expect([topic, text.length <= 1000]).toEqual(['goal', true]);
  });

  it('measures success where a heading asks how one knows, whatever its words', () => {
    const text = `# Shelfie${requirements}
## How we know it works

60 % of lenders lend a second book within two months. Fewer than 2 % of loans are never returned.
`;
    expect(facts(text)).toEqual([
      '9 success: 60 % of lenders lend a second book within two months. Fewer than 2 % of loans are never returned.',
    ]);
  });

  it('does not open the document with who edited it when', () => {
    const text = `# Shelfie

Author: Mara, Product. Status: ready for engineering. Last edited 12 November 2026.

Neighbours lend each other the books that they have read.
${requirements}`;
    expect(facts(text)).toEqual(['5 summary: Neighbours lend each other the books that they have read.']);
  });
});
