import { journalFiles } from '#platform/journal-storage';
import * as vscode from 'vscode';
import { readWizardInput } from '../shared/wizard/wizard-input';
import { clearApiKeys } from './commands/clear-api-keys';
import { sourceOf } from './commands/document-source';
import { QuickDraft } from './commands/quick-draft';
import { internalCommands } from './messages/internal-commands';
import { DraftJournals } from './generation/journal/draft-journals';
import { journalFolder } from './generation/journal/journal-folder';
import { ResumeDrafts } from './generation/resume/resume-drafts';
import { SpecGeneration } from './generation/spec-generation';
import { ApiKeys } from './models/api-keys';
import { ConnectModel } from './models/connect-model';
import { ModelCatalog } from './models/model-catalog';
import type { ProjectIndexes } from './project/project-indexes';
import type { DriftTarget } from './drift/drift-target';
import { editAnswers } from './drift/edit-answers';
import { ProposalWriting } from './regenerate/proposal-writing';
import { SectionRegeneration } from './regenerate/regenerate-section';
import { StaleRegeneration } from './regenerate/regenerate-stale';
import { readSectionRequest } from './regenerate/section-request';
import { askModelReview } from './review/checklist/ask-model-review';
import type { SpecLibrary } from './review/library/spec-library';
import { Wizard, type WizardParts } from './wizard/wizard';
import { tell, nextSteps } from './messages/tell';
import { WorkspaceDocuments } from './source-writing/workspace-documents';
import { ArtefactWorkspace, type ArtefactToDraft } from './workflow/artefact-workspace';
import { DraftingWorkspace } from './workspace/drafting-workspace';
import { chooseFolder } from './workspace/workspace-path';
import type { TemplateLibrary } from './workspace/template-library';

/** What exists before this part is loaded. */
export interface AuthoringParts {
  readonly library: SpecLibrary;
  readonly templates: TemplateLibrary;
  readonly projects: ProjectIndexes;
  /** An artefact of a feature as it is drafted now; `null` where it is not there any more. */
  artefact(folder: vscode.WorkspaceFolder, feature: string, id: string): Promise<ArtefactToDraft | null>;
}

/** Everything that writes specs. */
export interface Authoring {
  /** @param document the file that was clicked, or `undefined` for the open one */
  create(document: vscode.Uri | undefined): Promise<void>;
  quickCreate(document: vscode.Uri | undefined): Promise<void>;
  /**
   * Drafts without asking anyone, see `QuickDraft.draft`.
   *
   * @returns where the spec stands in the folder
   */
  draft(
    folder: vscode.WorkspaceFolder,
    source: string,
    template: string | null,
    signal: AbortSignal,
  ): Promise<string>;
  /**
   * Writes a section of a spec anew, into a diff.
   *
   * @param request what came with the command, see `SectionRequest`
   * @param mends whether only errors are to be mended
   */
  regenerateSection(document: vscode.Uri | undefined, request: unknown, mends: boolean): Promise<void>;
  /** Writes the stale sections of a spec anew, into one diff; of named drifts only what they touch. */
  regenerateStale(target: DriftTarget, request: unknown): Promise<void>;
  /** Works what changed in its source into a spec, in a diff. */
  update(target: DriftTarget, request: unknown): Promise<void>;
  /** Drafts an artefact of a workflow, in the wizard or at once. */
  draftArtefact(
    folder: vscode.WorkspaceFolder,
    artefact: ArtefactToDraft,
    way: 'wizard' | 'quick',
  ): Promise<void>;
  /** Opens the wizard at the questions of a spec that exists, at the one with that id if any. */
  editAnswers(target: DriftTarget, question: string | null): Promise<void>;
  /** Asks a model what it thinks of a spec. */
  review(document: vscode.Uri | undefined): Promise<void>;
  /** @param diff the one that was clicked, or `undefined` for the active one */
  acceptSection(diff: vscode.Uri | undefined): Promise<void>;
  discardSection(diff: vscode.Uri | undefined): Promise<void>;
  /** Writes a PRD to fill in. */
  newPrd(): Promise<void>;
  /** Leads to a model that answers. */
  connectModel(): Promise<void>;
  setApiKey(): Promise<void>;
  clearApiKey(): Promise<void>;
  /** Goes on with a draft that ended before it was whole. */
  resume(): Promise<void>;
  /** Offers to go on with what was being written when the editor went away. */
  offerDrafts(): Promise<void>;
  /** @param stored what the webview kept with `setState` */
  restore(panel: vscode.WebviewPanel, stored: unknown): Promise<void>;
}

export function createAuthoring(context: vscode.ExtensionContext, parts: AuthoringParts): Authoring {
  const log = vscode.window.createOutputChannel('Tech Spec', { log: true });
  const keys = new ApiKeys(context.secrets, context.globalState);
  const models = new ModelCatalog(keys, context);
  const connect = new ConnectModel(models);
  const { projects } = parts;
  const journals = new DraftJournals(journalFiles(journalFolder(context)));
  const generation = new SpecGeneration(parts.library, journals);
  const onError = (error: unknown): void => {
    log.error(error instanceof Error ? error : String(error));
    void vscode.window.showErrorMessage(
      vscode.l10n.t('Tech Spec could not do that. The output channel "Tech Spec" says more.'),
    );
  };
  const artefactWorkspace: WizardParts['artefactWorkspace'] = async (folder, { feature, id }) => {
    const artefact = await parts.artefact(folder, feature, id);
    return artefact === null ? null : new ArtefactWorkspace(folder, parts, artefact);
  };
  const wizard = new Wizard({
    extension: context.extensionUri,
    templates: parts.templates,
    projects,
    models,
    generation,
    onError,
    artefactWorkspace,
  });
  const quick = new QuickDraft({ templates: parts.templates, projects, models, generation });
  const writing = new ProposalWriting({ ...parts, models });
  const sections = new SectionRegeneration(writing);
  const stale = new StaleRegeneration(writing);
  const { library } = parts;
  const { templates } = parts;
  const drafts = new ResumeDrafts({
    ...{ journals, generation, models, templates, projects, artefactWorkspace, wizard },
  });
  context.subscriptions.push(
    vscode.commands.registerCommand(internalCommands.resume, (id: unknown) =>
      drafts.run(typeof id === 'string' ? id : null),
    ),
    vscode.commands.registerCommand(internalCommands.decide, () => writing.editors.decide().catch(onError)),
    log,
    writing,
    generation,
    wizard,
    vscode.commands.registerCommand(internalCommands.reveal, () => wizard.reveal()),
    vscode.commands.registerCommand(internalCommands.stop, () => generation.current?.stop()),
  );
  return {
    create: async (document) => {
      const source = await sourceOf(document, parts.library);
      if (source !== null) await wizard.open(source.folder, source.path);
    },
    quickCreate: async (document) => {
      const source = await sourceOf(document, parts.library);
      if (source !== null) await quick.run(source.folder, source.path);
    },
    draft: (...asked) => quick.draft(...asked),
    regenerateSection: (document, request, mends) =>
      sections.run(document, readSectionRequest(request), mends).catch(onError),
    regenerateStale: (target, request) => stale.run(target, readSectionRequest(request)).catch(onError),
    update: (target, request) => stale.update(target, readSectionRequest(request)).catch(onError),
    draftArtefact: async (folder, artefact, way) => {
      const workspace = new ArtefactWorkspace(folder, { templates, projects }, artefact);
      if (way === 'quick') await quick.runIn(workspace, artefact.source, artefact.template);
      else
        wizard.openIn(workspace, {
          source: artefact.source,
          template: artefact.template.id,
          artefact: { feature: artefact.feature, id: artefact.id },
        });
    },
    editAnswers: (target, question) => editAnswers(library, wizard, target, question).catch(onError),
    review: (document) => askModelReview(writing, document).catch(onError),
    acceptSection: (diff) => writing.editors.accept(diff),
    discardSection: (diff) => writing.editors.discard(diff),
    newPrd: async () => {
      const folder = await chooseFolder(vscode.window.activeTextEditor?.document.uri ?? null);
      if (folder === null) return tellToOpenFolder();
      const found = await new DraftingWorkspace(folder, parts.templates, projects).findSources(
        null,
        new AbortController().signal,
      );
      const documents = new WorkspaceDocuments(folder.uri, context.extensionUri);
      await documents.createPrd(found.map(({ path }) => path));
    },
    connectModel: () => connect.run().catch(onError),
    setApiKey: async () => {
      if (!(await models.enterApiKey())) return;
      void vscode.window.showInformationMessage(vscode.l10n.t('The API key is stored.'));
    },
    clearApiKey: () => clearApiKeys(keys),
    resume: () => drafts.run(null),
    offerDrafts: () => drafts.offer(),
    restore: (panel, stored) => wizard.restore(panel, readWizardInput(stored)),
  };
}

/** Nothing is said where there are folders and the person picked none. */
function tellToOpenFolder(): void {
  if ((vscode.workspace.workspaceFolders ?? []).length > 0) return;
  tell(
    'warning',
    vscode.l10n.t('Open the folder of your project first: the PRD is written into it.'),
    nextSteps.openFolder(),
  );
}
