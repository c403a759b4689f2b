import { strict as assert } from 'node:assert';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Brief } from '../../../src/core/brief/brief';
import type { ModelFailure } from '../../../src/core/ports/language-model';
import type { ModelCatalog } from '../../../src/host/models/model-catalog';
import { startProxyServer } from '../../harness/proxy-server';
import { refusal, startWireServer, streamed, type WireServer } from '../../harness/wire-server';
import { parts } from './workspace-under-test';

/** Asks the model that the settings name. */
async function ask(models: ModelCatalog, id: string): Promise<{ text: string; end: string }> {
  const model = await models.connect(id);
  if (!('stream' in model)) return { text: '', end: told(model) };
  let text = '';
  for await (const event of model.stream(
    {
      messages: [{ role: 'user', content: 'A spec, please.' }],
      brief: {} as Brief,
      task: { kind: 'document' },
    },
    new AbortController().signal,
  )) {
    if (event.type === 'text') text += event.text;
    if (event.type === 'end')
      return {
        text,
        end: event.outcome.kind === 'failed' ? told(event.outcome.failure) : event.outcome.kind,
      };
  }
  return { text, end: 'none' };
}
const told = ({ code, message, remedy }: ModelFailure): string => `${code}: ${message} ${remedy}`;

describe('the connection to a model', () => {
  const spec = '# Spec\n\nWith ünïcode.\n';
  const changed = new Set<string>();
  let server: WireServer;
  let folder = '';
  let made: ReturnType<typeof parts>;

  const set = async (name: string, value: unknown): Promise<void> => {
    changed.add(name);
    await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
  };

  before(async () => {
    server = await startWireServer();
    folder = mkdtempSync(join(tmpdir(), 'tech-spec-connection-'));
  });
  beforeEach(async () => {
    made = parts();
    server.reply(streamed(spec));
    await set('techSpec.model.baseUrl', `${server.origin}/v1`);
    await set('techSpec.model.name', 'test-model');
  });
  afterEach(async () => {
    made.dispose();
    for (const name of changed) await set(name, undefined);
    changed.clear();
  });
  after(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('sends the headers of the settings, with variables filled in', async () => {
    process.env['TECH_SPEC_TEST_TOKEN'] = 't0ken';
    await set('techSpec.model.headers', { 'X-Token': 'Bearer ${env:TECH_SPEC_TEST_TOKEN}' });
    assert.deepEqual(await ask(made.models, 'openai'), { text: spec, end: 'complete' });
    assert.equal(server.requests()[0]?.headers['x-token'], 'Bearer t0ken');
    delete process.env['TECH_SPEC_TEST_TOKEN'];
    assert.match(
      (await ask(made.models, 'openai')).end,
      /needs the environment variable TECH_SPEC_TEST_TOKEN/,
    );
  });

  it('limits an answer and the silence before it as set', async () => {
    await set('techSpec.model.maxOutputTokens', 700);
    await ask(made.models, 'openai');
    assert.equal(server.requests()[0]?.body?.['max_tokens'], 700);
    await set('techSpec.model.firstByteTimeout', 0.2);
    server.reply((_, nth) => (nth === 0 ? 'silence' : refusal(403, {})));
    assert.match((await ask(made.models, 'openai')).end, /^unauthorized/);
  });

  it('is recorded, and given again without a server', async () => {
    const file = join(folder, 'recording.jsonl');
    await set('techSpec.model.recordFile', file);
    await ask(made.models, 'openai');
    await ask(made.models, 'openai');
    await set('techSpec.model.replayFile', file);
    // Writing goes on beside the answer.
    for (let tries = 0; tries < 100 && lines(file) < 4; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    const offered = await made.models.list(false, new AbortController().signal);
    assert.ok(offered.models.some(({ id, ready }) => id === 'replay' && ready));
    assert.deepEqual(await ask(made.models, 'replay'), { text: spec, end: 'complete' });
    assert.equal(server.requests().length, 2);
  });

  it('says what to do about a recording that is not there', async () => {
    await set('techSpec.model.replayFile', join(folder, 'missing.jsonl'));
    assert.match((await ask(made.models, 'replay')).end, /cannot be read.*techSpec\.model\.replayFile/);
  });

  it("goes through the editor's proxy", async () => {
    const proxy = await startProxyServer(undefined, '127.0.0.1');
    await set('http.proxy', proxy.url);
    // No server of that name: only the proxy knows the way.
    await set('techSpec.model.baseUrl', `${server.origin.replace('127.0.0.1', 'model.internal')}/v1`);
    const answer = await ask(made.models, 'openai');
    await proxy.close();
    assert.deepEqual(answer, { text: spec, end: 'complete' });
    assert.ok(
      proxy.requests().some((request) => request.includes('model.internal')),
      JSON.stringify(proxy.requests()),
    );
  });

  function lines(file: string): number {
    try {
      return readFileSync(file, 'utf8').match(/"type":"(?:end|request)"/g)?.length ?? 0;
    } catch {
      return 0;
    }
  }
});
