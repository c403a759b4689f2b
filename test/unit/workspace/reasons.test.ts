import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sayIn, english } from '../../../src/core/language/language-pack';
import { documentPlaces } from '../../../src/core/workspace/documents/document-kinds';
import { gatherContext } from '../../../src/core/workspace/gather-context';
import { reasonMessages, sayReason } from '../../../src/core/workspace/reasons';
import { readSource } from '../../../src/core/source/read-source';
import { filesBelow } from '../draft/brief-for';

const inEnglish = (message: string, ...args: readonly string[]): string => sayIn(english, message, ...args);
/** Shows which messages a reason was read as. */
const marked = (message: string, ...args: readonly string[]): string => `<${inEnglish(message, ...args)}>`;

describe('a reason', () => {
  it('is read in one pass however long it is, and whatever it holds', () => {
    const long = `A, applies to ${'x, applies to , which matches ( '.repeat(10_000)}`;
    expect(sayReason(long, inEnglish)).toBe(long);
    expect(sayReason(`Cursor rule, applies to ${'x'.repeat(1000)}, which matches a`, marked)).toBe(
      `<<Cursor rule>, applies to ${'x'.repeat(1000)}, which matches a>`,
    );
    const nested = `${'A for the whole workspace, '.repeat(5000)}always applies: it`;
    expect(sayReason(nested, inEnglish)).toBe(nested);
  });

  it('has the shortest values that fit, as a pattern would find them', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab, for/', ' is ', ' and ', ', which ') });
    fc.assert(
      fc.property(fc.constantFrom(...reasonMessages), text, text, text, ([message], ...args) => {
        const reason = inEnglish(message, ...args);
        let first: readonly string[] | undefined;
        const kept = sayReason(reason, (one, ...values) => {
          const pattern = one.replace(/[.*+?^$()|[\]\\]/gu, '\\$&').replace(/\{\d\}/gu, '(.+?)');
          first = new RegExp(`^${pattern}$`, 'su').exec(inEnglish(one, ...values))?.slice(1);
          return inEnglish(one, ...values);
        });
        expect(kept).toBe(reason);
        if (first !== undefined) expect(first.every((value) => reason.includes(value))).toBe(true);
      }),
    );
  });

  it.each([
    [
      'Cursor rule for the whole workspace; line 2 of its front matter opens a list or a quotation and does not close it, which is not valid YAML; it was read up to the next key',
      '<<<Cursor rule> for the whole workspace>; line 2 of its front matter opens a list or a quotation and does not close it, which is not valid YAML; it was read up to the next key>',
    ],
    [
      'Cursor rule, always applies: alwaysApply is true',
      '<<Cursor rule>, always applies: <alwaysApply is true>>',
    ],
    [
      'Cursor rule for web/, where web/a.tsx is ("invite" is in its path), applies to **/*.tsx, which matches web/a.tsx',
      '<<<Cursor rule> for web/, where web/a.tsx is (<"invite" is in its path>)>, applies to **/*.tsx, which matches web/a.tsx>',
    ],
    [
      'Research, shares "invite", "email" with the source; cut to the beginning, lines 1-40 of 90',
      '<<<Research>, shares "invite", "email" with the source>; cut to the beginning, lines 1-40 of 90>',
    ],
    [
      'Referenced by AGENTS.md. The file does not exist',
      '<Referenced by AGENTS.md. <The file does not exist>>',
    ],
    ['Referenced by AGENTS.md; there is no such file', '<Referenced by AGENTS.md; there is no such file>'],
    [
      'Applies only when attached by hand: trigger is manual, with neither globs nor a description',
      '<Applies only when attached by hand: <<trigger is manual>, with neither globs nor a description>>',
    ],
    [
      'Seems to be a status report, not a rule: it is named as one and reports 12 things as done',
      '<Seems to be a status report, not a rule: it <<is named as one> and <reports 12 things as done>>>',
    ],
    [
      'Completed spec for web/, which holds the source',
      '<<Completed spec> for web/, which holds the source>',
    ],
    ['A word that nobody has heard of', 'A word that nobody has heard of'],
  ])('is read by its messages: %s', (reason, read) => {
    expect(sayReason(reason, marked)).toBe(read);
    expect(sayReason(reason, inEnglish)).toBe(reason);
  });

  it('stays what it is in English, whatever stands in it', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab/.,;: ()"{}0') });
    fc.assert(
      fc.property(fc.constantFrom(...reasonMessages), text, text, text, text, ([message], ...args) => {
        const reason = inEnglish(message, ...args);
        return sayReason(reason, inEnglish) === reason;
      }),
    );
  });

  it('of every place of documents is known', () => {
    const known = new Set(reasonMessages.map(([message]) => message));
    expect(documentPlaces.map(({ label }) => label).filter((label) => !known.has(label))).toEqual([]);
  });

  it('of each document of the example is known', async () => {
    const files = filesBelow(join(__dirname, '../../../examples/team-invites'));
    const source = readSource({
      path: 'prds/team-invites.md',
      bytes: await files.readFile('prds/team-invites.md'),
    });
    const { documents, excluded } = await gatherContext(
      { files, git: { read: () => Promise.resolve(null) } },
      { source },
    );
    const reasons = [...documents, ...excluded].map(({ reason }) => reason);
    expect(reasons.length).toBeGreaterThan(5);
    expect(reasons.filter((reason) => !sayReason(reason, marked).startsWith('<'))).toEqual([]);
  });
});
