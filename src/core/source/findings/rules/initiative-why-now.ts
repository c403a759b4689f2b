import { weakProblems } from '../../../initiative/initiative-findings';
import type { SourceRule } from '../source-rule';

/**
 * An initiative says why it is done now.
 *
 * Good: "Node 18 reaches end of life on 30 April."
 * Bad: "It is important."
 */
export const whyNowIsSaid: SourceRule = {
  id: 'initiative-why-now',
  title: 'An initiative says why it is done now.',
  severity: 'warning',
  run: (review) => weakProblems(review, 'initiative-why-now'),
};
