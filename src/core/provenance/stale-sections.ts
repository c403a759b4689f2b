import type { Answer } from '../clarify/question';
import { requirementState, sameRequirement, type StatedRequirement } from './requirement-state';
import { answerState, type SectionUses, type UsedAnswer } from './section-uses';

/** Something that changed since a section was written. */
export type StaleCause =
  | { readonly kind: 'answer'; readonly questionId: string }
  | { readonly kind: 'requirement'; readonly id: string; readonly removed: boolean }
  | { readonly kind: 'document'; readonly path: string; readonly removed: boolean };

export interface StaleSection {
  readonly key: string;
  readonly causes: readonly StaleCause[];
}

/** How things are now; what is `null` is not known, and makes nothing stale. */
export interface CurrentInputs {
  readonly answers: readonly Answer[] | null;
  readonly requirements: readonly (StatedRequirement & { readonly id: string })[] | null;
  readonly documents: readonly { readonly path: string; readonly sha256: string }[] | null;
}

/**
 * Sections of a spec that depend on what changed since they were written, in their order. A section without a record of
 * what it used is never stale: nobody knows.
 *
 * @param sections of the spec's receipt
 */
export function staleSections(
  sections: readonly { readonly key: string; readonly uses?: SectionUses | undefined }[],
  now: CurrentInputs,
): readonly StaleSection[] {
  const answers = now.answers === null ? null : new Map(now.answers.map((one) => [one.questionId, one]));
  const fingerprints = byKey(now.requirements, ({ id }) => id, requirementState);
  const hashes = byKey(
    now.documents,
    ({ path }) => path,
    ({ sha256 }) => sha256,
  );
  return sections.flatMap(({ key, uses }) => {
    if (uses === undefined) return [];
    const causes: readonly StaleCause[] = [
      ...Object.entries(uses.answers).flatMap(([questionId, used]): readonly StaleCause[] =>
        answers !== null && changes(used, answers.get(questionId)) ? [{ kind: 'answer', questionId }] : [],
      ),
      ...changed(uses.requirements, fingerprints, sameRequirement).map(([id, removed]): StaleCause => ({
        ...{ kind: 'requirement', id, removed },
      })),
      ...changed(uses.documents, hashes).map(([path, removed]): StaleCause => ({
        ...{ kind: 'document', path, removed },
      })),
    ];
    return causes.length === 0 ? [] : [{ key, causes }];
  });
}

/** Whether the way from one answer to another is one that the section depends on. */
export function changes({ of, was }: UsedAnswer, answer: Answer | undefined): boolean {
  const is = answerState(answer);
  if (is === was) return false;
  const [before = '', hashBefore = ''] = was.split(':');
  const [after = '', hashAfter = ''] = is.split(':');
  const scopes = of.flatMap((aspect) => (aspect.startsWith('scope:') ? [aspect.slice('scope:'.length)] : []));
  if (
    before !== 'assume' &&
    after !== 'assume' &&
    [hashBefore, hashAfter].some((hash) => scopes.includes(hash))
  )
    return true;
  if (before === 'defer' && after === 'defer') return of.includes('owner');
  if (before === 'defer' || after === 'defer')
    return of.includes('defer') || (before !== 'text' && after !== 'text' && of.includes('assume'));
  const isOther = hashBefore !== hashAfter;
  const ofAssumption = before === 'assume' || after === 'assume';
  return (isOther && of.includes('text')) || (ofAssumption && of.includes('assume'));
}

function changed(
  used: Readonly<Record<string, string>>,
  now: ReadonlyMap<string, string> | null,
  same: (was: string, is: string) => boolean = (was, is) => was === is,
): readonly (readonly [string, boolean])[] {
  if (now === null) return [];
  return Object.entries(used)
    .filter(([name, was]) => !same(was, now.get(name) ?? ''))
    .map(([name]) => [name, !now.has(name)] as const);
}

function byKey<T>(
  list: readonly T[] | null,
  key: (one: T) => string,
  value: (one: T) => string,
): ReadonlyMap<string, string> | null {
  return list === null ? null : new Map(list.map((one) => [key(one), value(one)]));
}
