import { t } from '@vscode/l10n';
import { resolve } from 'node:path';
import { countFindings } from '../core/checks/distinct-findings';
import { settleSafeFixes } from '../core/checks/fixes/settle-safe-fixes';
import type { SpecFileReport } from '../core/checks/check-spec-file';
import { count, severityCounts } from './output';
import { replaceFile } from './writing/replace-file';
import { inWorkspace, type CliWorkspace } from './workspace/workspace';

/**
 * Applies the safe fixes of a report to its file, checks again, and so on until nothing is left to fix. The file is written
 * once, whole or not at all; each fix is said on stderr with its place, and how many there were.
 *
 * @param shown path relative to the current folder
 * @returns the report of what the file holds now
 * @throws CliFailure where the file can not be written, or changed while it was checked
 */
export async function fixSpec(
  workspace: CliWorkspace,
  shown: string,
  report: SpecFileReport,
  check: (text: string) => Promise<SpecFileReport>,
): Promise<SpecFileReport> {
  const { report: fixed, applied } = await settleSafeFixes(report, check);
  const { err } = workspace.terminal;
  if (applied.length === 0) {
    const rest = report.findings.length === 0 ? '' : ', what is left needs a decision of yours';
    err.write(`${shown}: nothing to fix${rest}\n`);
    return report;
  }
  await replaceFile(
    resolve(workspace.root, inWorkspace(workspace, shown)),
    shown,
    report.spec.written,
    fixed.spec.written,
  );
  for (const { finding, fix } of applied)
    err.write(`${shown}:${finding.line}: fixed: ${t(fix.message, ...fix.args)} (${finding.check})\n`);
  err.write(`${shown}: ${count(applied.length, 'fix', 'fixes')} applied, ${left(fixed)}\n`);
  return fixed;
}

/** What a person has to mend. */
function left({ findings }: SpecFileReport): string {
  return `${severityCounts(countFindings(findings), ' and ')} left`;
}
