import type { Receipt } from '../receipt/receipt';
import { correctedId, type Correction } from '../source/corrections/correction';
import type { Drift } from './drift';
import type { DriftState } from './drift-state';

/**
 * Corrections of the source that wait for a person. Sections and tasks about what they made are not stale: they stay as they are until it
 * is decided.
 */
export function correctionDrifts(receipt: Receipt, { source }: DriftState): readonly Drift[] {
  if (source === null) return [];
  const known = new Set(receipt.source.requirements.map(({ id }) => id));
  return (source.corrected?.waiting ?? []).map(({ correction, state, ids, now }): Drift => {
    const id = correctedId(correction);
    const about = source.requirements.find((one) => one.id === id);
    const { text, fingerprint } =
      correction.type === 'add' ? { text: '', fingerprint: '' } : correction.target;
    return {
      ...{ id: idOf(correction), kind: 'correction', subject: id, text: text.split('\n')[0] ?? '' },
      change: state === 'held' ? 'changed' : 'removed',
      ...{ path: about?.path ?? source.path, line: about?.line ?? null },
      ...{ was: fingerprint, is: `${state} ${now ?? 'none'}` },
      affects: { requirements: ids.filter((one) => known.has(one)), sections: [], tasks: [] },
      accepted: null,
    };
  });
}

/** A requirement may have several. */
function idOf(correction: Correction): string {
  const part = correction.type === 'split' ? `:${correction.ids[0] ?? ''}` : '';
  return `correction:${correction.type}:${correctedId(correction)}${part}`;
}
