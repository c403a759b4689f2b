import * as vscode from 'vscode';

/** The document that a draft at a target was written to: unsaved, or saved; `null` where there is none. */
export async function documentAt(target: vscode.Uri): Promise<vscode.TextDocument | null> {
  // After a reload the editor names it with the machine it is on.
  const open = vscode.workspace.textDocuments.find(
    ({ uri, isClosed }) => !isClosed && uri.scheme === 'untitled' && uri.path === target.path,
  );
  if (open !== undefined) return open;
  return (await exists(target)) ? vscode.workspace.openTextDocument(target) : null;
}

/** Whether anything lies at the URI; what can't be asked counts as absent, saving will then say why. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
