import type { Source } from '../source/source';
import { sayingOf } from '../template/localize-template';
import type { Template } from '../template/template';
import type { WorkspaceContext } from '../workspace/context';
import type { WorkspaceAnswer } from './answered/workspace-answer';
import { workspaceAnswers } from './answered/workspace-answers';
import { answersForArea } from './answered/area-answers';
import { conflictQuestions } from './conflicts/conflict-questions';
import { openedBy } from './follow-ups';
import { parsedQuestions } from './parsed-questions';
import type { Answer, Question } from './question';

/** A question that nobody need answer: the workspace does. A person may still say otherwise. */
export interface SettledQuestion extends Question {
  /** What the workspace says, at least one. */
  readonly answeredBy: readonly WorkspaceAnswer[];
}

/** What is to be asked before a draft, and what need not be. */
export interface Clarification {
  /** The blocking ones first. */
  readonly questions: readonly Question[];
  readonly settled: readonly SettledQuestion[];
}

/** What is asked, and from where. */
export interface ClarifyInput {
  readonly source: Source;
  /** `null` where the workspace was not read yet. */
  readonly context: WorkspaceContext | null;
  /** Its areas are asked about; `null` where none is chosen yet. */
  readonly template: Template | null;
  /** Questions of a model, see `readModelQuestions`. */
  readonly asked?: readonly Question[];
  /** Answers given so far: some open further questions. */
  readonly answers?: readonly Answer[];
}

/**
 * All questions about a source from all three places: what parsing finds unclear, where source and workspace contradict
 * each other, and what a model asked. What the workspace answers is told apart. The same input gives the same questions
 * with the same ids.
 */
export function clarify({
  source,
  context,
  template,
  asked = [],
  answers = [],
}: ClarifyInput): Clarification {
  const all = [
    ...parsedQuestions(source, context, template),
    ...(context === null ? [] : conflictQuestions(source, context, sayingOf(template))),
    ...asked,
  ];
  const opened = openedBy(all, answers);
  const unique = [...new Map([...all, ...opened].map((question) => [question.id, question])).values()];
  const settled = unique.flatMap((question): readonly SettledQuestion[] => {
    const answeredBy = context === null ? [] : answersOf(question, context, source);
    return answeredBy.length === 0 ? [] : [{ ...question, answeredBy }];
  });
  const known = new Set(settled.map(({ id }) => id));
  const open = unique.filter(({ id }) => !known.has(id));
  return {
    questions: [...open.filter(({ blocking }) => blocking), ...open.filter(({ blocking }) => !blocking)],
    settled,
  };
}

/** What to ask a person before drafting, see {@link clarify}. */
export function questionsFor(
  source: Source,
  context: WorkspaceContext | null,
  template: Template | null,
): readonly Question[] {
  return clarify({ source, context, template }).questions;
}

/** Only what asks for a fact can be answered by one; what the author left unclear about a requirement can not. */
function answersOf(
  question: Question,
  context: WorkspaceContext,
  source: Source,
): readonly WorkspaceAnswer[] {
  if (question.origin === 'workspace') return [];
  const [kind] = question.id.split(':');
  const text = question.original ?? question.text;
  if (kind === 'area') {
    const ofArea = answersForArea(question.area, context, source);
    return ofArea.length > 0 ? ofArea : workspaceAnswers(text, context);
  }
  return kind === 'open' || kind === 'model' || kind === 'then' ? workspaceAnswers(text, context) : [];
}

/** What the workspace says, as one line with the places that say so. */
export function settledText(answers: readonly WorkspaceAnswer[]): string {
  return answers.map(({ text, path, line }) => `${text} (${path}:${line})`).join('; ');
}

/**
 * Questions and answers as a draft is made from them: what the workspace settles is answered by it, unless a person said
 * otherwise.
 */
export function decided(
  { questions, settled }: Clarification,
  answers: readonly Answer[],
): { readonly questions: readonly Question[]; readonly answers: readonly Answer[] } {
  const given = new Set(answers.map(({ questionId }) => questionId));
  const shown = settled
    .filter(({ id }) => !given.has(id))
    .map(({ id, answeredBy }): Answer => ({
      ...{ kind: 'text', questionId: id, text: settledText(answeredBy), by: 'workspace' },
    }));
  return {
    questions: [...questions, ...settled.map(({ answeredBy: _, ...question }) => question)],
    answers: [...answers, ...shown],
  };
}
