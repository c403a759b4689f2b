import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepIds } from '../../../../src/core/source/identity/keep-ids';
import type { Source } from '../../../../src/core/source/source';
import { read } from '../read';

const corpus = join(import.meta.dirname, '../../../../../shared/corpus/prds');
const present = existsSync(corpus);
if (!present)
  console.warn('SKIPPED: no corpus at ../shared/corpus; ids are not followed through real documents.');

/** Documents of the corpus whose bullets have no ids. */
const documents = [
  '1264459640+JoyConfig/docs/prd.md',
  'AdrienCornille+NutriSensia/.taskmaster/docs/prd.txt',
  'BjornMelin+contribux/.taskmaster/docs/prd.txt',
];
/** New statements, about nothing that the documents are about. */
const strangers = [
  'Gardeners water orchids according to humidity sensors',
  'Pilots confirm runway numbers before every landing',
  'Bakers weigh sourdough starters twice each morning',
  'Divers log decompression stops with depth and minutes',
];
const padding = 'accordingly promptly reliably throughout whenever jointly gracefully overall'.split(' ');

/** A line of the document; `id` where it opens a requirement that had one. */
interface Line {
  readonly text: string;
  readonly id: string | null;
}

type Edit =
  | { readonly kind: 'delete' | 'reword' | 'rewordHalf'; readonly at: number }
  | { readonly kind: 'replace' | 'insert'; readonly at: number; readonly stranger: number }
  | { readonly kind: 'swap'; readonly at: number };

/** Exchanges every n-th word for a filler. */
function filled(text: string, every: number): string {
  const lead = /^\s*(?:[-*]|\d+\.)\s+(?:\[.\]\s*)?/.exec(text)?.[0] ?? '';
  const words = text.slice(lead.length).split(' ');
  return (
    lead + words.map((word, at) => (at % every === every - 1 ? padding[at % padding.length] : word)).join(' ')
  );
}

function apply(lines: readonly Line[], edit: Edit): readonly Line[] {
  const opening = lines.flatMap(({ id }, index) => (id === null ? [] : [index]));
  const index = opening[edit.at % opening.length] ?? 0;
  const line = lines[index] as Line;
  const stranger = (at: number): Line => {
    const lead = /^\s*(?:[-*]|\d+\.)\s+/.exec(line.text)?.[0] ?? '- ';
    return { text: lead + (strangers[at] ?? ''), id: 'new' };
  };
  switch (edit.kind) {
    case 'delete':
      return lines.toSpliced(index, 1);
    case 'reword':
      return lines.with(index, { ...line, text: filled(line.text, 5) });
    case 'rewordHalf':
      return lines.with(index, { ...line, text: filled(line.text, 2) });
    case 'replace':
      return lines.with(index, stranger(edit.stranger));
    case 'insert':
      return lines.toSpliced(index, 0, stranger(edit.stranger));
    case 'swap': {
      const other = opening[(edit.at * 7 + 3) % opening.length] ?? 0;
      return lines.with(index, lines[other] as Line).with(other, line);
    }
  }
}

const at = fc.nat({ max: 500 });
const stranger = fc.nat({ max: strangers.length - 1 });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constantFrom('delete', 'reword', 'rewordHalf'), at }),
  fc.record({ kind: fc.constantFrom('replace', 'insert'), at, stranger }),
  fc.record({ kind: fc.constant('swap'), at }),
);

/** Only bullets that are one line with enough words: what a half of is replaced must have a half left. */
function linesOf(text: string, source: Source): readonly Line[] {
  const ids = new Map(
    source.requirements.map(({ line, endLine, explicitId, id, title }) => {
      const whole = line === endLine && explicitId === null && title.split(' ').length >= 4;
      return [line, whole ? id : null];
    }),
  );
  // A row that changes places with a bullet ends its table.
  return text
    .split('\n')
    .map((line, index) => ({ text: line, id: line.startsWith('|') ? null : (ids.get(index + 1) ?? null) }));
}

describe.skipIf(!present)('ids in edited documents of the corpus', () => {
  it.each(documents)('%s: change only where a requirement came or went', (name) => {
    const text = readFileSync(join(corpus, name), 'utf8');
    const before = keepIds(read(text, 'prd', name), []);
    const lines = linesOf(text, before);
    let tried = 0;
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
        const after = edits.reduce(apply, lines);
        const source = read(after.map((line) => line.text).join('\n'), 'prd', name);
        const now = keepIds(source, before.ids === undefined ? [] : [before.ids]);
        const old = new Set(before.requirements.map(({ id }) => id));
        for (const { line, id, title } of now.requirements) {
          const expected = after[line - 1]?.id ?? null;
          tried += 1;
          if (expected === 'new') expect(old, title).not.toContain(id);
          else if (expected !== null) expect(id, title).toBe(expected);
        }
        expect(new Set(now.requirements.map(({ id }) => id)).size).toBe(now.requirements.length);
      }),
      // The same edits each time: half of the words may leave too little where chance wants it.
      { numRuns: 20, seed: 20261120 },
    );
    expect(tried).toBeGreaterThan(200);
  });
});
