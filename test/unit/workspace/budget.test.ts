import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tiers, type Tier } from '../../../src/core/workspace/documents/considered';
import type { ContextDocument } from '../../../src/core/workspace/context';
import { contextBudget } from '../../../src/core/workspace/documents/context-budget';
import { cutDocument } from '../../../src/core/workspace/documents/cut-document';
import { documentSections } from '../../../src/core/workspace/documents/document-sections';
import { estimateTokens } from '../../../src/core/text/estimate-tokens';
import { fitBudget, type Claim } from '../../../src/core/workspace/documents/fit-budget';
import { gatherContext } from '../../../src/core/workspace/gather-context';
import { InMemoryFiles } from '../in-memory-files';
import { sourceOf } from './source-of';

function document(path: string, text: string): ContextDocument {
  return {
    path,
    kind: 'research',
    reason: 'Research',
    title: path,
    bytes: text.length,
    tokens: estimateTokens(text),
    sha256: '0',
    truncated: false,
    text,
  };
}

const filler = 'Nothing in particular is said here, and it is said at length. '.repeat(6).trim();

function long(...headings: readonly string[]): string {
  return `# Report\n\nThe lead.\n\n${headings.map((heading) => `## ${heading}\n\n${filler}\n\n${filler}\n`).join('\n')}`;
}

describe('the sections of a document', () => {
  it('begin at headings of either notation, outside of code and front matter', () => {
    const text = '---\ntitle: x\n---\nLead\n\n# One\na\n```\n# no\n```\nTwo\n---\nb\n';
    expect(documentSections(text).map(({ heading, from, to }) => [heading, from, to])).toEqual([
      ['', 1, 5],
      ['One', 6, 10],
      ['Two', 11, 13],
    ]);
  });

  it('hold every line once', () => {
    const line = fc.constantFrom('# A', '## B', 'text', '', '---', '===', '```', '- item', '\r');
    fc.assert(
      fc.property(fc.array(line), fc.boolean(), (lines, ended) => {
        const text = lines.join('\n') + (ended ? '\n' : '');
        const sections = documentSections(text);
        expect(sections.map((section) => section.text).join('')).toBe(text);
        for (const [index, { from }] of sections.entries())
          if (index > 0) expect(from).toBe((sections[index - 1]?.to ?? 0) + 1);
      }),
    );
  });
});

describe('a document that is too long', () => {
  const text = long('History', 'Invitations', 'Pricing', 'Expiry of invitations', 'Appendix');

  it('is cut to its beginning and the sections closest to the source, with the lines that are missing', () => {
    const cut = cutDocument(document('a.md', text), 500, ({ heading }) =>
      /nvitations/.test(heading) ? 1 : 0,
    );
    expect(cut?.text).toContain('The lead.');
    expect(cut?.text).toContain('## Invitations');
    expect(cut?.text).toContain('## Expiry of invitations');
    expect(cut?.text).toContain('[Lines 5-10 left out: "History"]');
    expect(cut?.text).toContain('[Lines 17-22 left out: "Pricing"]');
    expect(cut?.reason).toBe('Research; cut to what is closest to the source, lines 1-4, 11-16, 23-28 of 33');
    expect(cut).toMatchObject({ truncated: true, tokens: estimateTokens(cut?.text ?? '') });
  });

  it('is cut to its beginning without a source', () => {
    const cut = cutDocument(document('a.md', text), 500, null);
    expect(cut?.reason).toBe('Research; cut to the beginning, lines 1-16 of 33');
  });

  it('is cut within a section where there are no others', () => {
    const cut = cutDocument(document('a.md', `${filler}\n\n`.repeat(40)), 600, null);
    expect(cut?.tokens).toBeLessThanOrEqual(600);
    expect(cut?.tokens).toBeGreaterThan(300);
    expect(cut?.text).toMatch(/\[Lines \d+-80 left out\]/);
  });

  it('never exceeds its room, keeps order, and invents nothing', () => {
    const parts = fc.array(
      fc.oneof(fc.constantFrom('# A', '## B', '### C', '', filler, '```', '| a | b |'), fc.string()),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(
        parts,
        fc.integer({ min: 200, max: 1500 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (lines, room, scores) => {
          const whole = lines.join('\n');
          const cut = cutDocument(document('a.md', whole), room, () => scores.next().value ?? 0);
          if (cut === null) return;
          expect(estimateTokens(cut.text)).toBeLessThanOrEqual(room + 8);
          const own = cut.text.split('\n').filter((line) => !/^\[Lines \d+-\d+ left out/.test(line));
          let at = 0;
          const all = whole.split('\n');
          for (const line of own.filter((item) => item !== '')) {
            at = all.indexOf(line, at) + 1;
            expect(at).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});

describe('the budget', () => {
  const claim = (path: string, tier: Tier, text: string, relevance = 0): Claim => ({
    document: document(path, text),
    tier,
    relevance,
  });

  it('is the larger part of the window, less the source, and limited by the setting', () => {
    expect(contextBudget({ window: 128_000, sourceTokens: 6_800 })).toEqual({
      tokens: 70_000,
      from: 'model',
      window: 128_000,
    });
    expect(contextBudget({ window: 128_000, maxTokens: 20_000, sourceTokens: 0 }).from).toBe('setting');
    expect(contextBudget({ window: 8_000, maxTokens: 20_000, sourceTokens: 0 })).toMatchObject({
      tokens: 4_800,
      from: 'model',
    });
    expect(contextBudget({ maxTokens: 20_000, sourceTokens: 0 })).toEqual({
      tokens: 20_000,
      from: 'setting',
      window: null,
    });
    expect(contextBudget({ sourceTokens: 0 })).toEqual({ tokens: 60_000, from: 'default', window: null });
    expect(contextBudget({ window: 4_000, sourceTokens: 9_000 }).tokens).toBe(1_000);
  });

  it('goes to rules first, then to what is closest to the source', () => {
    const body = long('One', 'Two', 'Three', 'Four', 'Five', 'Six');
    const fitted = fitBudget(
      [
        claim('AGENTS.md', tiers.everywhere, 'Keep it short.'),
        claim('close.md', tiers.ranked, body, 0.4),
        claim('short.md', tiers.ranked, 'A short note.', 0.2),
        claim('far.md', tiers.ranked, body, 0.1),
      ],
      1_000,
      null,
    );
    const tokens = Object.fromEntries(fitted.documents.map(({ path, tokens: sent }) => [path, sent]));
    expect(tokens['AGENTS.md']).toBe(estimateTokens('Keep it short.'));
    expect(tokens['short.md']).toBe(estimateTokens('A short note.'));
    expect(tokens['close.md']).toBeGreaterThan(tokens['far.md'] ?? 0);
    expect(fitted.documents.reduce((sum, { tokens: sent }) => sum + sent, 0)).toBeLessThanOrEqual(1_000);
  });

  it('sends few documents rather than scraps of many, and lists the rest', () => {
    const claims = Array.from({ length: 10 }, (_, index) =>
      claim(`${index}.md`, tiers.ranked, long('One', 'Two', 'Three', 'Four'), 0.2),
    );
    const fitted = fitBudget(claims, 1_000, null);
    expect(fitted.documents).toHaveLength(3);
    expect(fitted.excluded).toHaveLength(7);
    expect(fitted.excluded[0]).toMatchObject({
      path: '3.md',
      cause: 'budget',
      reason: 'No room left in the context budget of 1000 tokens',
      document: { kind: 'research', title: '3.md' },
    });
  });

  it('holds for any documents, each in once or out once', () => {
    const claims = fc.array(
      fc.record({
        tier: fc.constantFrom(...Object.values(tiers)),
        relevance: fc.double({ min: 0, max: 1, noNaN: true }),
        text: fc
          .array(fc.constantFrom(filler, '# A', '## B', ''), { maxLength: 40 })
          .map((lines) => lines.join('\n')),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(claims, fc.integer({ min: 0, max: 4_000 }), (items, tokens) => {
        const all = items.map(({ tier, relevance, text }, index) =>
          claim(`${index}.md`, tier, text, relevance),
        );
        const { documents, excluded } = fitBudget(all, tokens, null);
        expect([...documents, ...excluded].map(({ path }) => path).sort()).toEqual(
          all.map(({ document: { path } }) => path).sort(),
        );
        expect(documents.reduce((sum, { tokens: sent }) => sum + sent, 0)).toBeLessThanOrEqual(
          tokens + 8 * documents.length,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('cuts a long note to what the source is about', async () => {
    const source = sourceOf(
      'Team invites',
      'Owners invite teammates. An invite that was not accepted can be revoked and expires.',
      ['Invite a teammate', 'Revoke an invite'],
    );
    const note = `# Field study\n\nWhat we saw.\n\n## Furniture\n\n${'Chairs and desks were moved about by those who sit there. '.repeat(40)}\n\n## Invites\n\n${'Teammates accept an invite within a day or never. Owners revoke an invite when the address is wrong, or it expires. '.repeat(4)}\n\n## Lunch\n\n${'Soup was served on most days. '.repeat(60)}\n`;
    const context = await gatherContext(
      {
        files: new InMemoryFiles({ 'research/study-of-invites.md': note }),
        git: { read: () => Promise.resolve(null) },
      },
      { source, maxTokens: 500 },
    );
    const sent = context.documents.find(({ kind }) => kind === 'research');
    expect(sent?.text).toContain('Owners revoke an invite');
    expect(sent?.text).toMatch(/\[Lines \d+-\d+ left out/);
    expect(sent?.reason).toMatch(/^Research, shares .*; cut to what is closest to the source, lines /);
  });
});
