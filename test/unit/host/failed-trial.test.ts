import { describe, expect, it } from 'vitest';
import { FailedTrial } from '../../../src/host/models/failed-trial';
import type { ModelFailure } from '../../../src/core/ports/language-model';

const model = { baseUrl: 'http://localhost:1/v1', name: 'small' };
const failure: ModelFailure = { code: 'unauthorized', message: 'The key was refused.', remedy: 'Enter it.' };
const going = new AbortController().signal;

function failed(): FailedTrial {
  const trial = new FailedTrial();
  trial.note(model, failure);
  return trial;
}

describe('a model that failed when it was tried', () => {
  it('is one with that name at that address', async () => {
    expect(await failed().of(model, null, going)).toBe(failure);
    expect(await failed().of({ ...model, name: 'large' }, null, going)).toBeNull();
    expect(await failed().of({ ...model, baseUrl: '' }, null, going)).toBeNull();
  });

  it('is none any more once its server answers, another key was entered or it was tried with success', async () => {
    const asked = failed();
    expect(await asked.of(model, () => Promise.resolve({ kind: 'names', names: [] }), going)).toBeNull();
    expect(await asked.of(model, null, going)).toBeNull();
    const unlocked = failed();
    unlocked.forget();
    expect(await unlocked.of(model, null, going)).toBeNull();
    const tried = failed();
    tried.note(model, null);
    expect(await tried.of(model, null, going)).toBeNull();
  });

  it('stays one where nothing answers, or nobody waited for the answer', async () => {
    const trial = failed();
    expect(await trial.of(model, () => Promise.resolve({ kind: 'unanswered', failure }), going)).toBe(
      failure,
    );
    const stopped = AbortSignal.abort();
    expect(await trial.of(model, () => Promise.resolve({ kind: 'names', names: [] }), stopped)).toBe(failure);
    expect(await trial.of(model, null, going)).toBe(failure);
  });
});
