import type { Brief } from '../../brief/brief';
import type { Question } from '../../clarify/question';
import { isAbout } from '../../clarify/requirement-questions';
import { speaksOf } from '../../clarify/conflicts/technology-conflicts';
import type { Requirement } from '../../source/source';
import { oneLine, said } from '../../text/said';
import { saysWords } from './says-words';

/** Words of the source that do not hold any more, since a person kept to what the workspace has. */
export interface Overruled {
  readonly question: Question;
  readonly words: string;
  /** What holds in their place: the answer, on one line. */
  readonly decision: string;
}

/** What was answered so that the source's words do not hold, in the order of the questions. */
export function overruledBy({
  questions,
  answers,
}: Pick<Brief, 'questions' | 'answers'>): readonly Overruled[] {
  return questions.flatMap((question) => {
    const { overrules: words } = question;
    const answer = answers.find(({ questionId }) => questionId === question.id);
    if (words === undefined || answer === undefined || answer.kind === 'defer') return [];
    const decision = said(answer.text);
    const kept = question.options[0]?.text;
    return decision === null || kept === undefined || decision !== oneLine(kept)
      ? []
      : [{ question, words, decision }];
  });
}

/**
 * Those of them that a requirement's text says. A value or a path is meant only where it was asked about; a technology is meant
 * wherever the source speaks of it.
 */
export function overruledIn(
  text: string,
  requirement: Pick<Requirement, 'id'>,
  overruled: readonly Overruled[],
): readonly Overruled[] {
  return overruled.filter(
    ({ question, words }) =>
      saysWords(text, words) && (isAbout(question, requirement) || speaksOf(text, words)),
  );
}
