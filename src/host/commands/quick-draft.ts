import * as vscode from 'vscode';
import { prepareBrief } from '../../core/brief/prepare-brief';
import { decided } from '../../core/clarify/clarify';
import type { LanguageModel, ModelFailure } from '../../core/ports/language-model';
import { correctionsPath } from '../../core/source/corrections/corrections-file';
import type { Source } from '../../core/source/source';
import type { Template } from '../../core/template/template';
import { generationNotice } from '../generation/generation-notice';
import type { GenerationRun } from '../generation/generation-run';
import type { SpecGeneration } from '../generation/spec-generation';
import type { ModelCatalog } from '../models/model-catalog';
import { readyModelId } from '../models/ready-model';
import { offerTemplates } from '../../core/template/offer-templates';
import { sourceNotice } from '../wizard/data/wizard-notices';
import { wantsFurtherSpec } from './existing-spec';
import { followDraft } from './follow-draft';
import { readSourceAsKnown, type QuickSource } from './quick-source';
import type { NextStep } from '../messages/tell';
import { nextSteps, tell } from '../messages/tell';
import { DraftingWorkspace } from '../workspace/drafting-workspace';
import type { ProjectIndexes } from '../project/project-indexes';
import type { TemplateLibrary } from '../workspace/template-library';
import { onAbort } from '../ports/on-abort';
import { inChosenLanguage } from '../../core/template/choose-language';
import { inLanguage } from '../../core/template/localize-template';
import { outlineId } from '../../core/receipt/build-receipt';

export interface QuickDraftParts {
  readonly templates: TemplateLibrary;
  readonly projects: ProjectIndexes;
  readonly models: ModelCatalog;
  readonly generation: SpecGeneration;
}

/** A failure whose message is for the person. */
class QuickDraftError extends Error {
  readonly steps: readonly NextStep[];

  constructor(message: string, ...steps: readonly NextStep[]) {
    super(message);
    this.steps = steps;
  }
}

/**
 * The way without the wizard: at most two picks, the source where none is open and the template. All questions are
 * deferred to the spec's open questions; the model is the one used last where it is ready, else the outline.
 */
export class QuickDraft {
  readonly #parts: QuickDraftParts;

  constructor(parts: QuickDraftParts) {
    this.#parts = parts;
  }

  /** @param path the source, or `null` to pick one */
  async run(folder: vscode.WorkspaceFolder | null, path: string | null): Promise<void> {
    await this.#reporting(() => this.#run(folder, path));
  }

  /**
   * Drafts with a template in a workspace that knows where the spec goes.
   *
   * @param path the source
   */
  async runIn(workspace: DraftingWorkspace, path: string, template: Template): Promise<void> {
    await this.#reporting(async () =>
      this.#draft(workspace, await readSource(workspace, path), template, null),
    );
  }

  async #reporting(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof QuickDraftError)) throw error;
      tell('error', error.message, ...error.steps);
    }
  }

  async #run(folder: vscode.WorkspaceFolder | null, path: string | null): Promise<void> {
    if (folder === null) {
      throw new QuickDraftError(
        vscode.l10n.t('Open the folder of your project first: the spec is written into it.'),
        nextSteps.openFolder(),
      );
    }
    if (!vscode.workspace.isTrusted) {
      throw new QuickDraftError(restricted(), nextSteps.manageTrust());
    }
    const workspace = new DraftingWorkspace(folder, this.#parts.templates, this.#parts.projects);
    const chosen = path ?? (await pickSource(workspace));
    if (chosen === null) return;
    const known = await readSource(workspace, chosen);
    if (!(await wantsFurtherSpec(workspace, known.specs))) return;
    const template = await pickTemplate(workspace, known.source, await this.#writer());
    if (template === null) return;
    await this.#draft(workspace, known, template, null);
  }

  /** Name of the model that will write, so that nothing goes to a service that nobody thought of; `null` where it is not ready. */
  async #writer(): Promise<string | null> {
    const model = await this.#parts.models.connect(await readyModelId(this.#parts.models, null));
    return 'stream' in model ? model.label : null;
  }

  /**
   * Drafts without a question to anyone; the editor shows the document as it comes.
   *
   * @param templateId `null` for the first that is offered for the source
   * @returns where the spec stands in the folder
   * @throws Error whose message says why nothing was written
   */
  async draft(
    folder: vscode.WorkspaceFolder,
    path: string,
    templateId: string | null,
    signal: AbortSignal,
  ): Promise<string> {
    if (!vscode.workspace.isTrusted) throw new QuickDraftError(restricted());
    const workspace = new DraftingWorkspace(folder, this.#parts.templates, this.#parts.projects);
    const known = await readSource(workspace, path);
    const offered = await offeredTemplates(workspace, known.source);
    const template = templateId === null ? offered[0] : offered.find(({ id }) => id === templateId);
    if (template === undefined)
      throw new QuickDraftError(
        vscode.l10n.t(
          'There is no template {0}. Choose one of {1}.',
          templateId ?? '',
          offered.map(({ id }) => id).join(', '),
        ),
      );
    const run = await this.#prepare(workspace, known, template, null);
    // It may have been called off while the workspace was read.
    const unheard = onAbort(signal, () => run.stop());
    try {
      const snapshot = await run.run();
      const notice = generationNotice(snapshot);
      if (snapshot.path === null || snapshot.result === null)
        throw new QuickDraftError(notice?.text ?? vscode.l10n.t('Nothing was written.'));
      return snapshot.path;
    } finally {
      unheard();
    }
  }

  /** @param modelId the model to use, or `null` for the one used last */
  async #draft(
    workspace: DraftingWorkspace,
    known: QuickSource,
    template: Template,
    modelId: string | null,
  ): Promise<void> {
    const run = await this.#prepare(workspace, known, template, modelId);
    const draftWith = (label: string, id: string | null): NextStep => ({
      label,
      run: () => this.#reporting(() => this.#draft(workspace, known, template, id)),
    });
    await followDraft(run, [
      draftWith(vscode.l10n.t('Try Again'), modelId),
      draftWith(vscode.l10n.t('Use the Outline'), outlineId),
      nextSteps.modelSettings(),
    ]);
  }

  async #prepare(
    workspace: DraftingWorkspace,
    known: QuickSource,
    original: Template,
    modelId: string | null,
  ): Promise<GenerationRun> {
    const { source, corrections } = known;
    const template = inChosenLanguage(original, source, workspace.preferredLanguage());
    const progress = {
      location: vscode.ProgressLocation.Window,
      title: vscode.l10n.t('Reading the workspace'),
    };
    const { context, model, id } = await vscode.window.withProgress(progress, async () => {
      const id = await readyModelId(this.#parts.models, modelId);
      const chosen = connected(await this.#parts.models.connect(id));
      const choice = { excludedPaths: [], includedPaths: [], modelWindow: chosen.contextWindow ?? null };
      const { signal } = new AbortController();
      const read = await workspace.gatherContext(source, choice, signal);
      const project = await workspace.readProject(read.files, signal);
      return { context: { ...read, project }, model: chosen, id };
    });
    const output = await workspace.suggestOutput(template, source);
    const problem = (await workspace.outputProblem(output)) ?? (await workspace.prepareOutput(output));
    if (problem !== null) throw new QuickDraftError(problem);
    // The spec is checked against the source as corrected.
    if (corrections !== null) await workspace.keepCorrections(correctionsPath(output), corrections);
    const brief = prepareBrief({
      source,
      context,
      template,
      ...decided(workspace.clarify({ source, context, template }), []),
      clock: workspace.clock,
      output,
    });
    const run = this.#parts.generation.prepare({
      model,
      brief,
      origin: {
        ...{ modelId: id, excludedDocuments: [], includedDocuments: [] },
        artefact: workspace.artefact,
      },
      files: workspace.files,
      column: vscode.ViewColumn.Active,
    });
    if (run === null)
      throw new QuickDraftError(vscode.l10n.t('Another spec is being written. Stop it or wait for it.'));
    return run;
  }
}

function restricted(): string {
  return vscode.l10n.t(
    'This workspace is in Restricted Mode, in which specs can be checked but not generated.',
  );
}

async function offeredTemplates(workspace: DraftingWorkspace, source: Source): Promise<readonly Template[]> {
  const { templates } = await workspace.discoverTemplates();
  return offerTemplates(templates, source.kind, workspace.preferredTemplate());
}

function connected(model: LanguageModel | ModelFailure): LanguageModel {
  if ('stream' in model) return model;
  throw new QuickDraftError(`${model.message} ${model.remedy}`, nextSteps.modelSettings());
}

async function pickSource(workspace: DraftingWorkspace): Promise<string | null> {
  const items = workspace.findSources(null, new AbortController().signal).then((candidates) =>
    candidates.map(({ path, title, reason }) => ({
      label: title,
      description: path,
      detail: reason,
      path,
    })),
  );
  if ((await items).length === 0) {
    throw new QuickDraftError(
      vscode.l10n.t('No PRD was found in this workspace. Open one and run the command again.'),
    );
  }
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Create Tech Spec: Source'),
    placeHolder: vscode.l10n.t('PRD, initiative or conversation'),
    matchOnDescription: true,
  });
  return picked?.path ?? null;
}

async function readSource(workspace: DraftingWorkspace, path: string): Promise<QuickSource> {
  try {
    return await readSourceAsKnown(workspace, path);
  } catch (error) {
    throw new QuickDraftError(sourceNotice(error, path).text);
  }
}

/** @param writer name of the model that writes the spec as soon as a template is picked */
async function pickTemplate(
  workspace: DraftingWorkspace,
  source: Source,
  writer: string | null,
): Promise<Template | null> {
  const offered = await offeredTemplates(workspace, source);
  const picked = await vscode.window.showQuickPick(
    offered.map((template) => {
      const { name, summary } = inLanguage(template, vscode.env.language);
      return {
        label: name,
        // Of a plain document the summary is its path.
        description:
          template.origin.kind === 'workspace' && template.origin.path !== summary
            ? template.origin.path
            : '',
        detail: summary,
        template,
      };
    }),
    {
      title: vscode.l10n.t('Create Tech Spec: Template'),
      placeHolder:
        writer === null ? source.title : vscode.l10n.t('{0}, to be written by {1}', source.title, writer),
      matchOnDetail: true,
    },
  );
  return picked?.template ?? null;
}
