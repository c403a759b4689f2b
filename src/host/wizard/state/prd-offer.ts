import { t } from '@vscode/l10n';
import { productQuestionId } from '../../../core/clarify/product-question';
import type { Notice } from '../../../shared/wizard/notice';
import { stepIds } from '../../../shared/wizard/steps';
import type { WizardInput } from '../../../shared/wizard/wizard-input';
import type { WizardData } from '../data/wizard-data';

const starter = (): Notice['actions'][number] => ({ id: 'createPrd', label: t('Create PRD Starter') });

/** Whether a person has picked a template, or has gone on with the one that was recommended. */
function hasChosenTemplate({ template, step, furthest }: WizardInput): boolean {
  const reached = Math.max(stepIds.indexOf(step), stepIds.indexOf(furthest));
  return template !== null || reached > stepIds.indexOf('template');
}

/**
 * The offer to write a PRD first: where the source describes product work and a template was chosen that is made for a
 * PRD, and where the workspace has none to choose. `null` where there is nothing to say.
 */
export function prdOffer({ clarification, input, candidates, source, workspace }: WizardData): Notice | null {
  const isAsked = clarification.questions.some(({ id }) => id === productQuestionId);
  const isAnswered = input.answers.some(({ questionId }) => questionId === productQuestionId);
  if (isAsked && !isAnswered && hasChosenTemplate(input))
    return {
      severity: 'warning',
      text: t(
        'This describes what users of the product see, and the chosen template is made for a PRD. Write the PRD first, choose another template, or say that this is engineering work.',
      ),
      actions: [starter(), { id: 'engineeringWork', label: t('This Is Engineering Work') }],
    };
  if (workspace === null || source.value !== null || candidates.some(({ kind }) => kind === 'prd'))
    return null;
  return {
    severity: 'info',
    text: t('No PRD was found. A starter has the headings that a spec is made from.'),
    actions: [starter()],
  };
}
