import { rememberTexts } from '../../text/remembered';
import type { Term } from './terms';
import { countedTermsOf, isPair } from './terms';

/** How often a text uses which words. */
export interface TermCounts {
  /** Stem to how often it occurs, titles counted more than once. */
  readonly counts: ReadonlyMap<string, number>;
  /** Stem to the word as it was first written. */
  readonly words: ReadonlyMap<string, string>;
}

/** A text or a part of it, and how many times it counts. */
export type WeighedText = readonly [text: string, weight: number];

export function countTerms(texts: Iterable<WeighedText>): TermCounts {
  const counts = new Map<string, number>();
  const words = new Map<string, string>();
  for (const [text, weight] of texts) {
    for (const { word, stem, count } of countedTermsOf(text)) {
      counts.set(stem, (counts.get(stem) ?? 0) + count * weight);
      if (!words.has(stem)) words.set(stem, word);
    }
  }
  return { counts, words };
}

/** What words are worth in one workspace: those of many of its documents tell little. */
export class TermWeights {
  readonly #documents: number;
  readonly #frequency = new Map<string, number>();
  /** By the number of documents that have a word. */
  readonly #weights: number[] = [];

  /** @param documents all that are compared in this workspace */
  constructor(documents: readonly TermCounts[]) {
    this.#documents = documents.length;
    for (const { counts } of documents) {
      for (const stem of counts.keys()) this.#frequency.set(stem, (this.#frequency.get(stem) ?? 0) + 1);
    }
  }

  /** Inverse document frequency, smoothed: above 0, also for a word that no document has. */
  of(stem: string): number {
    const frequency = this.#frequency.get(stem) ?? 0;
    return (this.#weights[frequency] ??= Math.log(1 + (this.#documents + 1) / (frequency + 0.5)));
  }
}

/** The most telling words of a text. */
export interface TellingTerms {
  /** Stem to weight, heaviest first. */
  readonly weights: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, string>;
}

/** So many words tell what a text is about. Pairs of ideographs overlap, so it takes more of them. */
const mostWords = 60;
const mostPairs = 160;

/** @param damping from 0 to 1: how much a word gains by being used again */
export function tellingTerms(
  { counts, words }: TermCounts,
  weights: TermWeights,
  damping: number,
): TellingTerms {
  const ranked = [...counts]
    .map(([stem, count]) => [stem, count ** damping * weights.of(stem)] as const)
    // Ties by text, so that the outcome depends on nothing else.
    .sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1));
  const pairs = ranked.slice(0, mostWords).filter(([stem]) => isPair(stem)).length;
  const most = pairs > mostWords / 2 ? mostPairs : mostWords;
  return { weights: new Map(ranked.slice(0, most)), words };
}

const gramLength = 5;

/**
 * The text of a stem in overlapping pieces, by which its other forms and the words it is part of are recognised:
 * inflected and compound words of many languages share most of theirs.
 */
export const gramsOf = rememberTexts((stem: Term['stem']): readonly string[] => {
  if (isPair(stem)) return [stem];
  const marked = `^${stem}`;
  if (marked.length <= gramLength) return [marked];
  return Array.from({ length: marked.length - gramLength + 1 }, (_, at) => marked.slice(at, at + gramLength));
});
