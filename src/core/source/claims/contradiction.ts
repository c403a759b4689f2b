import { roleOfHeading } from '../sections/section-role';
import { subjectOf, wordsOf } from './subject';
import { variantWords } from '../vocabulary/neutral-words';
import type { Claim } from './claims';

/** One of two statements that cannot both hold. */
export interface Side {
  readonly claim: Claim;
  /** The words that make the difference, as written: `14 days`. */
  readonly said: string;
}

export interface Contradiction {
  /** What both are about; the same for the same words. */
  readonly subject: string;
  readonly first: Side;
  readonly second: Side;
}

export function sideOf(claim: Claim, said: string): Side {
  return { claim, said: said.trim() };
}

/** Whether the document sets two statements side by side as variants (plans, phases, steps) that may differ. */
export function areVariants(first: Claim, second: Claim): boolean {
  const [one, other] = [first.context.at(-1) ?? '', second.context.at(-1) ?? ''];
  if (one === other)
    return first.context.some(
      (title, at) => title !== second.context[at] && (names(title) || names(second.context[at] ?? '')),
    );
  if (first.context.some(names) || second.context.some(names)) return true;
  return areParallel(one, other);
}

function names(title: string): boolean {
  return wordsOf(title).some((word) => variantWords.has(word));
}

/** Titles that differ in one word only: "Search by owners", "Search by guests". */
function areParallel(first: string, second: string): boolean {
  // "Functional requirements" and "Non-functional requirements" are no variants.
  if (isGenre(first) || isGenre(second)) return false;
  const [one, other] = [new Set(subjectOf(first)), new Set(subjectOf(second))];
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared > 0 && one.size - shared === 1 && other.size - shared === 1;
}

function isGenre(title: string): boolean {
  return (roleOfHeading(title)?.share ?? 0) >= 0.6;
}
