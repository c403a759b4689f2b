import type * as vscode from 'vscode';
import type { FileSystem } from '../../../core/ports/file-system';
import { PackedFiles } from './packed-files';

/** The product's own templates and workflows: packed, since the folder of an extension can't be listed in a browser. */
export function builtInFiles(_extension: vscode.Uri): FileSystem {
  return new PackedFiles(async () => (await import('packed-templates')).packedTemplates);
}
