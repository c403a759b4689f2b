import { describe, expect, it } from 'vitest';
import type { Brief } from '../../../src/core/brief/brief';
import type {
  LanguageModel,
  ModelEvent,
  ModelFailure,
  ModelFailureCode,
  ModelRequest,
} from '../../../src/core/ports/language-model';
import { createPatientModel } from '../../../src/models/patient-model';

const request: ModelRequest = { messages: [], brief: {} as Brief, task: { kind: 'document' } };
const text = (value: string): ModelEvent => ({ type: 'text', text: value });
const end = (): ModelEvent => ({ type: 'end', outcome: { kind: 'complete' } });
const failed = (code: ModelFailureCode, retryAfter?: number | null): ModelEvent => {
  const failure: ModelFailure = { code, message: 'No.', remedy: 'Wait.' };
  return {
    type: 'end',
    outcome: { kind: 'failed', failure: retryAfter === undefined ? failure : { ...failure, retryAfter } },
  };
};

/** Asks a model that answers with these events, one list for each attempt, on a clock that takes no time. */
async function ask(
  answers: readonly (readonly ModelEvent[])[],
  stopAfterPauses = Infinity,
): Promise<{
  readonly events: readonly ModelEvent[];
  readonly attempts: number;
  readonly slept: number;
}> {
  let attempts = 0;
  let slept = 0;
  let pauses = 0;
  const stop = new AbortController();
  const model: LanguageModel = {
    id: 'test',
    label: 'Test',
    async *stream() {
      const answer = answers[Math.min(attempts, answers.length - 1)] ?? [];
      attempts += 1;
      await Promise.resolve();
      yield* answer;
    },
    countTokens: () => Promise.resolve(0),
  };
  const patient = createPatientModel(model, undefined, {
    pause: (milliseconds) => {
      slept += milliseconds / 1000;
      pauses += 1;
      if (pauses >= stopAfterPauses) stop.abort();
      return Promise.resolve();
    },
    random: () => 1,
  });
  const events: ModelEvent[] = [];
  for await (const event of patient.stream(request, stop.signal)) events.push(event);
  expect(events.filter(({ type }) => type === 'end')).toEqual([events.at(-1)]);
  return { events, attempts, slept };
}

const waits = (events: readonly ModelEvent[]) =>
  events.flatMap((event) => (event.type === 'waiting' ? [event.wait] : []));

describe('a patient model', () => {
  it('waits as long as it is told, counting down, and then asks again', async () => {
    const { events, attempts, slept } = await ask([[failed('rate-limited', 2.5)], [text('Hi'), end()]]);
    expect(attempts).toBe(2);
    expect(slept).toBe(2.5);
    expect(events).toEqual([
      ...[3, 2, 1].map((seconds) => ({
        type: 'waiting',
        wait: { reason: 'rate-limited', seconds, attempt: 2 },
      })),
      text('Hi'),
      end(),
    ]);
  });

  it('waits longer each time where it is not told, and then gives up with the failure', async () => {
    const { events, attempts, slept } = await ask([[failed('rate-limited')]]);
    expect(attempts).toBe(6);
    expect(slept).toBe(1 + 2 + 4 + 8 + 16);
    expect(events.at(-1)).toEqual(failed('rate-limited'));
    expect([...new Set(waits(events).map(({ attempt }) => attempt))]).toEqual([2, 3, 4, 5, 6]);
  });

  it.each([
    ['server', 5],
    ['unreachable', 3],
    ['timeout', 2],
  ] as const)('tries again after %s, %i times in all', async (code, times) => {
    const { events, attempts } = await ask([[failed(code)]]);
    expect(attempts).toBe(times);
    expect(waits(events).every(({ reason }) => reason === code)).toBe(true);
  });

  it.each(['unauthorized', 'forbidden', 'unknown-model', 'protocol', 'unavailable', 'unknown'] as const)(
    'does not ask again after %s',
    async (code) => {
      expect(await ask([[failed(code)]])).toMatchObject({ attempts: 1, events: [failed(code)] });
    },
  );

  it('does not ask again where waiting is no use', async () => {
    expect((await ask([[failed('rate-limited', null)]])).attempts).toBe(1);
  });

  it('leaves a wait of more than a quarter of an hour to the person', async () => {
    expect(await ask([[failed('rate-limited', 901)]])).toMatchObject({ attempts: 1, slept: 0 });
  });

  it('never asks again after text has come', async () => {
    const answer = [text('Half'), failed('server')];
    expect(await ask([answer])).toMatchObject({ attempts: 1, events: answer });
  });

  it('asks again after thoughts', async () => {
    const { events, attempts } = await ask([
      [{ type: 'thinking' }, failed('unreachable', 0)],
      [text('Hi'), end()],
    ]);
    expect(attempts).toBe(2);
    expect(events.map(({ type }) => type)).toEqual(['thinking', 'waiting', 'text', 'end']);
  });

  it('is stopped in the middle of a pause', async () => {
    const { events, attempts, slept } = await ask([[failed('rate-limited', 600)]], 3);
    expect(attempts).toBe(1);
    expect(slept).toBe(3);
    expect(events.at(-1)).toEqual({ type: 'end', outcome: { kind: 'cancelled' } });
  });

  it('ends a real pause at once when it is stopped', async () => {
    const stop = new AbortController();
    const limited: LanguageModel = {
      id: 'test',
      label: 'Test',
      async *stream() {
        yield await Promise.resolve(failed('rate-limited', 600));
      },
      countTokens: () => Promise.resolve(0),
    };
    const seen: ModelEvent[] = [];
    for await (const event of createPatientModel(limited).stream(request, stop.signal)) {
      seen.push(event);
      if (event.type === 'waiting') setTimeout(() => stop.abort());
    }
    expect(seen.map(({ type }) => type)).toEqual(['waiting', 'end']);
  });
});
