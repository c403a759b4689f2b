import type { Brief } from '../brief/brief';
import type {
  LanguageModel,
  ModelOutcome,
  ModelRequest,
  ModelUsage,
  ModelWait,
} from '../ports/language-model';
import { draftPrompt } from '../prompt/draft-prompt';
import { DocumentStream } from './document-stream';
import { SectionTracker, type SectionProgress } from './section-tracker';

export type DraftEvent =
  | { readonly type: 'text'; readonly text: string }
  /** The model waits by itself and then goes on. */
  | { readonly type: 'waiting'; readonly wait: ModelWait }
  /** Sent at the start, whenever a section begins, and before the end. */
  | { readonly type: 'sections'; readonly sections: readonly SectionProgress[] }
  /** Always last, exactly once. */
  | { readonly type: 'end'; readonly outcome: ModelOutcome; readonly usage?: ModelUsage };

/**
 * Streams one whole spec from a model. Never throws: what went wrong is the outcome of the last event, and all text
 * that arrived has been yielded before it.
 */
export async function* draft(input: {
  readonly model: LanguageModel;
  readonly brief: Brief;
  readonly signal: AbortSignal;
}): AsyncGenerator<DraftEvent> {
  const { model, brief, signal } = input;
  const tracker = new SectionTracker(brief.template);
  const document = new DocumentStream();
  yield { type: 'sections', sections: tracker.progress() };
  const request: ModelRequest = {
    brief,
    // Made when it is asked for: a model that reads the brief alone needs no prompt.
    get messages() {
      return draftPrompt(brief);
    },
    task: { kind: 'document' },
  };
  for await (const event of model.stream(request, signal)) {
    if (event.type === 'text') {
      const text = document.push(event.text);
      if (text === '') continue;
      yield { type: 'text', text };
      if (tracker.push(text)) yield { type: 'sections', sections: tracker.progress() };
      continue;
    }
    if (event.type === 'waiting') {
      yield event;
      continue;
    }
    if (event.type === 'thinking') continue;
    const rest = document.end();
    if (rest !== '') yield { type: 'text', text: rest };
    tracker.push(`${rest}\n`);
    yield { type: 'sections', sections: tracker.progress(event.outcome.kind === 'complete') };
    yield event;
    return;
  }
}
