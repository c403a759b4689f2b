import { statementOf } from './requirement-text';
import type { Requirement } from '../source';

/** A number that stands for itself: not part of an id, a version of something or a name. */
const number = /(?<![\p{L}\p{N}_.-])\d/u;

/**
 * What a non-functional requirement is verified by where it has no criteria: its own statement, if that gives a number to
 * measure (`answers within 300 ms`); `null` where it gives none.
 */
export function measurableStatement(requirement: Requirement): string | null {
  if (requirement.kind !== 'non-functional') return null;
  const statement = statementOf(requirement);
  return statement !== null && number.test(statement) ? statement : null;
}
