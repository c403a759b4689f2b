import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOpenAiModel, type NamedEndpoint } from '../../../src/models/openai-model';
import { createPatientModel } from '../../../src/models/patient-model';
import { beginningOfContent } from '../../../src/models/read-answer';
import {
  delta,
  events,
  eventStream,
  finish,
  json,
  refusal,
  startWireServer,
  streamed,
  usage,
  type WireServer,
} from '../../harness/wire-server';
import { askModel, failureCode, type Asked } from './ask-model';

const texts = ['# Sp', 'ec\n\nÜml', 'aut, 漢', '字, 🚀 ', '"quo', 'ted" \\ ', 'and ', 'more.\n'];
const whole = texts.join('');

let server: WireServer;
beforeAll(async () => {
  server = await startWireServer();
});
afterAll(() => server.close());

const model = (more: Partial<NamedEndpoint> = {}) =>
  createOpenAiModel({ name: 'm', baseUrl: `${server.origin}/v1`, apiKey: 'test-key', ...more });
const ask = (more: Partial<NamedEndpoint> = {}): Promise<Asked> => askModel(model(more));
const bytes = (values: readonly unknown[]) => new TextEncoder().encode(events(values).join(''));
const body = [
  ...texts.map((text) => delta(text)),
  finish('stop'),
  usage({ prompt_tokens: 9, completion_tokens: 8 }),
];

describe('an answer on a bad line', () => {
  it.each(['close', 'reset'] as const)(
    'keeps all that came where the connection breaks at any event (%s)',
    async (end) => {
      for (let cut = 0; cut <= texts.length; cut += 1) {
        server.reply({ headers: eventStream, chunks: events(body).slice(0, cut), end });
        const asked = await ask();
        expect([asked.text, failureCode(asked)]).toEqual([
          texts.slice(0, cut).join(''),
          cut === 0 ? 'unreachable' : 'interrupted',
        ]);
      }
    },
  );

  it('keeps all that came where the connection breaks at any byte', async () => {
    const sent = bytes(body);
    for (let cut = 1; cut < sent.length; cut += 7) {
      server.reply({ headers: eventStream, chunks: [sent.slice(0, cut)], end: 'close' });
      const { text, outcome } = await ask();
      expect(whole.startsWith(text)).toBe(true);
      // All events that had come whole, and of the torn one what can be read.
      const complete = new TextDecoder().decode(sent.slice(0, cut)).split('\n\n').length - 1;
      expect(text.length).toBeGreaterThanOrEqual(texts.slice(0, complete).join('').length);
      expect(outcome.kind === 'complete').toBe(complete > texts.length);
    }
  });

  it('is whole where the connection breaks after its end was told', async () => {
    server.reply({ headers: eventStream, chunks: events(body).slice(0, texts.length + 1), end: 'close' });
    expect(await ask()).toMatchObject({ text: whole, outcome: { kind: 'complete' } });
  });

  it('is whole however its bytes are cut, in the middle of a character too', async () => {
    const sent = bytes(body);
    for (const size of [1, 2, 3, 5, 64]) {
      const chunks = Array.from({ length: Math.ceil(sent.length / size) }, (_, index) =>
        sent.slice(index * size, (index + 1) * size),
      );
      server.reply({ headers: eventStream, chunks });
      expect(await ask()).toMatchObject({
        text: whole,
        outcome: { kind: 'complete' },
        usage: { inputTokens: 9, outputTokens: 8 },
      });
    }
  });

  it('joins the halves of a character that came in two events', async () => {
    server.reply({
      headers: eventStream,
      chunks: [
        'data: {"choices":[{"delta":{"content":"a\\ud83d"}}]}\n\n',
        ...events([delta('\ude80b'), finish('stop')]),
      ],
    });
    const asked = await ask();
    expect(asked.events.flatMap((event) => (event.type === 'text' ? [event.text] : []))).toEqual([
      'a',
      '🚀b',
    ]);
  });

  it('leaves out half a character whose other half never came', async () => {
    server.reply({
      headers: eventStream,
      chunks: ['data: {"choices":[{"delta":{"content":"a\\ud83d"}}]}\n\n'],
      end: 'close',
    });
    expect((await ask()).text).toBe('a');
  });

  it('marks bytes that are no text and goes on', async () => {
    const broken = Buffer.from(events([delta('a?b')])[0] ?? '');
    broken[broken.indexOf('?')] = 0xff;
    server.reply({ headers: eventStream, chunks: [broken, ...events([finish('stop')])] });
    expect((await ask()).text).toBe('a\ufffdb');
  });

  it('reads lines that end in CR and LF, and events of several lines', async () => {
    const [first = '', ...rest] = events(body);
    server.reply({
      headers: eventStream,
      chunks: [first, ...rest].map((event) => `event: message\r\n${event.replaceAll('\n', '\r\n')}`),
    });
    expect((await ask()).text).toBe(whole);
  });

  it('is whole without the last blank line, and without [DONE]', async () => {
    server.reply({ headers: eventStream, chunks: [events(body, false).join('').trimEnd()] });
    expect((await ask()).outcome.kind).toBe('complete');
  });

  it('is not taken for whole where it just ends', async () => {
    server.reply({
      headers: eventStream,
      chunks: events(
        texts.map((text) => delta(text)),
        false,
      ),
    });
    const asked = await ask();
    expect([asked.text, failureCode(asked)]).toEqual([whole, 'interrupted']);
  });

  it('counts an event once that comes twice under its number', async () => {
    const [first = '', second = '', ...rest] = events(body);
    server.reply({
      headers: eventStream,
      chunks: [`id: 1\n${first}`, `id: 2\n${second}`, `id: 2\n${second}`, `id: 3\n${second}`, ...rest],
    });
    expect((await ask()).text).toBe(`${texts[0]}${texts[1]}${texts[1]}${texts.slice(2).join('')}`);
  });

  it('takes events without numbers as they come: a model may repeat itself', async () => {
    server.reply(streamed('ha', [delta('ha'), delta('ha'), finish('stop')]));
    expect((await ask()).text).toBe('hahaha');
  });

  it('ends at an event that is none, and keeps what came before', async () => {
    const [first = '', second = '', ...rest] = events(body);
    server.reply({ headers: eventStream, chunks: [first, second, 'data: {"choices":[{]}\n\n', ...rest] });
    const asked = await ask();
    expect([asked.text, failureCode(asked)]).toEqual([texts.slice(0, 2).join(''), 'interrupted']);
  });

  it('drips slowly as long as it likes', async () => {
    server.reply({ headers: eventStream, chunks: events(body), pause: 30 });
    expect(await ask({ silence: { firstByte: 2, idle: 2 } })).toMatchObject({
      outcome: { kind: 'complete' },
    });
  });

  it('may keep the connection alive without a word', async () => {
    server.reply({
      headers: eventStream,
      chunks: [...Array.from({ length: 20 }, () => ': still here\n\n'), ...events(body)],
      pause: 40,
    });
    expect(await ask({ silence: { firstByte: 5, idle: 0.5 } })).toMatchObject({ text: whole });
  });

  it('is given up where its server says nothing at all', async () => {
    server.reply('silence');
    const asked = await ask({ silence: { firstByte: 0.1, idle: 60 } });
    expect(failureCode(asked)).toBe('timeout');
  });

  it('is given up where its server falls silent, and keeps what came', async () => {
    server.reply({ headers: eventStream, chunks: events(body).slice(0, 3), end: 'silence' });
    const asked = await ask({ silence: { firstByte: 60, idle: 0.2 } });
    expect([asked.text, failureCode(asked)]).toEqual([texts.slice(0, 3).join(''), 'interrupted']);
  });

  it('can be stopped while its server says nothing', async () => {
    server.reply({ headers: eventStream, chunks: events(body).slice(0, 3), end: 'silence' });
    const stop = new AbortController();
    const sent = texts.slice(0, 3).join('');
    const { text, outcome } = await askModel(model(), undefined, stop.signal, (came) => {
      if (came === sent) stop.abort();
    });
    expect([text, outcome.kind]).toEqual([sent, 'cancelled']);
  });
});

describe('an answer of another kind', () => {
  const document = {
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', content: whole }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 9, completion_tokens: 8 },
  };

  it.each([json, { 'content-type': 'text/plain' }, eventStream])(
    'is taken whole as one document (%j)',
    async (headers) => {
      server.reply({ headers, chunks: [JSON.stringify(document, null, 2)] });
      expect(await ask()).toMatchObject({
        text: whole,
        outcome: { kind: 'complete' },
        usage: { inputTokens: 9, outputTokens: 8 },
      });
    },
  );

  it('keeps the text of a document that broke off', async () => {
    const text = JSON.stringify(document);
    const cut = text.indexOf('and more');
    for (const end of ['close', 'finish'] as const) {
      server.reply({ headers: json, chunks: [text.slice(0, cut)], end });
      const asked = await ask();
      expect([asked.text, failureCode(asked)]).toEqual([
        whole.slice(0, whole.indexOf('and more')),
        'interrupted',
      ]);
    }
  });

  it('may be events under a wrong name', async () => {
    server.reply({ headers: { 'content-type': 'text/html' }, chunks: events(body) });
    expect((await ask()).text).toBe(whole);
  });

  it.each([
    ['a web page', '<!doctype html><title>Sign in</title>', 'answered with a web page'],
    ['a page after blank lines', '\n\n  <html>', 'answered with a web page'],
    ['another JSON', '{"status":"ok"}', 'not in the format'],
    ['a document on each line', '{"message":{"content":"Hi"}}\n{"done":true}\n', 'not in the format'],
    ['plain words', 'Welcome to the gateway', 'not in the format'],
    ['nothing', '', 'not in the format'],
    ['events of another kind', 'data: {"type":"message_start"}\n\n', 'not in the format'],
    ['events that are no JSON', 'data: {"choices": [\n\ndata: not json\n\n', 'not in the format'],
  ])('is told apart: %s', async (_, page, message) => {
    server.reply({ headers: { 'content-type': 'text/html' }, chunks: page === '' ? [] : [page] });
    const asked = await ask();
    expect([asked.text, failureCode(asked)]).toEqual(['', 'protocol']);
    expect(asked.outcome.kind === 'failed' && asked.outcome.failure.message).toContain(message);
  });

  it('may be empty, filtered, cut or refused', async () => {
    server.reply({ headers: eventStream, chunks: events([delta(''), finish('stop')]) });
    expect((await ask()).outcome.kind).toBe('empty');
    server.reply(streamed('Half', [finish('content_filter')]));
    expect(await ask()).toMatchObject({ text: 'Half', outcome: { kind: 'filtered' } });
    server.reply(streamed('Half', [finish('length')]));
    expect(await ask()).toMatchObject({ text: 'Half', outcome: { kind: 'length' } });
    server.reply({
      headers: eventStream,
      chunks: events([
        { choices: [{ delta: { refusal: 'I will ' } }] },
        { choices: [{ delta: { refusal: 'not.' } }] },
        finish('stop'),
      ]),
    });
    expect((await ask()).outcome).toEqual({ kind: 'refused', message: 'I will not.' });
  });

  it('is empty where thoughts took all the room', async () => {
    server.reply(streamed('<think>\nWhat if ', [finish('length')]));
    expect(await ask()).toMatchObject({ text: '', outcome: { kind: 'length' } });
  });

  it.each(['<thin', '<think', '<thinly veiled>', '  \n<b>', '<thought'])(
    'keeps a beginning that is no thought: %s',
    async (text) => {
      server.reply(streamed(text));
      expect((await ask()).text).toBe(text);
    },
  );
});

describe('refusals on the wire', () => {
  it.each([
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'unknown-model'],
    [407, 'unreachable'],
    [429, 'rate-limited'],
    [500, 'server'],
    [503, 'server'],
    [529, 'server'],
  ] as const)('%i is %s, with a remedy', async (status, code) => {
    server.reply(refusal(status, { error: { message: 'A test.' } }));
    expect(failureCode(await ask())).toBe(code);
  });

  it('are waited for as told, and then the answer comes', async () => {
    const ok = streamed(whole);
    server.reply((_, nth) =>
      nth === 0
        ? refusal(429, {}, { 'retry-after-ms': '20' })
        : nth === 1
          ? refusal(503, 'Loading model', { 'retry-after': '0' })
          : nth === 2
            ? 'refuse'
            : ok,
    );
    const asked = await askModel(
      createPatientModel(model(), undefined, { pause: () => Promise.resolve(), random: () => 0 }),
    );
    expect(asked.text).toBe(whole);
    expect(asked.events.flatMap((event) => (event.type === 'waiting' ? [event.wait.reason] : []))).toEqual([
      'rate-limited',
      'server',
      'unreachable',
    ]);
  });

  it('two answers at once do not mix', async () => {
    server.reply((request) =>
      request.body?.['model'] === 'broken'
        ? { headers: eventStream, chunks: events([delta('one')], false), end: 'close' }
        : { ...streamed(whole), pause: 5 },
    );
    const [broken, fine] = await Promise.all([ask({ name: 'broken' }), ask({ name: 'fine' })]);
    expect([broken.text, failureCode(broken), fine.text, fine.outcome.kind]).toEqual([
      'one',
      'interrupted',
      whole,
      'complete',
    ]);
  });
});

describe('the beginning of a torn event', () => {
  it.each([
    ['{"choices":[{"delta":{"content":"ab', 'ab'],
    ['{"delta":{"content":"a\\"b\\\\', 'a"b\\'],
    ['{"delta":{"content":"a\\', 'a'],
    ['{"delta":{"content":"a\\u00', 'a'],
    ['{"delta":{"content":null,"x":"y', ''],
    ['{"delta":{"reasoning_content":"x', ''],
    ['{"del', ''],
  ])('of %s is %j', (json, text) => {
    expect(beginningOfContent(json)).toBe(text);
  });
});
