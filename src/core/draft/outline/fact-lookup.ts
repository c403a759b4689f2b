import type { Brief } from '../../brief/brief';
import { areaQuestionId, type Answer, type Question } from '../../clarify/question';
import { statesMeasure } from '../../clarify/settled-areas';
import { contractIn, type Contract } from './contract-statements';
import { fitSentences } from './fit-sentences';
import { escapeExactly, escapeMarkdown } from '../../text/escape-markdown';
import type { OpenQuestionRegister } from './open-question-register';
import { topicOfRequirement } from '../../source/sections/quality-topics';
import { areaOfTopic, factsOn } from '../../source/facts/facts-on';
import { oneLine, said } from '../../text/said';
import { statementOf } from '../../source/requirements/requirement-text';
import { workAreas } from './work-areas';
import { isWorkspaceTopic, workspaceFacts } from '../../workspace/workspace-facts';

/** What of that which is known a place takes. */
export interface FactLimit {
  readonly facts?: number;
  /** The most of what the source says on each topic, so that the first does not take all the room. */
  readonly factsEach?: number;
  readonly sentences?: number;
  readonly words?: number;
  /** Nothing but what states such a thing, and what a person answered to the template's own question. */
  readonly states?: Contract;
}

/**
 * Everything known about the topics, as Markdown on one line each: answers of that area, then facts of the source,
 * then its requirements on that quality, or on success, with their ids, then facts of the workspace. Where neither an
 * answer nor the source says anything, the last item is the `OQ-n` of the question: the deferred one of that area, else
 * the one given.
 *
 * @param question Markdown on one line
 * @param strays answers that have no place of their own: they stand among the decisions, whose question they do not answer
 */
export function knownFacts(
  brief: Brief,
  register: OpenQuestionRegister,
  topics: readonly string[],
  question: string,
  limit: FactLimit = {},
  strays: readonly GivenAnswer[] = [],
): readonly string[] {
  const { states } = limit;
  const [own] = topics;
  const takes: Takes = (text) => (states === undefined ? text : contractIn(states, text));
  const answered = topics.flatMap((topic) => answersOf(brief, topic, takes, topic === own));
  const without = topics.includes('decision') ? strays : [];
  const topical = [
    ...answered.filter(({ isAside }) => isAside !== true).map(({ text }) => text),
    ...topics.flatMap((topic) => firstOf(sourceFacts(brief, topic, takes), limit.factsEach)),
  ];
  const aside = [...answered.filter(({ isAside }) => isAside === true), ...without];
  const shown = topics.flatMap((topic) => [
    ...workspaceFacts(brief.context, topic, brief.source),
    ...(topic === 'components' ? components(brief) : []),
  ]);
  const known = limited(
    [...new Set([...topical, ...aside.map(({ text }) => text), ...shown])],
    limit,
    brief.source.title,
    answered.length - aside.length + without.length,
  );
  for (const { questionId, text } of [...answered, ...without])
    if (known.some((fact) => fact.includes(text)) && isWhole(brief, questionId, text))
      register.place(questionId);
  // What the workspace shows is where a design starts from; it does not answer what the source was asked for.
  const isAnswered =
    topical.length > 0 || (states === undefined && known.length > 0 && topics.every(isOfWorkspace));
  return isAnswered ? known : [...known, gapOf(brief, register, topics, question, states !== undefined)];
}

/** The answers to the template's own questions about the topics, as {@link knownFacts} has them. */
export function answersOn(brief: Brief, topics: readonly string[]): readonly string[] {
  return topics
    .flatMap((topic) =>
      answersOf(brief, topic, (text) => text, true).filter(
        ({ questionId }) => questionId === areaQuestionId(topic),
      ),
    )
    .map(({ text }) => text);
}

/** Whether all of an answer stands there: of a part the rest has to stand elsewhere. */
function isWhole(brief: Brief, questionId: string, text: string): boolean {
  return text.includes(answerText(answerTo(brief, { id: questionId })) ?? '');
}

function isOfWorkspace(topic: string): boolean {
  return topic === 'components' || isWorkspaceTopic(topic);
}

function gapOf(
  brief: Brief,
  register: OpenQuestionRegister,
  topics: readonly string[],
  question: string,
  ownOnly: boolean,
): string {
  const deferred = brief.questions.find(
    (asked) =>
      topics.includes(asked.area) &&
      (!ownOnly || asked.id === areaQuestionId(asked.area)) &&
      answerTo(brief, asked)?.kind === 'defer',
  );
  return deferred === undefined
    ? register.askMarkdown(question)
    : register.ask(deferred.text, ownerOf(answerTo(brief, deferred)));
}

/** Who is to answer a deferred question; `null` where nobody was named. */
export function ownerOf(answer: Answer | undefined): string | null {
  return answer?.kind === 'defer' && answer.owner !== undefined ? said(answer.owner) : null;
}

/** What was decided about a question, or `undefined` where nobody was asked. */
export function answerTo(brief: Brief, question: Pick<Question, 'id'>): Answer | undefined {
  return brief.answers.find(({ questionId }) => questionId === question.id);
}

/** An answer's text as Markdown, marked where it is an assumption; `null` for a deferred one. */
export function answerText(answer: Answer | undefined): string | null {
  if (answer === undefined || answer.kind === 'defer' || said(answer.text) === null) return null;
  return answer.kind === 'assume'
    ? `[ASSUMPTION] ${escapeMarkdown(answer.text)}`
    : escapeMarkdown(answer.text);
}

/** An answer that says something. */
export interface GivenAnswer {
  readonly questionId: string;
  /** Markdown on one line. */
  readonly text: string;
  /** Whether it answers another question than that of the place: then the place's own stays open. */
  readonly isAside?: boolean;
}

/** What a place takes of a text, or `null`. */
type Takes = (text: string) => string | null;

/**
 * @param takes what the place takes of an answer to another question than its own
 * @param isOwn whether the topic's own question is that of the place
 */
function answersOf(brief: Brief, topic: string, takes: Takes, isOwn: boolean): readonly GivenAnswer[] {
  const answered = brief.questions.flatMap((question) => {
    const given = answerTo(brief, question);
    if (given === undefined || given.kind === 'defer') return [];
    const isAsked = isOwn && question.id === areaQuestionId(question.area);
    const taken = isAsked ? given.text : takes(oneLine(given.text));
    const answer = taken === null ? null : answerText({ ...given, text: taken });
    return answer === null ? [] : [{ question, answer }];
  });
  return [
    ...answered
      .filter(({ question }) => question.area === areaOfTopic(topic))
      .map(({ question, answer }) => ({ questionId: question.id, text: answer })),
    // What the source left open and a person settled is a decision.
    ...answered
      .filter(({ question }) => topic === 'decision' && question.area === 'open-question')
      .map(({ question, answer }) => ({ ...withQuestion(question, answer), isAside: true })),
  ];
}

/** Who was to answer it by when is moot. */
const appointment =
  /(?<=[?？.。!！])\s*[(（][^()（）]*(?:\d{4}[-./年]\d{1,2}|(?<![\d.])\d{1,2}[./]\d{1,2}[./]\d{2,4})[^()（）]*[)）]$/u;

function withQuestion({ id, text }: Question, answer: string): GivenAnswer {
  return { questionId: id, text: `${escapeMarkdown(text.replace(appointment, ''))} ${answer}` };
}

/** The answers that stand nowhere in the document so far, each behind its question. */
export function answersWithoutPlace(brief: Brief, register: OpenQuestionRegister): readonly GivenAnswer[] {
  return brief.questions.flatMap((question) => {
    const answer = answerText(answerTo(brief, question));
    return answer === null || register.hasPlaced(question.id) ? [] : [withQuestion(question, answer)];
  });
}

function sourceFacts({ source }: Brief, topic: string, takes: Takes): readonly string[] {
  return [
    ...factsOn(source, topic)
      .flatMap((fact) => takes(fact) ?? [])
      .map(escapeMarkdown),
    ...source.requirements
      .filter(
        (requirement) =>
          topicOfRequirement(requirement) === areaOfTopic(topic) || statesMeasure(requirement, topic),
      )
      .flatMap((requirement) => {
        const statement = statementOf(requirement);
        return statement === null ? [] : [`${escapeMarkdown(statement)} (${escapeExactly(requirement.id)})`];
      }),
  ];
}

/** Parts of the work as the source groups it; that each is a component is assumed. */
function components({ source, context }: Brief): readonly string[] {
  return workAreas(source, context.stack).map(({ name }) => `[ASSUMPTION] ${escapeMarkdown(name)}`);
}

/** `Name: Harbour desk`, `Type: web application`: a label with its value tells nothing of the work. */
const labelled = /^[^:：.]{1,30}[:：]\s*\S+(?:\s+\S+){0,5}$/u;

/** The first facts, those before others that are more than a label with its value. */
function firstOf(facts: readonly string[], most: number | undefined): readonly string[] {
  if (most === undefined) return facts;
  return [
    ...facts.filter((fact) => !labelled.test(fact)),
    ...facts.filter((fact) => labelled.test(fact)),
  ].slice(0, most);
}

function limited(
  facts: readonly string[],
  limit: FactLimit,
  title: string,
  fixed: number,
): readonly string[] {
  const some = limit.facts === undefined ? facts : facts.slice(0, limit.facts);
  return some.length === 0 || (limit.sentences === undefined && limit.words === undefined)
    ? some
    : [fitSentences(some, limit, title, fixed)];
}
