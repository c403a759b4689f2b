import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HostMessage, WebviewMessage } from '../../../src/shared/wizard/protocol';
import { emptyInput, type WizardInput } from '../../../src/shared/wizard/wizard-input';
import { delayText, textDelay } from '../../../webview-ui/src/state/delayed-text';
import { connectWizard } from '../../../webview-ui/src/state/wizard-store';
import { scenes } from '../../harness/webview-preview/scenes';

const input: WizardInput = {
  ...emptyInput,
  step: 'questions',
  furthest: 'questions',
  source: 'prds/team-invites.md',
  kind: 'prd',
};

function connect(stored: unknown = undefined) {
  const sent: WebviewMessage[] = [];
  const kept: unknown[] = [];
  const languages: string[] = [];
  let deliver: (event: { readonly data: unknown }) => void = () => undefined;
  const store = connectWizard(
    {
      postMessage: (message) => sent.push(message),
      getState: () => stored,
      setState: (state) => kept.push(state),
    },
    { addEventListener: (_type, listener) => (deliver = listener) },
    ({ language }) => languages.push(language),
  );
  const receive = (message: unknown) => deliver({ data: message });
  return { store, sent, kept, languages, receive };
}

const stateMessage: HostMessage = { type: 'state', state: scene('questions'), input };

function scene(name: string) {
  const state = scenes[name];
  if (!state) throw new Error(`no scene ${name}`);
  return state;
}

describe('the connection to the host', () => {
  it('says ready first, with the stored input', () => {
    expect(connect(input).sent).toEqual([{ type: 'ready', stored: input }]);
  });

  it('says ready with nothing where the stored input is none of ours', () => {
    expect(connect({ step: 'nowhere' }).sent).toEqual([{ type: 'ready', stored: null }]);
    expect(connect(undefined).sent).toEqual([{ type: 'ready', stored: null }]);
  });

  it('shows the state of the host and stores the input that came with it', () => {
    const { store, kept, receive } = connect();
    expect(store.getView().state).toBeNull();
    receive(stateMessage);
    expect(store.getView().state).toEqual(scene('questions'));
    expect(kept).toEqual([input]);
  });

  it('drops what is no message of the host, without telling anybody', () => {
    const { store, kept, receive } = connect();
    const listener = vi.fn();
    store.subscribe(listener);
    for (const junk of [null, 'state', { type: 'state' }, { type: 'state', state: {}, input }, { type: 'x' }])
      receive(junk);
    expect(listener).not.toHaveBeenCalled();
    expect(kept).toEqual([]);
    expect(store.getView().state).toBeNull();
  });

  it('merges progress into the state and leaves the rest as it was', () => {
    const { store, receive } = connect();
    receive({ ...stateMessage, state: scene('generate') });
    const sections = [{ key: 'goals', heading: 'Goals', level: 2, state: 'writing' as const }];
    receive({ type: 'progress', phase: 'streaming', sections, receivedTokens: 12, wait: null, elapsed: 900 });
    const { generate, source } = store.getView().state ?? scene('source');
    expect(generate).toEqual({
      ...scene('generate').generate,
      phase: 'streaming',
      sections,
      receivedTokens: 12,
      elapsed: 900,
    });
    expect(source).toEqual(scene('generate').source);
  });

  it('drops progress before the first state', () => {
    const { store, receive } = connect();
    receive({
      type: 'progress',
      phase: 'streaming',
      sections: [],
      receivedTokens: 1,
      wait: null,
      elapsed: 1,
    });
    expect(store.getView().state).toBeNull();
  });

  it('keeps a choice on the screen until the host answers it, whatever was on its way before', () => {
    const { store, receive } = connect();
    const selected = () => store.getView().state?.template.selected;
    receive({ ...stateMessage, taken: 0 });
    const before = selected();
    store.send({ type: 'goTo', step: 'template' });
    store.send({ type: 'selectTemplate', id: 'rfc' });
    receive({ ...stateMessage, taken: 0 });
    receive({ ...stateMessage, taken: 1 });
    expect(selected()).toBe('rfc');
    receive({ ...stateMessage, taken: 2 });
    expect(selected()).toBe(before);
    expect(before).not.toBe('rfc');
  });

  it('hands strings on before it redraws', () => {
    const { store, languages, receive } = connect();
    store.subscribe(() => languages.push(`drawn in ${store.getView().language}`));
    receive({ type: 'strings', language: 'de', bundle: { Next: 'Weiter' } });
    expect(languages).toEqual(['de', 'drawn in de']);
  });

  it('stops calling a listener that left', () => {
    const { store, receive } = connect();
    const listener = vi.fn();
    store.subscribe(listener)();
    receive(stateMessage);
    expect(listener).not.toHaveBeenCalled();
  });

  it('shows an answer before the host has confirmed it, and the host has the last word', () => {
    const { store, sent, receive } = connect();
    receive(stateMessage);
    const answer = { kind: 'text' as const, questionId: 'Q1', text: 'At once' };
    store.send({ type: 'answer', answer });
    const shown = () => store.getView().state?.questions.items.find(({ id }) => id === 'Q1')?.answer;
    expect(sent.at(-1)).toEqual({ type: 'answer', answer });
    expect(shown()).toEqual(answer);
    receive(stateMessage);
    expect(shown()).toBeNull();
  });
});

describe('typed text', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function typing() {
    const connection = connect();
    const delayed = delayText(connection.store);
    const type = (text: string) =>
      delayed.type(text, (path) => connection.store.send({ type: 'setOutput', path }));
    return { ...connection, delayed, type };
  }

  it('is sent once, after a pause', () => {
    const { sent, type } = typing();
    type('a');
    vi.advanceTimersByTime(textDelay - 1);
    type('ab');
    vi.advanceTimersByTime(textDelay - 1);
    expect(sent).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(sent.slice(1)).toEqual([{ type: 'setOutput', path: 'ab' }]);
    vi.advanceTimersByTime(10 * textDelay);
    expect(sent).toHaveLength(2);
  });

  it('is sent at once on blur, and not again by the pause', () => {
    const { sent, delayed, type } = typing();
    type('a');
    delayed.flush();
    delayed.flush();
    vi.advanceTimersByTime(textDelay);
    expect(sent.slice(1)).toEqual([{ type: 'setOutput', path: 'a' }]);
  });

  it('goes out before the next intent, so that Next never overtakes an answer', () => {
    const { sent, store, type } = typing();
    type('a');
    store.send({ type: 'goTo', step: 'generate' });
    vi.advanceTimersByTime(textDelay);
    expect(sent.slice(1)).toEqual([
      { type: 'setOutput', path: 'a' },
      { type: 'goTo', step: 'generate' },
    ]);
  });

  it('of two fields goes out in the order of typing', () => {
    const { sent, store, type } = typing();
    type('a');
    delayText(store).type('http://localhost', (baseUrl) =>
      store.send({ type: 'setOpenAi', baseUrl, modelName: '' }),
    );
    store.send({ type: 'generate' });
    expect(sent.slice(1).map(({ type: kind }) => kind)).toEqual(['setOutput', 'setOpenAi', 'generate']);
  });
});
