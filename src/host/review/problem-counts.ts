import * as vscode from 'vscode';
import { distinctFindings } from '../../core/checks/distinct-findings';
import type { Finding } from '../../core/checks/finding';

export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
  /** `1 error, 2 warnings`. */
  readonly text: string;
}

/** How much is wrong with a spec; what waits for one open question counts once. */
export function problemCounts(findings: readonly Finding[]): ProblemCounts {
  const distinct = distinctFindings(findings);
  const count = (wanted: Finding['severity']): number =>
    distinct.filter(({ severity }) => severity === wanted).length;
  const [errors, warnings] = [count('error'), count('warning')];
  return { errors, warnings, text: countsText({ errors, warnings }) };
}

/** `1 error, 2 warnings`. */
export function countsText({ errors, warnings }: Pick<ProblemCounts, 'errors' | 'warnings'>): string {
  const ofErrors = errors === 1 ? vscode.l10n.t('1 error') : vscode.l10n.t('{0} errors', errors);
  const ofWarnings = warnings === 1 ? vscode.l10n.t('1 warning') : vscode.l10n.t('{0} warnings', warnings);
  return `${ofErrors}, ${ofWarnings}`;
}
