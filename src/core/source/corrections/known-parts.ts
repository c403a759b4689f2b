import { fingerprintOf } from '../requirements/fingerprint';
import { derivedId, derivedNumber, type KnownId, type KnownPart } from '../identity/known-ids';
import { matchRequirements, type Matches } from '../identity/match-requirements';
import { similarityIn } from '../identity/similarity';
import { sketchOf } from '../identity/sketch';
import type { Requirement } from '../source';
import type { Correction } from './correction';
import { promisedIds } from './correction';
import type { CutPart } from './split-requirement';

/** Parts this similar are the same beyond doubt. */
const surelySame = 0.5;

export interface NamedParts {
  readonly parts: readonly Requirement[];
  /** What is to be remembered of each, in the same order. */
  readonly said: readonly KnownPart[];
  /** Whether one of them is new or says something else. */
  readonly isOther: boolean;
}

/** What is known of the parts that a split has made so far, by which they are known again. */
export class KnownParts {
  readonly #split: string;
  readonly #target: string;
  readonly #promised: readonly string[];
  readonly #ids: readonly string[];
  readonly #before: readonly KnownId[];
  readonly #others: readonly KnownId[];
  readonly #numbers: readonly string[];

  constructor(
    split: Extract<Correction, { type: 'split' }>,
    corrections: readonly Correction[],
    known: readonly KnownId[],
  ) {
    const [first = ''] = split.ids;
    this.#split = first;
    this.#target = split.target.id;
    this.#ids = split.ids;
    this.#promised = promisedIds(corrections);
    const made = known.flatMap((one): readonly KnownId[] => {
      const part = one.parts?.find((other) => other.split === first);
      if (part !== undefined)
        return [{ ...one, title: undefined, ...part, retired: part.retired ?? one.retired }];
      if (one.parts !== undefined || !split.ids.includes(one.id)) return [];
      const { title } = one;
      return [{ ...one, title: undefined, sketch: title === undefined ? one.sketch : sketchOf(title) }];
    });
    const whole = known.find(({ id }) => id === split.target.id);
    // What is left under the id of the whole; older records know what it was called.
    const isKnown = made.some(({ id }) => id === split.target.id);
    const { title = '' } = whole ?? {};
    const named =
      isKnown || made.length === 0 || whole === undefined || title === ''
        ? []
        : [{ ...whole, title: undefined, fingerprint: fingerprintOf(title), sketch: sketchOf(title) }];
    const rank = ({ id }: KnownId): number => (id === split.target.id && !isKnown ? 0 : 1);
    this.#before = [...named, ...made].toSorted((a, b) => rank(a) - rank(b));
    // What was read by itself before may be a part by now.
    this.#others = known.filter(
      ({ id, parts }) => parts === undefined && id !== split.target.id && !this.#promised.includes(id),
    );
    const earlier = corrections.slice(0, corrections.indexOf(split) + 1);
    this.#numbers = [...known.map(({ id }) => id), ...promisedIds(earlier)];
  }

  /** Whether nobody has seen the parts before. */
  get isEmpty(): boolean {
    return this.#before.length === 0;
  }

  /** Whether a part says word by word what one said before, also one that is gone. */
  knows(part: CutPart | undefined): boolean {
    return part !== undefined && this.#before.some((was) => isEqual(part, was));
  }

  /** How many parts are known again. */
  countKnown(parts: readonly CutPart[]): number {
    return this.#match(parts, this.#before).size;
  }

  /** How many of them beyond doubt. */
  countSure(parts: readonly CutPart[]): number {
    const before = this.#before.filter(({ retired }) => retired !== true);
    const similarity = similarityIn(
      before.map(({ sketch }) => sketch),
      parts.map(({ own }) => sketchOf(own)),
    );
    return [...this.#match(parts, before)].filter(([at, known]) => {
      const [part, was] = [parts[at], before[known]];
      if (part === undefined || was === undefined) return false;
      return isEqual(part, was) || similarity(was.sketch, sketchOf(part.own)) >= surelySame;
    }).length;
  }

  /** The parts with their ids: those that they had, a free one each else. */
  named(cut: readonly CutPart[], whole: Requirement, requirements: readonly Requirement[]): NamedParts {
    const taken = new Set(requirements.filter((one) => one !== whole).map(({ id }) => id));
    const known = [...this.#before, ...this.#others].filter(({ id }) => !taken.has(id));
    const matches = this.isEmpty ? new Map<number, number>() : this.#match(cut, known);
    const ids = this.isEmpty
      ? cut.map((_, index) => (index === 0 ? whole.id : this.#ids[index - 1]))
      : cut.map((_, index) => known[matches.get(index) ?? -1]?.id);
    // Nothing tells which part the id of the whole stayed with: it was the first one.
    const isFree = !this.isEmpty && !known.some(({ id }) => id === this.#target) && !taken.has(this.#target);
    if (isFree && ids[0] === undefined) ids[0] = this.#target;
    const free = this.#freeIds([...requirements.map(({ id }) => id)]);
    const parts = cut.map(({ requirement }, index) => {
      const id = ids[index] ?? free.next().value;
      return { ...requirement, id, explicitId: id === whole.id ? whole.explicitId : null };
    });
    return {
      parts,
      said: cut.map(({ own }) => ({
        ...{ split: this.#split, fingerprint: fingerprintOf(own), sketch: sketchOf(own) },
      })),
      isOther: cut.some((part, index) => {
        const was = known[matches.get(index) ?? -1];
        return was === undefined ? !this.isEmpty && !(isFree && index === 0) : !isEqual(part, was);
      }),
    };
  }

  #match(parts: readonly CutPart[], known: readonly KnownId[]): Matches {
    // Older records know a part with what it has of the whole.
    const settled = new Map<number, number>();
    for (const [index, { requirement }] of parts.entries()) {
      const same = known.findIndex(
        ({ fingerprint }, at) =>
          fingerprint === requirement.fingerprint && ![...settled.values()].includes(at),
      );
      if (same >= 0) settled.set(index, same);
    }
    const traits = parts.map(({ requirement: { group }, own }) => ({
      ...{ group, fingerprint: fingerprintOf(own), sketch: sketchOf(own) },
    }));
    return matchRequirements(known, traits, settled);
  }

  /** A later correction may have been made when a number was given for the time being, so that it stays. */
  *#freeIds(present: readonly string[]): Generator<string, never> {
    const given = [...present, ...this.#numbers];
    let last = given.reduce((highest, id) => Math.max(highest, derivedNumber(id) ?? 0), 0);
    for (;;) {
      last += 1;
      if (!this.#promised.includes(derivedId(last))) yield derivedId(last);
    }
  }
}

function isEqual({ requirement, own }: CutPart, { fingerprint }: KnownId): boolean {
  return fingerprint === requirement.fingerprint || fingerprint === fingerprintOf(own);
}
