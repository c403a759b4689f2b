import type { Brief } from '../brief/brief';
import type {
  LanguageModel,
  ModelOutcome,
  ModelRequest,
  ModelUsage,
  ModelWait,
} from '../ports/language-model';
import { continuationPrompt } from '../prompt/continuation-prompt';
import { draftPrompt } from '../prompt/draft-prompt';
import { ContinuationJoin } from './continuation-join';
import { DocumentStream } from './document-stream';
import { SectionTracker, type SectionProgress } from './section-tracker';
import { sumUsage } from './sum-usage';

/** How a draft ended. */
export type DraftOutcome =
  | ModelOutcome
  /**
   * The answer hit the output limit, and the model, asked to go on, brought nothing new: it repeated what there was, or
   * (`startedOver`) began the document again in other words.
   */
  | { readonly kind: 'stalled'; readonly startedOver: boolean };

export type DraftEvent =
  /** First, where a draft goes on: the part of the document that there was already. */
  | { readonly type: 'resumed'; readonly text: string }
  /** Another request is made to go on with the answer; `answer` counts from 2, or from 1 where a draft goes on. */
  | { readonly type: 'continuing'; readonly answer: number }
  /**
   * What came, before anything is made of it: `text` as the model sent it, `kept` what of it goes on with the answers so
   * far. A `text` event may follow.
   */
  | { readonly type: 'received'; readonly text: string; readonly kept: string }
  /** A further part of the document. */
  | { readonly type: 'text'; readonly text: string }
  /** The model waits by itself and then goes on. */
  | { readonly type: 'waiting'; readonly wait: ModelWait }
  /** Sent at the start, whenever a section begins, and before the end. */
  | {
      readonly type: 'sections';
      readonly sections: readonly SectionProgress[];
      /** Whether the document stands there twice by now, as far as it goes. */
      readonly startedOver: boolean;
    }
  /** Always last, exactly once; `usage` is the sum of all requests. */
  | { readonly type: 'end'; readonly outcome: DraftOutcome; readonly usage?: ModelUsage };

/** So many times a model is asked to go on with one document. */
const mostContinuations = 12;

export interface DraftInput {
  readonly model: LanguageModel;
  readonly brief: Brief;
  readonly signal: AbortSignal;
  /** Where a draft goes on: all that was kept of its answers so far. */
  readonly written?: string;
}

/**
 * Streams one whole spec from a model; what breaks off at the output limit is gone on with. Never throws: what went
 * wrong is the outcome of the last event, and all text that arrived has been yielded before it.
 */
export async function* draft(input: DraftInput): AsyncGenerator<DraftEvent> {
  const { model, brief, signal } = input;
  const tracker = new SectionTracker(brief.template);
  const document = new DocumentStream();
  const sections = (complete = false): DraftEvent => ({
    type: 'sections',
    sections: tracker.progress(complete),
    startedOver: tracker.startedOver,
  });
  let written = input.written ?? '';
  if (written !== '') {
    const text = document.push(written);
    tracker.push(text);
    yield { type: 'resumed', text };
  }
  yield sections();
  let usage: ModelUsage | undefined;
  for (let answer = 1; ; answer++) {
    const before = written;
    const join = before === '' ? null : new ContinuationJoin(before);
    if (join !== null) yield { type: 'continuing', answer };
    let outcome: ModelOutcome = { kind: 'empty' };
    for await (const event of model.stream(requestFor(brief, before), signal)) {
      if (event.type === 'waiting') yield event;
      if (event.type === 'end') {
        outcome = event.outcome;
        usage = sumUsage(usage, event.usage);
      }
      if (event.type !== 'text' && event.type !== 'end') continue;
      const received = event.type === 'text' ? event.text : '';
      const kept = event.type === 'text' ? (join?.push(received) ?? received) : (join?.end() ?? '');
      written += kept;
      if (received !== '' || kept !== '') yield { type: 'received', text: received, kept };
      const text = document.push(kept);
      if (text === '') continue;
      yield { type: 'text', text };
      if (tracker.push(text)) yield sections();
    }
    const progressed = written.slice(before.length).trim() !== '';
    if (outcome.kind === 'length' && progressed && answer <= mostContinuations) continue;

    const rest = document.end();
    if (rest !== '') yield { type: 'text', text: rest };
    tracker.push(`${rest}\n`);
    const end = endOf({ outcome, progressed, join, afterLimit: answer > 1 }, written, tracker);
    yield sections(end.kind === 'complete');
    yield { type: 'end', outcome: end, ...(usage === undefined ? {} : { usage }) };
    return;
  }
}

function requestFor(brief: Brief, written: string): ModelRequest {
  return {
    brief,
    // Made when it is asked for: a model that reads the brief alone needs no prompt.
    get messages() {
      return written === '' ? draftPrompt(brief) : continuationPrompt(brief, written);
    },
    task: written === '' ? { kind: 'document' } : { kind: 'continuation', written },
  };
}

interface LastAnswer {
  /** How the model says it ended. */
  readonly outcome: ModelOutcome;
  /** Whether it brought anything. */
  readonly progressed: boolean;
  /** What joined it to those before it, `null` for a first one. */
  readonly join: ContinuationJoin | null;
  /** Whether those before it are all of this draft's own, so that the last of them hit the limit. */
  readonly afterLimit: boolean;
}

function endOf(answer: LastAnswer, written: string, tracker: SectionTracker): DraftOutcome {
  const { outcome, progressed, join, afterLimit } = answer;
  if (join === null || progressed) return outcome;
  if (join.startedOver) return { kind: 'stalled', startedOver: true };
  if (outcome.kind === 'empty') {
    // The connection may have broken after the last character, or the limit may have stood there.
    const whole = tracker.progress(true).every(({ issue }) => issue !== 'missing');
    if (whole || (!afterLimit && written.endsWith('\n'))) return { kind: 'complete' };
  }
  return outcome.kind === 'length' || outcome.kind === 'empty'
    ? { kind: 'stalled', startedOver: false }
    : outcome;
}
