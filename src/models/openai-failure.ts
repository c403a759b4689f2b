import { t } from '@vscode/l10n';
import type { ModelFailure, ModelFailureCode } from '../core/ports/language-model';

interface Endpoint {
  readonly baseUrl: string;
  readonly name?: string;
}

/** The server answered, but not with chat completion events. */
export function protocolFailure(): ModelFailure {
  return {
    code: 'protocol',
    message: t('The server answered, but not in the format of OpenAI chat completions.'),
    remedy: t('Check the base URL: it usually ends in /v1.'),
  };
}

/**
 * Turns what the SDK or the platform threw into advice. It goes by shape rather than by class, because errors cross
 * bundles; nothing of the request (which holds the key) is copied into the message.
 *
 * @param anyText whether part of the answer had arrived
 */
export function failureOf(error: unknown, endpoint: Endpoint | null, anyText: boolean): ModelFailure {
  const code = codeOf(error, anyText);
  const where = endpoint?.baseUrl ?? t('the server');
  const model = endpoint?.name ?? t('the chosen model');
  const { message, remedy } = advice(code, where, model);
  return { code, message: message + detailOf(error, code), remedy };
}

function advice(code: ModelFailureCode, where: string, model: string): { message: string; remedy: string } {
  switch (code) {
    case 'unauthorized':
      return { message: t('{0} refused the API key.', where), remedy: t('Set the API key again.') };
    case 'forbidden':
      return {
        message: t('{0} does not allow this key to use {1}.', where, model),
        remedy: t('Choose another model or ask for access.'),
      };
    case 'unknown-model':
      return {
        message: t('{0} does not know the model {1}.', where, model),
        remedy: t('Check the model name and the base URL, which usually ends in /v1.'),
      };
    case 'rate-limited':
      return {
        message: t('{0} is limiting requests.', where),
        remedy: t('Wait a moment and try again, or choose another model.'),
      };
    case 'unreachable':
      return {
        message: t("{0} can't be reached.", where),
        remedy: t('Start the server or check the base URL and your network.'),
      };
    case 'timeout':
      return {
        message: t('{0} did not answer in time.', where),
        remedy: t('Try again, or choose another model.'),
      };
    case 'server':
      return { message: t('{0} failed on its side.', where), remedy: t('Try again in a moment.') };
    case 'protocol':
      return protocolFailure();
    case 'interrupted':
      return {
        message: t('The connection to {0} broke before the answer was complete.', where),
        remedy: t('What came is kept. Try again for a whole one.'),
      };
    case 'unavailable':
    case 'unknown':
      return {
        message: t('The request to {0} failed.', where),
        remedy: t('Check the model settings and try again.'),
      };
  }
}

function codeOf(error: unknown, anyText: boolean): ModelFailureCode {
  const status = field(error, 'status');
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'unknown-model';
  if (status === 408) return 'timeout';
  if (status === 429) return 'rate-limited';
  if (typeof status === 'number' && status >= 500) return 'server';
  if (typeof status === 'number') return 'unknown';
  if (anyText) return 'interrupted';
  if (error instanceof SyntaxError) return 'protocol';
  // By message: the names of the SDK's classes do not survive minification.
  const text = String(error);
  if (/Request timed out/.test(text)) return 'timeout';
  if (/Connection error|fetch failed|ECONNREFUSED|ENOTFOUND|terminated/.test(text)) return 'unreachable';
  return 'unknown';
}

/** The server's own words, cut short; servers are untrusted and may send whole pages. */
function detailOf(error: unknown, code: ModelFailureCode): string {
  // Some servers quote part of the key when they refuse it.
  if (code === 'unauthorized') return '';
  const inner = field(error, 'error');
  const message = field(inner, 'message');
  return typeof message === 'string' && message !== '' ? ` ${t('It says: {0}', message.slice(0, 200))}` : '';
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
