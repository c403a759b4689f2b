import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { offeredModels } from '../../../src/models/list-models';
import { createOpenAiModel } from '../../../src/models/openai-model';
import { createOutlineModel } from '../../../src/models/outline-model';
import { tryModel } from '../../../src/models/try-model';
import { findServers } from '../../../src/models/usual-servers';
import { startModelServer, type ModelServer } from '../../harness/model-server';

describe('a model that is tried before it is used', () => {
  let server: ModelServer;
  beforeAll(async () => {
    server = await startModelServer();
  });
  afterAll(() => server.close());

  const never = new AbortController().signal;
  const trial = (signal: AbortSignal = never) => {
    let now = 0;
    const model = createOpenAiModel({ name: 'test-model', baseUrl: server.baseUrl, apiKey: 'key' });
    return tryModel(model, () => (now += 500), signal);
  };

  it('has answered with its first text, and was told nothing of a workspace', async () => {
    server.forget();
    server.reply({ kind: 'stream', text: 'ready' });
    expect(await trial()).toEqual({ kind: 'answered', milliseconds: 500 });
    const [request] = server.requests();
    expect(JSON.stringify(request?.body.messages)).toBe(
      '[{"role":"user","content":"Answer with the single word: ready"}]',
    );
  });

  it('has answered where only its limit cut it off', async () => {
    server.reply({ kind: 'stream', text: 'rea', finishReason: 'length' });
    expect(await trial()).toMatchObject({ kind: 'answered' });
  });

  it.each([
    [401, 'unauthorized'],
    [404, 'unknown-model'],
    [429, 'rate-limited'],
    [500, 'server'],
  ] as const)('fails at once and with its reason where the server says %d', async (status, code) => {
    server.forget();
    server.reply({ kind: 'error', status });
    expect(await trial()).toMatchObject({ kind: 'failed', failure: { code } });
    expect(server.requests()).toHaveLength(1);
  });

  it('is silent where it has no text to give', async () => {
    server.reply({ kind: 'stream', text: ' \n' });
    expect(await trial()).toMatchObject({ kind: 'silent' });
    expect(await tryModel(createOutlineModel(), () => 0, never)).toMatchObject({ kind: 'silent' });
  });

  it('can be given up while it hangs', async () => {
    server.reply({ kind: 'hang' });
    expect(await trial(AbortSignal.timeout(200))).toEqual({ kind: 'cancelled' });
  });

  it('is not asked for by name where nothing answers: the address is named, and what to do', async () => {
    const gone = await startModelServer();
    await gone.close();
    const offer = await offeredModels({ baseUrl: gone.baseUrl, apiKey: null }, never);
    expect(offer).toMatchObject({ kind: 'unanswered', failure: { code: 'unreachable' } });
    if (offer.kind !== 'unanswered') return;
    expect(offer.failure.message).toBe(`${gone.baseUrl} can't be reached.`);
    expect(offer.failure.remedy).toContain('Start the server');
  });

  it('can be named by hand where the server answers and lists none', async () => {
    server.models([]);
    expect(await offeredModels({ baseUrl: server.baseUrl, apiKey: null }, never)).toEqual({
      kind: 'names',
      names: [],
    });
  });

  it('is told by no server that wants a key: it is said that one is needed, or that the one sent is refused', async () => {
    server.models(['a']);
    server.lock('right');
    const offer = (apiKey: string | null) => offeredModels({ baseUrl: server.baseUrl, apiKey }, never);
    expect(await offer(null)).toMatchObject({
      kind: 'refused',
      failure: { code: 'unauthorized', message: `${server.baseUrl} needs an API key.` },
    });
    expect(await offer('wrong')).toMatchObject({
      kind: 'refused',
      failure: { message: `${server.baseUrl} refused the API key.` },
    });
    expect(await offer('right')).toEqual({ kind: 'names', names: ['a'] });
    const model = createOpenAiModel({ name: 'a', baseUrl: server.baseUrl, apiKey: null });
    expect(await tryModel(model, () => 0, never)).toMatchObject({
      failure: { message: `${server.baseUrl} needs an API key.`, remedy: 'Set the API key.' },
    });
    server.lock(null);
  });

  it('is offered with those of the servers that run', async () => {
    server.models(['b', 'a']);
    const gone = await startModelServer();
    await gone.close();
    const servers = [
      { name: 'Gone', baseUrl: gone.baseUrl },
      { name: 'Here', baseUrl: server.baseUrl },
    ];
    expect(await findServers(servers, never)).toEqual([
      { name: 'Here', baseUrl: server.baseUrl, models: [{ name: 'a' }, { name: 'b' }] },
    ]);
    expect(await findServers(servers, AbortSignal.abort())).toEqual([]);
  });
});
