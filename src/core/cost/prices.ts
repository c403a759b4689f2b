import picomatch from 'picomatch';
import * as v from 'valibot';

/** What a provider charges for a model, as its user knows it. Nothing here is built in: prices change and differ by contract. */
export interface ModelPrice {
  /** Per million input tokens. */
  readonly input: number;
  /** Per million input tokens that the provider took from its cache; `input` where it is left out. */
  readonly cachedInput?: number;
  /** Per million output tokens, thoughts included. */
  readonly output: number;
  /** Such as `USD`. */
  readonly currency: string;
}

/** Prices by model name; `*` in a name stands for anything. */
export type PriceList = Readonly<Record<string, ModelPrice>>;

const amount = v.pipe(v.number('is no number'), v.finite('is no number'), v.minValue(0, 'is below 0'));
const price = v.object({
  input: amount,
  cachedInput: v.exactOptional(amount),
  output: amount,
  currency: v.pipe(
    v.string('is no text'),
    v.trim(),
    v.minLength(1, 'is empty'),
    v.maxLength(12, 'is too long'),
  ),
});

export interface ReadPrices {
  readonly prices: PriceList;
  /** Entries that are left out, each with what is wrong, in one clause: `gpt-5: output is no number`. */
  readonly problems: readonly string[];
}

/** Reads prices as a person wrote them, from a setting or a file. Never throws. */
export function readPrices(value: unknown): ReadPrices {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { prices: {}, problems: ['prices are no object of model names'] };
  const prices: Record<string, ModelPrice> = {};
  const problems: string[] = [];
  for (const [name, written] of Object.entries(value)) {
    const read = v.safeParse(price, written);
    if (read.success) prices[name] = read.output;
    else {
      const [issue] = read.issues;
      const field = v.getDotPath(issue);
      problems.push(`${name}: ${field === null ? 'is no price' : `${field} ${fieldProblem(issue)}`}`);
    }
  }
  return { prices, problems };
}

function fieldProblem({ message, input }: v.BaseIssue<unknown>): string {
  return input === undefined ? 'is missing' : message;
}

/** Models that nobody is paid for. */
const free = /^(?:outline$|replay:)/u;

/**
 * The price of a model: that of its very name, else that of the longest pattern that fits.
 *
 * @param id as in receipts, such as `openai:gpt-5`; the part before the first colon need not stand in a pattern
 * @returns `null` where none fits, and for models that cost nothing
 */
export function priceOf(prices: PriceList, id: string): ModelPrice | null {
  if (free.test(id)) return null;
  const names = [id.slice(id.indexOf(':') + 1), id];
  const fits = (pattern: string): boolean =>
    names.includes(pattern) ||
    (pattern.length <= longestPattern &&
      names.some((name) => picomatch.isMatch(name, pattern, { bash: true, dot: true, nocase: true })));
  const exact = (pattern: string): number => (names.includes(pattern) ? 1 : 0);
  const [best] = Object.entries(prices)
    .filter(([pattern]) => fits(pattern))
    .sort(([a], [b]) => exact(b) - exact(a) || b.length - a.length || (a < b ? -1 : 1));
  return best?.[1] ?? null;
}

const longestPattern = 200;
