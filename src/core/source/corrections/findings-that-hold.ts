import type { Finding } from '../../checks/finding';
import { ownRequirements } from '../requirements/own-requirements';
import type { LeftOutRequirement, Requirement, Source } from '../source';

/**
 * The findings of a source without those about what a person took out or joined with another.
 *
 * @param requirements with corrections applied
 */
export function findingsThatHold(
  source: Source,
  requirements: readonly Requirement[],
  leftOut: readonly LeftOutRequirement[],
): readonly Finding[] {
  return source.findings.filter(
    (finding) =>
      !isAboutOne(finding, source.requirements, requirements) &&
      !isAboutLeftOut(finding, source, requirements, leftOut),
  );
}

/** A finding about a requirement that the person took out or joined with another. */
function isAboutOne(
  { line, args }: { readonly line: number; readonly args: readonly string[] },
  before: readonly Requirement[],
  after: readonly Requirement[],
): boolean {
  const present = new Set(after.map(({ id }) => id));
  return before.some(
    (gone) => !present.has(gone.id) && line >= gone.line && line <= gone.endLine && args.includes(gone.id),
  );
}

/** Findings that are about the file whatever becomes of the statement on whose line they stand. */
const aboutTheFile: ReadonlySet<string> = new Set(['prd-secret', 'prd-undefined-term']);

/** A finding whose statement, or one of whose statements, a person left out: there is nothing to settle any more. */
function isAboutLeftOut(
  { check, line, alternatives = [] }: Finding,
  { requirements: before }: Source,
  after: readonly Requirement[],
  leftOut: readonly LeftOutRequirement[],
): boolean {
  if (aboutTheFile.has(check)) return false;
  const gone = new Set(leftOut.map(({ id }) => id));
  const own = ownRequirements({ requirements: before });
  return [line, ...alternatives.map((statement) => statement.line)].some((at) => {
    const owner = innermostAt(own, at);
    // What was split has left its lines to its parts.
    return owner !== null && gone.has(owner.id) && !after.some((one) => standsLike(one, owner));
  });
}

function innermostAt(requirements: readonly Requirement[], at: number): Requirement | null {
  const around = requirements.filter(({ line, endLine }) => line <= at && at <= endLine);
  return around.toSorted((a, b) => b.line - a.line || a.endLine - b.endLine)[0] ?? null;
}

function standsLike(one: Requirement, other: Requirement): boolean {
  return one.path === undefined && one.line === other.line && one.endLine === other.endLine;
}
