import type { ModelOutcome } from '../ports/language-model';

/** How a draft ended. */
export type DraftOutcome =
  | ModelOutcome
  /**
   * The answer hit the output limit, and the model, asked to go on, brought nothing new: it repeated what there was, or
   * (`startedOver`) began the document again in other words.
   */
  | { readonly kind: 'stalled'; readonly startedOver: boolean };
