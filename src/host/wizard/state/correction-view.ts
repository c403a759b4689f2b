import { t } from '@vscode/l10n';
import type {
  Correction,
  CorrectionOutcome,
  CorrectionState,
} from '../../../core/source/corrections/correction';
import type { CorrectionView } from '../../../shared/wizard/source-state';
import { requirementKindName } from '../../../shared/wizard/requirement-kind-name';

/** One correction in words, and what became of it where it does not simply hold. */
export function correctionView({ correction, state }: CorrectionOutcome): CorrectionView {
  return { text: textOf(correction), problem: problemOf(state) };
}

function textOf(correction: Correction): string {
  switch (correction.type) {
    case 'merge': {
      const merged = correction.merged.map(({ id }) => id).join(', ');
      return t('{0} merged into {1}', merged, correction.target.id);
    }
    case 'split':
      return t(
        '{0} split into {1}',
        correction.target.id,
        [correction.target.id, ...correction.ids].join(', '),
      );
    case 'add':
      return t('{0} added: {1}', correction.id, correction.title);
    case 'drop': {
      const { id } = correction.target;
      const text =
        correction.as === 'out-of-scope'
          ? t('{0} put out of scope', id)
          : t('{0} left out: no requirement', id);
      return correction.reason === '' ? text : `${text} (${correction.reason})`;
    }
    case 'retype':
      return t('{0} read as another kind: {1}', correction.target.id, requirementKindName(correction.kind));
    case 'retitle':
      return t('{0} titled: {1}', correction.target.id, correction.title);
  }
}

function problemOf(state: CorrectionState): string | null {
  switch (state) {
    case 'applied':
      return null;
    case 'reworded':
      return t('Applied, though the wording has changed since.');
    case 'held':
      return t('Held back: the requirement says something else by now.');
    case 'vanished':
      return t('Without effect: the requirement is no longer there.');
    case 'redundant':
      return t('No longer needed: the source says it by now.');
  }
}
