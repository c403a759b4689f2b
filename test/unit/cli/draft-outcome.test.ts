import { describe, expect, it } from 'vitest';
import { describeOutcome } from '../../../src/cli/drafting/draft-outcome';

describe('why a draft ended without a spec', () => {
  it('is said in other words for each cause, with what to do', () => {
    const texts = [
      ...(['length', 'empty', 'filtered'] as const).map((kind) => describeOutcome({ kind })),
      ...[true, false].map((startedOver) => describeOutcome({ kind: 'stalled', startedOver })),
      describeOutcome({ kind: 'refused', message: '' }),
    ];
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) expect(text).toMatch(/choose (another|a) model/i);
  });

  it('quotes a refusal as a sentence of its own', () => {
    const after = ' Choose another model, or take out of the source what it may object to.';
    expect(describeOutcome({ kind: 'refused', message: 'I can not' })).toBe(
      `The model refused: I can not.${after}`,
    );
    expect(describeOutcome({ kind: 'refused', message: 'No! ' })).toBe(`The model refused: No!${after}`);
  });
});
