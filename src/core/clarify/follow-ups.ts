import type { Answer, Question } from './question';

/** Questions that are opened by answers to questions that were opened by answers, and so on: no further than this. */
const mostRounds = 5;

/** Questions that the answers given so far open, in the order of the questions that open them. */
export function openedBy(questions: readonly Question[], answers: readonly Answer[]): readonly Question[] {
  const given = new Map(
    answers.flatMap((answer) => (answer.kind === 'defer' ? [] : [[answer.questionId, answer.text] as const])),
  );
  const opened: Question[] = [];
  let asked = questions;
  for (let round = 0; round < mostRounds && asked.length > 0; round += 1) {
    asked = asked.flatMap(({ id, followUps = [] }) =>
      followUps.filter(({ when }) => given.get(id) === when).map(({ question }) => question),
    );
    opened.push(...asked);
  }
  return opened;
}
