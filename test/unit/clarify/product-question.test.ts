import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  engineeringAnswer,
  productQuestion,
  productQuestionId,
} from '../../../src/core/clarify/product-question';
import type { SourceKind } from '../../../src/core/source/source';
import { template } from '../host/drafting';
import { read } from '../source/read';

const example = (path: string) =>
  readFileSync(new URL(`../../../examples/team-invites/${path}`, import.meta.url), 'utf8');
const forPrd = template('any', { for: ['prd', 'conversation'] });
const forConversation = template('any', { for: ['conversation', 'prd'] });
const asked = (text: string, chosen = forPrd, kind?: SourceKind) => [
  ...productQuestion(read(text, kind), chosen),
];

describe('product work without a PRD', () => {
  it('is stopped with the lines that show it and a way to say it is engineering', () => {
    const [question] = asked(example('conversations/export-members-csv.md'));
    expect(question).toMatchObject({ id: productQuestionId, blocking: true });
    expect(question?.options.map(({ text }) => text)).toEqual([engineeringAnswer]);
    expect(question?.evidence.map(({ line }) => line)).toContain(5);
  });

  it.each([
    'Ana: We need a dark mode toggle on the settings page.\nBen: Agreed.\nAna: It should remember the choice.\nBen: Fine.',
    'Ana: 我们需要一个导出按钮，用户可以下载报表。\nBen: 好的。\nAna: 页面必须显示进度。\nBen: 好的。',
    'Ana: Wir brauchen einen Knopf zum Einladen auf der Seite.\nBen: Ja.\nAna: Nutzer sollen eine Benachrichtigung sehen, das muss sein.\nBen: Gut.',
  ])('is recognised in a conversation: %s', (text) => {
    expect(asked(text)).toHaveLength(1);
  });

  it('is left alone where the template is made for such sources, or the source is a PRD', () => {
    const talk = example('conversations/export-members-csv.md');
    expect(asked(talk, forConversation)).toEqual([]);
    expect(asked(example('prds/team-invites.md'))).toEqual([]);
  });

  it.each([
    example('initiatives/member-query-fanout.md'),
    'Ana: We must upgrade the database to version 17.\nBen: Yes.\nAna: The migration should run without downtime.\nBen: Right.',
    'Ana: The flaky tests of the checkout page must be fixed.\nBen: Yes.\nAna: CI should take under 10 minutes.\nBen: Right.',
  ])('is not seen in engineering work', (text) => {
    expect(asked(text)).toEqual([]);
  });
});
