import * as vscode from 'vscode';

/**
 * What the editor itself searches. For any other file system it waits for an extension that does, for ever where none comes, and hardly
 * any virtual file system brings one.
 */
const searched: ReadonlySet<string> = new Set(['file', 'vscode-remote', 'vscode-vfs']);

/**
 * Files of a workspace folder, as `vscode.workspace.findFiles` has them; where the editor can't search, by walking through it.
 *
 * @param glob relative to the folder
 * @param exclude glob, or `null` for all that the editor's settings do not exclude
 * @param most so many at most
 */
export async function findFiles(
  folder: vscode.WorkspaceFolder,
  glob: string,
  exclude: string | null,
  most: number,
  token?: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  if (searched.has(folder.uri.scheme))
    return vscode.workspace.findFiles(new vscode.RelativePattern(folder, glob), exclude, most, token);
  const { walkedFiles } = await import('./walked-files');
  return walkedFiles(folder.uri, glob, most, token);
}
