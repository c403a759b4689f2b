import type { Finding, Severity } from './finding';

/** The check that reports the question itself, with what is missing. */
const namesTheGap = 'open-questions';

/**
 * Findings as a person counts them: what waits for one open question is one gap, whichever checks say so. Of these stays
 * the finding that says what is missing, else the first; the order is kept.
 */
export function distinctFindings(findings: readonly Finding[]): readonly Finding[] {
  const ofGaps = new Map<string, Finding>();
  for (const finding of findings) {
    if (finding.gap === undefined) continue;
    const known = ofGaps.get(finding.gap);
    if (known === undefined || (finding.check === namesTheGap && known.check !== namesTheGap))
      ofGaps.set(finding.gap, finding);
  }
  return findings.filter((finding) => finding.gap === undefined || ofGaps.get(finding.gap) === finding);
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Findings as a person works them off: errors first, then warnings; among equals the order is kept. */
export function bySeverity(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => rank[a.severity] - rank[b.severity]);
}

/** What there is of one severity. */
export interface SeverityCount {
  /** As a person counts: what waits for one open question is one. */
  readonly count: number;
  /** As the Problems panel and JSON list them, each by itself. */
  readonly findings: number;
}

export type FindingCounts = Readonly<Record<Severity, SeverityCount>>;

/**
 * How much is wrong with a document. Whatever tells a number of errors or warnings takes it from here, so that no two places
 * tell different ones.
 *
 * @param findings all that were reported, not the distinct ones
 */
export function countFindings(findings: readonly Finding[]): FindingCounts {
  const distinct = distinctFindings(findings);
  const of = (wanted: Severity): SeverityCount => ({
    count: distinct.filter(({ severity }) => severity === wanted).length,
    findings: findings.filter(({ severity }) => severity === wanted).length,
  });
  return { error: of('error'), warning: of('warning'), info: of('info') };
}
