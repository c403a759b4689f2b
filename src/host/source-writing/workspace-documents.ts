import { builtInFiles } from '#platform/built-in-files';
import * as vscode from 'vscode';
import type { FileSystem } from '../../core/ports/file-system';
import type { SourceKind } from '../../core/source/source';
import { newSourcePath } from '../../core/starter/new-source-path';
import { prdStarter } from '../../core/starter/prd-starter';
import { sha256Hex } from '../../core/text/hash';
import { tell } from '../messages/tell';
import { errorCode, VsCodeFiles } from '../ports/vs-code-files';
import { numberedPath, readTargetPath } from '../workspace/target-path';
import type { SourceDocuments } from './source-documents';

/** New documents of one workspace folder. */
export class WorkspaceDocuments implements SourceDocuments {
  readonly #files: VsCodeFiles;
  readonly #templates: FileSystem;

  /** @param extension folder of the extension */
  constructor(folder: vscode.Uri, extension: vscode.Uri) {
    this.#files = new VsCodeFiles(folder);
    this.#templates = builtInFiles(extension);
  }

  async suggestPath(kind: SourceKind, title: string, existing: readonly string[]): Promise<string> {
    const path = newSourcePath(kind, title, existing);
    let free = path;
    for (let number = 2; await this.#exists(free); number++) free = numberedPath(path, number);
    return free;
  }

  async create(entered: string, text: string): Promise<string | null> {
    const target = readTargetPath(entered);
    if (target.kind === 'refused') return target.reason;
    const { path } = target;
    if (await this.#exists(path)) return vscode.l10n.t('{0} exists and is not overwritten.', path);
    const edit = new vscode.WorkspaceEdit();
    // The editor itself refuses where a file has come into being meanwhile.
    edit.createFile(this.#files.uri(path), { overwrite: false, contents: new TextEncoder().encode(text) });
    const written = await vscode.workspace.applyEdit(edit);
    return written && (await this.#exists(path))
      ? null
      : vscode.l10n.t('Nothing can be written at {0}. Choose another path.', path);
  }

  async rewrite(path: string, text: string, sha256: string): Promise<string | null> {
    const uri = this.#files.uri(path);
    const changed = vscode.l10n.t('{0} has changed since it was opened in the form. Open it again.', path);
    const open = vscode.workspace.textDocuments.find(
      (document) => document.uri.toString() === uri.toString(),
    );
    if (open?.isDirty === true)
      return vscode.l10n.t('{0} has unsaved changes. Save or undo them first.', path);
    try {
      if (sha256Hex(await this.#files.readFile(path)) !== sha256) return changed;
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      return null;
    } catch (error) {
      return errorCode(error) === 'no-access'
        ? vscode.l10n.t('{0} may not be written to. Change its permissions or choose another path.', path)
        : changed;
    }
  }

  async clipboard(): Promise<string> {
    return vscode.env.clipboard.readText();
  }

  async createPrd(existing: readonly string[]): Promise<string | null> {
    const title = await vscode.window.showInputBox({
      title: vscode.l10n.t('New PRD'),
      prompt: vscode.l10n.t('What is it about?'),
      placeHolder: vscode.l10n.t('Such as: Export the list of members'),
      validateInput: (value) =>
        value.trim() === ''
          ? null
          : {
              message: vscode.l10n.t('Will be written to {0}', newSourcePath('prd', value, existing)),
              severity: vscode.InputBoxValidationSeverity.Info,
            },
    });
    if (title === undefined || title.trim() === '') return null;
    const path = await this.suggestPath('prd', title, existing);
    const problem = await this.create(path, await prdStarter(this.#templates, vscode.env.language, title));
    if (problem !== null) {
      tell('error', problem);
      return null;
    }
    const document = await vscode.workspace.openTextDocument(this.#files.uri(path));
    await vscode.window.showTextDocument(document, { preview: false });
    return path;
  }

  async #exists(path: string): Promise<boolean> {
    try {
      return (await this.#files.stat(path)) !== undefined;
    } catch {
      // What may not be looked at can not be written either, and creating it says so.
      return false;
    }
  }
}
