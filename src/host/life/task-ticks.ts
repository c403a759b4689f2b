import * as vscode from 'vscode';
import { tasksInScope } from '../../core/checks/reading/tasks-in-scope';
import type { SpecDocument, SpecTask } from '../../core/spec/spec-document';
import { isDone, tickTask } from '../../core/spec/task-ticks';
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
 * Marks a task as done, or as open where it is done; without one the person chooses among all, those that are done picked already. One
 * edit, saved at once where nothing else was unsaved.
 *
 * @param clicked `null` for the active spec
 * @param id `null` for those that the person picks
 */
export async function tickTasks(
  library: SpecLibrary,
  clicked: vscode.Uri | null,
  id: string | null,
): Promise<void> {
  const chosen = await specOf(library, clicked);
  if (chosen === null) return;
  const tasks = tasksInScope(chosen.report);
  if (tasks.length === 0) return tell('warning', vscode.l10n.t('The spec has no tasks.'));
  const named = tasks.find((task) => task.id === id);
  if (id !== null && named === undefined)
    return tell('warning', vscode.l10n.t('The spec has no task {0}.', id));
  const wanted = named === undefined ? await pickDone(tasks) : new Map([[named.id, !isDone(named)]]);
  if (wanted === undefined) return;
  const document = await vscode.workspace.openTextDocument(chosen.uri);
  // It may have been edited while the person chose: places are those of the text as it is now.
  const spec = await library.review(document);
  if (spec === null || !hasLinesOf(spec.report.spec, document.getText()))
    return tell('warning', vscode.l10n.t('The spec was being changed; tick again.'));
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    tasksInScope(spec.report).flatMap((task) => [
      ...tickEdits(spec.report.spec, task, wanted.get(task.id) ?? isDone(task)),
    ]),
  );
  const clean = !document.isDirty;
  if (edit.size === 0) return;
  const isWritten = (await vscode.workspace.applyEdit(edit)) && (!clean || (await document.save()));
  if (!isWritten) return tell('warning', vscode.l10n.t('The spec was being changed; tick again.'));
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
