import { t } from '@vscode/l10n';
import type { ModelFailure, ModelFailureCode, ModelOutcome } from '../core/ports/language-model';
import type { OpenAiEndpoint } from './openai-client';
import { field, saidBy, troubleOf, type Trouble } from './openai-trouble';
import { retryAfterSeconds } from './retry-after';
import type { ServerError } from './server-error';
import { adviceOn } from './trouble-advice';

/** What messages may tell of a server, and what they must not. */
export interface ShownEndpoint {
  readonly baseUrl: string;
  readonly name?: string;
  /** What no message may quote: the key, the values of headers. */
  readonly secrets?: readonly string[];
  /** Whether nothing was sent that a server could refuse: it can only want a key then. */
  readonly keyless?: boolean;
}

/** Names of headers by which a server may know who asks, and words of one that asks for that. */
const credential = /auth|key|token|secret|cookie|credential|signature|log-?in|sign[- ]?in/i;

/** What messages may tell of the server of an endpoint. */
export function shownEndpoint({ baseUrl, apiKey, headers = {} }: OpenAiEndpoint): ShownEndpoint {
  const secrets = [...(apiKey === null ? [] : [apiKey]), ...Object.values(headers)];
  return {
    baseUrl,
    secrets,
    keyless: apiKey === null && !Object.keys(headers).some((name) => credential.test(name)),
  };
}

/** The server kept silent for too long. @param seconds how long @param anyText whether part of the answer had arrived */
export function silenceFailure(endpoint: ShownEndpoint, seconds: number, anyText: boolean): ModelFailure {
  const where = shownAddress(endpoint.baseUrl);
  const remedy = t('Try again, choose another model, or raise the limit for silence in the settings.');
  return anyText
    ? {
        code: 'interrupted',
        message: t('{0} stopped in the middle of the answer: nothing came for {1} s.', where, seconds),
        remedy,
      }
    : { code: 'timeout', message: t('{0} did not answer within {1} s.', where, seconds), remedy };
}

/**
 * Turns what the SDK or the platform threw into advice. It goes by shape rather than by class, because errors cross
 * bundles; nothing of the request (which holds the key) is copied into the message.
 *
 * @param anyText whether part of the answer had arrived
 */
export function failureOf(error: unknown, endpoint: ShownEndpoint | null, anyText: boolean): ModelFailure {
  const said = saidBy(error);
  const told = troubleOf(error, said, anyText);
  const trouble = endpoint?.keyless === true ? withoutKey(told, said) : told;
  const where = endpoint === null ? t('the server') : shownAddress(endpoint.baseUrl);
  const { message, remedy } = adviceOn(trouble, where, endpoint?.name ?? t('the chosen model'));
  const code = codeOf(trouble);
  const retryAfter = retryAfterOf(error, trouble);
  return {
    code,
    message: message + detailOf(said, told, endpoint?.secrets ?? []),
    remedy,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

/** A server that forbids may have other reasons than that it wants a key: where one asks from, what is asked. */
function withoutKey(told: Trouble, { code, message }: ServerError): Trouble {
  if (told === 'unauthorized') return 'no-key';
  if (told !== 'forbidden') return told;
  return message === '' || credential.test(`${code} ${message}`) ? 'no-key' : 'refused';
}

/** The same as an outcome: a prompt that a filter refused is no failure of the connection. */
export function outcomeOf(error: unknown, endpoint: ShownEndpoint | null, anyText: boolean): ModelOutcome {
  const { code } = saidBy(error);
  if (code === 'content_filter' || code === 'ResponsibleAIPolicyViolation') return { kind: 'filtered' };
  return { kind: 'failed', failure: failureOf(error, endpoint, anyText) };
}

/** An address without its query and without what may be a secret in it. */
function shownAddress(baseUrl: string): string {
  return baseUrl.split(/[?#]/, 1)[0] ?? baseUrl;
}

function codeOf(trouble: Trouble): ModelFailureCode {
  switch (trouble) {
    case 'web-page':
    case 'redirect':
      return 'protocol';
    case 'no-key':
      return 'unauthorized';
    case 'refused':
      return 'forbidden';
    case 'quota':
      return 'rate-limited';
    case 'too-long':
      return 'unavailable';
    case 'certificate':
    case 'proxy':
    case 'no-text':
    case 'page':
      return 'unreachable';
    default:
      return trouble;
  }
}

function retryAfterOf(error: unknown, trouble: Trouble): number | null | undefined {
  if (['quota', 'certificate', 'proxy', 'page'].includes(trouble)) return null;
  const status = field(error, 'status');
  // What a server has not built it will not build meanwhile.
  if (status === 501 || status === 505) return null;
  const headers = field(error, 'headers');
  return isHeaders(headers) ? retryAfterSeconds(headers, Date.now()) : undefined;
}

/** The server's own words, cut short; servers are untrusted and may send whole pages. */
function detailOf({ message }: ServerError, trouble: Trouble, secrets: readonly string[]): string {
  // Some servers quote part of the key when they refuse it.
  if (trouble === 'unauthorized') return '';
  const shown = secrets
    .filter((secret) => secret.length > 3)
    .reduce((text, secret) => text.replaceAll(secret, '***'), message);
  return shown.trim() === '' ? '' : ` ${t('It says: {0}', shown.trim().slice(0, 200))}`;
}

function isHeaders(value: unknown): value is { get(name: string): string | null } {
  return typeof field(value, 'get') === 'function';
}
