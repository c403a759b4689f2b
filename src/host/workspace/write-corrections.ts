import * as vscode from 'vscode';
import {
  parseCorrections,
  serialiseCorrections,
  type CorrectionsFile,
} from '../../core/source/corrections/corrections-file';
import { parentPath } from '../../core/text/path';
import type { VsCodeFiles } from '../ports/vs-code-files';

/**
 * Writes corrections whole or not at all: into a file beside, which then takes the place.
 *
 * @param file `null` removes what lies there
 * @throws where the file there is about another source, or the file system refuses
 */
export async function writeCorrections(
  files: VsCodeFiles,
  path: string,
  file: CorrectionsFile | null,
): Promise<void> {
  const target = files.uri(path);
  if (file === null) return vscode.workspace.fs.delete(target);
  const there = await files.readFile(path).then(
    (bytes) => parseCorrections(new TextDecoder().decode(bytes)),
    () => null,
  );
  if (there !== null && !('file' in there && there.file.source === file.source))
    throw new Error(vscode.l10n.t('{0} holds the corrections of another source.', path));
  await vscode.workspace.fs.createDirectory(files.uri(parentPath(path)));
  const draft = files.uri(`${path}.tmp`);
  await vscode.workspace.fs.writeFile(draft, new TextEncoder().encode(serialiseCorrections(file)));
  await vscode.workspace.fs.rename(draft, target, { overwrite: true });
}
