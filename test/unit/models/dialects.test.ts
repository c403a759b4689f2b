import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listOpenAiModels } from '../../../src/models/list-models';
import { createOpenAiModel, type NamedEndpoint } from '../../../src/models/openai-model';
import { answering, dialects, type ServerDialect } from '../../harness/dialects';
import {
  delta,
  events,
  eventStream,
  finish,
  refusal,
  startWireServer,
  streamed,
  type WireServer,
} from '../../harness/wire-server';
import { askModel, dataRequest, failureCode } from './ask-model';

const answer = '# Spec\n\nÜmlaut, 漢字, 🚀🚀🚀🚀🚀 and more.\n';
const all: readonly (readonly [string, ServerDialect])[] = Object.entries(dialects);

let server: WireServer;
beforeAll(async () => {
  server = await startWireServer();
});
afterAll(() => server.close());

const modelOf = (dialect: ServerDialect, more: Partial<NamedEndpoint> = {}) =>
  createOpenAiModel({
    name: dialect.model,
    baseUrl: `${server.origin}${dialect.base}`,
    apiKey: 'test-key',
    ...more,
  });

describe('servers of each make', () => {
  it.each(all)('%s: the answer comes whole, thoughts apart', async (_, dialect) => {
    server.reply(answering(dialect, answer));
    const asked = await askModel(modelOf(dialect));
    expect(asked.outcome).toEqual({ kind: 'complete' });
    expect(asked.text).toBe(answer);
    // Each piece can be written by itself.
    for (const event of asked.events)
      if (event.type === 'text') expect(Buffer.from(event.text).toString()).toBe(event.text);
  });

  it.each(all)('%s: data is asked for as strictly as the server allows', async (_, dialect) => {
    server.reply(answering(dialect, '{"questions":[]}'));
    const model = modelOf(dialect);
    const asked = await askModel(model, dataRequest);
    expect([asked.outcome.kind, asked.text]).toEqual(['complete', '{"questions":[]}']);
    const refused = server.requests().length - 1;
    expect(refused).toBeLessThan(4);
    await askModel(model, dataRequest);
    // What it refused once is not tried again.
    expect(server.requests()).toHaveLength(refused + 2);
  });

  it.each(all)('%s: its models are listed', async (_, dialect) => {
    server.reply(answering(dialect, answer));
    const listed = await listOpenAiModels(
      { baseUrl: `${server.origin}${dialect.base}`, apiKey: 'test-key' },
      new AbortController().signal,
    );
    expect(listed.map(({ name }) => name)).toEqual(dialect.names);
  });

  it.each(all)('%s: a model that it does not know is named as such', async (_, dialect) => {
    server.reply(dialect.unknownModel);
    const asked = await askModel(modelOf(dialect));
    expect(failureCode(asked)).toBe('unknown-model');
    // It is no question of parameters.
    expect(server.requests()).toHaveLength(1);
  });

  it('shows thinking as a sign of life', async () => {
    for (const dialect of [
      dialects.openrouter,
      dialects.lmStudio,
      dialects.llamaCpp,
      dialects.vllm,
      dialects.deepSeek,
      dialects.mistral,
    ]) {
      server.reply(answering(dialect, answer));
      expect((await askModel(modelOf(dialect))).events[0]).toEqual({ type: 'thinking' });
    }
  });

  it('counts tokens, cached ones among them, wherever they are told', async () => {
    server.reply(answering(dialects.openai, answer));
    const counted = { inputTokens: 20, outputTokens: 8, cachedInputTokens: 16 };
    expect((await askModel(modelOf(dialects.openai))).usage).toEqual(counted);
    server.reply(answering(dialects.deepSeek, answer));
    expect((await askModel(modelOf(dialects.deepSeek))).usage).toEqual(counted);
    server.reply(answering(dialects.gemini, answer));
    expect((await askModel(modelOf(dialects.gemini))).usage).toBeUndefined();
  });

  it('tells the size of the window where the list does', async () => {
    for (const [dialect, window] of [
      [dialects.vllm, 32_768],
      [dialects.openrouter, 163_840],
      [dialects.llamaCpp, 40_960],
      [dialects.mistral, 131_072],
    ] as const) {
      server.reply(answering(dialect, answer));
      const [first] = await listOpenAiModels(
        { baseUrl: `${server.origin}${dialect.base}`, apiKey: null },
        new AbortController().signal,
      );
      expect(first?.contextWindow).toBe(window);
    }
  });
});

describe('what differs in requests', () => {
  it('limits the answer under the name that the server knows', async () => {
    server.reply(answering(dialects.openai, answer));
    expect((await askModel(modelOf(dialects.openai, { maxOutputTokens: 900 }))).text).toBe(answer);
    expect(
      server.requests().map(({ body }) => [body?.['max_tokens'], body?.['max_completion_tokens']]),
    ).toEqual([
      [900, undefined],
      [undefined, 900],
    ]);
  });

  it('sends no limit unless there is one', async () => {
    server.reply(answering(dialects.vllm, answer));
    await askModel(modelOf(dialects.vllm));
    expect(Object.keys(server.requests()[0]?.body ?? {}).sort()).toEqual([
      'messages',
      'model',
      'stream',
      'stream_options',
    ]);
  });

  it("puts the system's words in front of the person's where there is no system role", async () => {
    server.reply(answering(dialects.llamaCpp, answer));
    await askModel(modelOf(dialects.llamaCpp));
    expect(server.requests().at(-1)?.body?.['messages']).toEqual([
      { role: 'user', content: 'You write specs.\n\nWrite.' },
    ]);
  });

  it('sends the schema of data, and then only the wish for JSON', async () => {
    server.reply(answering(dialects.deepSeek, '{}'));
    await askModel(modelOf(dialects.deepSeek), dataRequest);
    expect(server.requests().map(({ body }) => body?.['response_format'])).toEqual([
      {
        type: 'json_schema',
        json_schema: {
          name: 'open_questions',
          strict: true,
          schema: { type: 'object', properties: {}, required: [], additionalProperties: false },
        },
      },
      { type: 'json_object' },
    ]);
  });

  it("sends a key in Azure's own header and to the deployment", async () => {
    server.reply(answering(dialects.azure, answer));
    await askModel(modelOf(dialects.azure));
    const [request] = server.requests();
    expect(request?.path).toBe('/openai/deployments/team-gpt/chat/completions');
    expect(request?.query.get('api-version')).toBe('2024-10-21');
    expect(request?.headers['api-key']).toBe('test-key');
    expect(request?.headers.authorization).toBeUndefined();
  });

  it('sends no key where there is none, and nothing about the machine', async () => {
    server.reply(answering(dialects.ollama, answer));
    await askModel(modelOf(dialects.ollama, { apiKey: null }));
    const headers = server.requests()[0]?.headers ?? {};
    expect(headers.authorization).toBeUndefined();
    expect(Object.keys(headers).filter((name) => name.startsWith('x-'))).toEqual([]);
    expect(headers['user-agent']).toBe('tech-spec');
  });

  it('sends headers of its own with each request, over its others', async () => {
    server.reply(answering(dialects.ollama, answer));
    await askModel(
      modelOf(dialects.ollama, { headers: { Authorization: 'Basic abc', 'X-Team': 'billing' } }),
    );
    const headers = server.requests()[0]?.headers ?? {};
    expect([headers.authorization, headers['x-team']]).toEqual(['Basic abc', 'billing']);
  });
});

describe('errors in each shape', () => {
  const says = async (status: number, body: unknown): Promise<string> => {
    server.reply(refusal(status, body));
    const asked = await askModel(modelOf(dialects.ollama));
    return asked.outcome.kind === 'failed'
      ? `${asked.outcome.failure.code}: ${asked.outcome.failure.message}`
      : asked.outcome.kind;
  };

  it.each([
    [{ error: { message: 'A reason.' } }],
    [{ error: 'A reason.' }],
    [[{ error: { message: 'A reason.' } }]],
    [{ object: 'error', message: 'A reason.' }],
    [{ detail: 'A reason.' }],
    [{ detail: [{ loc: ['body', 'x'], msg: 'A reason.' }] }],
    [
      {
        error: { message: 'Provider returned error', metadata: { raw: '{"error":{"message":"A reason."}}' } },
      },
    ],
    ['A reason.'],
  ])('gives the reason of %j', async (body) => {
    expect(await says(403, body)).toContain('A reason.');
  });

  it.each([
    [400, { error: { message: 'API key not valid. Please pass a valid API key.' } }, 'unauthorized'],
    [402, { error: { message: 'Insufficient Balance' } }, 'rate-limited'],
    [
      429,
      { error: { message: 'You exceeded your current quota', code: 'insufficient_quota' } },
      'rate-limited',
    ],
    [400, { error: { message: 'This model has a maximum context length of 8192 tokens.' } }, 'unavailable'],
    [
      400,
      {
        error: {
          code: 400,
          type: 'exceed_context_size_error',
          message: 'the request exceeds the available context size',
        },
      },
      'unavailable',
    ],
    [413, 'too large', 'unavailable'],
    [405, '', 'protocol'],
    [529, { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }, 'server'],
  ])('knows what %i %j means', async (status, body, code) => {
    expect(await says(status, body)).toMatch(new RegExp(`^${code}:`));
  });

  it('says that the prompt was filtered', async () => {
    expect(await says(400, { error: { code: 'content_filter', message: 'Filtered.', status: 400 } })).toBe(
      'filtered',
    );
  });

  it('quotes neither key nor headers that a server repeats', async () => {
    server.reply(refusal(403, { error: { message: 'No test-key with token-of-team.' } }));
    const asked = await askModel(modelOf(dialects.ollama, { headers: { 'X-Token': 'token-of-team' } }));
    expect(asked.outcome.kind === 'failed' && asked.outcome.failure.message).toContain('No *** with ***.');
  });

  it('does not follow a redirect with the key', async () => {
    server.reply({ status: 307, headers: { location: `${server.origin}/other/chat/completions` } });
    expect(failureCode(await askModel(modelOf(dialects.ollama)))).toBe('protocol');
    expect(server.requests()).toHaveLength(1);
  });

  it.each([
    [{ error: { code: 429, message: 'Slow down.' } }, 'rate-limited'],
    [
      {
        error: { code: 502, message: 'Provider is down.' },
        choices: [{ delta: { content: '' }, finish_reason: 'error' }],
      },
      'server',
    ],
    [{ error: { message: 'Overloaded', type: 'overloaded_error' } }, 'server'],
    [{ error: 'model not found' }, 'unknown-model'],
    [{ object: 'error', message: 'Internal server error', code: 500 }, 'server'],
  ])('an error inside an answer, before text: %j', async (event, code) => {
    server.reply({ headers: eventStream, chunks: [': PROCESSING\n\n', ...events([event], false)] });
    expect(failureCode(await askModel(modelOf(dialects.openrouter)))).toBe(code);
  });

  it('an error inside an answer, after text, keeps the text', async () => {
    server.reply({
      headers: eventStream,
      chunks: events([delta('Half '), delta('of it'), { error: { code: 502, message: 'It broke.' } }], false),
    });
    const asked = await askModel(modelOf(dialects.openrouter));
    expect([asked.text, failureCode(asked)]).toEqual(['Half of it', 'interrupted']);
    expect(asked.outcome.kind === 'failed' && asked.outcome.failure.message).toContain('It broke.');
  });

  it("an error in a field of its own, as llama.cpp's older versions send it", async () => {
    server.reply({ headers: eventStream, chunks: ['error: {"code":500,"message":"out of memory"}\n\n'] });
    expect(failureCode(await askModel(modelOf(dialects.llamaCpp)))).toBe('server');
  });

  it.each([
    ['content_filter', 'filtered'],
    ['SAFETY', 'filtered'],
    ['max_tokens', 'length'],
    ['eos', 'complete'],
    ['insufficient_system_resource', 'interrupted'],
  ])('reads the end %s as %s', async (reason, kind) => {
    server.reply(streamed('Some text', [finish(reason)]));
    expect(failureCode(await askModel(modelOf(dialects.ollama)))).toBe(kind);
  });
});
