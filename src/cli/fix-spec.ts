import { resolve } from 'node:path';
import { safeFixes } from '../core/checks/safe-fixes';
import type { SpecFileReport } from '../core/checks/check-spec-file';
import { editDocument } from '../core/spec/written-text';
import { count } from './output';
import { replaceFile } from './replace-file';
import { inWorkspace, type CliWorkspace } from './workspace';

/** A fix may uncover what another one settles; after so many rounds something goes round in circles. */
const mostRounds = 10;

/**
 * Applies the safe fixes of a report to its file, checks again, and so on until nothing is left to fix. The file is written
 * once, whole or not at all; how many fixes were applied is said on stderr.
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
  let applied = 0;
  for (let round = 0; round < mostRounds; round++) {
    const { findings, edits } = safeFixes(current);
    const fixed = editDocument(current.spec, edits);
    if (fixed === current.spec.written) break;
    applied += findings.length;
    current = await check(fixed);
  }
  if (applied === 0) return report;
  await replaceFile(
    resolve(workspace.root, inWorkspace(workspace, shown)),
    shown,
    report.spec.written,
    current.spec.written,
  );
  workspace.terminal.err.write(`${shown}: ${count(applied, 'fix', 'fixes')} applied\n`);
  return current;
}
