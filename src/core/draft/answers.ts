import {
  addUsage,
  type LanguageModel,
  type ModelOutcome,
  type ModelRequest,
  type ModelUsage,
  type ModelWait,
} from '../ports/language-model';
import { ContinuationJoin } from './continuation-join';
import type { DraftOutcome } from './draft-outcome';

/** So many times a model is asked to go on with one text. */
const mostContinuations = 12;

export type AnswersEvent =
  /** Another request is made to go on; `answer` counts from 2, or from 1 where there was text before. */
  | { readonly type: 'continuing'; readonly answer: number }
  /** `text` as the model sent it, `kept` what of it goes on with the answers so far. */
  | { readonly type: 'received'; readonly text: string; readonly kept: string }
  | { readonly type: 'waiting'; readonly wait: ModelWait }
  /** Always last, exactly once. */
  | { readonly type: 'answered'; readonly last: LastAnswer; readonly usage: ModelUsage | undefined };

export interface LastAnswer {
  /** How the model says it ended. */
  readonly outcome: ModelOutcome;
  /** All that is kept of the answers. */
  readonly written: string;
  /** Whether the last one brought anything. */
  readonly progressed: boolean;
  /** What joined it to those before it, `null` for a first one. */
  readonly join: ContinuationJoin | null;
  /** Whether those before it were made here, so that the last of them hit the limit. */
  readonly afterLimit: boolean;
}

/**
 * The answers to one request: the first, and as long as they break off at the output limit, further ones that go on. Never
 * throws.
 *
 * @param written what there is of the text already
 * @param request to go on with so much; empty for the first
 */
export async function* answers(input: {
  readonly model: LanguageModel;
  readonly signal: AbortSignal;
  readonly written: string;
  readonly request: (written: string) => ModelRequest;
}): AsyncGenerator<AnswersEvent> {
  const { model, signal, request } = input;
  let { written } = input;
  let usage: ModelUsage | undefined;
  for (let answer = 1; ; answer++) {
    const before = written;
    const join = before === '' ? null : new ContinuationJoin(before);
    if (join !== null) yield { type: 'continuing', answer };
    let outcome: ModelOutcome = { kind: 'empty' };
    for await (const event of model.stream(request(before), signal)) {
      if (event.type === 'waiting') yield event;
      if (event.type === 'end') {
        outcome = event.outcome;
        usage = addUsage(usage, event.usage);
      }
      if (event.type !== 'text' && event.type !== 'end') continue;
      const received = event.type === 'text' ? event.text : '';
      const kept = event.type === 'text' ? (join?.push(received) ?? received) : (join?.end() ?? '');
      written += kept;
      if (received !== '' || kept !== '') yield { type: 'received', text: received, kept };
    }
    const progressed = written.slice(before.length).trim() !== '';
    if (outcome.kind === 'length' && progressed && answer <= mostContinuations) continue;
    yield { type: 'answered', last: { outcome, written, progressed, join, afterLimit: answer > 1 }, usage };
    return;
  }
}

/** @param whole whether nothing that was asked for is missing in the text */
export function outcomeOfAnswers(answer: LastAnswer, whole: () => boolean): DraftOutcome {
  const { outcome, written, progressed, join, afterLimit } = answer;
  if (join === null || progressed) return outcome;
  if (join.startedOver) return { kind: 'stalled', startedOver: true };
  // The connection may have broken after the last character, or the limit may have stood there.
  if (outcome.kind === 'empty' && (whole() || (!afterLimit && written.endsWith('\n'))))
    return { kind: 'complete' };
  return outcome.kind === 'length' || outcome.kind === 'empty'
    ? { kind: 'stalled', startedOver: false }
    : outcome;
}
