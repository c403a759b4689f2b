import { t } from '@vscode/l10n';
import type { DraftOutcome } from '../../core/draft/draft-outcome';
import type { ModelFailureCode } from '../../core/ports/language-model';
import type { Notice } from '../../shared/wizard/notice';
import type { GenerationSnapshot, GenerationTrouble } from './generation-snapshot';
import { structureNotice } from './structure-notice';

type Action = Notice['actions'][number];

/** Buttons of notices about a draft; the session knows what each does. */
export const generationActions = {
  retry: (): Action => ({ id: 'retry', label: t('Try Again') }),
  enterKey: (): Action => ({ id: 'enterKey', label: t('Set API Key') }),
  useOutline: (): Action => ({ id: 'useOutline', label: t('Use the Outline') }),
  /** Goes on where the draft ended. */
  resume: (): Action => ({ id: 'resume', label: t('Resume') }),
  openText: (): Action => ({ id: 'openText', label: t('Open What Came') }),
  modelSettings: (): Action => ({ id: 'modelSettings', label: t('Open Model Settings') }),
};

/** What a person should know about the last draft and can do next, or `null` where all is well or under way. */
export function generationNotice(snapshot: GenerationSnapshot): Notice | null {
  const { outcome, trouble, path } = snapshot;
  if (trouble?.kind === 'open' || trouble?.kind === 'save') return troubleNotice(trouble);
  // Under way only what is wrong with the whole is said; the sections show their own state.
  if (outcome === null || ['repairing', 'checking'].includes(snapshot.phase))
    return snapshot.startedOver ? structureNotice({ ...snapshot, sections: [] }) : null;
  const notice = outcomeNotice(outcome);
  if (notice === null) return trouble === null ? structureNotice(snapshot) : troubleNotice(trouble);
  if (path === null) return notice;
  const { resume, openText, enterKey } = generationActions;
  // Resumed without another key it would fail again.
  const [first, ...rest] = notice.actions;
  const actions = first?.id === enterKey().id ? [first, resume(), ...rest] : [resume(), ...notice.actions];
  // A spec that was saved and checked has a button of its own.
  return { ...notice, actions: snapshot.result === null ? [...actions, openText()] : actions };
}

/** What a person should know about an answer that is not whole, or `null`. */
export function outcomeNotice(outcome: DraftOutcome): Notice | null {
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
          'The model reached its output limit again and again, and the spec is still not complete. Choose a model with a larger limit, or a template that asks for less.',
        ),
        actions: [retry()],
      };
    case 'stalled':
      return {
        severity: 'warning',
        text: outcome.startedOver
          ? t(
              'The model reached its output limit, and instead of going on it began the document again; that is left out. Choose a model with a larger limit, or finish the spec by hand.',
            )
          : t(
              'The model reached its output limit, and asked to go on it brought nothing new. Choose a model with a larger limit, or finish the spec by hand.',
            ),
        actions: [retry()],
      };
    case 'empty':
      return {
        severity: 'error',
        text: t(
          'The model gave an empty answer. Try again; if it stays empty, choose another model, or take documents out of the context.',
        ),
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
        text: [
          outcome.message.trim() === ''
            ? t('The model refused.')
            : t('The model refused: {0}', outcome.message.trim()),
          t('Choose another model, or leave out what it may object to.'),
        ].join(' '),
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
    case 'journal':
      return {
        severity: 'warning',
        text: t(
          'What came could not be kept on disk while it came: {0} The spec itself is saved.',
          trouble.detail,
        ),
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
