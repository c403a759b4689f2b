import { t } from '@vscode/l10n';
import type { ModelFailureCode, ModelOutcome } from '../../core/ports/language-model';
import type { Notice } from '../../shared/protocol';
import type { GenerationSnapshot, GenerationTrouble } from './generation-run';

type Action = Notice['actions'][number];

/** Buttons of notices about a draft; the session knows what each does. */
export const generationActions = {
  retry: (): Action => ({ id: 'retry', label: t('Try Again') }),
  enterKey: (): Action => ({ id: 'enterKey', label: t('Set API Key') }),
  useOutline: (): Action => ({ id: 'useOutline', label: t('Use the Outline') }),
  openText: (): Action => ({ id: 'openText', label: t('Open What Came') }),
  modelSettings: (): Action => ({ id: 'modelSettings', label: t('Open Model Settings') }),
};

/** What a person should know about the last draft and can do next, or `null` where all is well or under way. */
export function generationNotice(snapshot: GenerationSnapshot): Notice | null {
  const { outcome, trouble, path } = snapshot;
  if (trouble !== null && trouble.kind !== 'receipt' && trouble.kind !== 'check')
    return troubleNotice(trouble);
  if (outcome === null || snapshot.phase === 'checking') return null;
  const notice = outcomeNotice(outcome);
  if (notice === null) return trouble === null ? null : troubleNotice(trouble);
  const kept = path === null ? [] : [generationActions.openText()];
  return { ...notice, actions: [...notice.actions, ...kept] };
}

function outcomeNotice(outcome: ModelOutcome): Notice | null {
  const { retry, useOutline } = generationActions;
  switch (outcome.kind) {
    case 'complete':
      return null;
    case 'cancelled':
      return { severity: 'info', text: t('Stopped. What came so far is kept.'), actions: [retry()] };
    case 'length':
      return {
        severity: 'warning',
        text: t(
          'The model reached its output limit, so the spec is not complete. Choose a model with a larger limit, or finish it by hand.',
        ),
        actions: [retry()],
      };
    case 'empty':
      return {
        severity: 'error',
        text: t('The model gave an empty answer. Try again or choose another model.'),
        actions: [retry(), useOutline()],
      };
    case 'filtered':
      return {
        severity: 'error',
        text: t(
          "The provider's content filter stopped the answer. Choose another model, or leave out the document that may have caused it.",
        ),
        actions: [retry(), useOutline()],
      };
    case 'refused':
      return {
        severity: 'error',
        text: t('The model refused: {0}', outcome.message),
        actions: [retry(), useOutline()],
      };
    case 'failed':
      return {
        severity: 'error',
        text: `${outcome.failure.message} ${outcome.failure.remedy}`,
        actions: failureActions(outcome.failure.code),
      };
  }
}

/** What helps against a failure, most likely cure first. */
export function failureActions(code: ModelFailureCode): Action[] {
  const { enterKey, retry, useOutline, modelSettings } = generationActions;
  switch (code) {
    case 'unauthorized':
      return [enterKey(), useOutline()];
    case 'forbidden':
    case 'unknown-model':
    case 'protocol':
    case 'unavailable':
      return [modelSettings(), retry(), useOutline()];
    case 'rate-limited':
    case 'unreachable':
    case 'timeout':
    case 'server':
    case 'interrupted':
    case 'unknown':
      return [retry(), useOutline()];
  }
}

function troubleNotice(trouble: GenerationTrouble): Notice {
  const { retry, openText } = generationActions;
  switch (trouble.kind) {
    case 'open':
      return {
        severity: 'error',
        text: t('No editor could be opened for the spec: {0}', trouble.detail),
        actions: [retry()],
      };
    case 'save':
      return {
        severity: 'error',
        text: t(
          'The spec could not be saved: {0} Its text is still there; save it under another name.',
          trouble.detail,
        ),
        actions: [openText()],
      };
    case 'receipt':
      return {
        severity: 'warning',
        text: t('The spec is saved, but its receipt could not be written: {0}', trouble.detail),
        actions: [],
      };
    case 'check':
      return {
        severity: 'warning',
        text: t('The spec is saved, but it could not be checked: {0}', trouble.detail),
        actions: [],
      };
  }
}
