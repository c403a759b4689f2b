import type { Notice } from '../../../../src/shared/wizard/notice';
import type { WritingState } from '../../../../src/shared/wizard/source-writing';

/** Says which secrets are not in what was pasted any more; there is nothing to do but outside of the wizard. */
export function takenOutNotice({ takenOut }: Pick<WritingState, 'takenOut'>): Notice | null {
  return takenOut === null ? null : { severity: 'warning', text: takenOut, actions: [] };
}
