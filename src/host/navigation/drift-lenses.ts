import * as vscode from 'vscode';
import type { SpecFileReport } from '../../core/checks/check-spec-file';
import { describeDrift } from '../../core/drift/describe-drift';
import { openDrifts, type Drift } from '../../core/drift/drift';

/** More names than these make a lens longer than the line it stands above. */
const mostNames = 2;

/**
 * Above each stale section what has changed, with an action for each way on (regenerate, accept, open); above each task that a change
 * touches what it is; above the title one for all stale sections.
 */
export function driftLenses({ drift }: SpecFileReport, document: vscode.Uri): vscode.CodeLens[] {
  const open = openDrifts(drift);
  const bySection = byLine(open, sectionLines);
  const byTask = byLine(open, ({ affects }) => affects.tasks.map(({ line }) => line));
  const sections = [...bySection].flatMap(([line, drifts]) => [
    lens(line, vscode.l10n.t('Stale: {0}', names(drifts)), 'techSpec.openDrift', document, drifts),
    lens(line, regenerateTitle(drifts), 'techSpec.updateDrift', document, drifts),
    lens(line, vscode.l10n.t('Accept'), 'techSpec.acceptDrift', document, drifts),
  ]);
  const tasks = [...byTask].map(([line, drifts]) =>
    lens(line, names(drifts), 'techSpec.openDrift', document, drifts),
  );
  const all =
    bySection.size === 0
      ? []
      : [lens(1, sectionsTitle(bySection.size), 'techSpec.regenerateStale', document, null)];
  return [...all, ...sections, ...tasks];
}

/** A change touches further sections, too: all of them are written anew with this one. */
function regenerateTitle(drifts: readonly Drift[]): string {
  return sectionsTitle(byLine(drifts, sectionLines).size);
}

function sectionsTitle(count: number): string {
  return count === 1
    ? vscode.l10n.t('Regenerate Stale Section')
    : vscode.l10n.t('Regenerate {0} Stale Sections', count);
}

function sectionLines({ affects }: Drift): readonly number[] {
  return affects.sections.flatMap(({ line }) => line ?? []);
}

function byLine(
  drifts: readonly Drift[],
  linesOf: (drift: Drift) => readonly number[],
): ReadonlyMap<number, readonly Drift[]> {
  const found = new Map<number, Drift[]>();
  for (const drift of drifts)
    for (const line of linesOf(drift)) found.set(line, [...(found.get(line) ?? []), drift]);
  return found;
}

function names(drifts: readonly Drift[]): string {
  const shown = drifts.slice(0, mostNames).map(describeDrift).join(', ');
  return drifts.length > mostNames
    ? vscode.l10n.t('{0} and {1} more', shown, drifts.length - mostNames)
    : shown;
}

function lens(
  line: number,
  title: string,
  command: string,
  document: vscode.Uri,
  drifts: readonly Drift[] | null,
): vscode.CodeLens {
  const at = new vscode.Range(line - 1, 0, line - 1, 0);
  const ids = drifts === null ? [] : [drifts.map(({ id }) => id)];
  return new vscode.CodeLens(at, { title, command, arguments: [document, ...ids] });
}
