import * as v from 'valibot';
import { notice } from './notice';
import { findingView } from './source-state';

const modelView = v.object({
  id: v.string(),
  label: v.string(),
  detail: v.string(),
  provider: v.picklist(['outline', 'openai', 'editor', 'replay']),
  /** Whether Generate can use it now. */
  ready: v.boolean(),
  /** What is missing, where it is not ready. */
  problem: v.nullable(v.string()),
  /** Most tokens of a request, where the provider tells. */
  contextWindow: v.optional(v.number()),
});
export type ModelView = v.InferOutput<typeof modelView>;

export const sectionProgress = v.object({
  key: v.string(),
  heading: v.string(),
  level: v.number(),
  state: v.picklist(['todo', 'writing', 'done']),
  /** What is wrong with it by now. */
  issue: v.optional(v.picklist(['missing', 'repeated', 'misplaced'])),
});
export type SectionProgress = v.InferOutput<typeof sectionProgress>;

export const phases = [
  ...(['idle', 'starting', 'streaming', 'repairing', 'checking'] as const),
  ...(['done', 'stopped', 'failed'] as const),
] as const;
export const phase = v.picklist(phases);
export type GenerationPhase = v.InferOutput<typeof phase>;

/** A pause before the model is asked again. */
export const wait = v.object({
  reason: v.picklist(['rate-limited', 'server', 'unreachable', 'timeout']),
  /** Until the next attempt. */
  seconds: v.number(),
  attempt: v.number(),
});
export type WaitView = v.InferOutput<typeof wait>;

const tokenRange = v.object({ min: v.number(), max: v.number() });

/** What a draft will take, in tokens and, where a price is known, money. */
const estimateView = v.object({
  requests: v.number(),
  /** Whether the model counted the prompt itself; else it is estimated. */
  counted: v.boolean(),
  input: tokenRange,
  /** Of the input, what an earlier request has sent before. */
  cached: v.number(),
  output: tokenRange,
  /** As a person reads it, with its currency; `null` where no price is known. */
  cost: v.nullable(v.object({ min: v.string(), max: v.string() })),
});
export type EstimateView = v.InferOutput<typeof estimateView>;

/** What a draft took. */
const actualsView = v.object({
  /** As the server counted; `null` where it did not. */
  usage: v.nullable(
    v.object({
      input: v.number(),
      cached: v.nullable(v.number()),
      output: v.number(),
      thoughts: v.nullable(v.number()),
    }),
  ),
  cost: v.nullable(v.string()),
  /** Output by sections of level 2: apportioned, or estimated where nothing was counted. */
  chapters: v.array(v.object({ heading: v.string(), tokens: v.number() })),
});
export type ActualsView = v.InferOutput<typeof actualsView>;

export const generateState = v.object({
  models: v.array(modelView),
  selectedModel: v.nullable(v.string()),
  /** Settings of the OpenAI-compatible provider; the key itself never reaches the webview. */
  openai: v.object({ baseUrl: v.string(), modelName: v.string(), hasKey: v.boolean() }),
  output: v.string(),
  /** Why nothing can be written there, or `null`. */
  outputProblem: v.nullable(v.string()),
  /** Estimated tokens of the prompt; 0 for models without one. */
  promptTokens: v.number(),
  /** `null` for models that nobody is asked through, and until it is known. */
  estimate: v.nullable(estimateView),
  phase,
  sections: v.array(sectionProgress),
  receivedTokens: v.number(),
  wait: v.nullable(wait),
  /** Milliseconds since the start, as last measured. */
  elapsed: v.number(),
  notice: v.nullable(notice),
  result: v.nullable(
    v.object({
      path: v.string(),
      errors: v.number(),
      warnings: v.number(),
      /** How many the Problems panel lists: what waits for one open question counts once above, and there as often as it is said. */
      listed: v.object({ errors: v.number(), warnings: v.number() }),
      /** Items of the checklist that fail: a warning is enough for that. */
      failing: v.number(),
      requirements: v.number(),
      covered: v.number(),
      outOfScope: v.number(),
      /** What errors and warnings count, errors first, as many as a person reads. */
      findings: v.array(findingView),
      /** Absent where no model was asked. */
      actuals: v.optional(actualsView),
    }),
  ),
});
export type GenerateState = v.InferOutput<typeof generateState>;
