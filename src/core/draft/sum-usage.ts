import type { ModelUsage } from '../ports/language-model';

/** Usage of several requests together; of those that told theirs. */
export function sumUsage(one: ModelUsage | undefined, other: ModelUsage | undefined): ModelUsage | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const cached = [one, other].flatMap(({ cachedInputTokens }) => cachedInputTokens ?? []);
  return {
    inputTokens: one.inputTokens + other.inputTokens,
    outputTokens: one.outputTokens + other.outputTokens,
    ...(cached.length === 0 ? {} : { cachedInputTokens: cached.reduce((sum, tokens) => sum + tokens, 0) }),
  };
}
