import type { Finding } from '../checks/finding';
import type { SectionTarget } from './section-target';

/** Errors and warnings that stand in a section, subsections included. */
export function findingsWithin(
  findings: readonly Finding[],
  { section }: Pick<SectionTarget, 'section'>,
): readonly Finding[] {
  const last = section.endColumn > 1 ? section.endLine : section.endLine - 1;
  return findings.filter(
    ({ severity, line, gap }) =>
      // A declared gap is for a person to close.
      severity !== 'info' && gap === undefined && line >= section.line && line <= last,
  );
}
