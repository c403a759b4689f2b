import type { ModelUsage } from '../ports/language-model';
import type { ModelPrice } from './prices';
import type { DraftEstimate } from './estimate-draft';

/** An amount of money that lies between two. */
export interface CostRange {
  readonly min: number;
  readonly max: number;
  readonly currency: string;
}

const million = 1_000_000;

/** What so many tokens cost. Thoughts are among the output tokens, as providers bill them. */
export function costOf(usage: ModelUsage, { input, cachedInput = input, output }: ModelPrice): number {
  const cached = Math.min(usage.cachedInputTokens ?? 0, usage.inputTokens);
  return (
    ((usage.inputTokens - cached) * input + cached * cachedInput + usage.outputTokens * output) / million
  );
}

/** From: short answers, and a cache that serves all it may. To: long ones, and none. */
export function costRange(estimate: DraftEstimate, price: ModelPrice): CostRange {
  const { inputTokens, cachedTokens, outputTokens } = estimate;
  const least = {
    inputTokens: inputTokens.min,
    cachedInputTokens: cachedTokens,
    outputTokens: outputTokens.min,
  };
  const most = { inputTokens: inputTokens.max, outputTokens: outputTokens.max };
  return { min: costOf(least, price), max: costOf(most, price), currency: price.currency };
}

/**
 * Money as people read it, such as `$0.09`. A currency that is no code of three letters stands behind the number.
 *
 * @param language BCP 47, of the person
 */
export function formatMoney(amount: number, currency: string, language: string): string {
  // Below a cent two digits tell more than none.
  const digits =
    amount > 0 && amount < 0.1
      ? ({ maximumSignificantDigits: 2 } as const)
      : ({ minimumFractionDigits: 2, maximumFractionDigits: 2 } as const);
  if (/^[A-Za-z]{3}$/u.test(currency))
    return new Intl.NumberFormat(language, { style: 'currency', currency, ...digits }).format(amount);
  return `${new Intl.NumberFormat(language, digits).format(amount)} ${currency}`;
}
