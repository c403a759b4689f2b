import { t } from '@vscode/l10n';
import type { ModelFailure } from '../../core/ports/language-model';

/**
 * Turns what `vscode.lm` rejected with into advice. It goes by the error's `code`, as the editor's documentation asks;
 * anything else is told in the first line of its cause.
 *
 * @param name the model's name for a person
 * @param anyText whether part of the answer had arrived
 */
export function editorModelFailure(error: unknown, name: string, anyText: boolean): ModelFailure {
  switch (property(error, 'code')) {
    case 'NoPermissions':
      return {
        code: 'forbidden',
        message: t('Tech Spec may not use {0}.', name),
        remedy: t('Allow it when the editor asks, or choose another model.'),
      };
    case 'Blocked':
      return {
        code: 'rate-limited',
        message: withDetail(t('{0} refused the request.', name), error),
        remedy: t('Its quota may be used up: wait, or choose another model.'),
      };
    case 'NotFound':
      return {
        code: 'unknown-model',
        message: t('{0} is not offered any more.', name),
        remedy: t('Choose another model.'),
      };
  }
  if (anyText) {
    return {
      code: 'interrupted',
      message: withDetail(t('{0} broke off before the answer was complete.', name), causeOf(error)),
      remedy: t('What came is kept. Try again for a whole one.'),
    };
  }
  return {
    code: 'unknown',
    message: withDetail(t('{0} failed.', name), causeOf(error)),
    remedy: t('Try again, or choose another model.'),
  };
}

/** The editor offers no such model. */
export function noEditorModel(): ModelFailure {
  return {
    code: 'unavailable',
    message: t('The editor does not offer this model now.'),
    remedy: t('Sign in to its provider, or choose another model.'),
  };
}

function causeOf(error: unknown): unknown {
  return property(error, 'cause') ?? error;
}

/** The first line of what the provider says, cut short: it may be a whole page. */
function withDetail(message: string, error: unknown): string {
  const text = property(error, 'message');
  const line = typeof text === 'string' ? (text.split('\n', 1)[0] ?? '').slice(0, 200) : '';
  return line === '' ? message : `${message} ${t('It says: {0}', line)}`;
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
