import type { Brief } from '../brief/brief';
import { renderOutline } from '../draft/outline';
import { generatedSections } from '../receipt/generated-sections';
import { matchSections } from '../spec/match-sections';
import { parseSpec } from '../spec/parse-spec';
import { advanceReceipt } from '../drift/advance-receipt';
import { openDrifts, type Drift } from '../drift/drift';
import { usesAsRecorded } from '../drift/uses-as-recorded';
import type { Receipt } from '../receipt/receipt';
import { editedSections } from '../regenerate/edited-sections';
import { ownParts, type OwnPart } from '../regenerate/own-parts';
import type { SectionedSpec } from '../regenerate/section-target';
import type { replaceSections } from '../regenerate/replace-sections';
import { hasName, usesOfSections } from '../provenance/uses-of-sections';
import { mergeSection, type SourceChanges } from './merge-section';

/** What an update of a spec by its changed source is about. */
export interface UpdateOrder {
  /** The requirements that are added, changed or removed. */
  readonly drifts: readonly Drift[];
  /** Sections that they touch, and those that list open questions, since new ones are listed there. */
  readonly parts: readonly OwnPart[];
  /** Those of the parts that a person edited and of which the update would rewrite something. */
  readonly edited: readonly OwnPart[];
  readonly changes: SourceChanges;
  /** All that has drifted beside, and is not worked in. */
  readonly left: readonly Drift[];
  /** What the update is written from: the source as it is now, with the answers that the spec was written from. */
  readonly brief: Brief;
}

/** @param now the brief of the spec with its source as it is now */
export function updateOrder(
  scope: SectionedSpec,
  receipt: Receipt,
  drifts: readonly Drift[],
  now: Brief,
): UpdateOrder {
  const about = openDrifts(drifts).filter(({ kind }) => kind === 'requirement');
  const left = drifts.filter((drift) => !about.includes(drift));
  const brief = { ...now, answers: answersThen(receipt, left, now) };
  const subjects = (isGone: boolean): ReadonlySet<string> =>
    new Set(about.filter(({ change }) => (change === 'removed') === isGone).map(({ subject }) => subject));
  const keys = new Set(about.flatMap(({ affects }) => affects.sections.map(({ key }) => key)));
  const added = about.filter(({ change }) => change === 'added').map(({ subject }) => subject);
  for (const key of placesOf(brief, added)) keys.add(key);
  if (keys.size > 0) for (const key of questionSections(scope)) keys.add(key);
  const parts = ownParts(scope, keys);
  const known = about.filter(({ change }) => change !== 'added').map(({ subject }) => subject);
  const edited = editedSections(scope, receipt);
  return {
    drifts: about,
    ...{ parts, left, brief },
    edited: parts.filter(({ key, text }) => edited.has(key) && known.some((id) => hasName(text, id))),
    changes: {
      ...{ changed: subjects(false), removed: subjects(true), reason: `no longer in ${receipt.source.path}` },
      ids: [
        ...new Set([
          ...receipt.source.requirements.map(({ id }) => id),
          ...brief.source.requirements.map(({ id }) => id),
        ]),
      ],
    },
  };
}

/**
 * An answer about what changes in the source would come in with it, but only there: the rest of the spec would still go by the old one, and
 * nobody could tell.
 */
function answersThen(receipt: Receipt, left: readonly Drift[], { answers }: Brief): Brief['answers'] {
  const drifted = new Set(left.filter(({ kind }) => kind === 'answer').map(({ subject }) => subject));
  const isDrifted = ({ questionId }: { readonly questionId: string }): boolean => drifted.has(questionId);
  return [...answers.filter((answer) => !isDrifted(answer)), ...receipt.answers.filter(isDrifted)];
}

/**
 * How the receipt tells of an update: what was worked in is as it is now, what was not goes on to drift.
 *
 * @param receipt of the spec before
 */
export function updateRecord(
  { drifts, left, brief }: Pick<UpdateOrder, 'drifts' | 'left' | 'brief'>,
  receipt: Receipt,
): Required<Pick<Parameters<typeof replaceSections>[0], 'uses' | 'advance'>> {
  return {
    uses: (sections) => usesAsRecorded(usesOfSections(brief, sections), receipt, left),
    advance: (recorded, written) => advanceReceipt(recorded, [...drifts, ...left], brief, written, drifts),
  };
}

/** Sections in which the outline names requirements: where a new one belongs. */
function placesOf(brief: Brief, ids: readonly string[]): readonly string[] {
  if (ids.length === 0) return [];
  const text = renderOutline(brief);
  return generatedSections(text, matchSections(parseSpec(text), brief.template))
    .filter((section) => ids.some((id) => hasName(section.text, id)))
    .map(({ key }) => key);
}

/** New contents of sections, block by block; what other sections newly ask is listed where open questions are. */
export function mergeUpdate(
  scope: SectionedSpec,
  changes: SourceChanges,
  sections: readonly { readonly key: string; readonly before: string; readonly content: string }[],
): ReadonlyMap<string, string> {
  const lists = questionSections(scope);
  const merged = new Map(
    sections
      .filter(({ key }) => !lists.has(key))
      .map(({ key, before, content }) => [key, mergeSection(before, content, changes)] as const),
  );
  const citedBefore = citations(sections.filter(({ key }) => !lists.has(key)).map(({ before }) => before));
  const citedNow = citations([...merged.values()]);
  const questions = new Set([...citedNow.keys()].filter((id) => !hasName(scope.spec.text, id)));
  const listed = citations(sections.filter(({ key }) => lists.has(key)).map(({ before }) => before));
  const cited = new Set(
    [...citations([scope.spec.text]), ...citedNow].flatMap(([id, count]) => {
      const elsewhere = count - (listed.get(id) ?? 0) - (citedBefore.get(id) ?? 0);
      return elsewhere > 0 || citedNow.has(id) ? [id] : [];
    }),
  );
  const resolved = new Set(scope.spec.openQuestions.flatMap(({ id, resolved }) => (resolved ? [id] : [])));
  const moot = new Set([...citedBefore.keys()].filter((id) => !cited.has(id) && !resolved.has(id)));
  for (const { key, before, content } of sections)
    if (lists.has(key))
      merged.set(key, mergeSection(before, content, { ...changes, questions, cited, moot }));
  return merged;
}

/** How often texts name each open question; what is struck out waits for nothing. */
function citations(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const [id] of text.replace(/~~[^~\n]*~~/gu, '').matchAll(/\bOQ-\d+/gu))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** Keys of the sections in which open questions are listed. */
function questionSections({ spec, sections }: SectionedSpec): ReadonlySet<string> {
  const lines = spec.openQuestions.map(({ line }) => line);
  const innermost = lines.flatMap((line) => {
    const around = [...sections].filter(([, own]) => own.line < line && own.endLine >= line);
    return around.sort(([, a], [, b]) => b.level - a.level)[0]?.[0] ?? [];
  });
  return new Set(innermost);
}
