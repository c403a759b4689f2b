import { OpenAI } from 'openai';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../src/models/openai-failure';

const endpoint = { baseUrl: 'https://api.example/v1', name: 'm' };

/** The error as a minified bundle has it: same message, another class name. */
function minified(error: Error): Error {
  return Object.assign(new (class t extends Error {})(error.message), { status: undefined });
}

describe('a failure of the SDK', () => {
  it.each([
    [new OpenAI.APIConnectionError({}), 'unreachable'],
    [new OpenAI.APIConnectionTimeoutError(), 'timeout'],
    [new TypeError('fetch failed'), 'unreachable'],
    [new OpenAI.APIConnectionError({ cause: new TypeError('Failed to fetch') }), 'unreachable'],
  ] as const)('%s is %s, minified too', (error, code) => {
    expect(failureOf(error, endpoint, false).code).toBe(code);
    expect(failureOf(minified(error), endpoint, false).code).toBe(code);
  });

  it.each(['Failed to fetch', 'NetworkError when attempting to fetch resource.', 'Load failed'])(
    'that a browser tells as "%s" leads to what a server has to allow there',
    (words) => {
      const error = new OpenAI.APIConnectionError({ cause: new TypeError(words) });
      const { message, remedy, retryAfter } = failureOf(error, endpoint, false);
      expect(message).toBe("https://api.example/v1 can't be reached from the browser.");
      expect(remedy).toContain('CORS');
      // It will not be allowed a moment later either.
      expect(retryAfter).toBeNull();
    },
  );
});
