import { builtInFiles } from '#platform/built-in-files';
import * as vscode from 'vscode';
import type { FileSystem } from '../../core/ports/file-system';
import { discoverTemplates, workspaceTemplates } from '../../core/template/discover-templates';
import type { Template } from '../../core/template/template';
import type { TemplateState } from '../../shared/wizard/template-state';
import { VsCodeFiles } from '../ports/vs-code-files';

export interface FolderTemplates {
  readonly templates: readonly Template[];
  /** Templates of the workspace that can't be used, with messages for a person. */
  readonly problems: TemplateState['problems'];
}

/** Built-in templates and those of each workspace folder, read once and again after a change. */
export class TemplateLibrary implements vscode.Disposable {
  readonly #builtIn: FileSystem;
  readonly #read = new Map<string, Promise<FolderTemplates>>();
  readonly #subscriptions: vscode.Disposable[];

  /** @param extension folder of the extension */
  constructor(extension: vscode.Uri) {
    this.#builtIn = builtInFiles(extension);
    // A change there makes them be read again.
    const watcher = vscode.workspace.createFileSystemWatcher(workspaceTemplates);
    const forget = (): void => this.#read.clear();
    this.#subscriptions = [
      watcher,
      watcher.onDidChange(forget),
      watcher.onDidCreate(forget),
      watcher.onDidDelete(forget),
      vscode.workspace.onDidGrantWorkspaceTrust(forget),
    ];
  }

  /** @param folder `null` for the built-in templates alone */
  read(folder: vscode.Uri | null): Promise<FolderTemplates> {
    const key = folder?.toString() ?? '';
    const known = this.#read.get(key);
    if (known !== undefined) return known;
    const reading = this.#discover(folder);
    this.#read.set(key, reading);
    // What failed once may work the next time.
    reading.catch(() => this.#read.delete(key));
    return reading;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #discover(folder: vscode.Uri | null): Promise<FolderTemplates> {
    // A template of the workspace speaks to the model, so it takes part only where the workspace is trusted.
    const workspace = folder === null || !vscode.workspace.isTrusted ? null : new VsCodeFiles(folder);
    const { templates, problems } = await discoverTemplates({ builtIn: this.#builtIn, workspace });
    return {
      templates,
      problems: problems.flatMap(({ path, findings }) =>
        findings.map(({ message, args, line }) => ({ path, line, message: vscode.l10n.t(message, ...args) })),
      ),
    };
  }
}
