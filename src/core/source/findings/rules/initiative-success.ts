import { weakProblems } from '../../../initiative/initiative-findings';
import type { SourceRule } from '../source-rule';

/**
 * Every engineering requirement says how it is told that it is met.
 *
 * Good: "The load test with 60 items in each cart ends without a 500."
 * Bad: "It feels faster."
 */
export const successIsVerifiable: SourceRule = {
  id: 'initiative-success',
  title: 'Every engineering requirement says how it is told that it is met.',
  severity: 'warning',
  run: (review) => weakProblems(review, 'initiative-success'),
};
