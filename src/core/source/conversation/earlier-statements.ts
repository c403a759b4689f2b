import { best, type Candidate } from './candidate';
import { shared, subjectOf } from './statement-features';
import { differ } from './values';

/** How many of the latest candidates a statement may correct, repeat or refuse. */
export const nearby = 12;
/** How many it may contradict. */
const reach = 60;

/** Shares of the subject from which on a statement takes up an earlier one. */
const least = { correction: 0.25, refusal: 0.5, conflict: 0.6, repetition: 0.8 };

/** The earlier statement that cannot hold beside this one: of the same subject, with another value or the contrary. */
export function contradictedBy(candidate: Candidate, earlier: readonly Candidate[]): Candidate | null {
  const found = best(besideOf(candidate, earlier), (other) => {
    const share = shared(other.subject, candidate.subject);
    return differ(other.values, candidate.values) || other.negated !== candidate.negated ? share : 0;
  });
  return from(found, least.conflict);
}

/** The earlier statement that this one says again. */
export function repeatedBy(candidate: Candidate, earlier: readonly Candidate[]): Candidate | null {
  const found = best(besideOf(candidate, earlier).slice(-nearby), (other) =>
    other.numbers === candidate.numbers ? shared(other.subject, candidate.subject) : 0,
  );
  return from(found, least.repetition);
}

/**
 * What a correction corrects: the nearest that shares its words or its unit.
 *
 * @param takenBack whether "scratch that" was said before: then it is the last one where no other fits
 */
export function correctedBy(
  candidate: Candidate,
  earlier: readonly Candidate[],
  takenBack: boolean,
): Candidate | null {
  const recent = earlier.slice(-nearby);
  const found = best(recent, (other) =>
    Math.max(
      shared(other.subject, candidate.subject),
      differ(other.values, candidate.values) ? least.correction : 0,
    ),
  );
  return from(found, least.correction) ?? (takenBack ? (recent.at(-1) ?? null) : null);
}

/** The earlier statement that a refusal is about. @param bare the refusal without its label */
export function declinedBy(bare: string, earlier: readonly Candidate[]): Candidate | null {
  const subject = subjectOf(bare);
  const found = best(earlier.slice(-nearby), (other) => shared(other.subject, subject));
  return from(found, least.refusal);
}

function from(found: ReturnType<typeof best>, share: number): Candidate | null {
  return found !== null && found.share >= share ? found.candidate : null;
}

/** Items of one list stand beside each other, however much they have in common. */
function besideOf(candidate: Candidate, earlier: readonly Candidate[]): readonly Candidate[] {
  return earlier
    .slice(-reach)
    .filter(
      (other) => candidate.listed === undefined || other.listed === undefined || other.go !== candidate.go,
    );
}
