import * as vscode from 'vscode';
import { emptyInput, type WizardInput } from '../../shared/wizard/wizard-input';
import type { SpecGeneration } from '../generation/spec-generation';
import type { DraftingModels, WizardServices } from './data/wizard-services';
import { EditorWindow } from './page/editor-window';
import type { PanelOptions } from './page/wizard-panel';
import { WizardPanel } from './page/wizard-panel';
import type { ResumedDraft } from './data/resumed-draft';
import { WizardSession } from './session/wizard-session';
import { WorkspaceDocuments } from '../source-writing/workspace-documents';
import { DraftingWorkspace, type ArtefactName } from '../workspace/drafting-workspace';
import { noDocuments, noWorkspaceInputs } from '../workspace/no-workspace';
import type { ProjectIndexes } from '../project/project-indexes';
import type { TemplateLibrary } from '../workspace/template-library';
import { folderOf, relativePath } from '../workspace/workspace-path';

export interface WizardParts extends PanelOptions {
  readonly templates: TemplateLibrary;
  readonly projects: ProjectIndexes;
  readonly models: DraftingModels;
  readonly generation: SpecGeneration;
  /** The folder as an artefact of a workflow is drafted in it; `null` where there is no such artefact any more. */
  artefactWorkspace(
    folder: vscode.WorkspaceFolder,
    artefact: ArtefactName,
  ): Promise<DraftingWorkspace | null>;
}

/**
 * The one wizard: a session and, while it is open, a panel. Closing the panel keeps the session, so that a draft under
 * way goes on and answers given so far are there when it is opened again for the same source.
 */
export class Wizard implements vscode.Disposable {
  readonly #parts: WizardParts;
  readonly #subscriptions: vscode.Disposable[];
  #workspace: DraftingWorkspace | null = null;
  #session: WizardSession | null = null;
  #panel: WizardPanel | null = null;
  /** The last draft that went on from a journal. */
  #resumed: { readonly folder: string; readonly draft: ResumedDraft } | null = null;

  constructor(parts: WizardParts) {
    this.#parts = parts;
    const modelsChanged = (connected: string | null): void => void this.#session?.modelsChanged(connected);
    this.#subscriptions = [
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        const path = this.#workspace === null ? null : relativePath(this.#workspace.folder.uri, uri);
        if (path !== null) void this.#session?.fileSaved(path);
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.#session?.trustGranted()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('techSpec.model')) modelsChanged(null);
      }),
      ...(parts.models.onDidChange === undefined ? [] : [parts.models.onDidChange(modelsChanged)]),
    ];
  }

  /**
   * Shows the wizard for a source.
   *
   * @param folder where the spec goes, or `null` where no folder is open
   * @param source path in the folder, or `null` to let the person choose
   */
  async open(folder: vscode.WorkspaceFolder | null, source: string | null): Promise<void> {
    const session = this.#session;
    const sameFolder = session !== null && folder?.uri.toString() === this.#workspace?.folder.uri.toString();
    if (session?.busy === true) {
      this.reveal();
      if (source !== null && source !== session.input.source)
        void vscode.window.showInformationMessage(
          vscode.l10n.t('A spec is being written. Stop it or wait for it before you start another.'),
        );
      return;
    }
    const goesOn = sameFolder && session.goesOnFor(source);
    if (!goesOn) this.#start(folder, { ...emptyInput, source });
    this.reveal();
  }

  /**
   * Shows the Questions step with the answers of a spec that exists; what is changed there goes into the file beside it.
   *
   * @param spec path in the folder
   * @param question id of the one that is to be answered, or `null`
   */
  editAnswers(
    folder: vscode.WorkspaceFolder,
    spec: string,
    made: {
      readonly title: string;
      readonly source: string;
      readonly template: string;
      readonly language: string;
    },
    question: string | null,
  ): void {
    const session = this.#session;
    if (session?.busy === true) {
      this.reveal();
      void vscode.window.showInformationMessage(
        vscode.l10n.t('A spec is being written. Stop it or wait for it before you edit answers.'),
      );
      return;
    }
    const isOpen =
      session !== null &&
      folder.uri.toString() === this.#workspace?.folder.uri.toString() &&
      session.input.answersOf === spec;
    if (!isOpen)
      this.#start(folder, {
        ...emptyInput,
        ...{ source: made.source, template: made.template, language: made.language },
        ...{ answersOf: spec, answersTitle: made.title },
        ...{ step: 'questions', furthest: 'questions' },
      });
    if (question !== null) void this.#session?.pointAt(question).catch(this.#parts.onError);
    this.reveal();
  }

  /** Shows the wizard for a source in a workspace that knows the template and where the spec goes. */
  openIn(workspace: DraftingWorkspace, made: Pick<WizardInput, 'source' | 'template' | 'artefact'>): void {
    if (this.#session?.busy === true) {
      this.reveal();
      void vscode.window.showInformationMessage(
        vscode.l10n.t('A spec is being written. Stop it or wait for it before you start another.'),
      );
      return;
    }
    this.#start(
      workspace.folder,
      { ...emptyInput, ...made, step: 'context', furthest: 'context' },
      workspace,
    );
    this.reveal();
  }

  /** Brings a panel back after the window was reloaded. */
  async restore(panel: vscode.WebviewPanel, stored: WizardInput | null): Promise<void> {
    const input = stored ?? emptyInput;
    const folder = await folderOf(input);
    const { artefact = null } = input;
    const workspace =
      folder === null || artefact === null ? null : await this.#parts.artefactWorkspace(folder, artefact);
    this.#start(folder, input, workspace);
    this.#show(panel);
  }

  /** Shows the wizard as it stands; a new one where there is none. */
  reveal(): void {
    if (this.#session === null) this.#start(vscode.workspace.workspaceFolders?.[0] ?? null, emptyInput);
    if (this.#panel === null) this.#show(WizardPanel.create());
    else this.#panel.reveal();
  }

  /**
   * Shows a draft that goes on from its journal, now or when it is opened for the same source.
   *
   * @param folder address of the workspace folder
   * @returns whether a person sees it there
   */
  goOn(folder: string, draft: ResumedDraft): boolean {
    this.#resumed = { folder, draft };
    return this.#followResumed() && this.#panel !== null;
  }

  /** Beside the wizard while it can be seen, so that both stay in view. */
  specColumn(): vscode.ViewColumn {
    return this.#panel?.visible === true ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#session?.dispose();
    this.#panel?.close();
  }

  /** @param workspace the folder as it is to be read; as it is when left out */
  #start(
    folder: vscode.WorkspaceFolder | null,
    wanted: WizardInput,
    workspace: DraftingWorkspace | null = null,
  ): void {
    const input = { ...wanted, folder: folder?.uri.toString() ?? null };
    this.#session?.dispose();
    this.#workspace =
      workspace ??
      (folder === null ? null : new DraftingWorkspace(folder, this.#parts.templates, this.#parts.projects));
    const session = new WizardSession(this.#services(this.#workspace), input);
    this.#session = session;
    this.#panel?.follow(session);
    this.#followResumed();
    session.start().catch(this.#parts.onError);
  }

  #followResumed(): boolean {
    const { folder, draft } = this.#resumed ?? {};
    if (draft === undefined || this.#parts.generation.current !== draft.run) return false;
    return folder === this.#workspace?.folder.uri.toString() && this.#session?.goOn(draft) === true;
  }

  #show(panel: vscode.WebviewPanel): void {
    const session = this.#session;
    if (session === null) return;
    this.#panel?.close();
    const shown = new WizardPanel(panel, session, this.#parts);
    this.#panel = shown;
    shown.onDidDispose(() => {
      shown.dispose();
      if (this.#panel === shown) this.#panel = null;
    });
  }

  #services(workspace: DraftingWorkspace | null): WizardServices {
    const { models, generation } = this.#parts;
    return {
      documents:
        workspace === null
          ? noDocuments
          : new WorkspaceDocuments(workspace.folder.uri, this.#parts.extension),
      inputs: workspace ?? noWorkspaceInputs,
      models,
      window: new EditorWindow(workspace, {
        wizardVisible: () => this.#panel?.visible ?? false,
        close: () => this.#panel?.close(),
        open: (folder, source) => this.open(folder, source),
      }),
      workspace: workspace?.folder.name ?? null,
      trusted: () => vscode.workspace.isTrusted,
      resultOf: async (path) => (workspace === null ? null : generation.resultOf(workspace.files.uri(path))),
      generate: (model, brief, origin) =>
        workspace === null
          ? null
          : generation.prepare({ model, brief, origin, files: workspace.files, column: this.specColumn() }),
    };
  }
}
