import { withoutSecretsIn } from '../../secrets/mask-secrets';
import { titleOf } from '../document/inline-text';
import { derivedId, derivedNumber } from '../identity/known-ids';
import { isStory } from '../notation/story-opening';
import { shownPassage } from '../passages/passage';
import { passagesOf } from '../passages/unread-passages';
import type { Requirement, RequirementKind, Source } from '../source';
import { targetOf } from './find-target';
import type { Correction, DropWay, SplitWay } from './correction';
import { correctedId, promisedIds } from './correction';
import { cutRequirement, waysToSplit } from './split-requirement';

/** What a person wants corrected, by ids as they see them. */
export type CorrectionWish =
  | { readonly type: 'merge'; readonly ids: readonly string[] }
  | { readonly type: 'split'; readonly id: string; readonly by: SplitWay }
  | { readonly type: 'add'; readonly kind: RequirementKind; readonly title: string; readonly text: string }
  /** Makes a requirement of a passage that was read as none: `text` is what a person saw of it, see {@link shownPassage}. */
  | { readonly type: 'promote'; readonly line: number; readonly text: string }
  | { readonly type: 'drop'; readonly id: string; readonly as: DropWay; readonly reason: string }
  | { readonly type: 'retype'; readonly id: string; readonly kind: RequirementKind }
  | { readonly type: 'retitle'; readonly id: string; readonly title: string };

/**
 * The corrections after one more.
 *
 * @param made those so far
 * @param entered by the person, who may have pasted anything
 * @param corrected the source with those applied: what the person saw
 * @param read the source without any
 * @returns `made` itself where the wish can't be met: its requirement is gone, or there is nothing to change
 */
export function withCorrection(
  made: readonly Correction[],
  entered: CorrectionWish,
  corrected: Source,
  read: Source,
): readonly Correction[] {
  const wish = withoutSecretsIn(entered);
  const find = (id: string): Requirement | undefined =>
    corrected.requirements.find((requirement) => requirement.id === id);
  switch (wish.type) {
    case 'merge': {
      const chosen = corrected.requirements.filter(({ id }) => wish.ids.includes(id));
      const [first, ...others] = chosen;
      if (first === undefined || others.length === 0) return made;
      return [...made, { type: 'merge', target: targetOf(first), merged: others.map(targetOf) }];
    }
    case 'split': {
      const requirement = find(wish.id);
      if (requirement === undefined || !waysToSplit(requirement).includes(wish.by)) return made;
      const ids = freeIds(corrected, made, cutRequirement(requirement, wish.by).length - 1);
      return [...made, { type: 'split', target: targetOf(requirement), by: wish.by, ids }];
    }
    case 'add': {
      const title = wish.title.trim();
      const [id] = freeIds(corrected, made, 1);
      if (title === '' || id === undefined) return made;
      return [...made, { type: 'add', id, kind: wish.kind, title, text: wish.text.trim() }];
    }
    case 'promote': {
      const found = passagesOf(read, corrected).find(
        (one) => one.line === wish.line && shownPassage(one) === wish.text,
      );
      if (found === undefined) return made;
      const { text } = found;
      const kind = isStory(text) ? 'story' : 'functional';
      const [id] = freeIds(corrected, made, 1);
      if (id === undefined) return made;
      const { line } = found;
      return [...made, withoutSecretsIn({ type: 'add', id, kind, title: titleOf(text), text, line })];
    }
    case 'drop': {
      const requirement = find(wish.id);
      if (requirement === undefined) return made;
      // What was only added is as if it had never been.
      if (made.some((correction) => correction.type === 'add' && correction.id === wish.id))
        return made.filter((correction) => correctedId(correction) !== wish.id);
      return [
        ...made,
        { type: 'drop', target: targetOf(requirement), as: wish.as, reason: wish.reason.trim() },
      ];
    }
    case 'retype': {
      const requirement = find(wish.id);
      if (requirement === undefined || requirement.kind === wish.kind) return made;
      const rest = without(made, 'retype', wish.id);
      const own = read.requirements.find(({ id }) => id === wish.id)?.kind;
      return own === wish.kind && rest.length < made.length
        ? rest
        : [...rest, { type: 'retype', target: targetOf(requirement), kind: wish.kind }];
    }
    case 'retitle': {
      const requirement = find(wish.id);
      const title = wish.title.trim();
      if (requirement === undefined || title === '' || requirement.title === title) return made;
      const rest = without(made, 'retitle', wish.id);
      const own = read.requirements.find(({ id }) => id === wish.id)?.title;
      return own === title && rest.length < made.length
        ? rest
        : [...rest, { type: 'retitle', target: targetOf(requirement), title }];
    }
  }
}

/** A later choice replaces the earlier one. */
function without(made: readonly Correction[], type: 'retype' | 'retitle', id: string): readonly Correction[] {
  return made.filter((correction) => correction.type !== type || correctedId(correction) !== id);
}

/** Numbers that no requirement of the source has, had, or is promised. */
function freeIds(source: Source, made: readonly Correction[], count: number): readonly string[] {
  const given = [
    ...source.requirements.map(({ id }) => id),
    ...(source.ids?.known.map(({ id }) => id) ?? []),
    ...promisedIds(made),
  ];
  const last = given.reduce((highest, id) => Math.max(highest, derivedNumber(id) ?? 0), 0);
  return Array.from({ length: count }, (_, index) => derivedId(last + 1 + index));
}
