import type { Brief } from '../brief/brief';
import { renderOutline } from '../draft/outline';
import type { LanguageModel, PromptMessage } from '../ports/language-model';
import { draftPrompt } from '../prompt/draft-prompt';
import { estimateTokens } from '../text/estimate-tokens';

export interface TokenRange {
  readonly min: number;
  readonly max: number;
}

/** What a draft will take, before anything is sent. Continuations, repairs and thoughts of the model come on top. */
export interface DraftEstimate {
  readonly requests: number;
  /** Of the first request. */
  readonly promptTokens: number;
  /** Whether the model's own count was asked for the prompt; else it is estimated. */
  readonly counted: boolean;
  /** Of all requests. */
  readonly inputTokens: TokenRange;
  /** How many of them an earlier request has sent before, so that a provider's cache may serve them. */
  readonly cachedTokens: number;
  readonly outputTokens: TokenRange;
  /** Where the length of the spec is taken from: the word budget of the template, or what is known already. */
  readonly basis: 'budget' | 'outline';
}

/**
 * Tokens of a word in a spec: tables and code have many short ones. Between 1.69 and 1.84 in the specs of the example workspace
 * and the model's answer among the tests.
 */
const tokensPerWord = { min: 1.6, max: 1.9 };

/**
 * How much longer than the outline, which holds what is known, a model's spec becomes: 2.05 times in the answer that is kept
 * among the tests; seldom shorter, since the outline's rows are rows of the spec too.
 */
const timesOutline = 2.5;

/**
 * Estimates a draft in `calls` requests, each of which begins as the first one does.
 *
 * @param waves how many requests are made one after the other, with how many at once; one by default
 */
export async function estimateDraft(
  brief: Brief,
  model: Pick<LanguageModel, 'countTokens' | 'countsItself'>,
  waves: readonly number[] = [1],
): Promise<DraftEstimate> {
  const promptTokens = await tokensOf(draftPrompt(brief), model);
  const { outputTokens, basis } = expectedOutput(brief);
  const requests = waves.reduce((sum, calls) => sum + calls, 0);
  // What earlier waves wrote goes along; sections are taken for equally long.
  let written = 0;
  let sentAgain = 0;
  let repeated = 0;
  for (const calls of waves) {
    sentAgain += (written / requests) * calls;
    repeated += (written / requests) * Math.max(0, calls - 1);
    written += calls;
  }
  const again = (output: number): number => Math.round(output * sentAgain);
  return {
    requests,
    promptTokens,
    counted: model.countsItself === true,
    inputTokens: {
      min: promptTokens * requests + again(outputTokens.min),
      max: promptTokens * requests + again(outputTokens.max),
    },
    cachedTokens: promptTokens * (requests - 1) + Math.round(outputTokens.min * repeated),
    outputTokens,
    basis,
  };
}

/** How long the spec will be, in tokens. */
export function expectedOutput(brief: Brief): Pick<DraftEstimate, 'outputTokens' | 'basis'> {
  const known = estimateTokens(renderOutline(brief));
  const { words } = brief.template.budgets;
  if (words === undefined)
    return { outputTokens: { min: known, max: Math.round(known * timesOutline) }, basis: 'outline' };
  const min = Math.round((words.min ?? words.max / 2) * tokensPerWord.min);
  // A source with many requirements fills more rows than the budget has words for.
  return {
    outputTokens: { min, max: Math.max(Math.round(words.max * tokensPerWord.max), known) },
    basis: 'budget',
  };
}

async function tokensOf(
  messages: readonly PromptMessage[],
  model: Pick<LanguageModel, 'countTokens'>,
): Promise<number> {
  const counts = await Promise.all(
    messages.map(({ content }) => model.countTokens(content).catch(() => estimateTokens(content))),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
