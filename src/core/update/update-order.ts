import type { Brief } from '../brief/brief';
import { advanceReceipt } from '../drift/advance-receipt';
import { openDrifts, type Drift } from '../drift/drift';
import { usesAsRecorded } from '../drift/uses-as-recorded';
import { generatedSections } from '../receipt/generated-sections';
import type { Receipt } from '../receipt/receipt';
import { editedSections, outlineKeys } from '../regenerate/edited-sections';
import { ownParts, type OwnPart } from '../regenerate/own-parts';
import type { SectionedSpec } from '../regenerate/section-target';
import type { replaceSections } from '../regenerate/replace-sections';
import { usesOfSections } from '../provenance/uses-of-sections';
import { hasName } from '../text/name-in-text';
import type { Requirement } from '../source/source';
import { freshOutline, type FreshOutline } from './fresh-outline';
import type { SourceChanges } from './merge-section';
import { tells } from './what-blocks-say';
import { regroupingOf, type Regrouping } from './regrouping';
import { mergeUpdate, questionSections } from './merge-update';

/** What an update of a spec by its changed source is about. */
export interface UpdateOrder {
  /** The requirements that are added, changed or removed. */
  readonly drifts: readonly Drift[];
  /** Sections that they touch, and those that list open questions, since new ones are listed there. */
  readonly parts: readonly OwnPart[];
  /** Those of the parts that a person edited and of which the update would rewrite something. */
  readonly edited: readonly OwnPart[];
  readonly changes: SourceChanges;
  readonly outline: FreshOutline;
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
  const changed = subjects(false);
  const ids = [
    ...new Set([
      ...receipt.source.requirements.map(({ id }) => id),
      ...brief.source.requirements.map(({ id }) => id),
    ]),
  ];
  const outline = freshOutline(brief, scope, [...changed]);
  const edited = editedSections(scope, receipt);
  const sections = generatedSections(scope.spec.text, scope.sections);
  const own = outlineKeys(receipt, edited);
  const regrouped = regroupingOf(
    new Map(sections.flatMap(({ key, text }) => (own.has(key) ? [[key, text] as const] : []))),
    about.length === 0 ? new Map() : outline.texts,
    ids,
  );
  const words = wordsOf(receipt, brief, about, regrouped);
  // Where a new one belongs, and one whose words are others now; and where it is told of without its id.
  for (const key of [...outline.places.values(), ...outline.adopted.keys()].flat()) keys.add(key);
  const isTold = (text: string, statements: readonly string[]): boolean =>
    tells({ text }, statements) || [...regrouped.ids].some((id) => hasName(text, id));
  for (const { key, text } of sections)
    if (own.has(key) && (isTold(text, words.before) || isTold(outline.texts.get(key) ?? '', words.now)))
      keys.add(key);
  if (keys.size > 0) for (const key of questionSections(scope)) keys.add(key);
  const parts = ownParts(scope, keys);
  const known = about.filter(({ change }) => change !== 'added').map(({ subject }) => subject);
  return {
    drifts: about,
    ...{ parts, left, brief, outline },
    edited: parts.filter(({ key, text }) => edited.has(key) && known.some((id) => hasName(text, id))),
    changes: {
      ...{ changed, removed: subjects(true), reason: `no longer in ${receipt.source.path}` },
      added: new Set(about.flatMap(({ change, subject }) => (change === 'added' ? [subject] : []))),
      words,
      ids,
      regrouped: regrouped.ids,
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

/** What requirements that changed or are gone were called, and what those say that changed or are new. */
function wordsOf(
  receipt: Receipt,
  { source }: Brief,
  drifts: readonly Drift[],
  regrouped: Regrouping,
): Required<SourceChanges>['words'] {
  const subjects = new Set(drifts.map(({ subject }) => subject));
  const about = <T extends { readonly id: string }>(requirements: readonly T[]): readonly T[] =>
    requirements.filter(({ id }) => subjects.has(id));
  const before = about(receipt.source.requirements).map(({ title }) => title);
  const statements = ({ title, text, acceptance }: Requirement): readonly string[] => [
    ...[title, text],
    ...acceptance.map((criterion) => criterion.text),
  ];
  const now = about(source.requirements).flatMap(statements);
  const of = new Map<string, string[]>();
  const note = (statement: string, id: string): void => {
    of.set(statement, [...(of.get(statement) ?? []), id]);
  };
  for (const { id, title } of about(receipt.source.requirements)) note(title, id);
  for (const requirement of about(source.requirements))
    for (const statement of statements(requirement)) note(statement, requirement.id);
  // What it is called still tells nothing of a change.
  const said = new Set([...source.requirements.map(({ title }) => title)]);
  const known = new Set(before);
  return {
    before: [...before.filter((title) => !said.has(title)), ...regrouped.words.before],
    now: [...now.filter((text) => !known.has(text)), ...regrouped.words.now],
    of,
  };
}

/**
 * How an update is written: block by block, with what the receipt tells of it afterwards. What was worked in is as it is now; what was not,
 * or not everywhere, goes on to drift.
 *
 * @param receipt of the spec before
 */
export function updateWriting(
  { drifts, left, brief, changes, outline, parts }: UpdateOrder,
  receipt: Receipt,
): Required<Pick<Parameters<typeof replaceSections>[0], 'merge' | 'uses' | 'advance'>> {
  const asked = new Set(parts.map(({ key }) => key));
  return {
    merge: (scope, sections) => mergeUpdate(scope, changes, sections, outline),
    uses: (sections, unsettled) => {
      const standing = new Set([...(unsettled?.values() ?? [])].flatMap((ids) => [...ids]));
      const open = drifts.filter(({ subject }) => standing.has(subject));
      const uses = usesOfSections(brief, sections);
      return new Map(
        [...uses].map(([key, own]) => {
          const here = open.filter(({ subject }) => unsettled?.get(key)?.has(subject) === true);
          return [key, usesAsRecorded(new Map([[key, own]]), receipt, [...left, ...here]).get(key) ?? own];
        }),
      );
    },
    advance: (recorded, written, unsettled) => {
      const isWritten = (key: string): boolean => written.has(key) || !asked.has(key);
      const worked = drifts.filter(
        ({ subject }) =>
          ![...(unsettled?.values() ?? [])].some((ids) => ids.has(subject)) &&
          (outline.places.get(subject) ?? []).every(isWritten),
      );
      return advanceReceipt(recorded, [...drifts, ...left], brief, written, worked);
    },
  };
}
