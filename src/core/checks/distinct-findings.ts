import type { Finding } from './finding';

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
