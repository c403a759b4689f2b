import * as vscode from 'vscode';
import { VsCodeFiles } from '../ports/vs-code-files';

/** Files of a folder as a person sees them: those with unsaved changes as they stand in the editor. */
export class OpenFiles extends VsCodeFiles {
  override readFile(path: string): Promise<Uint8Array> {
    const uri = this.uri(path).toString();
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
    return open?.isDirty === true
      ? Promise.resolve(new TextEncoder().encode(open.getText()))
      : super.readFile(path);
  }

  /** Whether one of these has unsaved changes. */
  isDirty(paths: readonly string[]): boolean {
    const dirty = new Set(
      vscode.workspace.textDocuments.filter((document) => document.isDirty).map(({ uri }) => uri.toString()),
    );
    return dirty.size > 0 && paths.some((path) => dirty.has(this.uri(path).toString()));
  }
}
