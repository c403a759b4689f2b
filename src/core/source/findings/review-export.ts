import type { Finding } from '../../checks/finding';
import { linePlace } from '../document/places';
import type { ReadSource } from './review-source';
import { findingsOf } from './review-source';
import { talkContradiction } from './rules/conversation-contradiction';
import { several } from './rules/conversation-several';
import { ambiguousTerm } from './rules/prd-ambiguous-term';
import { noRequirements } from './rules/prd-no-requirements';

/** Longest part of a line that is marked, in characters: a line of an export can be all of it. */
const longestMark = 200;
/** Rules about the whole; the last looks at the words of one requirement. */
const whole = [noRequirements, talkContradiction, several];

/**
 * Problems of a conversation in an export, where one line of JSON can hold many statements: each requirement is looked
 * at in its own words, and what is found is marked at the line on which its message begins.
 */
export function findingsOfExport(review: ReadSource): readonly Finding[] {
  const lines = review.text.split('\n');
  const found = [
    ...findingsOf(review, whole),
    ...review.requirements.flatMap((requirement) =>
      findingsOf(
        { ...review, text: requirement.text, requirements: [{ ...requirement, line: 1, endLine: 1 }] },
        [ambiguousTerm],
      ).map((finding) => ({ ...finding, line: requirement.line })),
    ),
  ];
  return found
    .map((finding) => {
      const { column, endColumn } = linePlace([(lines[finding.line - 1] ?? '').slice(0, longestMark)], 1);
      return { ...finding, column, endLine: finding.line, endColumn };
    })
    .toSorted((a, b) => a.line - b.line);
}
