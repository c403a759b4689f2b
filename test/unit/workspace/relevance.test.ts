import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Source } from '../../../src/core/source/source';
import {
  documentTerms,
  rankByRelevance,
  topicOf,
  type RankedDocument,
} from '../../../src/core/workspace/relevance/relevance';
import { TermWeights } from '../../../src/core/workspace/relevance/term-weights';
import { countedTermsOf, stemOf, termsOf } from '../../../src/core/workspace/relevance/terms';
import { sourceOf } from './source-of';

interface Note {
  readonly path: string;
  readonly title: string;
  readonly text: string;
}

/** Ranks notes as the only documents of a workspace. */
function rank(source: Source, documents: readonly Note[]): readonly RankedDocument[] {
  const counted = documents.map(({ path, title, text }) => ({
    path,
    terms: documentTerms(title, path, text),
  }));
  const weights = new TermWeights(counted.map(({ terms }) => terms));
  return rankByRelevance(topicOf(source, weights), counted, weights);
}

const invoices = sourceOf(
  'Invoice export',
  'Bookkeepers export invoices as spreadsheets. Exports of large ledgers run in the background and are mailed.',
  ['Export the invoices of a month as a spreadsheet', 'Mail a large export when it is ready'],
);

const notes = [
  {
    path: 'research/spreadsheet-formats.md',
    title: 'Spreadsheet formats for exports',
    text: 'Bookkeepers open exports in three programs. A spreadsheet keeps the sums of invoices, CSV does not.',
  },
  {
    path: 'research/ledger-size.md',
    title: 'How large ledgers get',
    text: 'The largest ledger holds 40,000 invoices a month. An export of it takes 90 seconds.',
  },
  {
    path: 'research/map-tiles.md',
    title: 'Vector tiles against raster tiles',
    text: 'Vector tiles zoom smoothly and weigh a tenth. Raster tiles are drawn on the server every month.',
  },
];

describe('relevance to a source', () => {
  it('puts what shares its telling words first and leaves out what shares none', () => {
    const ranked = rank(invoices, notes);
    expect(ranked.map(({ path, relevant }) => [path, relevant])).toEqual([
      ['research/spreadsheet-formats.md', true],
      ['research/ledger-size.md', true],
    ]);
    expect(ranked[0]?.matches).toContain('spreadsheet');
  });

  it('works on text without spaces between words', () => {
    const source = sourceOf('邀请同事', '管理员可以通过电子邮件邀请同事加入团队。邀请链接七天后失效。');
    const ranked = rank(source, [
      { path: 'a.md', title: '邮件服务', text: '比较电子邮件服务的发送限额，邀请邮件每天很少。' },
      { path: 'b.md', title: '地图瓦片', text: '矢量瓦片比栅格瓦片小得多。' },
    ]);
    expect(ranked.filter(({ relevant }) => relevant).map(({ path }) => path)).toEqual(['a.md']);
  });

  it('finds nothing for a source that says nothing', () => {
    expect(rank(sourceOf('', ''), notes)).toEqual([]);
  });

  it('takes inflected and compound words for what they are', () => {
    const source = sourceOf('Rückerstattungen', 'Kundinnen beantragen Rückerstattungen im Kundenkonto.');
    const [first] = rank(source, [
      { path: 'a.md', title: 'Erstattung', text: 'Eine Erstattung wird im Konto der Kundin gezeigt.' },
      { path: 'b.md', title: 'Beleuchtung', text: 'Die Beleuchtung im Lager ist zu schwach.' },
    ]);
    expect(first).toMatchObject({ path: 'a.md', relevant: true });
  });

  it('does not count what the source declares out of scope', () => {
    const text = 'Members export invoices.\n\nPaper receipts are scanned by optical character recognition.';
    const scan = {
      path: 'scan.md',
      title: 'Scanning',
      text: 'Optical character recognition of paper receipts, scanned.',
    };
    const others = notes.slice(2);
    const source = sourceOf('Invoices', text);
    const without = { ...source, outOfScope: [{ line: 3, text: 'Scanning' }] };
    const score = (of: Source): number =>
      rank(of, [scan, ...others]).find(({ path }) => path === 'scan.md')?.score ?? 0;
    expect(score(source)).toBeGreaterThan(0.2);
    expect(score(without)).toBe(0);
  });

  it('does not depend on the order of the documents', () => {
    const ranked = rank(invoices, notes);
    fc.assert(
      fc.property(fc.shuffledSubarray(notes, { minLength: notes.length }), (shuffled) => {
        expect(rank(invoices, shuffled)).toEqual(ranked);
      }),
    );
  });

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, text) => {
        rank(sourceOf(title, text), [{ path: 'x.md', title, text }]);
      }),
    );
  });
});

describe('terms', () => {
  it('have one stem for the forms of a word', () => {
    const forms = ['invite', 'invites', 'invited', 'inviting', 'invitation', 'invitations'];
    expect(new Set(forms.map(stemOf))).toEqual(new Set(['invit']));
    expect(stemOf('access')).toBe('access');
  });

  it('leave out words that every requirements document has, and split identifiers', () => {
    expect(termsOf('The user shall revokeInvite 42').map(({ word }) => word)).toEqual(['revoke', 'invite']);
  });

  it('are counted as they come up', () => {
    const part = fc.constantFrom('invite ', 'Invites ', 'sendInvite ', 'é', '邀请成员', 'ß', '-', '_', '42 ');
    fc.assert(
      fc.property(
        fc.array(part).map((parts) => parts.join('')),
        (text) => {
          const terms = termsOf(text);
          const counted = countedTermsOf(text);
          expect([...new Set(counted.map(({ stem }) => stem))]).toEqual([
            ...new Set(terms.map(({ stem }) => stem)),
          ]);
          for (const { stem } of terms) {
            const count = counted.reduce((sum, term) => sum + (term.stem === stem ? term.count : 0), 0);
            expect(count).toBe(terms.filter((term) => term.stem === stem).length);
          }
        },
      ),
    );
  });
});
