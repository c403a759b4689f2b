import { countFindings } from '../../../core/checks/distinct-findings';
import type { Finding } from '../../../core/checks/finding';
import { errorCountText, warningCountText } from '../../../shared/finding-counts';
import type { GenerationResult } from '../../generation/generation-snapshot';

type CountedProblems = Pick<GenerationResult, 'errors' | 'warnings' | 'listed'>;

export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
  /** `1 error, 26 warnings (42 findings)`. */
  readonly text: string;
}

/** How much is wrong with a spec; what waits for one open question counts once. */
export function problemCounts(findings: readonly Finding[]): ProblemCounts {
  const { error, warning } = countFindings(findings);
  const [errors, warnings] = [error.count, warning.count];
  const listed = { errors: error.findings, warnings: warning.findings };
  return { errors, warnings, text: countsText({ errors, warnings, listed }) };
}

/** `1 error, 26 warnings (42 findings)`: in brackets as the Problems panel lists them, where these are more. */
export function countsText({ errors, warnings, listed }: CountedProblems): string {
  return `${errorCountText(errors, listed.errors)}, ${warningCountText(warnings, listed.warnings)}`;
}
