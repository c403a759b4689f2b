import { costRange, formatMoney } from '../../core/cost/cost';
import { byChapter, draftActuals } from '../../core/cost/draft-actuals';
import type { DraftEstimate } from '../../core/cost/estimate-draft';
import type { ModelPrice, PriceList } from '../../core/cost/prices';
import type { ModelUsage } from '../../core/ports/language-model';
import type { Template } from '../../core/template/template';
import type { ActualsView, EstimateView } from '../../shared/wizard/generate-state';

/** What a draft will take, for the Generate step. @param language BCP 47, decides how money is written */
export function estimateView(
  estimate: DraftEstimate,
  price: ModelPrice | null,
  language: string,
): EstimateView {
  const { requests, counted, inputTokens, cachedTokens, outputTokens } = estimate;
  const range = price === null ? null : costRange(estimate, price);
  const money = (amount: number): string => formatMoney(amount, range?.currency ?? '', language);
  return {
    requests,
    counted,
    input: inputTokens,
    cached: cachedTokens,
    output: outputTokens,
    cost: range === null ? null : { min: money(range.min), max: money(range.max) },
  };
}

/** What a draft took, for the Generate step. */
export function actualsView(input: {
  readonly text: string;
  readonly template: Template;
  readonly model: string;
  readonly usage: ModelUsage | undefined;
  readonly prices: PriceList;
  readonly language: string;
}): ActualsView {
  const { usage, cost, sections } = draftActuals(input);
  return {
    usage:
      usage === null
        ? null
        : {
            input: usage.inputTokens,
            cached: usage.cachedInputTokens ?? null,
            output: usage.outputTokens,
            thoughts: usage.reasoningTokens ?? null,
          },
    cost: cost === null ? null : formatMoney(cost.amount, cost.currency, input.language),
    chapters: byChapter(sections, input.template).map(({ heading, tokens }) => ({ heading, tokens })),
  };
}
