import type { KnownId } from '../identity/known-ids';
import type { Requirement } from '../source';
import type { Correction, CorrectionOutcome, WaitingCorrection } from './correction';
import { correctedId } from './correction';

/**
 * Corrections that wait for a person: their requirement says something else by now, or is not read as it was. Of a requirement that was
 * left out, read as another kind or titled anew and is gone since there is nothing to decide.
 *
 * @param requirements with all corrections applied
 * @param known what is known of the source's ids, each once
 */
export function waitingOf(
  outcomes: readonly CorrectionOutcome[],
  requirements: readonly Requirement[],
  known: readonly KnownId[],
): readonly WaitingCorrection[] {
  const there = new Set(requirements.map(({ id }) => id));
  return outcomes.flatMap(({ correction, state }): readonly WaitingCorrection[] => {
    const now = requirements.find(({ id }) => id === correctedId(correction))?.fingerprint ?? null;
    if (state === 'held') return [{ correction, state, now, ids: concerned(correction, known) }];
    if (correction.type !== 'split' || (state !== 'vanished' && state !== 'redundant')) return [];
    // What is told one by one by now is there; the rest of it may be told in a way that is not read.
    const ids = concerned(correction, known).filter((id) => !there.has(id));
    return ids.length === 0 ? [] : [{ correction, state, now, ids }];
  });
}

function concerned(correction: Correction, known: readonly KnownId[]): readonly string[] {
  switch (correction.type) {
    case 'split': {
      const [first] = correction.ids;
      const later = known.filter(({ parts = [] }) => parts.some(({ split }) => split === first));
      return [...new Set([correction.target.id, ...correction.ids, ...later.map(({ id }) => id)])];
    }
    case 'merge':
      return [correction.target, ...correction.merged].map(({ id }) => id);
    default:
      return [];
  }
}
