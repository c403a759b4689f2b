import { getEventListeners } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Brief } from '../../../src/core/brief/brief';
import type { ModelEvent, ModelOutcome } from '../../../src/core/ports/language-model';
import { listOpenAiModels } from '../../../src/models/list-models';
import { createOpenAiModel } from '../../../src/models/openai-model';
import { createPatientModel } from '../../../src/models/patient-model';
import { startModelServer, type ModelServer } from '../../harness/model-server';

const key = 'sk-test-0123456789abcdef';
/** The adapter sends messages only; it must not look into the brief. */
const brief = {} as Brief;

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());

async function ask(options: { readonly signal?: AbortSignal; readonly baseUrl?: string } = {}): Promise<{
  readonly text: string;
  readonly outcome: ModelOutcome;
  readonly events: readonly ModelEvent[];
}> {
  const model = createOpenAiModel({
    name: 'test-model',
    baseUrl: options.baseUrl ?? server.baseUrl,
    apiKey: key,
  });
  const events: ModelEvent[] = [];
  const request = {
    messages: [{ role: 'user', content: 'Write.' }] as const,
    brief,
    task: { kind: 'document' } as const,
  };
  for await (const event of model.stream(request, options.signal ?? new AbortController().signal))
    events.push(event);
  const text = events.map((event) => (event.type === 'text' ? event.text : '')).join('');
  const last = events.at(-1);
  if (last?.type !== 'end') throw new Error('The stream had no end event.');
  expect(events.filter(({ type }) => type === 'end')).toHaveLength(1);
  return { text, outcome: last.outcome, events };
}

function failure(outcome: ModelOutcome): string {
  if (outcome.kind !== 'failed') return outcome.kind;
  expect(outcome.failure.message).not.toContain(key);
  expect(outcome.failure.remedy).not.toBe('');
  return outcome.failure.code;
}

describe('the OpenAI-compatible model', () => {
  it('streams the text whole and counts tokens', async () => {
    const answer = '# Spec\n\nUmlaut ä, emoji 🚀, 漢字.\n'.repeat(50);
    server.reply({ kind: 'stream', text: answer });
    const { text, outcome, events } = await ask();
    expect(text).toBe(answer);
    expect(outcome).toEqual({ kind: 'complete' });
    expect(events.length).toBeGreaterThan(10);
  });

  it('leaves no listener behind on the signal, however an answer ends', async () => {
    const { signal } = new AbortController();
    server.reply({ kind: 'stream', text: 'word '.repeat(200) });
    await ask({ signal });
    server.reply({ kind: 'error', status: 400, message: 'A test error' });
    await ask({ signal });
    const model = createPatientModel(
      createOpenAiModel({ name: 'm', baseUrl: server.baseUrl, apiKey: key }),
      undefined,
      { pause: () => Promise.resolve(), random: () => 0 },
    );
    server.reply({ kind: 'error', status: 503, message: 'A test error' });
    const messages = [{ role: 'user', content: 'Write.' }] as const;
    for await (const event of model.stream({ messages, brief, task: { kind: 'document' } }, signal))
      if (event.type === 'end') expect(failure(event.outcome)).toBe('server');
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  it('sends the key as a bearer token and nowhere else', async () => {
    server.forget();
    server.reply({ kind: 'stream', text: 'Text' });
    await ask();
    const [request] = server.requests();
    expect(request?.key).toBe(key);
    expect(JSON.stringify(request?.body)).not.toContain(key);
  });

  it.each([
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'unknown-model'],
    [429, 'rate-limited'],
    [500, 'server'],
    [503, 'server'],
    [400, 'unknown'],
  ] as const)('turns status %i into the failure %s with a remedy', async (status, code) => {
    server.reply({ kind: 'error', status, message: 'A test error' });
    expect(failure((await ask()).outcome)).toBe(code);
  });

  it('says that a web page is not the protocol', async () => {
    server.reply({ kind: 'html' });
    expect(failure((await ask()).outcome)).toBe('protocol');
  });

  it('says that events which are not JSON are not the protocol', async () => {
    server.reply({ kind: 'garbage' });
    expect(failure((await ask()).outcome)).toBe('protocol');
  });

  it('says that a server which is down can not be reached', async () => {
    const closed = await startModelServer();
    await closed.close();
    expect(failure((await ask({ baseUrl: closed.baseUrl })).outcome)).toBe('unreachable');
  });

  it('keeps what came when the connection breaks', async () => {
    server.reply({ kind: 'reset', text: 'word '.repeat(100), afterTokens: 20 });
    const { text, outcome } = await ask();
    expect(text.length).toBeGreaterThan(20);
    expect(failure(outcome)).toBe('interrupted');
  });

  it('tells a length cut, a filter and an empty answer apart', async () => {
    server.reply({ kind: 'stream', text: 'Half', finishReason: 'length' });
    expect((await ask()).outcome.kind).toBe('length');
    server.reply({ kind: 'stream', text: 'Half', finishReason: 'content_filter' });
    expect((await ask()).outcome.kind).toBe('filtered');
    server.reply({ kind: 'stream', text: '' });
    expect((await ask()).outcome.kind).toBe('empty');
  });

  it('stops at once when cancelled, also while the server hangs', async () => {
    server.reply({ kind: 'hang' });
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    const start = Date.now();
    expect((await ask({ signal: stop.signal })).outcome.kind).toBe('cancelled');
    expect(Date.now() - start).toBeLessThan(5000);
  });

  it('lists the models of a server by name', async () => {
    server.models(['b', 'a']);
    expect(
      await listOpenAiModels({ baseUrl: server.baseUrl, apiKey: null }, new AbortController().signal),
    ).toEqual([{ name: 'a' }, { name: 'b' }]);
  });
});
