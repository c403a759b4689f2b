import { weakProblems } from '../../../initiative/initiative-findings';
import type { SourceRule } from '../source-rule';

/**
 * The problem of an initiative could be shown to be wrong.
 *
 * Good: "`POST /orders` answers 500 for 2 % of the carts with more than 50 items."
 * Bad: "The code is messy.", "Improve performance."
 */
export const problemIsFalsifiable: SourceRule = {
  id: 'initiative-problem',
  title: 'The problem of an initiative could be shown to be wrong.',
  severity: 'warning',
  run: (review) => weakProblems(review, 'initiative-problem'),
};
