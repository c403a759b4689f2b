import type { Brief } from '../brief/brief';
import type { LanguageModel, ModelRequest, ModelUsage, ModelWait } from '../ports/language-model';
import { continuationPrompt } from '../prompt/continuation-prompt';
import { draftPrompt } from '../prompt/draft-prompt';
import { answers, outcomeOfAnswers } from './answers';
import type { CallPlan } from './calls/call-plan';
import { draftInCalls, type KeptCall } from './calls/draft-in-calls';
import { DocumentStream } from './document-stream';
import type { DraftOutcome } from './draft-outcome';
import { SectionTracker, type SectionProgress } from './section-tracker';

export type DraftEvent =
  /** First, where a draft goes on: the part of the document that there was already. */
  | { readonly type: 'resumed'; readonly text: string }
  /** Another request is made to go on with the answer; `answer` counts from 2, or from 1 where a draft goes on. */
  | { readonly type: 'continuing'; readonly answer: number; readonly call?: number }
  /**
   * What came, before anything is made of it: `text` as the model sent it, `kept` what of it goes on with the answers so
   * far. A `text` event may follow. `call` is its index in the plan, where a document is written in several.
   */
  | { readonly type: 'received'; readonly text: string; readonly kept: string; readonly call?: number }
  /** One of several calls has ended, and all that it was asked for has come. */
  | { readonly type: 'called'; readonly call: number }
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

export interface DraftInput {
  readonly model: LanguageModel;
  readonly brief: Brief;
  readonly signal: AbortSignal;
  /** Where a draft goes on: all that was kept of its answers so far. */
  readonly written?: string;
  /** The calls to write it in; in one where it is left out. */
  readonly plan?: CallPlan | null;
  /** Where a draft in several calls goes on: what was kept of each; instead of `written`. */
  readonly keptCalls?: readonly KeptCall[];
}

/**
 * Streams one whole spec from a model; what breaks off at the output limit is gone on with. Never throws: what went
 * wrong is the outcome of the last event, and all text that arrived has been yielded before it.
 */
export async function* draft(input: DraftInput): AsyncGenerator<DraftEvent> {
  const { model, brief, signal, plan = null, keptCalls = [] } = input;
  if (plan !== null) {
    yield* draftInCalls({ model, brief, signal, plan, kept: keptCalls });
    return;
  }
  const tracker = new SectionTracker(brief.template);
  const document = new DocumentStream();
  const sections = (complete = false): DraftEvent => ({
    type: 'sections',
    sections: tracker.progress(complete),
    startedOver: tracker.startedOver,
  });
  const { written = '' } = input;
  if (written !== '') {
    const text = document.push(written);
    tracker.push(text);
    yield { type: 'resumed', text };
  }
  yield sections();
  for await (const event of answers({
    model,
    signal,
    written,
    request: (before) => requestFor(brief, before),
  })) {
    if (event.type !== 'answered') {
      yield event;
      const text = event.type === 'received' ? document.push(event.kept) : '';
      if (text === '') continue;
      yield { type: 'text', text };
      if (tracker.push(text)) yield sections();
      continue;
    }
    const rest = document.end();
    if (rest !== '') yield { type: 'text', text: rest };
    tracker.push(`${rest}\n`);
    const outcome = outcomeOfAnswers(event.last, () =>
      tracker.progress(true).every(({ issue }) => issue !== 'missing'),
    );
    yield sections(outcome.kind === 'complete');
    yield { type: 'end', outcome, ...(event.usage === undefined ? {} : { usage: event.usage }) };
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
