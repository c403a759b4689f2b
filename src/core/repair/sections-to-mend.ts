import type { CheckReport } from '../checks/check-spec';
import { distinctFindings } from '../checks/distinct-findings';
import type { Finding } from '../checks/finding';
import { disagreements } from '../checks/coverage/mapping-fixes';
import { unmapped } from '../checks/coverage/trace-components';
import { missingSections } from '../regenerate/missing-sections';
import {
  knownSectionAt,
  targetOf,
  type SectionedSpec,
  type SectionTarget,
} from '../regenerate/section-target';
import type { SpecSection } from '../spec/spec-document';

/** An error with the sections in which it can be mended. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly sections: readonly SpecSection[];
  /** Whether what stands there may have to be named otherwise: then a part can not be asked for by its name. */
  readonly isOfNames: boolean;
}

/** Sections with what is wrong in them. */
export interface SectionsToMend {
  /** In document order, none within another. */
  readonly targets: readonly SectionTarget[];
  /** The errors in them. */
  readonly placed: readonly PlacedFinding[];
}

/** Checks whose findings no text of a section settles. */
const beyondText: ReadonlySet<string> = new Set([
  ...['internal-error', 'receipt', 'source', 'template'],
  // It stands at the section before the missing one, which is asked for by itself.
  'required-sections',
]);

/** Errors as a person counts them. */
export function errorsOf({ findings }: Pick<CheckReport, 'findings'>): readonly Finding[] {
  return distinctFindings(findings).filter(({ severity }) => severity === 'error');
}

/**
 * The sections that are missing and those that have errors, each the innermost one that the template knows. What stands before the first section, and
 * what is wrong with the document as a whole, is for a person.
 */
export function sectionsToMend(scope: SectionedSpec, report: Pick<CheckReport, 'findings'>): SectionsToMend {
  const placed = errorsOf(report)
    .filter(({ check }) => !beyondText.has(check))
    .flatMap((finding) => {
      const sections = sectionsOf(scope, finding);
      return sections.length === 0 ? [] : [{ finding, sections, isOfNames: finding.message === unmapped }];
    });
  const missing = errorsOf(report).some(({ check }) => check === 'required-sections')
    ? missingSections(scope)
    : [];
  const failing = [...new Set(placed.flatMap(({ sections }) => sections))].sort((a, b) => a.start - b.start);
  // A section is sent with all below it.
  const outermost = failing.filter(
    ({ start, end }) => !failing.some((other) => other.start < start && other.end >= end),
  );
  const standing = outermost.map((section) => targetOf(scope, section));
  return {
    targets: [...standing, ...missing].sort((a, b) => a.section.start - b.section.start),
    placed,
  };
}

/**
 * Where a finding can be mended. A row that the mapping lacks is reported at each task that asks for it; the mapping is what has
 * to be mended. A component that no row names may be named wrongly at either end, and who renames it at one end needs the other.
 */
function sectionsOf(scope: SectionedSpec, finding: Finding): readonly SpecSection[] {
  const own = knownSectionAt(scope, finding.line);
  const mapping = mappingOf(scope, finding.message);
  if (mapping !== null && finding.message === disagreements.noRow) return [mapping];
  return [own, mapping].filter((section): section is SpecSection => section !== null);
}

function mappingOf({ template, sections }: SectionedSpec, message: string): SpecSection | null {
  const by = message === disagreements.noRow ? 'tasks' : message === unmapped ? 'components' : null;
  const rule = template?.covers.find((cover) => cover.by === by);
  return rule === undefined ? null : (sections.get(rule.mapping) ?? null);
}
