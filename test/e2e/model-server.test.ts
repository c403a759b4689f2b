import OpenAI, { APIConnectionError, APIError } from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startModelServer, type ModelBehaviour, type ModelServer } from '../harness/model-server';

describe('the local model server', () => {
  let server: ModelServer;
  beforeAll(async () => {
    server = await startModelServer();
  });
  afterAll(() => server.close());

  const ask = async (behaviour: ModelBehaviour, signal?: AbortSignal) => {
    server.reply(behaviour);
    const client = new OpenAI({ apiKey: 'test-key', baseURL: server.baseUrl, maxRetries: 0 });
    let text = '';
    const outcome = { text: '', finish: undefined as string | null | undefined, error: undefined as unknown };
    try {
      const stream = await client.chat.completions.create(
        { model: 'test-model', stream: true, messages: [{ role: 'user', content: 'x'.repeat(200_000) }] },
        signal === undefined ? {} : { signal },
      );
      for await (const chunk of stream) {
        text += chunk.choices[0]?.delta.content ?? '';
        outcome.finish = chunk.choices[0]?.finish_reason ?? outcome.finish;
      }
    } catch (error) {
      outcome.error = error;
    }
    return { ...outcome, text };
  };
  const text = 'A line of text with ünïcode.\n'.repeat(40);

  it('streams the text byte for byte and keeps what was asked', async () => {
    server.forget();
    expect(await ask({ kind: 'stream', text })).toMatchObject({ text, finish: 'stop', error: undefined });
    expect(server.requests().map(({ key, body }) => [key, body.messages.length])).toEqual([['test-key', 1]]);
  });

  it('keeps to the pace that was set', async () => {
    const start = performance.now();
    await ask({ kind: 'stream', text: 'abcd'.repeat(100), tokensPerSecond: 100 });
    const seconds = (performance.now() - start) / 1000;
    expect(seconds).toBeGreaterThan(0.95);
    expect(seconds).toBeLessThan(2);
  });

  it('passes on the reason why the text ended', async () => {
    expect((await ask({ kind: 'stream', text, finishReason: 'length' })).finish).toBe('length');
  });

  it.each([401, 404, 429, 500] as const)('answers with the error %d', async (status) => {
    const { error } = await ask({ kind: 'error', status });
    expect(error).toBeInstanceOf(APIError);
    expect((error as APIError).status).toBe(status);
  });

  it('cuts the connection in the middle of the text', async () => {
    const outcome = await ask({ kind: 'reset', text, afterTokens: 10 });
    expect(outcome.error).toBeDefined();
    expect(text.startsWith(outcome.text)).toBe(true);
    expect(Math.abs(outcome.text.length - 40)).toBeLessThanOrEqual(4);
  });

  it('cuts the connection before an answer', async () => {
    expect((await ask({ kind: 'refuse' })).error).toBeInstanceOf(APIConnectionError);
  });

  it('hangs until the client gives up', async () => {
    const outcome = await ask({ kind: 'hang' }, AbortSignal.timeout(300));
    expect(String(outcome.error)).toMatch(/abort/i);
  });

  it('speaks something else than the protocol', async () => {
    expect(await ask({ kind: 'html' })).toMatchObject({ text: '' });
    expect((await ask({ kind: 'garbage' })).error).toBeDefined();
  });

  it('lists its models', async () => {
    server.models(['one', 'two']);
    const client = new OpenAI({ apiKey: 'test-key', baseURL: server.baseUrl });
    expect((await client.models.list()).data.map(({ id }) => id)).toEqual(['one', 'two']);
  });

  it('decides by the request when told to', async () => {
    server.reply(({ model }) => ({ kind: 'stream', text: model }));
    const client = new OpenAI({ apiKey: 'test-key', baseURL: server.baseUrl });
    const messages = [{ role: 'user' as const, content: 'Hi' }];
    const answer = await client.chat.completions.create({ model: 'second', messages });
    expect(answer.choices[0]?.message.content).toBe('second');
  });
});
