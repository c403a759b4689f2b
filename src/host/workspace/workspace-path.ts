import * as vscode from 'vscode';
import { relativePath as wayTo } from '../../core/export/relink';
import type { WizardInput } from '../../shared/wizard/wizard-input';

/**
 * Path of a file relative to a folder, with forward slashes; `../` leads out of it. `null` where no such path exists
 * (another machine, another file system).
 */
export function relativePath(folder: vscode.Uri, file: vscode.Uri): string | null {
  if (folder.scheme !== file.scheme || folder.authority !== file.authority) return null;
  const drive = (uri: vscode.Uri): string => /^\/[a-z]:/i.exec(uri.path)?.[0].toLowerCase() ?? '';
  if (drive(folder) !== drive(file)) return null;
  const [from, to] = [folder, file].map(({ path }) => path.replace(/^\/|\/$/g, '')) as [string, string];
  return from === to ? null : wayTo(from, to);
}

/**
 * The folder that a spec for a document goes into: the one that holds the document, else the only one, else the one
 * the person picks. `null` where no folder is open or none was picked.
 */
export async function chooseFolder(document: vscode.Uri | null): Promise<vscode.WorkspaceFolder | null> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const holding = document === null ? undefined : vscode.workspace.getWorkspaceFolder(document);
  if (holding !== undefined) return holding;
  if (folders.length <= 1) return folders[0] ?? null;
  const picked = await vscode.window.showWorkspaceFolderPick({
    placeHolder: vscode.l10n.t('Folder that the spec is written into'),
  });
  return picked ?? null;
}

/**
 * The folder that stored input belongs to: the one it names, as long as it is open, else the first that holds its
 * source, else the first.
 */
export async function folderOf({
  folder: named,
  source,
}: Pick<WizardInput, 'folder' | 'source'>): Promise<vscode.WorkspaceFolder | null> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const known = folders.find(({ uri }) => uri.toString() === named);
  if (known !== undefined) return known;
  if (source !== null && folders.length > 1) {
    for (const folder of folders) {
      const found = await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder.uri, source)).then(
        () => true,
        () => false,
      );
      if (found) return folder;
    }
  }
  return folders[0] ?? null;
}
