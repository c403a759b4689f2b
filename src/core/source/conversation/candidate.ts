import { negates } from '../vocabulary/settling-phrases';
import { subjectOf } from './statement-features';
import type { Sentence } from './turn';
import { valuesOf } from './values';

/** A statement of a conversation that may become a requirement. */
export interface Candidate extends Sentence {
  readonly subject: ReadonlySet<string>;
  readonly values: ReturnType<typeof valuesOf>;
  readonly negated: boolean;
  /** All its digits, by which "step 1" is not "step 2". */
  readonly numbers: string;
  /** Number of the speaker's go in which it was said. */
  readonly go: number;
}

/** The latest among those that score most. */
export function best(
  candidates: readonly Candidate[],
  score: (candidate: Candidate) => number,
): { readonly candidate: Candidate; readonly share: number } | null {
  let found: { candidate: Candidate; share: number } | null = null;
  for (const candidate of candidates) {
    const share = score(candidate);
    if (share > 0 && share >= (found?.share ?? 0)) found = { candidate, share };
  }
  return found;
}

/** @param go number of the speaker's go in which it was said */
export function candidateOf({ line, text, listed }: Sentence, go: number): Candidate {
  return {
    ...(listed === undefined ? {} : { listed }),
    ...{ line, text, go, subject: subjectOf(text), values: valuesOf(text), negated: negates.test(text) },
    numbers: (text.match(/\p{N}+/gu) ?? []).join(' '),
  };
}
