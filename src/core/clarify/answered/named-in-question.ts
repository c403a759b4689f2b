import { termsOf } from '../../workspace/relevance/terms';
import type { FactRow } from '../../workspace/fact-rows';

/** Stems of what a question names, apart from words that only ask. */
export function namedIn(question: string, asking: RegExp): readonly string[] {
  const stems = termsOf(question.replace(asking, ' ')).map(({ stem }) => stem);
  return [...new Set(stems)];
}

/** Rows that have each of the stems in their name, or in their detail where that counts too. */
export function rowsNaming(
  rows: readonly FactRow[],
  stems: readonly string[],
  withDetail = false,
): readonly FactRow[] {
  if (stems.length === 0) return [];
  return rows.filter(({ name, detail }) => {
    const own = new Set(termsOf(withDetail ? `${name} ${detail}` : name).map(({ stem }) => stem));
    return stems.every((stem) => own.has(stem));
  });
}
