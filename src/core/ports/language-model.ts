import type { Brief } from '../brief/brief';

/** One message of a prompt. Text from files is data: it is fenced by whoever builds the prompt. */
export interface PromptMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** What a request asks for, for models that work from the brief instead of the prompt. */
export type ModelTask =
  /** The whole document. */
  | { readonly kind: 'document' }
  /** The rest of a document that ends in the middle; `written` is what there is of it. */
  | { readonly kind: 'continuation'; readonly written: string }
  /** One of several parts that a document is written in: these sections of level 2, by key; `written` as above. */
  | {
      readonly kind: 'part';
      readonly keys: readonly string[];
      /** Whether what stands before the first section belongs to it. */
      readonly opening: boolean;
      readonly written: string;
    }
  /** These sections of the template anew, by key, in template order, each with its heading. */
  | { readonly kind: 'sections'; readonly keys: readonly string[] }
  /** JSON that fits the schema. Models that can't be held to one answer with text that holds it. */
  | { readonly kind: 'data'; readonly name: string; readonly schema: JsonSchema };

/** A JSON Schema, in the subset that OpenAI's structured output takes. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export interface ModelRequest {
  readonly messages: readonly PromptMessage[];
  /** The structured input behind the prompt, for models that need no prompt (outline); `null` where nothing but the prompt counts. */
  readonly brief: Brief | null;
  readonly task: ModelTask;
  /** Text of the spec into which sections are to fit, for models that work from the brief. */
  readonly beside?: string;
}

/** How an answer ended. `complete` is the only one after which the text is whole. */
export type ModelOutcome =
  | { readonly kind: 'complete' }
  | { readonly kind: 'cancelled' }
  /** The answer hit the model's output limit. */
  | { readonly kind: 'length' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'filtered' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'failed'; readonly failure: ModelFailure };

export type ModelFailureCode =
  | 'unauthorized'
  | 'forbidden'
  | 'unknown-model'
  | 'rate-limited'
  | 'unreachable'
  | 'timeout'
  | 'server'
  | 'protocol'
  | 'interrupted'
  | 'unavailable'
  | 'unknown';

export interface ModelFailure {
  readonly code: ModelFailureCode;
  /** What went wrong, in one sentence, for a person. Holds no key. */
  readonly message: string;
  /** What to do next, in one sentence. */
  readonly remedy: string;
  /**
   * Seconds after which the provider takes a request again, where it tells; `null` where the same request would fail
   * again however long one waits.
   */
  readonly retryAfter?: number | null;
}

export interface ModelUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** How many of the input tokens the provider took from its cache; absent where it does not tell. */
  readonly cachedInputTokens?: number;
  /** How many of the output tokens were thoughts and no text; absent where the provider does not tell. */
  readonly reasoningTokens?: number;
}

/** Tokens of two requests together. */
export function addUsage(
  first: ModelUsage | undefined | null,
  second: ModelUsage | undefined | null,
): ModelUsage | undefined {
  if (first === undefined || first === null) return second ?? undefined;
  if (second === undefined || second === null) return first;
  const told = (
    name: 'cachedInputTokens' | 'reasoningTokens',
  ): { readonly [key in typeof name]?: number } => {
    const counts = [first[name], second[name]].filter((count) => count !== undefined);
    return counts.length === 0 ? {} : { [name]: counts.reduce((sum, count) => sum + count, 0) };
  };
  return {
    inputTokens: first.inputTokens + second.inputTokens,
    outputTokens: first.outputTokens + second.outputTokens,
    ...told('cachedInputTokens'),
    ...told('reasoningTokens'),
  };
}

/** A pause before the same request is sent again. */
export interface ModelWait {
  readonly reason: Extract<ModelFailureCode, 'rate-limited' | 'server' | 'unreachable' | 'timeout'>;
  /** Until the next attempt, whole and rounded up. */
  readonly seconds: number;
  /** Which attempt comes next, from 2. */
  readonly attempt: number;
}

export type ModelEvent =
  | { readonly type: 'text'; readonly text: string }
  /** The model reasons and has said nothing of it: a sign of life. */
  | { readonly type: 'thinking' }
  /** Before any text only: when the pause begins, and for each second of it that is left, so that it can be counted down. */
  | { readonly type: 'waiting'; readonly wait: ModelWait }
  /** Always the last event, exactly once. */
  | { readonly type: 'end'; readonly outcome: ModelOutcome; readonly usage?: ModelUsage };

/**
 * The one port to every provider. `stream` never throws: failures, refusals and cancellation arrive as the
 * outcome of the final event, and all text received until then has been yielded before it.
 */
export interface LanguageModel {
  /** Identifies model and provider in a receipt, such as `openai:gpt-5` or `outline`. */
  readonly id: string;
  readonly label: string;
  /** Most tokens of a request, where the provider tells. */
  readonly contextWindow?: number;
  stream(request: ModelRequest, signal: AbortSignal): AsyncIterable<ModelEvent>;
  /** In how many calls a document can be had from it, where that is settled, as by a recording. */
  readonly calls?: 'one' | 'several';
  /** Whether `countTokens` is the model's own count; an estimate otherwise. */
  readonly countsItself?: boolean;
  /** Tokens of a text by the model's own count where it offers one, else a calibrated estimate. */
  countTokens(text: string): Promise<number>;
}
