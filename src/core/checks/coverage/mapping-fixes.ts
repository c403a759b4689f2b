import { lineText } from '../../spec/text-range';
import { taskField } from '../../spec/task-field';
import type { SpecTable, SpecTask } from '../../spec/spec-document';
import type { TextRange } from '../../text/position';
import { addToList, removeFromList } from './id-list-edits';
import { mappingRows, type MappingRow } from './mapping-rows';
import { exclusionReason } from './out-of-scope';
import { tokenPlace } from '../../spec/place';
import type { SpecFix } from '../spec-fix';
import type { TraceScope } from './trace-rule';
import { tasksInScope } from '../reading/tasks-in-scope';

/** How mapping and tasks disagree; keys of the messages. */
export const disagreements = {
  taskLacksRequirement: '{0} is mapped to {1}, but {1} does not name it under Implements.',
  rowLacksTask: 'Task {0} implements {1}, but the mapping of {1} does not name the task.',
  noRow: 'Task {0} implements {1}, which has no row in the mapping.',
} as const;

/** How it is said that a requirement is in no row of the mapping. */
const uncovered = ' is neither covered nor out of scope.';

/**
 * What makes mapping and tasks agree: what one side says is added to the other, which loses nothing, or taken back, which
 * only the author can decide. None where the other side says something else on purpose (an exclusion, an open question).
 *
 * @param place of the id that stands on one side only
 */
export function mappingFixes(
  scope: TraceScope,
  message: string,
  args: readonly string[],
  place: TextRange,
): readonly SpecFix[] {
  const [first = '', second = ''] = args;
  if (message === disagreements.taskLacksRequirement) return addToTask(scope, first, second, place);
  if (message === disagreements.rowLacksTask) return addToRow(scope, first, second, place);
  if (message === disagreements.noRow) return addRow(scope, second, first);
  // What no task implements either a row would only list.
  const isServed =
    message.endsWith(uncovered) && tasksInScope(scope).some((task) => serves(scope, task, first));
  return isServed ? addRow(scope, first, null) : [];
}

function addToTask(scope: TraceScope, id: string, taskId: string, place: TextRange): readonly SpecFix[] {
  const { spec } = scope;
  const task = tasksInScope(scope).find((other) => other.id === taskId);
  const field = task === undefined ? undefined : taskField(task, 'implements');
  const remove = takeBack(scope, taskId, place);
  // Criteria by number (`1.1, 2.3`) say more than a requirement's id could.
  if (field === undefined || (/\s/u.test(id) && /\d\.\d/u.test(field.value))) return remove;
  const edit = addToList(spec, field, id);
  const message = 'Add {0} to what {1} implements';
  return edit === null ? remove : [{ message, args: [id, taskId], edits: [edit], safe: true }, ...remove];
}

function addToRow(scope: TraceScope, taskId: string, id: string, place: TextRange): readonly SpecFix[] {
  const { spec, ids } = scope;
  const row = rowsOf(scope).find(({ first }) => ids.read(first.text).ids.includes(id));
  const cell = row?.items ?? null;
  const remove = takeBack(scope, id, place);
  if (cell === null || exclusionReason(cell.text) !== null) return remove;
  const edit = addToList(spec, cell, taskId);
  const message = 'Add {1} to the mapping of {0}';
  return edit === null ? remove : [{ message, args: [id, taskId], edits: [edit], safe: true }, ...remove];
}

/**
 * One row for all tasks that implement the requirement. Each finding that it settles brings it; safe it is at one of them, so
 * that it counts once where all safe ones are made.
 *
 * @param taskId of the task that the finding is about; `null` where it is about the requirement
 */
function addRow(scope: TraceScope, id: string, taskId: string | null): readonly SpecFix[] {
  const { ids, requirements } = scope;
  const last = rowsOf(scope).at(-1);
  const table = last === undefined ? undefined : tableAt(scope, last);
  const rule = scope.template?.covers.find(({ by }) => by === 'tasks');
  if (table === undefined || rule === undefined) return [];
  const tasks = tasksInScope(scope).filter((task) => serves(scope, task, id));
  const column = Math.min(rule.column ?? table.header.length, table.header.length) - 1;
  const title = requirements?.find((requirement) => requirement.id === id)?.title ?? '';
  const cells = table.header.map(({ text }, index) => {
    if (index === 0) return id;
    if (index === column) return tasks.map((task) => task.id).join(', ');
    return isTitle(text) ? title.replaceAll('|', '\\|') || '-' : '-';
  });
  const range = placeOfRow(scope, table, id);
  return [
    {
      message: 'Add a row for {0} to the mapping',
      args: [id],
      edits: [{ range, newText: `\n| ${cells.join(' | ')} |` }],
      // What else the row has to say, only the author knows.
      safe: ids.known.includes(id) && !cells.includes('-') && tasks[0]?.id === taskId,
    },
  ];
}

/**
 * Where a row belongs: in front of the first that comes later, in the order of the source or else of the ids, whichever the
 * table keeps; at its end where it keeps neither.
 */
function placeOfRow(scope: TraceScope, table: SpecTable, id: string): TextRange {
  const { spec, requirements, ids } = scope;
  const rows = table.rows.flatMap(([first]) => {
    const [named] = first === undefined ? [] : ids.read(first.text).ids;
    return first === undefined || named === undefined ? [] : [{ id: named, line: first.line }];
  });
  const order = (requirements ?? []).map((requirement) => requirement.id);
  const bySource = (a: string, b: string): number => order.indexOf(a) - order.indexOf(b);
  const byId = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
  const kept = [bySource, byId].find((compare) =>
    rows.every((row, index) => index === 0 || compare(rows[index - 1]?.id ?? '', row.id) <= 0),
  );
  const later = kept === undefined ? undefined : rows.find((row) => kept(id, row.id) < 0);
  const line = (later?.line ?? table.endLine + 1) - 1;
  const column = lineText(spec.lines, line).trimEnd().length + 1;
  return { line, column, endLine: line, endColumn: column };
}

function takeBack({ spec, template }: TraceScope, id: string, place: TextRange): readonly SpecFix[] {
  const written = tokenPlace(spec, place, id);
  const isThere = written.line === written.endLine && written.endColumn - written.column === id.length;
  if (!isThere) return [];
  return [
    { message: 'Remove {0}', args: [id], edits: [removeFromList({ spec, template }, written)], safe: false },
  ];
}

function rowsOf(scope: TraceScope): readonly MappingRow[] {
  const rule = scope.template?.covers.find(({ by }) => by === 'tasks');
  if (rule === undefined) return [];
  const known = new Set(tasksInScope(scope).map(({ id }) => id));
  const names = (cell: string): boolean => cell.split(/[\s,;、，]+/u).some((word) => known.has(word));
  return mappingRows(scope, rule.mapping, rule.column, names);
}

function tableAt({ spec }: TraceScope, { first }: MappingRow): SpecTable | undefined {
  return spec.tables.find(({ line, endLine }) => line <= first.line && first.line <= endLine);
}

function serves({ ids }: TraceScope, task: SpecTask, id: string): boolean {
  return ids.read(taskField(task, 'implements')?.value ?? '').ids.includes(id);
}

function isTitle(header: string): boolean {
  return /summary|title|requirement|statement|story|name/iu.test(header);
}
