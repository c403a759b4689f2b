import type { SpecFileReport } from '../checks/check-spec-file';
import { openQuestionIds } from '../text/content';
import { declaredQuestions } from '../checks/reading/declared-questions';
import { askedQuestion } from '../clarify/asked-question';
import type { ReceiptQuestion } from '../receipt/receipt';
import type { IdPlace } from './id-place';
import { placesInSpec } from './spec-places';

/** A question that a spec leaves open, as seen from some of its lines. */
export interface OpenQuestionHere {
  readonly id: string;
  /** What it was asked as before the draft, so that its answer can be given again; `null` where only the spec asks it. */
  readonly asked: ReceiptQuestion | null;
  /** Whether these lines are those that list it. */
  readonly declared: boolean;
  /** Where else the spec waits for its answer, in document order. */
  readonly waiting: readonly IdPlace[];
}

/**
 * The questions that stand open on lines of a spec, listed there or waited for there, in their order; behind them those that what is
 * said of the lines names, as of a section whose text is nothing but a question.
 *
 * @param from first line, from 1
 * @param to last line
 * @param said messages of findings on these lines
 */
export function openQuestionsAt(
  report: SpecFileReport,
  from: number,
  to: number,
  said: readonly string[] = [],
): readonly OpenQuestionHere[] {
  const open = new Map(
    declaredQuestions(report)
      .filter(({ resolved }) => !resolved)
      .map((question) => [question.id, question]),
  );
  const places = placesInSpec(report).filter(({ kind }) => kind === 'question');
  const here = new Set([
    ...places.filter(({ line }) => from <= line && line <= to).map(({ id }) => id),
    ...said.flatMap((message) => openQuestionIds(message)),
  ]);
  return [...here].flatMap((id) => {
    const question = open.get(id);
    if (question === undefined) return [];
    const own = places.filter((place) => place.id === id);
    return {
      id,
      asked: askedQuestion(report.receipt?.questions ?? [], question.text),
      declared: own.some(({ defines, line }) => defines && from <= line && line <= to),
      waiting: own.filter(({ defines }) => !defines),
    };
  });
}

/** Whether a message speaks of a question: `OQ-10` is none of `OQ-1`. */
export function namesQuestion(message: string, id: string): boolean {
  return openQuestionIds(message).includes(id);
}
