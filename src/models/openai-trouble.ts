import type { ModelFailureCode } from '../core/ports/language-model';
import { NotAChatError } from './read-answer';
import { serverErrorOf, type ServerError } from './server-error';

/** What went wrong, finer than the port's codes, since the advice is another. */
export type Trouble =
  | ModelFailureCode
  | 'no-key'
  | 'refused'
  | 'web-page'
  | 'redirect'
  | 'quota'
  | 'too-long'
  | 'certificate'
  | 'proxy'
  | 'no-text'
  | 'page';

/**
 * What the SDK or the platform threw comes to. It goes by shape rather than by class, because errors cross bundles.
 *
 * @param said what the server said of it, see {@link saidBy}
 * @param anyText whether part of the answer had arrived
 */
export function troubleOf(error: unknown, said: ServerError, anyText: boolean): Trouble {
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

/** The server's own words in an error. */
export function saidBy(error: unknown): ServerError {
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

/** A field of a value of which nothing is known. */
export function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
