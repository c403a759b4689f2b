import type { Requirement } from '../source';
import type { Correction, CorrectionState } from './correction';
import { findTarget } from './find-target';
import { KnownParts, type NamedParts } from './known-parts';
import { cutRequirement } from './split-requirement';
import type { KnownId } from '../identity/known-ids';

/** A requirement of more parts than this is not what a person split. */
const mostParts = 400;

/** Either the parts of a requirement, or why there are none. */
export type AppliedSplit =
  | ({ readonly state: 'applied' | 'reworded'; readonly whole: Requirement } & NamedParts)
  | { readonly state: Exclude<CorrectionState, 'applied' | 'reworded'>; readonly whole: null };

/**
 * Splits a requirement as a person split it once. Whatever was added to it, taken out or moved since: a part that was there before is known
 * again by its words and place, and keeps its id; a new one gets a free number.
 *
 * @param requirements as the corrections before it left them
 * @param corrections all of them: the ids that they promise are not free
 * @param known what is known of the source's ids, each once
 */
export function applySplit(
  requirements: readonly Requirement[],
  split: Extract<Correction, { type: 'split' }>,
  corrections: readonly Correction[],
  known: readonly KnownId[],
): AppliedSplit {
  const found = findTarget(requirements, split.target);
  const target = found.requirement;
  const before = new KnownParts(split, corrections, known);
  const cut = (whole: Requirement | null): ReturnType<typeof cutRequirement> => {
    if (whole === null) return [];
    const parts = cutRequirement(whole, split.by);
    const withName = cutRequirement(whole, split.by, true);
    // Ids that a split of an earlier version gave stay with what they were given to, a name alone as well.
    const isEarlier =
      withName.length > parts.length &&
      (before.isEmpty
        ? found.state === 'applied' && withName.length === split.ids.length + 1
        : before.knows(withName[0]));
    const made = isEarlier ? withName : parts;
    return made.length > mostParts ? [] : made;
  };
  const parts = cut(target);
  if (target !== null && before.isEmpty) {
    // Nothing is known of its parts yet: the person has split it just now.
    if (found.state === 'held' || parts.length < 2) return { state: 'held', whole: null };
    const state = found.state === 'reworded' ? 'reworded' : 'applied';
    return { state, whole: target, ...before.named(parts, target, requirements) };
  }
  const isThere = before.countSure(parts) > 0 || (found.state !== 'held' && before.countKnown(parts) > 0);
  if (target !== null && isThere) {
    const named = before.named(parts, target, requirements);
    return { state: named.isOther ? 'reworded' : 'applied', whole: target, ...named };
  }
  // The whole may go by another id, as where more of it is like one of its parts.
  const [likely] = requirements
    .filter((one) => one !== target && one.path === undefined)
    .map((whole) => ({ whole, parts: cut(whole) }))
    .filter((one) => one.parts.length > 1)
    .map((one) => ({ ...one, sure: before.countSure(one.parts) }))
    .filter(({ sure }) => sure > 0)
    .toSorted((a, b) => b.sure - a.sure);
  if (likely !== undefined) {
    const named = before.named(likely.parts, likely.whole, requirements);
    return { state: 'reworded', whole: likely.whole, ...named };
  }
  // The source tells its parts one by one by now.
  if (parts.length < 2 && requirements.some(({ id }) => split.ids.includes(id)))
    return { state: 'redundant', whole: null };
  return { state: target === null ? 'vanished' : 'held', whole: null };
}
