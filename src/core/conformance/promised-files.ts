import { filePlan, remarkedAction } from '../spec/file-plan';
import { readPath } from '../spec/path-like';
import { titledFiles } from '../spec/titled-files';
import type { SpecDocument } from '../spec/spec-document';
import { lineText } from '../spec/text-range';
import type { PromisedFile } from './promise';
import { isUnpromised } from './spec-places';

/** Files that tasks, by fields or titles, and tables create, change or delete, and those that a remark says it of: `a.ts` (new). */
export function promisedFiles(spec: SpecDocument): readonly PromisedFile[] {
  const titled = titledFiles(spec).filter(({ section }) => !isUnpromised(spec, section));
  const planned = [...filePlan(spec), ...titled].flatMap(({ action, ...file }) =>
    action === 'mention' ? [] : [promise(file, action)],
  );
  const known = new Set(planned.map(placeOf));
  return [...planned, ...remarkedFiles(spec).filter((file) => !known.has(placeOf(file)))];
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
