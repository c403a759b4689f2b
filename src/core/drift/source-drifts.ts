import { requirementState, sameRequirement } from '../provenance/requirement-state';
import type { Receipt, ReceiptRequirement } from '../receipt/receipt';
import type { Requirement } from '../source/source';
import { citedIn } from '../provenance/source-parts';
import { hasName } from '../text/name-in-text';
import type { AffectedParts } from './affected';
import type { AffectedSection, Drift } from './drift';
import type { DriftState } from './drift-state';

/** Requirements that were added, changed in their words or criteria, or removed. */
export function requirementDrifts(
  receipt: Receipt,
  { source }: DriftState,
  parts: AffectedParts,
): readonly Drift[] {
  if (source === null) return [];
  const before = new Map(receipt.source.requirements.map((one) => [one.id, one]));
  const now = new Map(source.requirements.map((one) => [one.id, one]));
  const changed = source.requirements.flatMap((requirement): readonly Drift[] => {
    const was = before.get(requirement.id);
    const is = requirementState(requirement);
    const common = {
      ...commonOf(requirement.id, requirement.title),
      path: requirement.path ?? source.path,
      line: requirement.line,
      is,
    };
    if (was === undefined) {
      const sections = sectionsForNew(requirement, receipt, parts);
      const affects = {
        requirements: [requirement.id],
        sections,
        tasks: parts.tasksCiting([requirement.id]),
      };
      return [{ ...common, change: 'added', was: null, affects }];
    }
    const isOther = !sameRequirement(recordedState(was), is);
    const sections = sectionsOf(requirement.id, parts, isOther, is);
    if (!isOther && sections.length === 0) return [];
    const affects = { requirements: [requirement.id], sections, tasks: parts.tasksCiting([requirement.id]) };
    return [{ ...common, change: 'changed', was: recordedState(was), affects }];
  });
  const removed = receipt.source.requirements.flatMap((was): readonly Drift[] => {
    if (now.has(was.id)) return [];
    const affects = {
      requirements: [was.id],
      sections: sectionsOf(was.id, parts, true, null),
      tasks: parts.tasksCiting([was.id]),
    };
    return [
      {
        ...commonOf(was.id, was.title),
        change: 'removed',
        path: was.path ?? source.path,
        ...{ line: null, was: recordedState(was), is: null, affects },
      },
    ];
  });
  return [...changed, ...removed];
}

/**
 * Parts of the source's prose that say something else, with the sections whose record has them, and those that cite a requirement which
 * the part names now.
 */
export function sourceDrifts(
  receipt: Receipt,
  { source }: DriftState,
  parts: AffectedParts,
): readonly Drift[] {
  const before = receipt.source.parts;
  if (source === null || before === undefined) return [];
  const now = new Map(source.parts.map((part) => [part.key, part]));
  return [...new Set([...now.keys(), ...Object.keys(before)])].flatMap((key): readonly Drift[] => {
    const was = before[key] ?? null;
    const is = now.get(key) ?? null;
    const isOther = was !== (is?.fingerprint ?? null);
    const cited = is === null ? [] : citedIn(is, source);
    const cites = (ids: readonly string[], has: (id: string) => boolean): boolean => isOther && ids.some(has);
    const sections = parts.sectionsOf(
      (uses) =>
        uses.source?.[key] === undefined
          ? cites(cited, (id) => id in uses.requirements)
          : uses.source[key] !== is?.fingerprint,
      (text) => cites(cited, (id) => hasName(text, id)),
    );
    if (!isOther && sections.length === 0) return [];
    return [
      {
        ...{ id: `source:${key}`, kind: 'source', subject: key, text: key },
        change: was === null ? 'added' : is === null ? 'removed' : 'changed',
        ...{ path: source.path, line: is?.line ?? null, was, is: is?.fingerprint ?? null },
        affects: { requirements: cited, sections, tasks: parts.tasksCiting(cited) },
        accepted: null,
      },
    ];
  });
}

function commonOf(id: string, title: string): Pick<Drift, 'id' | 'kind' | 'subject' | 'text' | 'accepted'> {
  return { id: `requirement:${id}`, kind: 'requirement', subject: id, text: title, accepted: null };
}

function recordedState({ fingerprint, criteria }: ReceiptRequirement): string {
  return criteria === undefined ? fingerprint : `${fingerprint}.${criteria}`;
}

/**
 * @param isOther whether it is not what the receipt knows: then sections that cite it unknown to their record are touched, too
 * @param is its state now; `null` where it is gone
 */
function sectionsOf(
  id: string,
  parts: AffectedParts,
  isOther: boolean,
  is: string | null,
): readonly AffectedSection[] {
  return parts.sectionsOf(
    ({ requirements }) => {
      const used = requirements[id];
      return used === undefined ? null : is === null || !sameRequirement(used, is);
    },
    (text) => isOther && hasName(text, id),
  );
}

/** Sections that have every requirement of the same kind; where there is none of the kind, those that have every one. */
function sectionsForNew(
  { id, kind }: Requirement,
  receipt: Receipt,
  parts: AffectedParts,
): readonly AffectedSection[] {
  // What a spec need not cover is in no list of all.
  const others = receipt.source.requirements.filter((one) => one.kind !== 'success-criterion');
  const same = others.filter((one) => one.kind === kind);
  const peers = (same.length > 0 || kind === 'success-criterion' ? same : others).map((one) => one.id);
  return parts.sectionsOf(
    ({ requirements }) =>
      id in requirements ? false : peers.length > 0 && peers.every((peer) => peer in requirements),
    (text) => peers.length > 0 && !hasName(text, id) && peers.every((peer) => hasName(text, peer)),
  );
}
