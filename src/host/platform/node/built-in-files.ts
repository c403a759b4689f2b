import * as vscode from 'vscode';
import type { FileSystem } from '../../../core/ports/file-system';
import { VsCodeFiles } from '../../ports/vs-code-files';

/**
 * The product's own templates and workflows.
 *
 * @param extension folder of the extension
 */
export function builtInFiles(extension: vscode.Uri): FileSystem {
  return new VsCodeFiles(vscode.Uri.joinPath(extension, 'templates'));
}
