import type { ModelUsage } from '../ports/language-model';
import { estimateTokens } from '../text/estimate-tokens';

/** What a section took of the tokens that a server counted. */
export interface SectionTokens {
  readonly key: string;
  readonly heading: string;
  readonly tokens: number;
}

/**
 * Distributes the output tokens that a server counted over the sections, by what their texts would take; thoughts belong to no
 * section. Whole numbers whose sum is that of the answers; where a server counted nothing, the estimates themselves.
 */
export function tokensBySection(
  sections: readonly { readonly key: string; readonly heading: string; readonly text: string }[],
  usage: ModelUsage | undefined,
): readonly SectionTokens[] {
  const weights = sections.map(({ text }) => estimateTokens(text));
  const shares = usage === undefined ? weights : apportion(writtenTokens(usage), weights);
  return sections.map(({ key, heading }, index) => ({ key, heading, tokens: shares[index] ?? 0 }));
}

/** Output tokens that became text. */
export function writtenTokens({ outputTokens, reasoningTokens = 0 }: ModelUsage): number {
  return Math.max(0, outputTokens - reasoningTokens);
}

/** Shares of a whole number, whole again, with its sum; by largest remainder. All 0 where no weight is above 0. */
export function apportion(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const shares = exact.map(Math.floor);
  let left = total - shares.reduce((all, share) => all + share, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder) {
    if (left < 1) break;
    shares[index] = (shares[index] ?? 0) + 1;
    left -= 1;
  }
  return shares;
}
