import * as vscode from 'vscode';

/** Where the journals of drafts lie: in the extension's storage for the workspace, so that each has its own. */
export function journalFolder({
  storageUri,
  globalStorageUri,
}: Pick<vscode.ExtensionContext, 'storageUri' | 'globalStorageUri'>): vscode.Uri {
  return vscode.Uri.joinPath(storageUri ?? globalStorageUri, 'drafts');
}

/** Whether there are any, without looking into them. */
export async function hasJournals(context: vscode.ExtensionContext): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.readDirectory(journalFolder(context))).length > 0;
  } catch {
    // The folder comes into being with the first draft.
    return false;
  }
}
