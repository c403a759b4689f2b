import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { firstLooks, secretlintSecrets } from '../../../src/core/secrets/secretlint-rules';
import { plantedSecrets } from './planted-secrets';

/** Every expression that the rules search a text by, by the rule: whatever version of them is installed. */
function expressionsOf(name: string): readonly RegExp[] {
  const used = new Set<RegExp>();
  const spy = vi.spyOn(RegExp.prototype, Symbol.matchAll).mockImplementation(function (this: RegExp) {
    used.add(this);
    return [][Symbol.iterator]() as never;
  });
  try {
    const rule = rules.find(({ meta }) => meta.id === `@secretlint/secretlint-rule-${name}`);
    const context = { sharedOptions: {}, createTranslator: () => vi.fn(), report: vi.fn(), ignore: vi.fn() };
    void rule?.create(context as never, {}).file?.({ content: 'A text.' } as never);
  } finally {
    spy.mockRestore();
  }
  return [...used];
}

it.each(Object.entries(firstLooks))('the rule %s finds nothing where %s is not', (name, firstLook) => {
  const expressions = expressionsOf(name);
  expect(expressions).not.toEqual([]);
  for (const { source } of expressions) {
    const own = source.replace(/\(\?<?[=!](?:\[[^\]]*\]|\\p\{L\}|[^()[\]])*\)/g, '').replaceAll('\\b', '');
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(own)), (text) => {
        expect(text).toMatch(firstLook);
      }),
      { numRuns: 5 },
    );
  }
});

it('finds every secret that it found when all rules were asked', () => {
  const all = plantedSecrets(1)
    .map(({ line }) => line)
    .join('\n');
  const together = secretlintSecrets(all).map(({ start, end }) => all.slice(start, end));
  const alone = plantedSecrets(1).flatMap(({ line }) =>
    secretlintSecrets(line).map(({ start, end }) => line.slice(start, end)),
  );
  expect([...new Set(alone)].sort()).toEqual([...new Set(together)].sort());
});
