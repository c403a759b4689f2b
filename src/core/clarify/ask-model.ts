import type { Brief } from '../brief/brief';
import type { LanguageModel, ModelOutcome, ModelUsage, ModelWait } from '../ports/language-model';
import { questionsPrompt, questionsTask } from '../prompt/questions-prompt';
import type { Answer, Question } from './question';
import { readModelQuestions, type ReadQuestions } from './model-questions';

/** How asking a model goes on. */
export type AskProgress =
  | { readonly type: 'received'; readonly characters: number }
  | { readonly type: 'thinking' }
  | { readonly type: 'waiting'; readonly wait: ModelWait };

/** What came of it: questions, even of an answer that broke off, and how the answer ended. */
export interface AskResult extends ReadQuestions {
  readonly outcome: ModelOutcome;
  readonly usage: ModelUsage | undefined;
}

/**
 * Asks a model what is still unclear. Never throws: what went wrong is the outcome, and the questions that are there
 * already do not depend on it.
 *
 * @param brief what a draft would be made from now; `answers` are those that a person gave
 * @param questions what is asked or answered already: none of it comes again
 */
export async function askModel(input: {
  readonly model: LanguageModel;
  readonly brief: Brief;
  readonly answers: readonly Answer[];
  readonly questions: readonly Pick<Question, 'text'>[];
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: AskProgress) => void;
}): Promise<AskResult> {
  const { model, questions, signal, onProgress } = input;
  const given = new Set(input.answers.map(({ questionId }) => questionId));
  const brief: Brief = {
    ...input.brief,
    // What nobody has answered yet is not decided to be left open.
    answers: input.brief.answers.filter(
      (answer) => given.has(answer.questionId) || (answer.kind === 'text' && answer.by === 'workspace'),
    ),
  };
  const isFurther = given.size > 0;
  let text = '';
  for await (const event of model.stream(
    { messages: questionsPrompt(brief, questions, isFurther), brief, task: questionsTask },
    signal,
  )) {
    if (event.type === 'text') {
      text += event.text;
      onProgress?.({ type: 'received', characters: text.length });
    } else if (event.type === 'end') {
      const read = readModelQuestions(text, { source: brief.source, files: brief.context.files, questions });
      return { ...read, outcome: event.outcome, usage: event.usage };
    } else onProgress?.(event);
  }
  throw new Error('The model ended without an outcome.');
}
