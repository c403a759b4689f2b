import { describe, expect, it } from 'vitest';
import { costOf, costRange, formatMoney } from '../../../src/core/cost/cost';
import { byChapter, draftActuals } from '../../../src/core/cost/draft-actuals';
import { estimateDraft } from '../../../src/core/cost/estimate-draft';
import { priceOf, readPrices } from '../../../src/core/cost/prices';
import { apportion, tokensBySection } from '../../../src/core/cost/tokens-by-section';
import { renderOutline } from '../../../src/core/draft/outline';
import { draftPrompt } from '../../../src/core/prompt/draft-prompt';
import { receiptFor } from '../../../src/core/receipt/receipt-for';
import { parseReceipt } from '../../../src/core/receipt/parse-receipt';
import { serialiseReceipt } from '../../../src/core/receipt/serialise-receipt';
import { readChatChunk } from '../../../src/models/chat-chunk';
import { briefFor, builtInTemplates, requirement, source } from '../draft/brief-for';

const price = { input: 2, cachedInput: 0.5, output: 10, currency: 'USD' };

async function brief(id: string) {
  const template = (await builtInTemplates()).find((one) => one.id === id);
  if (template === undefined) throw new Error(`no template ${id}`);
  return briefFor(template, {
    source: source({ requirements: [requirement({ id: 'FR-1' }), requirement({ id: 'FR-2' })] }),
  });
}

describe('prices', () => {
  it('are those of the very name, then of the longest pattern that fits, in whichever case', () => {
    const { prices } = readPrices({
      '*': price,
      'vendor/large*': { ...price, output: 11 },
      'vendor/large-2': { ...price, output: 12 },
    });
    expect(priceOf(prices, 'openai:other')?.output).toBe(10);
    expect(priceOf(prices, 'openai:Vendor/Large-3')?.output).toBe(11);
    expect(priceOf(prices, 'openai:vendor/large-2')?.output).toBe(12);
    expect(priceOf(prices, 'editor:vendor/large-2')?.output).toBe(12);
  });

  it('are none where nobody is paid, and none for a name that nothing fits', () => {
    const { prices } = readPrices({ '*': price });
    expect(priceOf(prices, 'outline')).toBeNull();
    expect(priceOf(prices, 'replay:openai:large')).toBeNull();
    expect(priceOf({}, 'openai:large')).toBeNull();
  });

  it('that can not be read are named with their field, and the others hold', () => {
    const { prices, problems } = readPrices({
      a: price,
      b: { ...price, output: '3' },
      c: { input: 1 },
      d: 4,
    });
    expect(Object.keys(prices)).toEqual(['a']);
    expect(problems).toEqual(['b: output is no number', 'c: output is missing', 'd: is no price']);
    expect(readPrices([]).problems).toHaveLength(1);
    expect(readPrices({ a: { ...price, input: -1 } }).problems).toEqual(['a: input is below 0']);
  });
});

describe('the cost of tokens', () => {
  it('charges what the cache served by its own price, and thoughts as output', () => {
    const usage = {
      inputTokens: 1_000_000,
      cachedInputTokens: 400_000,
      outputTokens: 100_000,
      reasoningTokens: 50_000,
    };
    expect(costOf(usage, price)).toBeCloseTo(0.6 * 2 + 0.4 * 0.5 + 0.1 * 10);
    expect(costOf(usage, { input: 2, output: 10, currency: 'USD' })).toBeCloseTo(3);
  });

  it('is written with its currency, and with two digits where it is less than a cent', () => {
    expect(formatMoney(0.156, 'USD', 'en')).toBe('$0.16');
    expect(formatMoney(0.00123, 'USD', 'en')).toBe('$0.0012');
    expect(formatMoney(2.5, 'credits', 'en')).toBe('2.50 credits');
    expect(formatMoney(2.5, 'EUR', 'de')).toMatch(/^2,50\s€$/u);
  });
});

describe('the estimate of a draft', () => {
  it('has the prompt by the count of the model where it has one', async () => {
    const asked: string[] = [];
    const of = await brief('feature');
    const estimate = await estimateDraft(of, {
      countsItself: true,
      countTokens: (text) => {
        asked.push(text);
        return Promise.resolve(100);
      },
    });
    expect(asked).toEqual(draftPrompt(of).map(({ content }) => content));
    expect(estimate).toMatchObject({ counted: true, promptTokens: 200, requests: 1, cachedTokens: 0 });
    expect(estimate.inputTokens).toEqual({ min: 200, max: 200 });
  });

  it('estimates where the count of the model fails', async () => {
    const failing = { countTokens: () => Promise.reject(new Error('no count')) };
    expect((await estimateDraft(await brief('feature'), failing)).promptTokens).toBeGreaterThan(1000);
  });

  it('takes the output from the word budget of the template, else from what is known', async () => {
    const model = { countTokens: () => Promise.resolve(1) };
    const budget = await estimateDraft(await brief('architecture'), model);
    expect(budget.basis).toBe('budget');
    expect(budget.outputTokens).toEqual({ min: 2400, max: 4750 });
    const known = await estimateDraft(await brief('agent-ready'), model);
    expect(known.basis).toBe('outline');
    expect(known.outputTokens.max).toBe(Math.round(known.outputTokens.min * 2.5));
  });

  it('counts the prompt that several requests share once as new, and for the rest as cached', async () => {
    const estimate = await estimateDraft(
      await brief('architecture'),
      { countTokens: () => Promise.resolve(500) },
      [1, 3],
    );
    expect(estimate).toMatchObject({ requests: 4, promptTokens: 1000 });
    // Each of the three is sent the quarter that stands by then.
    expect(estimate.inputTokens).toEqual({ min: 4000 + 1800, max: 4000 + 3563 });
    expect(estimate.cachedTokens).toBe(3000 + 1200);
    const { min, max } = costRange(estimate, price);
    expect(min).toBeCloseTo(((5800 - 4200) * 2 + 4200 * 0.5 + 2400 * 10) / 1_000_000);
    expect(max).toBeCloseTo((7563 * 2 + 4750 * 10) / 1_000_000);
  });
});

describe('what a draft took', () => {
  it('is apportioned in whole tokens whose sum is what the server counted', () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(apportion(7, [0, 0])).toEqual([0, 0]);
    const sections = ['a', 'b', 'c'].map((key, index) => ({
      key,
      heading: key,
      text: 'word '.repeat(index + 1),
    }));
    const usage = { inputTokens: 5, outputTokens: 101, reasoningTokens: 11 };
    const shares = tokensBySection(sections, usage).map(({ tokens }) => tokens);
    expect(shares.reduce((sum, tokens) => sum + tokens, 0)).toBe(90);
    expect(shares[2]).toBeGreaterThan(shares[0] ?? 0);
  });

  it('has no cost without a count, and sums up by chapter', async () => {
    const { template, ...rest } = await brief('feature');
    const text = renderOutline({ ...rest, template });
    const of = { text, template, model: 'openai:large', prices: { '*': price } };
    expect(draftActuals({ ...of, usage: undefined })).toMatchObject({ usage: null, cost: null });
    const usage = { inputTokens: 0, outputTokens: 1000 };
    const { cost, sections } = draftActuals({ ...of, usage });
    expect(cost).toEqual({ amount: 0.01, currency: 'USD' });
    const chapters = byChapter(sections, template);
    expect(chapters.reduce((sum, { tokens }) => sum + tokens, 0)).toBe(1000);
    expect(chapters.length).toBeLessThan(sections.length);
  });

  it('is in the receipt by section as far as it was counted, and not what a cache served by chance', async () => {
    const small = await brief('feature');
    const of = { ...small, context: { ...small.context, hash: 'f'.repeat(64) } };
    const text = renderOutline(of);
    const usage = { inputTokens: 900, outputTokens: 1000, reasoningTokens: 200 };
    const receipt = receiptFor(of, text, { id: 'openai:large', usage });
    expect(receipt.model).toEqual({ id: 'openai:large', ...usage });
    expect(receipt.sections.reduce((sum, { outputTokens = 0 }) => sum + outputTokens, 0)).toBe(800);
    const cached = receiptFor(of, text, { id: 'openai:large', usage: { ...usage, cachedInputTokens: 512 } });
    expect(serialiseReceipt(cached)).toBe(serialiseReceipt(receipt));
    expect(parseReceipt(serialiseReceipt(receipt))).toEqual({ receipt });
    const uncounted = receiptFor(of, text, { id: 'openai:large' });
    expect(uncounted.sections.every((section) => !('outputTokens' in section))).toBe(true);
  });

  it('has thoughts from where servers tell of them', () => {
    const usage = {
      prompt_tokens: 3,
      completion_tokens: 9,
      completion_tokens_details: { reasoning_tokens: 4 },
    };
    expect(readChatChunk({ choices: [], usage })?.usage).toEqual({
      ...{ inputTokens: 3, outputTokens: 9, reasoningTokens: 4 },
    });
  });
});
