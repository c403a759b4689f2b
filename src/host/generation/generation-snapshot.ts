import type { DraftOutcome } from '../../core/draft/draft-outcome';
import type { ModelWait } from '../../core/ports/language-model';
import type { GenerateState, GenerationPhase, SectionProgress } from '../../shared/wizard/generate-state';

/** What a written spec came to. */
export type GenerationResult = NonNullable<GenerateState['result']>;

/** Where a run stands. */
export interface GenerationSnapshot {
  readonly phase: GenerationPhase;
  readonly sections: readonly SectionProgress[];
  /** Whether the model began the document again in the middle, so that it stands there twice. */
  readonly startedOver: boolean;
  readonly receivedTokens: number;
  /** The pause before the next attempt, while there is one; `null` otherwise. */
  readonly wait: ModelWait | null;
  /** Milliseconds since the start. */
  readonly elapsed: number;
  /** How the model's answer ended; `null` before. */
  readonly outcome: DraftOutcome | null;
  /** Path the text stands at, as soon as there is text. */
  readonly path: string | null;
  readonly result: GenerationResult | null;
  /** What failed apart from the model. */
  readonly trouble: GenerationTrouble | null;
}

/** A step around the model that failed; the text that came is kept in each case. */
export type GenerationTrouble =
  | { readonly kind: 'open'; readonly detail: string }
  | { readonly kind: 'save'; readonly detail: string }
  | { readonly kind: 'receipt'; readonly detail: string }
  | { readonly kind: 'check'; readonly detail: string }
  /** What came could not be kept on disk while it came. */
  | { readonly kind: 'journal'; readonly detail: string };

export const idleGeneration: GenerationSnapshot = {
  phase: 'idle',
  sections: [],
  startedOver: false,
  receivedTokens: 0,
  wait: null,
  elapsed: 0,
  outcome: null,
  path: null,
  result: null,
  trouble: null,
};
