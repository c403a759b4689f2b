import type { Source } from '../../source/source';
import { fileName } from '../../text/path';
import { compareText } from '../../text/path-order';
import { isPair } from './terms';
import type { TellingTerms, TermCounts, TermWeights } from './term-weights';
import { countTerms, gramsOf, tellingTerms } from './term-weights';

/** What a source is about: its most telling words. */
export interface Topic extends TellingTerms {
  /** Piece of a word to weight; a vector of length 1. */
  readonly grams: ReadonlyMap<string, number>;
  /** Whether most of it is written without spaces between words. */
  readonly isPacked: boolean;
}

export interface RankableDocument {
  readonly path: string;
  readonly terms: TermCounts;
}

export interface RankedDocument {
  readonly path: string;
  /** From 0 to 1: how much it is about what the source is about. */
  readonly score: number;
  /** Whether it is about the topic, not merely shares a word with it. */
  readonly relevant: boolean;
  /** Words that it shares with the source, most telling first, at most four. */
  readonly matches: readonly string[];
}

const titleWeight = 3;
/** How much a word gains by being used again: in the source more, it says there what is wanted. */
const sourceDamping = 1;
export const documentDamping = 0.5;
/**
 * Score from which a document is about the topic. Found on research notes in nine languages: notes on one matter score
 * 0.11 to 0.45, those of one company on other matters below 0.09. Pairs of ideographs repeat less.
 */
const leastScore = 0.09;
const leastPackedScore = 0.05;
/** Part of the best document's score that a document must reach. */
const leastOfBest = 0.24;
/** Words that a document must share for its score to count in full: one of them alone says little. */
const enoughWords = 6;

type RankingSource = Pick<Source, 'title' | 'text' | 'requirements' | 'outOfScope'>;

const known = new WeakMap<RankingSource, TermCounts>();

/** Counts the words of a source for ranking, once; what it declares out of scope does not count. */
export function sourceTerms(source: RankingSource): TermCounts {
  const counts =
    known.get(source) ??
    countTerms([
      [source.title, titleWeight],
      ...source.requirements.map(({ title }) => [title, 1] as const),
      [inScope(source), 1],
    ]);
  known.set(source, counts);
  return counts;
}

/** The words a source is about. */
export function topicOf(source: RankingSource, weights: TermWeights): Topic {
  const counts = sourceTerms(source);
  const terms = tellingTerms(counts, weights, sourceDamping);
  const pairs = [...terms.weights.keys()].filter(isPair).length;
  return { ...terms, grams: gramVector(terms.weights), isPacked: pairs > terms.weights.size / 2 };
}

function inScope({ text, outOfScope }: RankingSource): string {
  if (outOfScope.length === 0) return text;
  const out = new Set(outOfScope.map(({ line }) => line));
  return text
    .split('\n')
    .filter((_, index) => !out.has(index + 1))
    .join('\n');
}

/** Counts the words of a document for ranking: its title and file name more than once. */
export function documentTerms(title: string, path: string, text: string): TermCounts {
  return countTerms([
    [`${title} ${fileName(path).replace(/\.\w+$/, '')}`, titleWeight],
    [text, 1],
  ]);
}

/**
 * Ranks documents by how much they are about a topic, best first, ties by path. Documents that share no word with
 * it are left out.
 */
export function rankByRelevance(
  topic: Topic,
  documents: readonly RankableDocument[],
  weights: TermWeights,
): readonly RankedDocument[] {
  const scored = documents
    .map(({ path, terms }) => ({ path, ...similarity(topic, tellingTerms(terms, weights, documentDamping)) }))
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score || compareText(left.path, right.path));
  const best = scored[0]?.score ?? 0;
  const least = Math.max(topic.isPacked ? leastPackedScore : leastScore, best * leastOfBest);
  return scored.map((document) => ({ ...document, relevant: document.score >= least }));
}

/** Cosine of what two texts are about, less where they share few words. */
export function similarity(topic: Topic, terms: TellingTerms): Pick<RankedDocument, 'score' | 'matches'> {
  const grams = gramVector(terms.weights);
  const contributions: { readonly word: string; readonly weight: number; readonly whole: boolean }[] = [];
  let cosine = 0;
  for (const [gram, weight] of grams) {
    const other = topic.grams.get(gram);
    if (other !== undefined) cosine += weight * other;
  }
  if (cosine === 0) return { score: 0, matches: [] };
  for (const stem of terms.weights.keys()) {
    const pieces = gramsOf(stem);
    let weight = 0;
    let shared = 0;
    for (const gram of new Set(pieces)) {
      const other = topic.grams.get(gram);
      if (other === undefined) continue;
      weight += other * (grams.get(gram) ?? 0);
      shared += 1;
    }
    const word = (topic.words.has(stem) ? topic.words : terms.words).get(stem) ?? stem;
    if (weight > 0) contributions.push({ word, weight, whole: shared > pieces.length / 2 });
  }
  contributions.sort((left, right) => right.weight - left.weight || compareText(left.word, right.word));
  const whole = contributions.filter((contribution) => contribution.whole);
  const matches = [...new Set((whole.length > 0 ? whole : contributions).map(({ word }) => word))];
  return {
    score: cosine * Math.sqrt(Math.min(1, evenness(contributions.map(({ weight }) => weight)) / enoughWords)),
    matches: matches.slice(0, 4),
  };
}

/** How many words share in a sum: 1 where one makes it up, n where n have an equal part. */
function evenness(weights: readonly number[]): number {
  let sum = 0;
  let squares = 0;
  for (const weight of weights) {
    sum += weight;
    squares += weight * weight;
  }
  return squares === 0 ? 0 : (sum * sum) / squares;
}

/** Each word counts the same, in however many pieces. */
function gramVector(weights: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const grams = new Map<string, number>();
  for (const [stem, weight] of weights) {
    const pieces = gramsOf(stem);
    const part = weight / Math.sqrt(pieces.length);
    for (const gram of pieces) grams.set(gram, (grams.get(gram) ?? 0) + part);
  }
  let squares = 0;
  for (const weight of grams.values()) squares += weight * weight;
  const length = Math.sqrt(squares);
  for (const [gram, weight] of grams) grams.set(gram, weight / length);
  return grams;
}
