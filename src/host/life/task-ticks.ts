import * as vscode from 'vscode';
import { tasksInScope } from '../../core/checks/reading/tasks-in-scope';
import type { SpecDocument, SpecTask } from '../../core/spec/spec-document';
import { isDone, missedTicks, tickTask } from '../../core/spec/task-ticks';
import { rangeOf } from '../../core/spec/text-range';
import { hasLinesOf } from '../../core/spec/written-text';
import { tell } from '../messages/tell';
import { specOf } from '../drift/chosen-spec';
import { editorRange } from '../review/report/review-spec';
import type { SpecLibrary } from '../review/library/spec-library';

/** The edits that mark a task as done or open, in the editor's terms. */
export function tickEdits(spec: SpecDocument, task: SpecTask, done: boolean): readonly vscode.TextEdit[] {
  return tickTask(spec, task, done).map(
    ({ start, end, newText }) => new vscode.TextEdit(editorRange(rangeOf(spec.lines, start, end)), newText),
  );
}

/** What marking a task as done, or as open again, is called. */
export function tickTitle(task: SpecTask): string {
  return isDone(task) ? vscode.l10n.t('Mark as Open') : vscode.l10n.t('Mark as Done');
}

/**
 * Marks a task as done or open; without one the person chooses among all, those that are done picked already. One edit, saved at once
 * where nothing else was unsaved; none where a task would not count as marked after it.
 *
 * @param clicked `null` for the active spec
 * @param id `null` for those that the person picks
 * @param done what the task is to be; `null` for what it is not
 */
export async function tickTasks(
  library: SpecLibrary,
  clicked: vscode.Uri | null,
  id: string | null,
  done: boolean | null,
): Promise<void> {
  const chosen = await specOf(library, clicked);
  if (chosen === null) return;
  const tasks = tasksInScope(chosen.report);
  if (tasks.length === 0) return tell('warning', vscode.l10n.t('The spec has no tasks.'));
  const named = tasks.find((task) => task.id === id);
  if (id !== null && named === undefined)
    return tell('warning', vscode.l10n.t('The spec has no task {0}.', id));
  const wanted = named === undefined ? await pickDone(tasks) : new Map([[named.id, done ?? !isDone(named)]]);
  if (wanted === undefined) return;
  const document = await vscode.workspace.openTextDocument(chosen.uri);
  // It may have been edited while the person chose: places are those of the text as it is now.
  const spec = await library.review(document);
  if (spec === null || !hasLinesOf(spec.report.spec, document.getText()))
    return tell('warning', vscode.l10n.t('The spec was being changed; tick again.'));
  const changed = tasksInScope(spec.report).filter(
    (task) => (wanted.get(task.id) ?? isDone(task)) !== isDone(task),
  );
  if (changed.length === 0) return;
  const missed = missedOf(spec.report.spec, changed);
  if (missed.length > 0)
    return tell(
      'warning',
      vscode.l10n.t(
        '{0} cannot be marked in the form that the spec has: edit its box or status by hand.',
        missed.map((task) => task.id).join(', '),
      ),
    );
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    changed.flatMap((task) => [...tickEdits(spec.report.spec, task, !isDone(task))]),
  );
  const clean = !document.isDirty;
  const isWritten = (await vscode.workspace.applyEdit(edit)) && (!clean || (await document.save()));
  if (!isWritten) return tell('warning', vscode.l10n.t('The spec was being changed; tick again.'));
}

/** Which of some tasks would not be of their other state after the edits for all of them. */
function missedOf(spec: SpecDocument, changed: readonly SpecTask[]): readonly SpecTask[] {
  const edits = changed.flatMap((task) => tickTask(spec, task, !isDone(task)));
  return [true, false].flatMap((done) =>
    missedTicks(
      spec,
      edits,
      changed.filter((task) => isDone(task) !== done),
      done,
    ),
  );
}

/** Which tasks are done by the word of the person; `undefined` where it gave none. */
async function pickDone(tasks: readonly SpecTask[]): Promise<ReadonlyMap<string, boolean> | undefined> {
  const items = tasks.map((task) => ({
    ...{ label: task.id, description: task.title, picked: isDone(task) },
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Mark Tasks as Done'),
    placeHolder: vscode.l10n.t('Which tasks are done?'),
    canPickMany: true,
    matchOnDescription: true,
  });
  return picked && new Map(items.map((item) => [item.label, picked.includes(item)]));
}
