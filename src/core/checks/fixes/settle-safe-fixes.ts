import { editDocument } from '../../spec/written-text';
import type { SpecDocument } from '../../spec/spec-document';
import type { CheckReport } from '../check-spec';
import type { Finding } from '../finding';
import { safeFixes } from './safe-fixes';
import type { SpecFix } from '../spec-fix';

/**
 * A fix may uncover what another one settles, and of those that belong at one place each takes a round. After so many, something
 * grows without end.
 */
const mostRounds = 200;
/** The check of the line below a document. It counts what the other fixes change, so it is written again after each round. */
const ownLine = 'footer';

/** A report with the document that it is about. */
type FixableReport = Pick<CheckReport, 'findings' | 'fixesOf'> & { readonly spec: SpecDocument };

/** What fixing a spec came to. */
export interface SettledFixes<Report> {
  /** On the spec with all fixes made; its text is `report.spec.written`. */
  readonly report: Report;
  /** What was fixed, each once, in the order in which it was. */
  readonly applied: readonly { readonly finding: Finding; readonly fix: SpecFix }[];
}

/**
 * Makes the safe fixes of a report, checks again, and so on until nothing new comes.
 *
 * @param check reports on a text of the spec
 * @throws what `check` throws
 */
export async function settleSafeFixes<Report extends FixableReport>(
  report: Report,
  check: (text: string) => Promise<Report>,
): Promise<SettledFixes<Report>> {
  let current = report;
  const applied: { readonly finding: Finding; readonly fix: SpecFix }[] = [];
  // A text that comes back goes round in circles.
  const seen = new Set([report.spec.written]);
  for (let round = 0; round < mostRounds; round++) {
    const { findings, fixes, edits } = safeFixes(current);
    const fixed = editDocument(current.spec, edits);
    if (seen.has(fixed)) break;
    seen.add(fixed);
    for (const [index, fix] of fixes.entries()) {
      const finding = findings[index];
      const isKnown = finding?.check === ownLine && applied.some((one) => one.finding.check === ownLine);
      if (finding !== undefined && !isKnown) applied.push({ finding, fix });
    }
    current = await check(fixed);
  }
  return { report: current, applied };
}
