import * as vscode from 'vscode';
import type { DraftingWorkspace } from '../workspace/drafting-workspace';

/**
 * Asks what to do where a spec was made from the source before: a second one is mostly not what is wanted.
 *
 * @param specs paths of those that are there, the newest first
 * @returns whether to write a further spec; the rest is done
 */
export async function wantsFurtherSpec(
  workspace: DraftingWorkspace,
  specs: readonly string[],
): Promise<boolean> {
  const [newest] = specs;
  if (newest === undefined) return true;
  const uri = workspace.files.uri(newest);
  const picked = await vscode.window.showQuickPick(
    [
      {
        label: vscode.l10n.t('Update It'),
        detail: vscode.l10n.t('Works what changed in the source into it, in a diff'),
        run: () => vscode.commands.executeCommand('techSpec.update', uri),
      },
      { label: vscode.l10n.t('Open It'), detail: newest, run: () => vscode.window.showTextDocument(uri) },
      {
        label: vscode.l10n.t('Write a Further Spec'),
        detail: vscode.l10n.t('Nothing is overwritten'),
        run: null,
      },
    ],
    {
      title: vscode.l10n.t('{0} was made from this source already', newest),
      placeHolder: vscode.l10n.t('What shall become of it?'),
    },
  );
  if (picked === undefined) return false;
  await picked.run?.();
  return picked.run === null;
}
