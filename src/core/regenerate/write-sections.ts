import type { Brief } from '../brief/brief';
import type {
  LanguageModel,
  ModelOutcome,
  ModelRequest,
  ModelUsage,
  ModelWait,
} from '../ports/language-model';
import { sectionPrompt, type SectionOrder } from '../prompt/section-prompt';
import { estimateTokens } from '../text/estimate-tokens';

export type SectionsEvent =
  | { readonly type: 'text'; readonly text: string }
  /** The model waits by itself and then goes on. */
  | { readonly type: 'waiting'; readonly wait: ModelWait }
  /** Always last, exactly once. Tokens are estimated where the model does not count them. */
  | { readonly type: 'end'; readonly outcome: ModelOutcome; readonly usage: ModelUsage };

/**
 * Streams a model's answer about sections of a spec, as it comes; `putSections` makes a spec of it. Never throws: what went
 * wrong is the outcome of the last event.
 */
export async function* writeSections(input: {
  readonly model: LanguageModel;
  readonly brief: Brief;
  readonly order: SectionOrder;
  readonly signal: AbortSignal;
}): AsyncGenerator<SectionsEvent> {
  const { model, brief, order, signal } = input;
  const request: ModelRequest = {
    brief,
    // Made when it is asked for: a model that reads the brief alone needs no prompt.
    get messages() {
      return sectionPrompt(brief, order);
    },
    task: { kind: 'sections', keys: [...new Set(order.targets.flatMap(({ key }) => key ?? []))] },
    beside: order.spec.text,
  };
  let received = '';
  for await (const event of model.stream(request, signal)) {
    if (event.type === 'text') {
      received += event.text;
      yield event;
    } else if (event.type === 'waiting') yield event;
    else if (event.type === 'end') {
      const { outcome, usage = { inputTokens: 0, outputTokens: estimateTokens(received) } } = event;
      const empty = outcome.kind === 'complete' && received.trim() === '';
      yield { type: 'end', outcome: empty ? { kind: 'empty' } : outcome, usage };
      return;
    }
  }
}
