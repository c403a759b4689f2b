import * as vscode from 'vscode';
import { internalCommands } from '../../messages/internal-commands';
import { tell } from '../../messages/tell';
import type { GenerationRun } from '../../generation/generation-run';
import type { DraftingWorkspace } from '../../workspace/drafting-workspace';
import { exportExtensions, sourceExtensions } from '../../workspace/likely-sources';
import { relativePath } from '../../workspace/workspace-path';
import type { DraftingWindow } from '../data/wizard-services';

export interface WizardTab {
  wizardVisible(): boolean;
  close(): void;
  /** Starts over in another folder of the window. */
  open(folder: vscode.WorkspaceFolder, source: string): Promise<void>;
}

/** The editor's window, as far as the wizard asks something of it. */
export class EditorWindow implements DraftingWindow {
  readonly #workspace: DraftingWorkspace | null;
  readonly #tab: WizardTab;

  constructor(workspace: DraftingWorkspace | null, tab: WizardTab) {
    this.#workspace = workspace;
    this.#tab = tab;
  }

  async browseSource(): Promise<string | null> {
    if (this.#workspace === null) {
      // A spec needs a folder to be written into; its documents are offered once it is open.
      await this.openFolder();
      return null;
    }
    const { folder } = this.#workspace;
    const picked = await this.#pick(folder.uri, {
      title: vscode.l10n.t('PRD, Initiative or Conversation'),
      openLabel: vscode.l10n.t('Use as Source'),
      filters: {
        [vscode.l10n.t('Documents and Chat Exports')]: [...sourceExtensions, ...exportExtensions],
      },
    });
    if (picked === null) return null;
    // The spec belongs to the folder of its source, and so do the rules that it follows.
    const holding = vscode.workspace.getWorkspaceFolder(vscode.Uri.joinPath(folder.uri, picked));
    if (holding === undefined || holding.uri.toString() === folder.uri.toString()) return picked;
    const path = relativePath(holding.uri, vscode.Uri.joinPath(folder.uri, picked));
    if (path !== null) await this.#tab.open(holding, path);
    return null;
  }

  async browseDocument(): Promise<string | null> {
    if (this.#workspace === null) return null;
    return this.#pick(this.#workspace.folder.uri, {
      title: vscode.l10n.t('Document for the Context'),
      openLabel: vscode.l10n.t('Add to Context'),
    });
  }

  /** Path of one file, relative to the folder, or `null`. */
  async #pick(folder: vscode.Uri, dialog: vscode.OpenDialogOptions): Promise<string | null> {
    const [picked] = (await vscode.window.showOpenDialog({ ...dialog, defaultUri: folder })) ?? [];
    if (picked === undefined) return null;
    const path = relativePath(folder, picked);
    if (path === null)
      void vscode.window.showErrorMessage(
        vscode.l10n.t('This file lies on another machine or drive. Copy it into the workspace first.'),
      );
    return path;
  }

  async openFile(path: string, line?: number): Promise<void> {
    if (this.#workspace === null) return;
    try {
      const document = await vscode.workspace.openTextDocument(this.#workspace.files.uri(path));
      await this.#show(document, line);
    } catch {
      tell('error', vscode.l10n.t('{0} could not be opened.', path));
    }
  }

  async updateSpec(path: string): Promise<void> {
    await vscode.commands.executeCommand('techSpec.update', this.#workspace?.files.uri(path));
  }

  async openProblems(): Promise<void> {
    await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
  }

  async openText(run: GenerationRun): Promise<void> {
    const path = run.snapshot.path;
    const target = path === null ? undefined : this.#workspace?.files.uri(path);
    const places = target === undefined ? [] : [target, target.with({ scheme: 'untitled' })];
    const open = vscode.workspace.textDocuments.find((document) =>
      places.some((uri) => uri.toString() === document.uri.toString()),
    );
    // The person may have closed the tab; what came is kept by the run.
    await this.#show(
      open ?? (await vscode.workspace.openTextDocument({ language: 'markdown', content: run.received })),
    );
  }

  async resumeDraft(run: GenerationRun): Promise<void> {
    await vscode.commands.executeCommand(internalCommands.resume, run.journal);
  }

  async saveDocument(path: string): Promise<void> {
    const uri = this.#workspace?.files.uri(path).toString();
    await vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri)?.save();
  }

  async openFolder(): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.files.openFolder');
  }

  async manageTrust(): Promise<void> {
    await vscode.commands.executeCommand('workbench.trust.manage');
  }

  async openSettings(query: string): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.openSettings', query);
  }

  close(): void {
    this.#tab.close();
  }

  async #show(document: vscode.TextDocument, line?: number): Promise<void> {
    const at = line === undefined ? undefined : Math.min(Math.max(line - 1, 0), document.lineCount - 1);
    await vscode.window.showTextDocument(document, {
      viewColumn: this.#tab.wizardVisible() ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active,
      preview: false,
      ...(at === undefined ? {} : { selection: new vscode.Range(at, 0, at, 0) }),
    });
  }
}
