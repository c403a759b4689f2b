import type { Brief } from '../brief/brief';
import type { LanguageModel, ModelOutcome, ModelRequest, ModelUsage } from '../ports/language-model';
import { withoutSecrets } from '../secrets/mask-secrets';
import { DocumentStream } from './document-stream';
import { draftPrompt } from './draft-prompt';
import { SectionTracker, type SectionProgress } from './section-tracker';

export type DraftEvent =
  | { readonly type: 'text'; readonly text: string }
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
      // Sources, documents and answers come without secrets. This is for all else that a prompt names: files, branches,
      // commits, templates.
      return draftPrompt(brief).map((message) => ({ ...message, content: withoutSecrets(message.content) }));
    },
  };
  for await (const event of model.stream(request, signal)) {
    if (event.type === 'text') {
      const text = document.push(event.text);
      if (text === '') continue;
      yield { type: 'text', text };
      if (tracker.push(text)) yield { type: 'sections', sections: tracker.progress() };
      continue;
    }
    const rest = document.end();
    if (rest !== '') yield { type: 'text', text: rest };
    tracker.push(`${rest}\n`);
    yield { type: 'sections', sections: tracker.progress(event.outcome.kind === 'complete') };
    yield event;
    return;
  }
}
