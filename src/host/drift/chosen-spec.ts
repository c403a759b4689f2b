import * as vscode from 'vscode';
import type { ReviewedSpec } from '../review/report/reviewed-spec';
import type { SpecLibrary } from '../review/library/spec-library';

/** The spec that is meant: the one that was clicked, the active one, else the one that the person picks; `null` where none is. */
export async function specOf(library: SpecLibrary, clicked: vscode.Uri | null): Promise<ReviewedSpec | null> {
  if (clicked !== null)
    return (await library.review(await vscode.workspace.openTextDocument(clicked))) ?? null;
  const active = vscode.window.activeTextEditor?.document;
  if (active !== undefined && (await library.isSpec(active))) return (await library.review(active)) ?? null;
  const all = await library.all(new vscode.CancellationTokenSource().token);
  const picked = await vscode.window.showQuickPick(
    all.map((spec) => ({ label: spec.report.spec.title ?? spec.path, description: spec.path, spec })),
    { title: vscode.l10n.t('Choose a Tech Spec'), placeHolder: vscode.l10n.t('Specs of this workspace') },
  );
  return picked?.spec ?? null;
}
