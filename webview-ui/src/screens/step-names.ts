import * as l10n from '@vscode/l10n';
import type { StepId } from '../../../src/shared/wizard/steps';

/** The name of a step, as its heading and the list of steps show it. */
export function stepName(step: StepId): string {
  switch (step) {
    case 'source':
      return l10n.t('Source');
    case 'context':
      return l10n.t('Context');
    case 'template':
      return l10n.t('Template');
    case 'questions':
      return l10n.t('Questions');
    case 'generate':
      return l10n.t('Generate');
  }
}
