import { describe, expect, it } from 'vitest';
import { keepWaiting } from '../../../src/core/receipt/keep-waiting';
import type { Receipt, ReceiptRequirement } from '../../../src/core/receipt/receipt';
import type { WaitingCorrection } from '../../../src/core/source/corrections/correction';
import type { Source } from '../../../src/core/source/source';
import { read } from '../source/read';

const text =
  '# PRD: Books\n\n## Requirements\n\n- FR-1: Members search the archive by keyword\n- FR-2: Print labels\n';

/** Ids and titles with a correction that waits, as a receipt knows the source. */
function kept(
  ids: readonly string[],
  recorded: readonly (readonly [id: string, title: string])[],
  more = {},
): readonly string[] {
  const waiting = { ids, state: 'changed', ...more } as unknown as WaitingCorrection;
  const source = { ...read(text), corrected: { waiting: [waiting] } } as unknown as Source;
  const requirements = recorded.map(
    ([id, title]) =>
      ({
        id,
        title,
        kind: 'functional',
        fingerprint: '',
        criteria: [],
        acceptance: [],
      }) as unknown as ReceiptRequirement,
  );
  const receipt = { source: { requirements } } as unknown as Receipt;
  return keepWaiting(source, receipt).requirements.map(({ id, title }) => `${id} ${title}`);
}
const asRead = ['FR-1 Members search the archive by keyword', 'FR-2 Print labels'];

describe('a correction that waits', () => {
  it('takes away nothing that the receipt does not know', () => {
    expect(kept(['FR-1'], [], { state: 'held' })).toEqual(asRead);
  });

  it('is known by a title that was cut, within a word or not', () => {
    for (const title of ['Members search the arch…', 'Members search the…'])
      expect(kept(['FR-1'], [['FR-1', title]])).toEqual([`FR-1 ${title}`, 'FR-2 Print labels']);
  });

  it('is over where its words are gone', () => {
    expect(kept(['FR-1'], [['FR-1', 'Members borrow books']])).toEqual(asRead);
  });
});
