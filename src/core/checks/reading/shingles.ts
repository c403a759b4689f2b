const token =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{N}\p{M}]+(?:['’._/-][\p{L}\p{N}]+)*/gu;
const packed = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Neighbouring words that are compared as one. */
const width = 4;
/** Shorter texts are titles and names, which may well be the same. */
const fewestWords = 8;
const fewestCharacters = 18;
/** Longest text that is compared, in words. */
const mostWords = 400;

/**
 * Runs of four neighbouring words of a text, in scripts without spaces of four characters; case, markup and punctuation do not
 * count. Empty for a text that is too short to be told from a title.
 */
export function shinglesOf(text: string): ReadonlySet<string> {
  const tokens = tokensOf(text);
  if (tokens.length < fewestOf(text)) return new Set();
  const shingles = new Set<string>();
  for (let at = 0; at + width <= tokens.length; at += 1) {
    let shingle = tokens[at] ?? '';
    for (let next = at + 1; next < at + width; next += 1) shingle += ` ${tokens[next] ?? ''}`;
    shingles.add(shingle);
  }
  return shingles;
}

/** Whether a text is too short to be told from a title. */
export function isTooShort(text: string): boolean {
  const fewest = fewestOf(text);
  // No further than needed: most texts are long enough.
  const found = text.slice(0, 8000).toLowerCase().matchAll(token);
  for (let count = 0; count < fewest; count += 1) if (found.next().done === true) return true;
  return false;
}

function tokensOf(text: string): readonly string[] {
  return (text.slice(0, 8000).toLowerCase().match(token) ?? []).slice(0, mostWords);
}

function fewestOf(text: string): number {
  return packed.test(text) ? fewestCharacters : fewestWords;
}

/** Texts to look others up in, by what they share. Adding and looking up cost no more than the text is long. */
export class ShingleIndex<T> {
  private readonly entries: { readonly value: T; readonly size: number }[] = [];
  private readonly holders = new Map<string, number[]>();

  add(value: T, shingles: ReadonlySet<string>): void {
    const at = this.entries.push({ value, size: shingles.size }) - 1;
    for (const shingle of shingles) {
      const holders = this.holders.get(shingle);
      if (holders === undefined) this.holders.set(shingle, [at]);
      // A phrase that many texts have tells none from another.
      else if (holders.length < mostHolders) holders.push(at);
    }
  }

  /** The text that shares most, with the share of the asked text that it holds and how long it is itself. */
  closest(shingles: ReadonlySet<string>): Closest<T> | null {
    const shared = new Map<number, number>();
    for (const shingle of shingles)
      for (const at of this.holders.get(shingle) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    let best: Closest<T> | null = null;
    for (const [at, count] of shared) {
      const entry = this.entries[at];
      if (entry === undefined || (best !== null && count / shingles.size <= best.held)) continue;
      best = { value: entry.value, held: count / shingles.size, size: entry.size };
    }
    return best;
  }
}

const mostHolders = 32;

export interface Closest<T> {
  readonly value: T;
  /** 0 to 1. */
  readonly held: number;
  /** Number of its shingles. */
  readonly size: number;
}
