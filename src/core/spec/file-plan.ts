import type { TextRange } from '../text/position';
import { readPath } from './path-like';
import { oncePer, rememberTexts } from '../text/remembered';
import type { SpecDocument, SpecTask } from './spec-document';
import type { SpecPart } from './spec-part';
import { taskField } from './task-field';
import { lineText } from './text-range';
import { noneOfIt } from './vocabulary/answers';
import { fileActionWords } from './vocabulary/file-actions';
import { fileActionColumn, pathColumn } from './vocabulary/columns';

/** What a spec does with a file: `mention` where it names one among its files and does not say. */
export type FileAction = 'create' | 'modify' | 'delete' | 'mention';

/** A file that a task or a table of files names. The range is that of the path. */
export interface PlannedFile extends TextRange {
  /** As {@link readPath} gives it. */
  readonly path: string;
  readonly action: FileAction;
  /** The task that works on it; `null` where a table lists it. */
  readonly task: SpecTask | null;
  readonly section: number | null;
}

/** In the order in which they count where a text names several. */
const fileActions = ['create', 'modify', 'delete'] as const;

/** A file that a part names, with what only its document can say left open. */
interface PartFile extends TextRange {
  readonly path: string;
  /** Position of the task among the part's. */
  readonly task: number | null;
  readonly section: number | null;
  /** What the place itself says is done. */
  readonly action: FileAction | null;
  /** What the column says, where neither the place nor a heading does. */
  readonly otherwise: FileAction;
}

/**
 * Every file that tasks and tables of files name, in document order, with what is done to it. Made once per document.
 *
 * In a task, `Create: `a.go`` and items nested below it; in a table, the column of paths, where the section's name, a
 * column or a word beside the path (`a.go (new)`) says what is done.
 */
export const filePlan = oncePer((spec: SpecDocument): readonly PlannedFile[] => {
  const plan: PlannedFile[] = [];
  let tasks = 0;
  for (const { part, line, section: before } of spec.parts) {
    for (const file of filesIn(part)) {
      const section = file.section === null ? null : file.section + before;
      plan.push({
        path: file.path,
        action: file.action ?? namedAction(spec, section) ?? file.otherwise,
        task: file.task === null ? null : (spec.tasks[file.task + tasks] ?? null),
        section,
        line: file.line + line,
        column: file.column,
        endLine: file.endLine + line,
        endColumn: file.endColumn,
      });
    }
    tasks += part.tasks.length;
  }
  return plan;
});

/** What the name of a section, or of one around it, says is done. */
function namedAction(spec: SpecDocument, section: number | null): FileAction | null {
  for (let index = section; index !== null; index = spec.sections[index]?.parent ?? null) {
    const action = actionOf(spec.sections[index]?.name ?? '');
    if (action !== null) return action;
  }
  return null;
}

/** A table of files that says that no file is created or changed; the range is that of its first cell. */
export interface EmptyFileTable extends TextRange {
  readonly action: 'create' | 'modify';
}

/**
 * Tables of files to create or to change whose rows all say that there are none, unless another one of the kind names some: then
 * `None` may be said of its part alone.
 */
export function emptyFileTables(spec: SpecDocument): readonly EmptyFileTable[] {
  const listed = new Set(filePlan(spec).flatMap(({ task, action }) => (task === null ? [action] : [])));
  return spec.tables.flatMap(({ header, rows, section }): readonly EmptyFileTable[] => {
    const titles = header.map(({ text }) => text.trim());
    const column = titles.findIndex((text) => pathColumn.test(text));
    const [first] = rows.flatMap((row) => row[column] ?? []);
    if (first === undefined || !rows.every((row) => noneOfIt.test(row[column]?.text.trim() ?? ''))) return [];
    const action = namedAction(spec, section) ?? actionOf(titles[column] ?? '');
    if ((action !== 'create' && action !== 'modify') || listed.has(action)) return [];
    const { line, column: start, endLine, endColumn } = first;
    return [{ action, line, column: start, endLine, endColumn }];
  });
}

const filesIn = oncePer((part: SpecPart): readonly PartFile[] =>
  [...filesOfTasks(part), ...filesOfTables(part)].sort((a, b) => a.line - b.line || a.column - b.column),
);

function* filesOfTasks({ tasks, lines }: SpecPart): Iterable<PartFile> {
  for (const [position, task] of tasks.entries()) {
    const field = taskField(task, 'files');
    if (field === undefined) continue;
    let action: FileAction = 'mention';
    let indent = -1;
    for (let line = field.line; line <= field.endLine; line++) {
      const text = lineText(lines, line);
      const found = pathsIn(text, line === field.line ? field.column - 1 : 0);
      const own = actionOf(leadOf(text, found[0]?.start ?? text.length));
      const depth = text.length - text.trimStart().length;
      // What is nested below `Create:` is created; an item beside it says for itself.
      if (own !== null) [action, indent] = [own, depth];
      else if (depth <= indent) [action, indent] = ['mention', -1];
      let here = action;
      let before = found[0]?.start ?? 0;
      for (const { path, start, end } of found) {
        // `Modify a.go; create b.go`
        here = actionOf(text.slice(before, start)) ?? here;
        before = end;
        yield {
          path,
          action: remarkedAction(text.slice(end)) ?? here,
          otherwise: 'mention',
          task: position,
          section: task.section,
          line,
          column: start + 1,
          endLine: line,
          endColumn: end + 1,
        };
      }
    }
  }
}

function* filesOfTables({ tables, lines }: SpecPart): Iterable<PartFile> {
  for (const table of tables) {
    const header = table.header.map(({ text }) => text.trim());
    const column = header.findIndex((text) => pathColumn.test(text));
    if (column === -1) continue;
    const actionColumn = header.findIndex((text) => fileActionColumn.test(text));
    for (const row of table.rows) {
      const cell = row[column];
      if (cell === undefined || cell.line !== cell.endLine) continue;
      const text = lineText(lines, cell.line).slice(0, cell.endColumn - 1);
      const stated = actionColumn === -1 ? null : actionOf(row[actionColumn]?.text ?? '');
      for (const { path, start, end } of pathsIn(text, cell.column - 1))
        yield {
          path,
          action: actionOf(text.slice(end)) ?? stated,
          otherwise: actionOf(header[column] ?? '') ?? 'mention',
          task: null,
          section: table.section,
          line: cell.line,
          column: start + 1,
          endLine: cell.line,
          endColumn: end + 1,
        };
    }
  }
}

interface FoundPath {
  readonly path: string;
  /** Offsets in the line. */
  readonly start: number;
  readonly end: number;
}

/** Paths in backticks; where a line has no backticks, words that are paths. */
function pathsIn(text: string, from: number): readonly FoundPath[] {
  const pattern = text.includes('`', from)
    ? /(?<!`)`+([^`]+)`+/gu
    : /(?:^|[\s,;(|]|(?<!:):)([^\s,;()|`]+[^\s,;()|`.:])/gu;
  pattern.lastIndex = Math.max(0, from - 1);
  return [...text.matchAll(pattern)].flatMap(({ 0: whole, 1: inner = '', index }) => {
    const read = readPath(inner);
    if (read === null) return [];
    const start = index + whole.indexOf(inner) + inner.length - inner.trimStart().length;
    return [{ path: read.path, start, end: start + inner.trim().length }];
  });
}

/** What a remark directly behind a path says is done, such as `(new)`; `null` where none does. */
export function remarkedAction(behind: string): Exclude<FileAction, 'mention'> | null {
  return actionOf(remarkBehind(behind));
}

/** `(new)` directly behind a path. */
function remarkBehind(text: string): string {
  return /^[`\s]*(\([^)]{1,40}\))/u.exec(text)?.[1] ?? '';
}

/** What stands before the first path of a line, without the marks of the list. */
function leadOf(text: string, end: number): string {
  return text.slice(0, end).replace(/^[\s>]*(?:[-*+]|\d+[.)])?\s*/u, '');
}

/** Names of sections, and what stands in front of paths: a few words that come again and again. */
const actionOf = rememberTexts(
  (text): Exclude<FileAction, 'mention'> | null =>
    fileActions.find((action) => fileActionWords[action].test(text)) ?? null,
);
