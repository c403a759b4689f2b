import type { Brief } from '../../brief/brief';
import type { Question } from '../../clarify/question';
import { isAbout } from '../../clarify/requirement-questions';
import type { Requirement } from '../../source/source';
import { escapeMarkdown } from '../../text/escape-markdown';
import { answerText, answerTo } from './fact-lookup';
import { saysWords } from './says-words';

/** What a person said that words of a requirement mean. */
export interface Meaning {
  readonly question: Question;
  readonly words: readonly string[];
  /** Markdown on one line. */
  readonly answer: string;
}

/** What was settled about words of a requirement, in the order of the questions. */
export function meaningsFor(brief: Brief, requirement: Pick<Requirement, 'id'>): readonly Meaning[] {
  return brief.questions.flatMap((question) => {
    if (question.meaningOf === undefined || !isAbout(question, requirement)) return [];
    const answer = answerText(answerTo(brief, question));
    return answer === null ? [] : [{ question, words: question.meaningOf, answer }];
  });
}

/** Those of them whose words a text says, with no other words than these. */
export function meaningsIn(text: string, meanings: readonly Meaning[]): readonly Meaning[] {
  return meanings.flatMap((meaning) => {
    const words = meaning.words.filter((word) => saysWords(text, word));
    return words.length === 0 ? [] : [{ ...meaning, words }];
  });
}

/** `"quickly", "fast": at most 60 s`, as Markdown. */
export function meaningText({ words, answer }: Meaning): string {
  return `${words.map((word) => `"${escapeMarkdown(word)}"`).join(', ')}: ${answer}`;
}
