import { OpenAI } from 'openai';
import { describe, expect, it } from 'vitest';
import { failureOf, shownEndpoint } from '../../../src/models/openai-failure';

const endpoint = { baseUrl: 'https://api.example/v1', name: 'm' };

/** The error as a minified bundle has it: same message, another class name. */
function minified(error: Error): Error {
  return Object.assign(new (class t extends Error {})(error.message), { status: undefined });
}

describe('a server that refuses where no key was sent', () => {
  const refusal = (
    status: number,
    message: string,
    more: Partial<Parameters<typeof shownEndpoint>[0]> = {},
  ) =>
    failureOf(
      Object.assign(new Error(message), { status, error: message === '' ? undefined : { message } }),
      { ...shownEndpoint({ baseUrl: endpoint.baseUrl, apiKey: null, ...more }), name: 'm' },
      false,
    );

  it.each([
    [401, 'Who are you?'],
    [403, ''],
    [403, 'Missing Authorization header'],
    [403, 'You need an API key'],
  ])('wants one: %i "%s"', (status, message) => {
    expect(refusal(status, message)).toMatchObject({
      code: 'unauthorized',
      message: expect.stringContaining('needs an API key') as string,
    });
  });

  it('has its own reasons where it names them', () => {
    const { code, message } = refusal(403, 'Country, region, or territory not supported');
    expect(code).toBe('forbidden');
    expect(message).toBe(
      'https://api.example/v1 refuses the request. It says: Country, region, or territory not supported',
    );
  });

  it('wants one too beside a header that says nothing of who asks', () => {
    expect(refusal(401, '', { headers: { 'X-Team': 'shop' } }).message).toContain('needs an API key');
    expect(refusal(401, '', { headers: { 'X-Api-Key': 'k' } }).message).toContain('refused the API key');
  });
});

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
