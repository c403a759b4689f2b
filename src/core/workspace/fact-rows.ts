import type { Source } from '../source/source';
import { statementOf } from '../source/requirements/requirement-text';
import { withoutSecrets } from '../secrets/mask-secrets';
import { oneLine } from '../text/said';
import { estimateTokens } from '../text/estimate-tokens';
import { countTerms } from './relevance/term-weights';
import { termsOf } from './relevance/terms';

/** One thing that a file states, as a row of a compact table. */
export interface FactRow {
  /** Sort of thing, such as `endpoint`. */
  readonly what: string;
  readonly name: string;
  /** What else is said of it; may be empty. */
  readonly detail: string;
  /** Relative to the root. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** Longest detail that is shown, in characters. */
const longestDetail = 120;

/** What a source is about, as far as names of things can tell. */
export type SourceWords = ReadonlyMap<string, number>;

const knownWords = new WeakMap<Source, SourceWords>();

/** Weighs the words of a source: its title and what its requirements say. */
export function wordsOfSource(source: Source): SourceWords {
  const before = knownWords.get(source);
  if (before !== undefined) return before;
  const { counts } = countTerms([
    [source.title, 3],
    ...source.requirements.flatMap((requirement) => [
      [requirement.title, 2] as const,
      [statementOf(requirement) ?? '', 1] as const,
      ...requirement.acceptance.map(({ text }) => [text, 1] as const),
    ]),
  ]);
  knownWords.set(source, counts);
  return counts;
}

/** How much a thing has to do with a source: 0 for nothing. */
export function relevanceOf({ name, detail }: Pick<FactRow, 'name' | 'detail'>, words: SourceWords): number {
  const weigh = (text: string): number =>
    stemsOf(text).reduce((sum, stem) => sum + Math.log1p(words.get(stem) ?? 0), 0);
  return weigh(name) + weigh(detail) / 2;
}

/** Stems by text: the rows of a workspace are weighed again and again. */
const stemsByText = new Map<string, readonly string[]>();
const mostStems = 20_000;

function stemsOf(text: string): readonly string[] {
  const before = stemsByText.get(text);
  if (before !== undefined) return before;
  if (stemsByText.size >= mostStems) stemsByText.clear();
  const stems = [...new Set(termsOf(text).map(({ stem }) => stem))];
  stemsByText.set(text, stems);
  return stems;
}

/** Rows with something of the source in them first, the more the earlier; the order stays where nothing decides. */
export function byRelevance<T extends FactRow>(rows: readonly T[], words: SourceWords): readonly T[] {
  const scores = new Map(rows.map((row) => [row, relevanceOf(row, words)]));
  return [...rows].sort((left, right) => (scores.get(right) ?? 0) - (scores.get(left) ?? 0));
}

/** A table of facts, cut to a number of tokens. */
export interface FactTable {
  /** Markdown; empty where there are no rows. */
  readonly text: string;
  /** Rows that found no room. */
  readonly left: number;
}

/**
 * A compact Markdown table of facts, each with its file and line, as far as the budget goes.
 *
 * @param tokens estimated tokens that the table may have
 */
export function factTable(rows: readonly FactRow[], tokens: number): FactTable {
  const lines = ['| what | name | detail | where |', '|---|---|---|---|'];
  let room = tokens - estimateTokens(lines.join('\n'));
  let taken = 0;
  for (const { what, name, detail, path, line } of rows) {
    const cells = [what, name, detail.slice(0, longestDetail), `${path}:${line}`];
    const row = `| ${cells.map((text) => oneLine(withoutSecrets(text)).replace(/\|/g, '\\|')).join(' | ')} |`;
    room -= estimateTokens(`${row}\n`);
    if (room < 0) break;
    lines.push(row);
    taken += 1;
  }
  return { text: taken === 0 ? '' : lines.join('\n'), left: rows.length - taken };
}
