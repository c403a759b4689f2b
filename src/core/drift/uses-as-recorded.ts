import type { SectionUses } from '../provenance/section-uses';
import type { Receipt } from '../receipt/receipt';
import type { Drift } from './drift';

/**
 * What sections depend on, with the states that the receipt knows for what drifted and was not worked in: their new text says nothing
 * of it, so that it has to go on to drift.
 *
 * @param uses of the sections as they were written just now
 * @param receipt of the spec before
 * @param left drifts that were not worked in
 */
export function usesAsRecorded(
  uses: ReadonlyMap<string, SectionUses>,
  receipt: Pick<Receipt, 'sections'>,
  left: readonly Drift[],
): ReadonlyMap<string, SectionUses> {
  const before = new Map(receipt.sections.map((section) => [section.key, section.uses]));
  return new Map([...uses].map(([key, now]) => [key, asRecorded(now, before.get(key), left)]));
}

function asRecorded(now: SectionUses, was: SectionUses | undefined, left: readonly Drift[]): SectionUses {
  const states = (
    of: (uses: SectionUses) => Readonly<Record<string, string>> | undefined,
    ...kinds: readonly Drift['kind'][]
  ): Readonly<Record<string, string>> => {
    const kept = new Map(Object.entries(of(now) ?? {}));
    for (const { kind, subject, was: stateThen } of left) {
      if (!kinds.includes(kind)) continue;
      const recorded = was === undefined ? undefined : of(was)?.[subject];
      const state = recorded ?? (kept.has(subject) ? stateThen : null);
      if (state === null) kept.delete(subject);
      else kept.set(subject, state);
    }
    return Object.fromEntries(kept);
  };
  const answers = new Map(Object.entries(now.answers));
  for (const { kind, subject, was: stateThen } of left) {
    if (kind !== 'answer') continue;
    const own = was?.answers[subject];
    const current = answers.get(subject);
    if (own !== undefined) answers.set(subject, own);
    else if (current !== undefined && stateThen !== null)
      answers.set(subject, { ...current, was: stateThen });
  }
  const source = states((uses) => uses.source, 'source');
  return {
    ...now,
    answers: Object.fromEntries(answers),
    requirements: states((uses) => uses.requirements, 'requirement'),
    documents: states((uses) => uses.documents, 'document', 'completed-spec'),
    // Left out of the JSON where it is empty.
    source: Object.keys(source).length === 0 ? undefined : source,
  };
}
