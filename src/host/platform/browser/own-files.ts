import * as vscode from 'vscode';

/**
 * A file beside the entry of the extension, wherever that was loaded from.
 *
 * @param name without folders; `./` may stand before it
 */
export async function readBeside(name: string): Promise<Uint8Array> {
  const own = vscode.extensions.getExtension('tech-spec.tech-spec');
  if (own === undefined) throw new Error('The extension does not find itself.');
  const uri = vscode.Uri.joinPath(own.extensionUri, 'dist', name.replace(/^\.\//, ''));
  return vscode.workspace.fs.readFile(uri);
}
