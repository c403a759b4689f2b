import type { SpecSection } from '../spec/spec-document';

/** A section's heading as a line of Markdown, such as `### Endpoints`. */
export function headingLine({ level, heading }: Pick<SpecSection, 'level' | 'heading'>): string {
  return `${'#'.repeat(level)} ${heading}`;
}
