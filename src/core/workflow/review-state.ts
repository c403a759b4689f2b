import { isSame } from './closings';
import type { FeatureRecords } from './read-feature';
import type { Reason, ReviewState } from './feature-state';
import type { Phase } from './workflow';

/** What the reviewers say of the artefacts as they are. */
export function reviewState(
  records: FeatureRecords,
  phase: Phase,
  needed: number,
  bound: Readonly<Record<string, string>>,
): ReviewState {
  const all = records.verdicts.filter((one) => one.phase === phase.id);
  const verdicts = all.filter(({ artefacts }) => isSame(artefacts, bound));
  const refused = verdicts.some(({ verdict }) => verdict === 'no-go');
  const outcome = refused ? 'no-go' : verdicts.length >= needed ? 'go' : 'open';
  return { needed, verdicts, outdated: all.filter((one) => !verdicts.includes(one)), outcome };
}

/** What keeps a review from ending in go. */
export function whyNotGo({ outcome, verdicts, needed }: ReviewState): Reason {
  if (outcome === 'no-go') {
    const names = verdicts.filter(({ verdict }) => verdict === 'no-go').map(({ name }) => name);
    return {
      message: 'No-go from {0}. Make the required improvements and ask again.',
      args: [names.join(', ')],
    };
  }
  return needed === 1
    ? { message: 'The verdict is open: the review has to end in go.', args: [] }
    : {
        message: '{0} of {1} verdicts: the review has to end in go.',
        args: [String(verdicts.length), String(needed)],
      };
}
