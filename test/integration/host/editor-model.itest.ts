import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { Brief } from '../../../src/core/brief/brief';
import type { ModelEvent, ModelOutcome } from '../../../src/core/ports/language-model';
import { createEditorModel, selectEditorModels } from '../../../src/host/models/editor-model';
import { parts } from './workspace-under-test';

const set = (state: object): Thenable<void> => vscode.commands.executeCommand('fakeModels.set', state);

async function ask(
  family: string,
  signal = new AbortController().signal,
  onText: () => void = () => undefined,
): Promise<{ text: string; outcome: ModelOutcome | undefined; ends: number }> {
  const chat = (await selectEditorModels()).find((model) => model.family === `fake-${family}`);
  assert.ok(chat);
  const events: ModelEvent[] = [];
  const messages = [
    { role: 'system', content: 'Write well.' },
    { role: 'user', content: 'A spec, please.' },
  ] as const;
  for await (const event of createEditorModel(chat).stream(
    { messages, brief: {} as Brief, task: { kind: 'document' } },
    signal,
  )) {
    events.push(event);
    if (event.type === 'text') onText();
  }
  const ends = events.filter(({ type }) => type === 'end');
  const last = events.at(-1);
  return {
    text: events.map((event) => (event.type === 'text' ? event.text : '')).join(''),
    outcome: last?.type === 'end' ? last.outcome : undefined,
    ends: ends.length,
  };
}

describe("the editor's models", () => {
  before(async () => {
    await vscode.extensions.getExtension('tech-spec-test.fake-model-provider')?.activate();
  });
  beforeEach(() => vscode.commands.executeCommand('fakeModels.reset'));

  it('stream whole answers, and are sent all messages in order', async () => {
    const text = '# Spec\n\nWith ünïcode.\n'.repeat(30);
    await set({ text });
    assert.deepEqual(await ask('normal'), { text, outcome: { kind: 'complete' }, ends: 1 });
    const [request] =
      await vscode.commands.executeCommand<{ messages: { text: string }[] }[]>('fakeModels.requests');
    assert.deepEqual(
      request?.messages.map(({ text }) => text),
      ['Write well.', 'A spec, please.'],
    );
  });

  it('keep what came before they broke off', async () => {
    // Long enough to be under way: the editor itself drops what it had not handed over when the provider threw.
    const whole = 'abcdefgh'.repeat(1000);
    await set({ text: whole });
    const { text, outcome } = await ask('failing');
    assert.ok(text.length > 0 && whole.startsWith(text));
    assert.equal(outcome?.kind === 'failed' && outcome.failure.code, 'interrupted');
  });

  it('may answer with nothing, or refuse', async () => {
    assert.deepEqual((await ask('empty')).outcome, { kind: 'empty' });
    const { outcome } = await ask('blocked');
    assert.ok(outcome?.kind === 'failed');
    assert.match(outcome.failure.message, /fake/i);
    assert.doesNotMatch(outcome.failure.message, /\n\s+at /);
  });

  it('stop when asked to, with what came', async () => {
    await set({ text: 'x'.repeat(4000) });
    const abort = new AbortController();
    const started = Date.now();
    const { text, outcome } = await ask('slow', abort.signal, () => abort.abort());
    assert.deepEqual(outcome, { kind: 'cancelled' });
    assert.ok(text.length > 0 && text.length < 4000);
    assert.ok(Date.now() - started < 5000);
  });

  it('are listed on a person’s action only, and their absence is said', async () => {
    const { models, dispose } = parts();
    const signal = new AbortController().signal;
    const editorModels = async (ask: boolean) =>
      (await models.list(ask, signal)).models.filter(({ provider }) => provider === 'editor');
    assert.deepEqual(await editorModels(false), []);
    assert.deepEqual(
      (await editorModels(true)).map(({ label, ready }) => `${label} ${ready}`),
      ['normal', 'slow', 'failing', 'empty', 'blocked'].map((name) => `Fake ${name} true`),
    );
    await set({ available: [] });
    const [absent, ...rest] = await editorModels(true);
    assert.deepEqual([absent?.ready, rest], [false, []]);
    const gone = await models.connect('editor:fake/fake-normal');
    assert.ok('code' in gone && gone.code === 'unavailable');
    dispose();
  });
});
