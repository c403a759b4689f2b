import { ContinuationJoin } from './continuation-join';

/**
 * The one text that several answers are, each of which was asked to go on with those before it; as `draft` joined them.
 *
 * @param answers as they came, the last ones perhaps broken off
 */
export function joinAnswers(answers: readonly string[]): string {
  let written = '';
  for (const answer of answers) {
    const join = written === '' ? null : new ContinuationJoin(written);
    written += join === null ? answer : join.push(answer) + join.end();
  }
  return written;
}
