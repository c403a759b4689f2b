import * as vscode from 'vscode';

/** What every test asks of the window it runs in. Without anything of Node, since the web build's tests run in a web worker. */

export function folder(): vscode.WorkspaceFolder {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  if (first === undefined) throw new Error('No folder is open.');
  return first;
}

/** @param path relative to the folder that is open */
export function uri(path: string): vscode.Uri {
  return vscode.Uri.joinPath(folder().uri, path);
}

/** Waits until something is so; fails with `what` after `patience` milliseconds. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | null | Promise<T | undefined | false | null>,
  patience = 90_000,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false && found !== null) return found;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * Waits until the folders of a `.code-workspace` are open. On a busy machine the window may have looked for the file before it
 * could read any, and has no folder then until it hears that the file changed: it is written again, as it is.
 */
export async function untilFoldersAreOpen(): Promise<void> {
  const { workspaceFile: file } = vscode.workspace;
  if (file === undefined) return;
  const areOpen = (): boolean => (vscode.workspace.workspaceFolders ?? []).length > 0;
  let patience = 5000;
  const waited = Date.now();
  await until(`the folders of ${file.path}`, async () => {
    if (!areOpen() && Date.now() - waited > patience) {
      patience += 5000;
      await vscode.workspace.fs.writeFile(file, await vscode.workspace.fs.readFile(file));
    }
    return areOpen();
  });
}

/** Closes every editor, without saving and without a question. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
