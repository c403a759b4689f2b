import type { Source } from '../../source/source';
import { fileName } from '../../text/path';
import type { Considered } from '../documents/considered';
import type { ContextKind } from '../context';
import type { RankedDocument, Topic } from './relevance';
import { documentDamping, rankByRelevance, similarity, topicOf } from './relevance';
import { countTerms, tellingTerms, type TermCounts, TermWeights } from './term-weights';

/** Relevance of documents to the source, each ranked among its own kind. */
export class RelevanceByKind {
  readonly #ranked = new Map<string, RankedDocument>();
  readonly #cited: ReadonlySet<string>;
  /** What the source is about; `null` without one. */
  readonly topic: Topic | null;
  /** What words are worth among these documents. */
  readonly weights: TermWeights;

  constructor(
    documents: readonly Considered[],
    source: Source | undefined,
    termsOf: (document: Considered) => TermCounts,
  ) {
    const terms = new Map(
      source === undefined ? [] : documents.map((document) => [document.path, termsOf(document)]),
    );
    this.weights = new TermWeights([...terms.values()]);
    this.topic = source === undefined ? null : topicOf(source, this.weights);
    const kinds = new Map<ContextKind, Considered[]>();
    for (const document of documents) {
      const group = kinds.get(document.place.kind);
      if (group === undefined) kinds.set(document.place.kind, [document]);
      else group.push(document);
    }
    for (const group of kinds.values()) {
      const ranking =
        this.topic === null
          ? []
          : rankByRelevance(
              this.topic,
              group.flatMap(({ path }) => {
                const counts = terms.get(path);
                return counts === undefined ? [] : [{ path, terms: counts }];
              }),
              this.weights,
            );
      for (const item of ranking) this.#ranked.set(item.path, item);
    }
    this.#cited = new Set(
      source === undefined
        ? []
        : documents.filter(({ path }) => cites(source.text, path)).map(({ path }) => path),
    );
  }

  of({ path }: Pick<Considered, 'path'>): RankedDocument | undefined {
    return this.#ranked.get(path);
  }

  /** How much a document is about the source, from 0 to 1; 1 for what the source cites, 0 without a source. */
  score(document: Pick<Considered, 'path'>): number {
    return this.isCited(document) ? 1 : (this.of(document)?.score ?? 0);
  }

  /** How much a part of a document is about the source; `null` without one. */
  get scoreOf(): ((text: string) => number) | null {
    const { topic, weights } = this;
    if (topic === null) return null;
    return (text) => similarity(topic, tellingTerms(countTerms([[text, 1]]), weights, documentDamping)).score;
  }

  isCited({ path }: Pick<Considered, 'path'>): boolean {
    return this.#cited.has(path);
  }
}

/** A file name that could stand for many documents is no citation. */
const commonNames: ReadonlySet<string> = new Set(['readme.md', 'index.md', 'notes.md', 'overview.md']);

function cites(text: string, path: string): boolean {
  const name = fileName(path);
  return text.includes(path) || (!commonNames.has(name.toLowerCase()) && text.includes(`/${name}`));
}

/** Words as a reason shows them: `"invite", "email"`. */
export function listedWords(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(', ');
}
