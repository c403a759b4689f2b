import { fingerprintOf } from '../source/requirements/fingerprint';

/** What of a requirement tells whether it is another one than before. */
export interface StatedRequirement {
  readonly fingerprint: string;
  /** Left out where it is not known. */
  readonly acceptance?: readonly { readonly text: string }[] | undefined;
  /** In place of its criteria, where these are only known by what stands for them. */
  readonly recorded?: { readonly criteria: string | undefined } | undefined;
}

/** Over the acceptance criteria of a requirement, as `fingerprintOf` is over its statement. */
export function criteriaOf(acceptance: readonly { readonly text: string }[]): string {
  return acceptance.length === 0 ? 'none' : fingerprintOf(acceptance.map(({ text }) => text).join('\n'));
}

/** The words of a requirement and those of its criteria in a form that can be compared. */
export function requirementState({ fingerprint, acceptance, recorded }: StatedRequirement): string {
  const criteria = recorded === undefined ? acceptance && criteriaOf(acceptance) : recorded.criteria;
  return criteria === undefined ? fingerprint : `${fingerprint}.${criteria}`;
}

/** Whether two states are of the same words; criteria count only where both states know them. */
export function sameRequirement(was: string, is: string): boolean {
  const [before, criteriaBefore] = was.split('.');
  const [after, criteriaAfter] = is.split('.');
  if (before !== after) return false;
  return criteriaBefore === undefined || criteriaAfter === undefined || criteriaBefore === criteriaAfter;
}
