import { costRange, formatMoney } from '../../core/cost/cost';
import { byChapter, type DraftActuals } from '../../core/cost/draft-actuals';
import type { DraftEstimate, TokenRange } from '../../core/cost/estimate-draft';
import { priceOf, type PriceList } from '../../core/cost/prices';
import type { Template } from '../../core/template/template';
import { count } from '../output';

const language = 'en';
const number = (value: number): string => new Intl.NumberFormat(language).format(value);

/** An estimate, as `draft --estimate --format json` prints it. */
export function estimateJson(estimate: DraftEstimate, model: string, prices: PriceList): unknown {
  const price = priceOf(prices, model);
  return { estimate: { model, ...estimate, cost: price === null ? null : costRange(estimate, price) } };
}

/** The same for a person. */
export function estimateLines(estimate: DraftEstimate, model: string, prices: PriceList): readonly string[] {
  const { requests, promptTokens, counted, inputTokens, cachedTokens, outputTokens, basis } = estimate;
  if (requests === 0) return ['No model is called: no tokens, no cost.'];
  const price = priceOf(prices, model);
  const cost = price === null ? null : costRange(estimate, price);
  const money = (amount: number): string => formatMoney(amount, cost?.currency ?? '', language);
  return [
    `Estimate for ${model}, ${count(requests, 'request')}; nothing was sent.`,
    `Input: about ${range(inputTokens)} tokens${requests > 1 ? `, ${number(cachedTokens)} of them sent before, so that the provider's cache may serve them` : ''}. The prompt has ${counted ? '' : 'about '}${number(promptTokens)}, ${counted ? 'counted by the model' : 'estimated'}.`,
    `Output: about ${range(outputTokens)} tokens, from ${basis === 'budget' ? "the template's word budget" : 'what is known of the spec already'}.`,
    ...(cost === null
      ? ['Cost: no price is known for this model. Give one with --prices.']
      : [`Cost: about ${money(cost.min)} to ${money(cost.max)}.`]),
    'On top come thoughts of a model that reasons, continuations at its output limit, and repairs.',
  ];
}

function range({ min, max }: TokenRange): string {
  return min === max ? number(min) : `${number(min)} to ${number(max)}`;
}

/** What a draft took, for JSON. */
export function actualsJson({ usage, cost, sections }: DraftActuals): unknown {
  return { counted: usage !== null, ...usage, cost, sections };
}

/** The same for a person: all together, then chapter by chapter. */
export function actualsLines(actuals: DraftActuals, template: Template): readonly string[] {
  const { usage, cost, sections } = actuals;
  const chapters = byChapter(sections, template).map(
    ({ heading, tokens }) => `  ${heading}: ${usage === null ? 'about ' : ''}${number(tokens)}`,
  );
  if (usage === null) return ['The server counted no tokens. Output by section, estimated:', ...chapters];
  const { inputTokens, cachedInputTokens, outputTokens, reasoningTokens } = usage;
  const cached = cachedInputTokens === undefined ? '' : ` (${number(cachedInputTokens)} from the cache)`;
  const thoughts = reasoningTokens === undefined ? '' : ` (${number(reasoningTokens)} of them thoughts)`;
  const price = cost === null ? '' : `; ${formatMoney(cost.amount, cost.currency, language)}`;
  return [
    `Tokens: ${number(inputTokens)} in${cached}, ${number(outputTokens)} out${thoughts}${price}. Output by section, apportioned by length:`,
    ...chapters,
  ];
}
