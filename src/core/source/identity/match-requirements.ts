import { normalText } from '../requirements/fingerprint';
import type { Pairing } from './best-assignment';
import { bestAssignment } from './best-assignment';
import type { KnownId } from './known-ids';
import type { Similarity } from './similarity';
import { similarityIn } from './similarity';

/** What a requirement is recognised by. */
export type Trait = Pick<KnownId, 'fingerprint' | 'group' | 'sketch' | 'title'>;

/** Fresh index to index of the known one that it is. */
export type Matches = ReadonlyMap<number, number>;

/** This similar are two texts that say the same, wherever they stand. */
const surelySame = 0.55;
/** What is asked of texts whose place says nothing, and of such whose place says all. */
const askedAnywhere = 0.42;
const askedInPlace = 0.24;
/** How much the place counts where several known ones would do. */
const placeWeight = 0.35;
/** Neighbours found in one round say more about places in the next. */
const rounds = 3;

/**
 * Recognises requirements of an earlier version of a document: by equal text, then by a title that no other one has, then by similar text, the less of it the
 * more the neighbours and the heading say that it is the same place. Each is recognised once, the whole as well as
 * possible. A different text in the same place is a different requirement.
 *
 * @param known live ones of the earlier version in document order, then retired ones, which only equal text brings back
 * @param fresh the later version in document order
 * @param settled pairs that are certain beforehand
 */
export function matchRequirements(
  known: readonly KnownId[],
  fresh: readonly Trait[],
  settled: Matches = new Map(),
): Matches {
  const matches = new Map(settled);
  matchEqual(known, fresh, matches);
  matchTitled(known, fresh, matches);
  const similarity = similarityIn(
    known.filter(({ retired }) => retired !== true).map(({ sketch }) => sketch),
    fresh.map(({ sketch }) => sketch),
  );
  matchSimilar(known, fresh, matches, similarity, () => surelySame);
  for (let round = 0; round < rounds; round++) {
    const before = matches.size;
    matchSimilar(known, fresh, matches, similarity, (place) => {
      return askedAnywhere - place * (askedAnywhere - askedInPlace);
    });
    if (matches.size === before) break;
  }
  return matches;
}

/** Equal texts: first under the same heading, then live ones before retired ones, each in document order. */
function matchEqual(known: readonly KnownId[], fresh: readonly Trait[], matches: Map<number, number>): void {
  const taken = new Set(matches.values());
  const tests: readonly ((old: KnownId, now: Trait) => boolean)[] = [
    (old, now) => old.retired !== true && old.group === now.group,
    (old) => old.retired !== true,
    () => true,
  ];
  const byFingerprint = new Map<string, number[]>();
  for (const [index, { fingerprint }] of known.entries()) {
    const same = byFingerprint.get(fingerprint);
    if (same === undefined) byFingerprint.set(fingerprint, [index]);
    else same.push(index);
  }
  for (const test of tests)
    for (const [index, now] of fresh.entries()) {
      if (matches.has(index)) continue;
      const found = byFingerprint
        .get(now.fingerprint)
        ?.find((other) => !taken.has(other) && test(known[other] as KnownId, now));
      if (found === undefined) continue;
      matches.set(index, found);
      taken.add(found);
    }
}

/** The same title under the same heading, where it is the only one: the author calls it the same, whatever it says by now. */
function matchTitled(known: readonly KnownId[], fresh: readonly Trait[], matches: Map<number, number>): void {
  const taken = new Set(matches.values());
  const named = ({ title = '', group }: Trait): string =>
    title === '' ? '' : `${group ?? ''}\n${normalText(title)}`;
  const live = known.map((old) => (old.retired === true ? '' : named(old)));
  const now = fresh.map(named);
  for (const [index, name] of now.entries()) {
    const old = live.indexOf(name);
    const isOnly = now.lastIndexOf(name) === now.indexOf(name) && live.lastIndexOf(name) === old;
    if (name !== '' && old >= 0 && isOnly && !matches.has(index) && !taken.has(old)) matches.set(index, old);
  }
}

function matchSimilar(
  known: readonly KnownId[],
  fresh: readonly Trait[],
  matches: Map<number, number>,
  similarity: Similarity,
  asked: (place: number) => number,
): void {
  const taken = new Set(matches.values());
  const open = fresh.flatMap((trait, index) => (matches.has(index) ? [] : [{ trait, index }]));
  const free = known.flatMap((trait, index) =>
    taken.has(index) || trait.retired === true ? [] : [{ trait, index }],
  );
  if (open.length === 0 || free.length === 0) return;
  const places = new Places(known.length, fresh.length, matches);
  const pairings: Pairing[] = [];
  for (const now of open)
    for (const old of free) {
      const likeness = similarity(old.trait.sketch, now.trait.sketch);
      if (likeness < askedInPlace) continue;
      const sameGroup = old.trait.group === now.trait.group ? 1 : 0;
      const place = places.agreement(old.index, now.index) * 0.8 + sameGroup * 0.2;
      if (likeness < asked(place)) continue;
      const distance = places.distance(old.index, now.index);
      pairings.push({
        left: now.index,
        right: old.index,
        weight: likeness + placeWeight * place - 0.02 * distance,
      });
    }
  for (const { left, right } of bestAssignment(pairings)) matches.set(left, right);
}

/** Where requirements stand in relation to those that are already recognised. */
class Places {
  readonly #old: readonly Place[];
  readonly #fresh: readonly Place[];

  constructor(known: number, fresh: number, matches: Matches) {
    const freshOf = new Map([...matches].map(([index, old]) => [old, index]));
    // Both sides name their neighbours by the numbers of the fresh version, its ends included.
    this.#old = placesOf(known, (index) => freshOf.get(index), fresh);
    this.#fresh = placesOf(fresh, (index) => (matches.has(index) ? index : undefined), fresh);
  }

  /** 1 where both stand between the same recognised ones, 0.5 where one neighbour agrees, else 0. */
  agreement(old: number, fresh: number): number {
    const [left, right] = [this.#old[old], this.#fresh[fresh]];
    if (left === undefined || right === undefined) return 0;
    return (left.before === right.before ? 0.5 : 0) + (left.after === right.after ? 0.5 : 0);
  }

  /** Difference of the ranks between the neighbours, 0 to 1. */
  distance(old: number, fresh: number): number {
    return Math.abs((this.#old[old]?.rank ?? 0) - (this.#fresh[fresh]?.rank ?? 0));
  }
}

interface Place {
  /** Recognised requirement that stands nearest in front; -1 for the document's start. */
  readonly before: number;
  readonly after: number;
  /** Position between the two, 0 to 1. */
  readonly rank: number;
}

function placesOf(
  length: number,
  anchorOf: (index: number) => number | undefined,
  end: number,
): readonly Place[] {
  const places: Place[] = [];
  let run = 0;
  let before = -1;
  for (let index = 0; index <= length; index++) {
    const anchor = index === length ? end : anchorOf(index);
    if (anchor === undefined) {
      run += 1;
      continue;
    }
    for (let rank = 0; rank < run; rank++) places.push({ before, after: anchor, rank: (rank + 0.5) / run });
    if (index < length) places.push({ before: anchor, after: anchor, rank: 0 });
    before = anchor;
    run = 0;
  }
  return places;
}
