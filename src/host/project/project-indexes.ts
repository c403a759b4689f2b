import * as vscode from 'vscode';
import type { SymbolSource } from '../../core/ports/symbol-source';
import { PatternSymbols } from '../../core/project/pattern-symbols';
import type { ProjectIndex } from '../../core/project/project-index';
import { ProjectReader } from '../../core/project/read-project';
import { VsCodeFiles } from '../ports/vs-code-files';
import { relativePath } from '../workspace/workspace-path';
import { EditorSymbols } from './editor-symbols';

interface FolderProject {
  readonly reader: ProjectReader;
  readonly symbols: SymbolSource;
  readonly watcher: vscode.Disposable;
}

/**
 * What the code of each workspace folder declares. Nothing is read before it is asked for; after that, a file is read
 * again only when it has changed.
 */
export class ProjectIndexes implements vscode.Disposable {
  readonly #folders = new Map<string, FolderProject>();
  readonly #subscription: vscode.Disposable;

  constructor() {
    this.#subscription = vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => {
      for (const folder of removed) this.#drop(folder.uri.toString());
    });
  }

  /**
   * @param files all files of the folder that are not ignored, sorted, relative to it
   * @throws the signal's reason when aborted
   */
  read(
    folder: vscode.WorkspaceFolder,
    files: readonly string[],
    signal?: AbortSignal,
  ): Promise<ProjectIndex> {
    return this.#of(folder).reader.read(files, signal);
  }

  /** What single files of a folder declare, by the editor's language extensions where these answer. */
  symbolsOf(folder: vscode.WorkspaceFolder): SymbolSource {
    return this.#of(folder).symbols;
  }

  dispose(): void {
    this.#subscription.dispose();
    for (const key of [...this.#folders.keys()]) this.#drop(key);
  }

  #of(folder: vscode.WorkspaceFolder): FolderProject {
    const key = folder.uri.toString();
    const known = this.#folders.get(key);
    if (known !== undefined) return known;
    const files = new VsCodeFiles(folder.uri);
    const reader = new ProjectReader(files);
    const project = {
      reader,
      symbols: new EditorSymbols(files, new PatternSymbols(files)),
      watcher: forgetChanges(folder, reader),
    };
    this.#folders.set(key, project);
    return project;
  }

  #drop(key: string): void {
    this.#folders.get(key)?.watcher.dispose();
    this.#folders.delete(key);
  }
}

function forgetChanges(folder: vscode.WorkspaceFolder, reader: ProjectReader): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**/*'));
  const forget = (uri: vscode.Uri): void => {
    const path = relativePath(folder.uri, uri);
    if (path !== null) reader.forget(path);
  };
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(forget),
    watcher.onDidCreate(forget),
    watcher.onDidDelete(forget),
    // Some file systems tell late what the editor itself has written.
    vscode.workspace.onDidSaveTextDocument(({ uri }) => forget(uri)),
  );
}
