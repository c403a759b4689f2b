import { filePlan, remarkedAction, type PlannedFile } from '../spec/file-plan';
import { readPath } from '../spec/path-like';
import { titledWork, type TitledFile } from '../spec/titled-files';
import type { SpecDocument } from '../spec/spec-document';
import { lineText } from '../spec/text-range';
import type { PromisedFile } from './promise';
import { isUnpromised } from './spec-places';

/** Files that tasks, by fields or titles, and tables create, change or delete, and those that a remark says it of: `a.ts` (new). */
export function promisedFiles(spec: SpecDocument): readonly PromisedFile[] {
  const planned = plannedFiles(spec).flatMap(({ action, ...file }) =>
    action === 'mention' || action === 'move' ? [] : [promise(file, action)],
  );
  const known = new Set(planned.map(placeOf));
  return [...planned, ...remarkedFiles(spec).filter((file) => !known.has(placeOf(file)))];
}

/** What fields, tables and titles say, each file of titles once: of tasks that make a file and take it away, the last decides. */
function plannedFiles(spec: SpecDocument): readonly (PlannedFile | TitledFile)[] {
  const plan = filePlan(spec);
  const titled = titledWork(spec).filter(({ section }) => !isUnpromised(spec, section));
  const isGone = new Map(
    [...plan, ...titled]
      .filter(({ task, action }) => task !== null && action !== 'mention')
      .toSorted((a, b) => a.line - b.line || a.column - b.column)
      .map((file) => [file.path, takesAway(file)]),
  );
  // What a table lists has no place in the order of the tasks.
  const listed = new Set(
    plan.filter((file) => file.task === null && takesAway(file)).map(({ path }) => path),
  );
  const holds = (file: PlannedFile | TitledFile): boolean =>
    file.task === null || file.action === 'mention' || isGone.get(file.path) === takesAway(file);
  const told = new Set<string>();
  return [
    ...plan.filter(holds),
    ...titled.filter((file) => {
      if (!holds(file) || told.has(file.path) || (listed.has(file.path) && !takesAway(file))) return false;
      told.add(file.path);
      return true;
    }),
  ];
}

function takesAway({ action }: PlannedFile | TitledFile): boolean {
  return action === 'delete' || action === 'move';
}

/**
 * What components and sentences say of files, where a template has no tasks: `Files: a.ts (new)`. One that changes promises
 * nothing: it was there.
 */
function remarkedFiles(spec: SpecDocument): readonly PromisedFile[] {
  return spec.codeSpans.flatMap(({ value, ...span }) => {
    const read = readPath(value);
    if (read === null || read.line !== null || read.path.endsWith('/')) return [];
    const action = remarkedAction(lineText(spec.lines, span.endLine).slice(span.endColumn - 1));
    if (action === null || action === 'modify' || isUnpromised(spec, span.section)) return [];
    return [promise({ path: read.path, ...span }, action)];
  });
}

function promise(
  { path, section, line, column, endLine, endColumn }: Omit<PromisedFile, 'action' | 'names' | 'files'>,
  action: PromisedFile['action'],
): PromisedFile {
  return { path, action, section, names: [], files: [path], line, column, endLine, endColumn };
}

function placeOf({ line, column }: PromisedFile): string {
  return `${line}:${column}`;
}
