import type { Brief } from '../brief/brief';
import type { Answer, Question } from '../clarify/question';
import { isAbout } from '../clarify/requirement-questions';
import { hasName } from '../text/name-in-text';
import { recordedPath } from '../text/path';
import { differing, having, OutlineVariants, type OutlineParts } from './outline-parts';
import { requirementState } from './requirement-state';
import { answerState, shortHash, type AnswerAspect, type SectionUses, type UsedAnswer } from './section-uses';
import { citedIn, sourceParts, usedParts, type SourcePart } from './source-parts';

/** A section as it was written. */
export interface WrittenSection {
  readonly key: string;
  readonly text: string;
}

/** Words that no person says: where they turn up, an answer or its owner stands. */
const anyAnswer = 'Qzxanswer';
const anyOwner = 'Qzxowner';
/** Shorter answers stand in many texts by chance. */
const tellingAnswer = 12;
/** Facts of more completed specs than these are not followed one by one. */
const mostDocuments = 20;

/**
 * What each section of a spec depends on.
 *
 * A section depends on an answer where the outline's section of that key changes with it. One that is not the outline's own
 * text, since a model wrote it, also depends on the answers about requirements that it cites, and on those whose words it has.
 * It depends on the requirements whose ids it has, on the documents whose paths it has or whose facts the outline's section
 * shows, and on the prose of the source of which the same is true.
 *
 * @param sections of the spec, by the keys of the brief's template
 */
export function usesOfSections(
  brief: Brief,
  sections: readonly WrittenSection[],
): ReadonlyMap<string, SectionUses> {
  const steps = stepsToUses(brief, sections);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * The same with pauses, since for each question the outline is made anew a few times: whoever else wants to work gets a turn in between.
 *
 * @param pause waits until others had their turn
 */
export async function usesInTurns(
  brief: Brief,
  sections: readonly WrittenSection[],
  pause: () => Promise<void>,
): Promise<ReadonlyMap<string, SectionUses>> {
  const steps = stepsToUses(brief, sections);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await pause();
  }
}

/** Yields wherever a pause does no harm. */
function* stepsToUses(
  brief: Brief,
  sections: readonly WrittenSection[],
): Generator<undefined, ReadonlyMap<string, SectionUses>> {
  const outlines = new OutlineVariants(brief);
  yield;
  const answers = yield* usedAnswers(brief, sections, outlines);
  const documents = yield* usedDocuments(brief, sections, outlines);
  const parts = sourceParts(brief.source);
  return new Map(
    sections.map(({ key, text }) => [
      key,
      {
        answers: answers.get(key) ?? {},
        requirements: Object.fromEntries(
          brief.source.requirements
            .filter(({ id }) => hasName(text, id))
            .map((requirement) => [requirement.id, requirementState(requirement)]),
        ),
        documents: documents.get(key) ?? {},
        ...usedSource(brief, parts, text, outlines.own.get(key) ?? ''),
      },
    ]),
  );
}

/**
 * Prose of the source that a section goes by: of which it, or the outline's section of its key, repeats a statement, and which is about
 * a requirement that it cites. A model puts statements into other words; where they belong, the outline knows. Absent where
 * there is none, so that receipts stay short.
 */
function usedSource(
  { source }: Brief,
  parts: readonly SourcePart[],
  text: string,
  outline: string,
): Pick<SectionUses, 'source'> {
  const about = parts.filter((part) => citedIn(part, source).some((id) => hasName(text, id)));
  const used = {
    ...usedParts(source, parts, `${text}\n\n${outline}`),
    ...Object.fromEntries(about.map(({ key, fingerprint }) => [key, fingerprint])),
  };
  return Object.keys(used).length === 0 ? {} : { source: used };
}

function* usedAnswers(
  brief: Brief,
  sections: readonly WrittenSection[],
  outlines: OutlineVariants,
): Generator<undefined, ReadonlyMap<string, Readonly<Record<string, UsedAnswer>>>> {
  const uses = new Map<string, Record<string, UsedAnswer>>();
  for (const question of brief.questions) {
    const answer = brief.answers.find(({ questionId }) => questionId === question.id);
    const was = answerState(answer);
    const byOutline = yield* aspectsInOutline(brief, question, outlines);
    for (const { key, text } of sections) {
      const isOutline = plain(outlines.own.get(key) ?? '') === plain(text);
      const cited = !isOutline && standsIn(brief, question, answer, text);
      const of = [...new Set([...(byOutline.get(key) ?? []), ...(cited ? written : [])])].sort();
      if (of.length === 0) continue;
      const known = uses.get(key) ?? {};
      known[question.id] = { of, was };
      uses.set(key, known);
    }
  }
  return uses;
}

/** What a model wrote with an answer in view may depend on all of it but the owner. */
const written: readonly AnswerAspect[] = ['text', 'assume', 'defer'];

/** Numbers of open questions are told apart by what they ask in one of the two and not in the other. */
function plain(text: string): string {
  return text
    .replace(/OQ-\d+/gu, 'OQ')
    .replace(/answered questions: \d+ of \d+/gu, '')
    .trim();
}

function standsIn(brief: Brief, question: Question, answer: Answer | undefined, text: string): boolean {
  const about = brief.source.requirements.some(
    (requirement) => isAbout(question, requirement) && hasName(text, requirement.id),
  );
  if (about || answer === undefined || answer.kind === 'defer') return about;
  return answer.text.length >= tellingAnswer && text.includes(answer.text);
}

function* aspectsInOutline(
  brief: Brief,
  { id, options }: Question,
  outlines: OutlineVariants,
): Generator<undefined, ReadonlyMap<string, readonly AnswerAspect[]>> {
  const others = brief.answers.filter(({ questionId }) => questionId !== id);
  const withAnswer = (answer: Answer): OutlineParts => outlines.with({ answers: [...others, answer] });
  const answered = withAnswer({ kind: 'text', questionId: id, text: anyAnswer });
  yield;
  const deferred = withAnswer({ kind: 'defer', questionId: id, owner: anyOwner });
  yield;
  const found = new Map<string, AnswerAspect[]>();
  const add = (aspect: AnswerAspect, keys: readonly string[]): void => {
    for (const key of keys) found.set(key, [...(found.get(key) ?? []), aspect]);
  };
  add('text', having(answered, anyAnswer));
  add('assume', differing(answered, withAnswer({ kind: 'assume', questionId: id, text: anyAnswer })));
  add('defer', differing(answered, deferred));
  add('owner', having(deferred, anyOwner));
  for (const { text, excludes } of options) {
    if (excludes === undefined) continue;
    yield;
    const excluded = withAnswer({ kind: 'text', questionId: id, text });
    add(`scope:${shortHash(text)}`, differing(answered, excluded));
  }
  yield;
  return found;
}

function* usedDocuments(
  brief: Brief,
  sections: readonly WrittenSection[],
  outlines: OutlineVariants,
): Generator<undefined, ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const { documents } = brief.context;
  const uses = new Map<string, Record<string, string>>();
  const add = (key: string, path: string, sha256: string): void => {
    const known = uses.get(key) ?? {};
    known[recordedPath(path)] = sha256;
    uses.set(key, known);
  };
  const settled = documents.filter(({ kind }) => kind !== 'source' && kind !== 'template');
  for (const { path, sha256 } of settled)
    for (const { key, text } of sections) if (text.includes(path)) add(key, path, sha256);
  const keys = new Set(sections.map(({ key }) => key));
  for (const document of settled.filter(({ kind }) => kind === 'completed-spec').slice(0, mostDocuments)) {
    const rest = documents.filter((other) => other !== document);
    yield;
    const without = outlines.with({ context: { ...brief.context, documents: rest } });
    for (const key of differing(outlines.own, without))
      if (keys.has(key)) add(key, document.path, document.sha256);
  }
  return uses;
}
