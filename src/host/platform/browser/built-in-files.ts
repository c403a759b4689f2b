import { listedTemplates } from 'listed-templates';
import * as vscode from 'vscode';
import type { FileSystem } from '../../../core/ports/file-system';
import { ListedFiles } from './listed-files';
import { readPatiently } from './read-patiently';

/** Those of the one extension there is, so that all who ask for them read each file once. */
let known: FileSystem | undefined;

/** The product's own templates and workflows: known by name, since the folder of an extension can't be listed in a browser. */
export function builtInFiles(extension: vscode.Uri): FileSystem {
  return (known ??= new ListedFiles(listedTemplates, (path) =>
    readPatiently(async () =>
      vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'templates', path)),
    ),
  ));
}
