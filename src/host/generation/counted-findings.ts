import { countFindings, distinctFindings } from '../../core/checks/distinct-findings';
import type { Finding } from '../../core/checks/finding';
import { renderFinding } from '../../core/checks/render-finding';
import type { GenerationResult } from './generation-snapshot';

/** More are not named here: the Problems panel has them all. */
const mostNamed = 100;

/** How many errors and warnings there are, each gap counted once, and which: errors first, else in document order. */
export function countedFindings(
  found: readonly Finding[],
): Pick<GenerationResult, 'errors' | 'warnings' | 'listed' | 'findings'> {
  const { error, warning } = countFindings(found);
  const distinct = distinctFindings(found);
  const errors = distinct.filter(({ severity }) => severity === 'error');
  const warnings = distinct.filter(({ severity }) => severity === 'warning');
  return {
    errors: error.count,
    warnings: warning.count,
    listed: { errors: error.findings, warnings: warning.findings },
    findings: [...errors, ...warnings].slice(0, mostNamed).map((finding) => ({
      severity: finding.severity,
      message: renderFinding(finding),
      line: finding.line,
    })),
  };
}
