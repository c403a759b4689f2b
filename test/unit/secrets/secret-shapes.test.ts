import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../../src/core/secrets/find-secrets';
import { longRun, secretShapes } from '../../../src/core/secrets/secret-shapes';
import { plantedSecrets } from './planted-secrets';

/** A shape without what it looks at before and after, which is no part of what it matches; case counts. */
function consumed({ source }: RegExp): RegExp {
  const own = source.replace(/\(\?<?[=!](?:\[[^\]]*\]|[^()[\]])*\)/g, '').replaceAll('\\b', '');
  return new RegExp(`^(?:${own})$`);
}

describe('a shape of secrets', () => {
  it.each(secretShapes.filter(({ needs }) => needs === null))(
    'lies in one run of characters where nothing else has to be in the text: $kind, $pattern',
    ({ pattern }) => {
      fc.assert(
        fc.property(fc.stringMatching(consumed(pattern)), (value) => {
          expect(value.match(longRun)).toEqual([value]);
        }),
        { numRuns: 5 },
      );
    },
  );

  it.each(
    secretShapes.flatMap(({ kind, needs, pattern }) => (needs === null ? [] : [{ kind, needs, pattern }])),
  )('has one of the words that a text is first asked for: $kind, $needs', ({ needs, pattern }) => {
    fc.assert(
      fc.property(fc.stringMatching(consumed(pattern)), (value) => {
        expect(needs.some((word) => value.toLowerCase().includes(word))).toBe(true);
      }),
      { numRuns: 5 },
    );
  });

  it('is found beside any other text', () => {
    const planted = plantedSecrets(1).filter(({ value }) => !value.includes('\n'));
    const beside = fc.oneof(
      fc.string(),
      fc.constantFrom('a/long/path/to/some-file.test.ts', 'token', ' ', 'é'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...planted), beside, beside, ({ value, line }, before, after) => {
        const text = `${before}\n${line}\n${after}`;
        const at = text.indexOf(line) + line.indexOf(value);
        const covers = findSecrets(text).some(
          ({ start, end }) => start <= at + value.length / 2 && end > at + value.length / 2,
        );
        expect(covers, text).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
