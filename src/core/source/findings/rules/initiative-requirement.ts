import { weakProblems } from '../../../initiative/initiative-findings';
import type { SourceRule } from '../source-rule';

/**
 * Every engineering requirement has a statement.
 *
 * Good: "**ER-001** (must): Order lines are locked in one order."
 * Bad: "**ER-001** (must):"
 */
export const requirementIsSaid: SourceRule = {
  id: 'initiative-requirement',
  title: 'Every engineering requirement has a statement.',
  severity: 'warning',
  run: (review) => weakProblems(review, 'initiative-requirement'),
};
