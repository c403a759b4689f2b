import * as vscode from 'vscode';
import type { SpecFileReport } from '../../core/checks/check-spec-file';
import { tasksInScope } from '../../core/checks/reading/tasks-in-scope';
import { filesOf } from '../../core/navigation/describe-id';
import { pathOf } from '../../core/navigation/source-places';
import type { SpecTask } from '../../core/spec/spec-document';
import { isDone } from '../../core/spec/task-ticks';
import { coverageMatrix, type CoverageRow } from '../../core/traceability/coverage-matrix';
import { fileName } from '../../core/text/path';
import { tickTitle } from '../life/task-ticks';
import type { DocumentFamily } from './families';
import { goToPlaces } from './go-to-places';
import { lifeLenses } from './life-lenses';
import { driftLenses } from './drift-lenses';
import { stateLabel } from './state-label';

/** More names than these make a lens longer than the line it stands above. */
const mostNames = 4;

/** Lenses of a spec: above the mapping of each requirement, above each task, and above each section. */
export function specLenses(report: SpecFileReport, document: vscode.Uri): vscode.CodeLens[] {
  const rows = coverageMatrix(report);
  const requirements = rows.flatMap((row) =>
    row.mapped === null || row.state === null
      ? []
      : [lens(row.mapped, coverTitle(row), coverPlaces(row, document), document)],
  );
  const tasks = tasksInScope(report).flatMap((task) => {
    const served = rows.filter(({ coveredBy }) => coveredBy.some(({ line }) => line === task.line));
    const files = filesOf(report, task.id);
    const ids = served.map(({ id }) => id);
    const places = served.flatMap(({ mapped }) => (mapped === null ? [] : [placeAt(document, mapped)]));
    const title =
      ids.length === 0
        ? vscode.l10n.t('Implements no requirement')
        : vscode.l10n.t('Implements {0}', shortList(ids));
    const lenses = [lens(task.line, title, places, document)];
    const [first] = files;
    lenses.push(briefLens(task.line, task.id, document), tickLens(task, document));
    if (first !== undefined)
      lenses.push(
        lens(task.line, files.length === 1 ? first : vscode.l10n.t('{0} files', files.length), [], document),
      );
    return lenses;
  });
  return [
    ...lifeLenses(report, document),
    ...driftLenses(report, document),
    ...requirements,
    ...tasks,
    ...regenerateLenses(report, document),
  ];
}

/** One that puts the brief of a task into the clipboard. */
function briefLens(line: number, task: string, document: vscode.Uri): vscode.CodeLens {
  return new vscode.CodeLens(new vscode.Range(line - 1, 0, line - 1, 0), {
    title: vscode.l10n.t('Copy as Agent Brief'),
    tooltip: vscode.l10n.t('All that a coding agent needs for {0}, for the clipboard', task),
    command: 'techSpec.copyBrief',
    arguments: [document, task],
  });
}

/** One that marks a task as done, or as open again. */
function tickLens(task: SpecTask, document: vscode.Uri): vscode.CodeLens {
  return new vscode.CodeLens(new vscode.Range(task.line - 1, 0, task.line - 1, 0), {
    title: tickTitle(task),
    command: 'techSpec.tickTask',
    arguments: [document, task.id, !isDone(task)],
  });
}

/** Headings deeper than this are parts of what the template asks for; a lens above each would hide the text. */
const deepestLens = 3;

/** One above each section that the template knows, which writes it anew. */
function regenerateLenses({ sections }: SpecFileReport, document: vscode.Uri): vscode.CodeLens[] {
  return [...sections.values()]
    .filter(({ level }) => level <= deepestLens)
    .map(({ line }) => {
      const at = new vscode.Range(line - 1, 0, line - 1, 0);
      const command = 'techSpec.regenerateSection';
      return new vscode.CodeLens(at, {
        title: vscode.l10n.t('Regenerate'),
        tooltip: vscode.l10n.t('Write this section anew, shown as a diff first'),
        command,
        arguments: [document, { line }],
      });
    });
}

/** Lenses of a source: above each requirement, what each spec does about it. */
export function sourceLenses(
  { source, specs, path, folder }: DocumentFamily,
  document: vscode.Uri,
): vscode.CodeLens[] {
  if (source === null || specs.length === 0) return [];
  return source.requirements
    .filter((requirement) => pathOf(source, requirement) === path && requirement.addedByHand !== true)
    .flatMap(({ id, line }) =>
      specs.flatMap((report) => {
        const row = coverageMatrix(report).find((one) => one.id === id);
        if (row === undefined || row.state === null) return [];
        const spec = vscode.Uri.joinPath(folder.uri, report.path);
        const places = coverPlaces(row, spec);
        const title = `${coverTitle(row)} · ${fileName(report.path)}`;
        return [lens(line, title, places.length > 0 ? places : [placeAt(spec, 1)], document)];
      }),
    );
}

function coverTitle({ state, coveredBy, reason }: CoverageRow): string {
  if (state === 'covered' && coveredBy.length > 0)
    return vscode.l10n.t('Covered by {0}', shortList(coveredBy.map(({ name }) => name)));
  if (state === 'out-of-scope' && reason !== null) return vscode.l10n.t('Out of scope: {0}', cut(reason));
  const label = state === null ? '' : stateLabel(state);
  return label.slice(0, 1).toLocaleUpperCase() + label.slice(1);
}

function coverPlaces({ coveredBy, mapped }: CoverageRow, spec: vscode.Uri): readonly vscode.Location[] {
  if (coveredBy.length > 0) return coveredBy.map(({ line }) => placeAt(spec, line));
  return mapped === null ? [] : [placeAt(spec, mapped)];
}

function placeAt(uri: vscode.Uri, line: number): vscode.Location {
  return new vscode.Location(uri, new vscode.Position(line - 1, 0));
}

/** A lens that goes to the one place, or lets choose among several. */
function lens(
  line: number,
  title: string,
  places: readonly vscode.Location[],
  document: vscode.Uri,
): vscode.CodeLens {
  const at = new vscode.Range(line - 1, 0, line - 1, 0);
  if (places.length === 0) return new vscode.CodeLens(at, { title, command: '' });
  return new vscode.CodeLens(at, goToPlaces(title, document, at.start, places));
}

function shortList(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).join(', ');
  return names.length > mostNames
    ? vscode.l10n.t('{0} and {1} more', shown, names.length - mostNames)
    : shown;
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
