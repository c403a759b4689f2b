import { readSketch } from './sketch';

/** Estimates how much two texts of one document say the same, 0 to 1. */
export type Similarity = (first: string, second: string) => number;

/** A subset is telling only from this many features on: one word is in many texts. */
const tellingSubset = 4;
/** What a text that merely contains the other counts at most. */
const containedWeight = 0.85;

/**
 * Builds the measure for two versions of a document. Words that many of its requirements share ("the user can") weigh
 * little, whatever the language, because they are counted and not listed.
 *
 * @param before sketches of the earlier version
 * @param after sketches of the later one
 */
export function similarityIn(before: readonly string[], after: readonly string[]): Similarity {
  const counts = [count(before), count(after)] as const;
  const size = Math.max(before.length, after.length);
  const weigh = (feature: number): number => {
    const often = Math.max(...counts.map((one) => one.get(feature) ?? 0), 1);
    return Math.log((size + 1) / often);
  };
  const known = new Map<string, Weighed>();
  const weighed = (sketch: string): Weighed => {
    const found = known.get(sketch);
    if (found !== undefined) return found;
    const { features, complete } = readSketch(sketch);
    const made = { features, weights: features.map(weigh), complete };
    known.set(sketch, made);
    return made;
  };
  return (first, second) => compare(weighed(first), weighed(second));
}

/** Features in ascending order, each with its weight. */
interface Weighed {
  readonly features: readonly number[];
  readonly weights: readonly number[];
  readonly complete: boolean;
}

function count(sketches: readonly string[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const sketch of sketches)
    for (const feature of new Set(readSketch(sketch).features))
      counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}

/** Dice's measure, or how far the smaller is contained in the larger, whichever says more. */
function compare(first: Weighed, second: Weighed): number {
  // Where features were cut off, only the range that both sketches cover tells anything.
  const limit = Math.min(lastOf(first), lastOf(second));
  let [left, right] = [0, 0];
  let [leftSum, rightSum, shared] = [0, 0, 0];
  for (;;) {
    const one = first.features[left] ?? Infinity;
    const other = second.features[right] ?? Infinity;
    if (Math.min(one, other) > limit) break;
    if (one <= other) leftSum += first.weights[left++] ?? 0;
    if (other <= one) {
      const weight = second.weights[right++] ?? 0;
      rightSum += weight;
      if (one === other) shared += weight;
    }
  }
  if (shared === 0) return 0;
  const dice = (2 * shared) / (leftSum + rightSum);
  const contained = Math.min(left, right) < tellingSubset ? 0 : shared / Math.min(leftSum, rightSum);
  return Math.max(dice, ((dice + contained) / 2) * containedWeight);
}

/** Up to where a sketch knows all features. */
function lastOf({ features, complete }: Weighed): number {
  return complete ? Number.MAX_SAFE_INTEGER : (features.at(-1) ?? 0);
}
