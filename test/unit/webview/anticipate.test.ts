import { describe, expect, it } from 'vitest';
import type { WizardState } from '../../../src/shared/wizard/protocol';
import { anticipate } from '../../../webview-ui/src/state/anticipate';
import { scenes } from '../../harness/webview-preview/scenes';

function scene(name: string): WizardState {
  const state = scenes[name];
  if (!state) throw new Error(`no scene ${name}`);
  return state;
}

describe('anticipating the host', () => {
  const state = scene('questions');

  it('moves the choice of source, template and model', () => {
    const source = anticipate(state, { type: 'selectSource', path: 'prds/faster-search.md' });
    expect(source.source.selected).toBe('prds/faster-search.md');
    expect(anticipate(state, { type: 'selectTemplate', id: 'rfc' }).template.selected).toBe('rfc');
    expect(anticipate(state, { type: 'selectLanguage', id: 'de' }).template.language).toBe('de');
    expect(anticipate(state, { type: 'selectModel', id: 'openai' }).generate.selectedModel).toBe('openai');
  });

  it('moves one check mark and no other', () => {
    const next = anticipate(state, { type: 'toggleDocuments', paths: ['AGENTS.md'], included: false });
    const changed = next.context.documents.filter(
      (document, index) => document !== state.context.documents[index],
    );
    expect(changed.map(({ path, included }) => [path, included])).toEqual([['AGENTS.md', false]]);
    expect(next.context.tokens).toBe(state.context.tokens - 640);
  });

  it('defers the questions without an answer and keeps the answers there are', () => {
    const next = anticipate(state, { type: 'deferRest' });
    const kinds = next.questions.items.map(({ id, answer }) => [id, answer?.kind]);
    expect(kinds).toEqual([
      ['Q1', 'defer'],
      ['Q2', 'assume'],
      ['Q3', 'text'],
      ['Q4', 'defer'],
      ['Q5', 'text'],
    ]);
  });

  it('takes an answer away', () => {
    const next = anticipate(state, { type: 'clearAnswer', questionId: 'Q3' });
    expect(next.questions.items.find(({ id }) => id === 'Q3')?.answer).toBeNull();
  });

  it('leaves the kind alone while no source is read', () => {
    const loading = scene('source-loading');
    expect(anticipate(loading, { type: 'setKind', kind: 'initiative' })).toBe(loading);
    expect(anticipate(state, { type: 'setKind', kind: 'initiative' }).source.summary?.kind).toBe(
      'initiative',
    );
  });

  it('never anticipates a step, a generation or a stop', () => {
    for (const message of [
      { type: 'goTo', step: 'generate' },
      { type: 'generate' },
      { type: 'stop' },
      { type: 'noticeAction', id: 'retry' },
    ] as const)
      expect(anticipate(state, message)).toBe(state);
  });
});
