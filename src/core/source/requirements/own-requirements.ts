import type { Requirement, Source } from '../source';

/** The requirements that the source itself defines: those whose lines are its lines. */
export function ownRequirements({ requirements }: Pick<Source, 'requirements'>): readonly Requirement[] {
  return requirements.filter(({ path }) => path === undefined);
}
