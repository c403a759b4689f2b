import { t } from '@vscode/l10n';
import type { WizardInput } from '../../../shared/wizard/wizard-input';

/** What the tab of the wizard is called: what is made there, or whose answers are edited. */
export function wizardTitle({ answersOf, answersTitle }: WizardInput): string {
  const spec = answersOf ?? null;
  return spec === null
    ? t('Create Tech Spec')
    : t('Answers: {0}', answersTitle ?? spec.slice(spec.lastIndexOf('/') + 1));
}
