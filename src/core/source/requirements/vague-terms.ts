import { ambiguousTerms, ambiguousTermsUnspaced, unambiguousUses } from '../vocabulary/ambiguous-terms';

const escaped = ambiguousTerms
  .toSorted((a, b) => b.length - a.length)
  .map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'));
const spacedPattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${escaped.join('|')})(?![\\p{L}\\p{N}-])`, 'giu');
const unspacedPattern = new RegExp(
  ambiguousTermsUnspaced.toSorted((a, b) => b.length - a.length).join('|'),
  'gu',
);

/** A word that no test can decide, and where it stands in the text. */
export interface VagueTerm {
  readonly text: string;
  readonly index: number;
}

/** Words of a text that no test can decide as they stand: those of scripts with spaces first, each kind in order. */
export function vagueTermsIn(text: string): readonly VagueTerm[] {
  const rest = unambiguousUses.reduce(
    (left, use) => left.replace(use, (words) => ' '.repeat(words.length)),
    text,
  );
  return [...rest.matchAll(spacedPattern), ...rest.matchAll(unspacedPattern)].map(({ 0: found, index }) => ({
    text: found,
    index,
  }));
}
