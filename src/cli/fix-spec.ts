import { t } from '@vscode/l10n';
import { resolve } from 'node:path';
import { distinctFindings } from '../core/checks/distinct-findings';
import { safeFixes } from '../core/checks/safe-fixes';
import type { SpecFileReport } from '../core/checks/check-spec-file';
import { editDocument } from '../core/spec/written-text';
import { count } from './output';
import { replaceFile } from './replace-file';
import { inWorkspace, type CliWorkspace } from './workspace';

/**
 * A fix may uncover what another one settles, and of those that belong at one place each takes a round. After so many, something
 * grows without end.
 */
const mostRounds = 200;
/** The check of the line below a document. */
const ownLine = 'footer';

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
  let current = report;
  const applied: string[] = [];
  let isSaid = false;
  // A text that comes back goes round in circles.
  const seen = new Set([report.spec.written]);
  for (let round = 0; round < mostRounds; round++) {
    const { findings, fixes, edits } = safeFixes(current);
    const fixed = editDocument(current.spec, edits);
    if (seen.has(fixed)) break;
    seen.add(fixed);
    for (const [index, { message, args }] of fixes.entries()) {
      const { line = 1, check: id = '' } = findings[index] ?? {};
      // It counts what the other fixes change, so it is written again after each round.
      if (id === ownLine && isSaid) continue;
      isSaid ||= id === ownLine;
      applied.push(`${shown}:${line}: fixed: ${t(message, ...args)} (${id})`);
    }
    current = await check(fixed);
  }
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
    current.spec.written,
  );
  for (const line of applied) err.write(`${line}\n`);
  err.write(`${shown}: ${count(applied.length, 'fix', 'fixes')} applied, ${left(current)}\n`);
  return current;
}

/** What a person has to mend. */
function left({ findings }: SpecFileReport): string {
  const rest = distinctFindings(findings).filter(({ severity }) => severity !== 'info');
  const errors = rest.filter(({ severity }) => severity === 'error').length;
  return `${count(errors, 'error')} and ${count(rest.length - errors, 'warning')} left`;
}
