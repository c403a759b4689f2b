import { t } from '@vscode/l10n';
import type { ModelFailure, ModelFailureCode, ModelOutcome } from '../core/ports/language-model';
import { NotAChatError } from './read-answer';
import { retryAfterSeconds } from './retry-after';
import { serverErrorOf, type ServerError } from './server-error';

interface Endpoint {
  readonly baseUrl: string;
  readonly name?: string;
  /** What no message may quote: the key, the values of headers. */
  readonly secrets?: readonly string[];
}

/** What went wrong, finer than the port's codes, since the advice is another. */
type Trouble =
  | ModelFailureCode
  | 'web-page'
  | 'redirect'
  | 'quota'
  | 'too-long'
  | 'certificate'
  | 'proxy'
  | 'no-text'
  | 'page';

/** The server kept silent for too long. @param seconds how long @param anyText whether part of the answer had arrived */
export function silenceFailure(endpoint: Endpoint, seconds: number, anyText: boolean): ModelFailure {
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
export function failureOf(error: unknown, endpoint: Endpoint | null, anyText: boolean): ModelFailure {
  const said = saidBy(error);
  const trouble = troubleOf(error, said, anyText);
  const where = endpoint === null ? t('the server') : shownAddress(endpoint.baseUrl);
  const { message, remedy } = advice(trouble, where, endpoint?.name ?? t('the chosen model'));
  const code = codeOf(trouble);
  const retryAfter = retryAfterOf(error, trouble);
  return {
    code,
    message: message + detailOf(said, trouble, endpoint?.secrets ?? []),
    remedy,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

/** The same as an outcome: a prompt that a filter refused is no failure of the connection. */
export function outcomeOf(error: unknown, endpoint: Endpoint | null, anyText: boolean): ModelOutcome {
  const { code } = saidBy(error);
  if (code === 'content_filter' || code === 'ResponsibleAIPolicyViolation') return { kind: 'filtered' };
  return { kind: 'failed', failure: failureOf(error, endpoint, anyText) };
}

/** An address without its query and without what may be a secret in it. */
function shownAddress(baseUrl: string): string {
  return baseUrl.split(/[?#]/, 1)[0] ?? baseUrl;
}

function advice(trouble: Trouble, where: string, model: string): { message: string; remedy: string } {
  switch (trouble) {
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
    case 'quota':
      return {
        message: t('What this key may spend at {0} is used up.', where),
        remedy: t('Add credit at the provider, or choose another model.'),
      };
    case 'unreachable':
      return {
        message: t("{0} can't be reached.", where),
        remedy: t('Start the server or check the base URL and your network.'),
      };
    case 'page':
      return {
        message: t("{0} can't be reached from the browser.", where),
        remedy: t(
          "The server has to run and to allow requests of web pages (CORS). Else use the editor's models or the outline, or VS Code on the desktop.",
        ),
      };
    case 'certificate':
      return {
        message: t('The certificate of {0} is not trusted.', where),
        remedy: t(
          "Add your company's certificate to the system's, or name it in NODE_EXTRA_CA_CERTS before you start the editor or the command.",
        ),
      };
    case 'proxy':
      return {
        message: t('The proxy on the way to {0} refused the connection.', where),
        remedy: t('Check the proxy, its user name and password, and NO_PROXY.'),
      };
    case 'timeout':
      return {
        message: t('{0} did not answer in time.', where),
        remedy: t('Try again, or choose another model.'),
      };
    case 'server':
      return { message: t('{0} failed on its side.', where), remedy: t('Try again in a moment.') };
    case 'no-text':
      return {
        message: t('{0} closed the connection before any text came.', where),
        remedy: t('Try again in a moment.'),
      };
    case 'too-long':
      return {
        message: t('The prompt is too long for {0}.', model),
        remedy: t('Leave out documents, or choose a model with a larger context window.'),
      };
    case 'protocol':
      return {
        message: t('The server answered, but not in the format of OpenAI chat completions.'),
        remedy: t('Check the base URL: it usually ends in /v1.'),
      };
    case 'web-page':
      return {
        message: t('{0} answered with a web page.', where),
        remedy: t('Check the base URL, which usually ends in /v1, and whether a proxy asks you to sign in.'),
      };
    case 'redirect':
      return {
        message: t('{0} sends requests on to another address, which is not followed with your key.', where),
        remedy: t('Enter the other address as base URL if you trust it.'),
      };
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

function codeOf(trouble: Trouble): ModelFailureCode {
  switch (trouble) {
    case 'web-page':
    case 'redirect':
      return 'protocol';
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

function troubleOf(error: unknown, said: ServerError, anyText: boolean): Trouble {
  if (NotAChatError.is(error)) return anyText ? 'interrupted' : error.page ? 'web-page' : 'protocol';
  const status = statusOf(error, said);
  // Once text has come, the answer broke off, whatever the server gives as the reason.
  if (anyText) return 'interrupted';
  if (status !== undefined) return troubleOfStatus(status, said);
  if (said.message !== '' || said.code !== '') return troubleOfWords(said);
  const codes = causes(error);
  if (codes.some((code) => /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ERR_TLS/.test(code)))
    return 'certificate';
  if (codes.some((code) => /TIMEOUT|ETIMEDOUT/.test(code))) return 'timeout';
  // By message: the names of the SDK's classes do not survive minification.
  const text = [String(error), ...codes].join(' ');
  if (/Proxy response|proxy.*(?:407|refused)/i.test(text)) return 'proxy';
  if (/Request timed out/.test(text)) return 'timeout';
  if (/terminated|ECONNRESET|other side closed|ended (?:early|in the middle)/.test(text)) return 'no-text';
  // Browsers say no more than this, each in its own words, lest a page learns of what it may not see.
  if (/Failed to fetch|NetworkError when attempting|Load failed/.test(text)) return 'page';
  if (/Connection error|fetch failed|ECONNREFUSED|ENOTFOUND|EAI_AGAIN/.test(text)) return 'unreachable';
  return 'unknown';
}

function troubleOfStatus(status: number, said: ServerError): Trouble {
  if (status < 400) return 'redirect';
  switch (status) {
    case 401:
      return 'unauthorized';
    case 402:
      return 'quota';
    case 403:
      return 'forbidden';
    case 404:
      return 'unknown-model';
    case 405:
      return 'protocol';
    case 407:
      return 'proxy';
    case 408:
      return 'timeout';
    case 413:
      return 'too-long';
    case 429:
      return said.code === 'insufficient_quota' ? 'quota' : 'rate-limited';
  }
  return status >= 500 ? 'server' : troubleOfWords(said);
}

/** Where the status says nothing, or only that the request is wrong, the words say more. */
function troubleOfWords({ message, code }: ServerError): Trouble {
  const text = `${code} ${message}`;
  if (
    /context.{0,3}(?:length|size|window)|maximum context|prompt is too long|too many (?:input )?tokens/i.test(
      text,
    )
  )
    return 'too-long';
  if (/api.?key.{0,20}(?:not valid|invalid|incorrect)|(?:invalid|incorrect).{0,20}api.?key/i.test(text))
    return 'unauthorized';
  if (
    /model.{0,80}(?:not exist|not found|not a valid)|(?:invalid|unknown) model|not a valid model/i.test(text)
  )
    return 'unknown-model';
  if (/insufficient_quota|insufficient balance/i.test(text)) return 'quota';
  if (/rate.?limit|too many requests|resource.?exhausted/i.test(text)) return 'rate-limited';
  if (/overloaded|unavailable|internal.?(?:server.?)?error|server_error|timed? ?out/i.test(text))
    return 'server';
  return 'unknown';
}

function statusOf(error: unknown, { code }: ServerError): number | undefined {
  const status = field(error, 'status');
  if (typeof status === 'number') return status;
  // An error inside an answer has its status as its code (OpenRouter, llama.cpp, vLLM).
  return /^[45]\d\d$/.test(code) ? Number(code) : undefined;
}

function retryAfterOf(error: unknown, trouble: Trouble): number | null | undefined {
  if (['quota', 'certificate', 'proxy', 'page'].includes(trouble)) return null;
  const status = field(error, 'status');
  // What a server has not built it will not build meanwhile.
  if (status === 501 || status === 505) return null;
  const headers = field(error, 'headers');
  return isHeaders(headers) ? retryAfterSeconds(headers, Date.now()) : undefined;
}

function saidBy(error: unknown): ServerError {
  return serverErrorOf(field(error, 'error') ?? null);
}

/** Codes and messages along the chain of causes. */
function causes(error: unknown): readonly string[] {
  const found: string[] = [];
  for (let cause = field(error, 'cause'), depth = 0; cause !== undefined && depth < 5; depth += 1) {
    for (const part of [field(cause, 'code'), field(cause, 'message')])
      if (typeof part === 'string') found.push(part);
    cause = field(cause, 'cause');
  }
  return found;
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

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
