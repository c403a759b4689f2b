import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContinuationJoin } from '../../../src/core/draft/continuation-join';

const root = resolve(__dirname, '../../..');
/** Specifications with tables, tasks, code blocks and lists. */
const documents = [
  'examples/team-invites/tech-specs/completed/audit-log.md',
  'test/fixtures/model-answers/agent-ready-team-invites.md',
].map((path) => readFileSync(join(root, path), 'utf8'));

function joined(written: string, chunks: readonly string[]): string {
  const continuation = new ContinuationJoin(written);
  return chunks.map((chunk) => continuation.push(chunk)).join('') + continuation.end();
}

/** The text in pieces of the given lengths, over and over. */
function inChunks(text: string, lengths: readonly number[]): string[] {
  const chunks: string[] = [];
  for (let at = 0, turn = 0; at < text.length; turn++) {
    const length = lengths[turn % lengths.length] ?? 1;
    chunks.push(text.slice(at, at + length));
    at += length;
  }
  return chunks;
}

/** A whole document is too much to read in a report. */
function difference(written: string, one: string, other: string): string {
  return JSON.stringify({ after: written.slice(-80), came: one.slice(0, 80), instead: other.slice(0, 80) });
}

/** Where the last words begin: so many that a text does not say them twice in a row. */
function lastWords(written: string): number {
  const found = /(?<=^|[\s(])\S+(?:\s+\S+){2,5}$/.exec(written);
  return found !== null && (found[0].match(/\p{L}/gu) ?? []).length >= 16 ? found.index : written.length;
}

/** Where so many last lines begin that have something to say. */
function lineStart(written: string, lines: number): number {
  let at = written.trimEnd().length;
  for (let line = 0; line < lines || (written.slice(at).match(/\p{L}/gu) ?? []).length < 6; line++)
    at = written.lastIndexOf('\n', at - 1);
  return Math.max(0, at + 1);
}

const inCode = (written: string): boolean => (written.match(/^```/gm) ?? []).length % 2 === 1;
const lastHeading = (written: string): string => /^#{1,6} .+(?![\s\S]*^#{1,6} )/m.exec(written)?.[0] ?? '';

/** Ways in which models begin to go on, each of which is to come out as the rest alone. */
const ways: Readonly<Record<string, (written: string, rest: string) => string>> = {
  exactly: (_, rest) => rest,
  'with its last words': (written, rest) => written.slice(lastWords(written)) + rest,
  'with its last line': (written, rest) => written.slice(lineStart(written, 1)) + rest,
  'with its last three lines': (written, rest) => written.slice(lineStart(written, 3)) + rest,
  'with the whole section so far': (written, rest) =>
    written.slice(written.lastIndexOf(lastHeading(written))) + rest,
  'with the whole document so far': (written, rest) => written + rest,
  'with a greeting': (_, rest) => `Sure, continuing from where I left off:\n\n${rest.trimStart()}`,
  'in a Markdown fence': (_, rest) => '```markdown\n' + rest + '```\n',
  'in a Markdown fence, with its last lines': (written, rest) =>
    '```markdown\n' + written.slice(lineStart(written, 3)) + rest + '```',
  'with greeting, fence and last lines': (written, rest) =>
    `Here is the rest of the document:\n\n\`\`\`md\n${written.slice(lineStart(written, 3))}${rest}\`\`\``,
};

describe('a continuation', () => {
  for (const [way, continuation] of Object.entries(ways)) {
    it(`that goes on ${way} is joined without doubling or losing a character`, () => {
      fc.assert(
        fc.property(
          fc.nat(documents.length - 1),
          fc.double({ min: 0.02, max: 0.98, noNaN: true }),
          fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 }),
          (which, share, lengths) => {
            const document = documents[which] ?? '';
            const at = Math.floor(document.length * share);
            const written = document.slice(0, at);
            const rest = document.slice(at);
            // A code block is not left for a fence or a greeting, and one line of code may well be said twice.
            fc.pre(way === 'exactly' || !inCode(written));
            const came = joined(written, inChunks(continuation(written, rest), lengths));
            const space = way === 'with a greeting' ? /^\s*/ : /^/;
            const [one, other] = [came.replace(space, ''), rest.replace(space, '')];
            if (one !== other) throw new Error(difference(written, one, other));
          },
        ),
        // A whole document that is repeated is compared whole, time and again.
        { numRuns: way.includes('whole document') ? 10 : 100 },
      );
    });
  }

  it('goes on with a word that it repeats from its first letter', () => {
    expect(joined('The table is specifi', ['specification of it'])).toBe('cation of it');
    expect(joined('The server must ', ['must respond'])).toBe('respond');
    expect(joined('In the ', ['theory of it'])).toBe('theory of it');
  });

  it('loses the heading that it repeats, and goes on below it in the middle of the sentence', () => {
    const written = '# Spec\n\n## 3. Data Model\n\nInvites live in a table of their own. The table `inv';
    expect(joined(written, inChunks('## 3. Data Model\n\nites` has four columns.\n', [3]))).toBe(
      'ites` has four columns.\n',
    );
  });

  it('keeps the heading of a section that it writes anew, so that the section is seen to stand twice', () => {
    const written = '# Spec\n\n## 3. Data Model\n\nInvites live in a table of their own. The table `inv';
    const anew = '## 3. Data Model\n\nInvites live in a table named `invites`.\n';
    expect(joined(written, inChunks(anew, [5]))).toBe(anew);
  });

  it('adds nothing where it is the document in other words', () => {
    const continuation = new ContinuationJoin('# Tech Spec: Invites\n\n## 1. Overview\n\nOwners invite.');
    const again = '# Tech Spec: Invites\n\n## 1. Overview\n\nMembers are invited by owners.\n';
    expect(
      inChunks(again, [4])
        .map((chunk) => continuation.push(chunk))
        .join('') + continuation.end(),
    ).toBe('');
    expect(continuation.startedOver).toBe(true);
  });

  it('keeps rows, lines and values that a text says several times in a row', () => {
    expect(joined('| a | yes |\n| b | yes ', ['| yes |\n'])).toBe('| yes |\n');
    expect(joined('x: string, ', ['string, string'])).toBe('string, string');
    const row = '| Not decided yet | Not decided yet |\n';
    expect(joined(`| A | B |\n|---|---|\n${row.repeat(3)}`, [row, row])).toBe(row.repeat(2));
    expect(joined('word '.repeat(50), ['word '.repeat(50)])).toBe('word '.repeat(50));
  });

  it('keeps a sample in a Markdown block', () => {
    const sample = '```markdown\n- **T-001:** Create it\n```\n\n## Bad\n\nText.\n';
    expect(joined('## Good\n\n', inChunks(sample, [4]))).toBe(sample);
  });

  it('holds nothing back that no repetition can begin with', () => {
    const continuation = new ContinuationJoin('Owners invite members by e-mail');
    expect(continuation.push(', never by phone')).toBe(', never by phone');
  });
});
