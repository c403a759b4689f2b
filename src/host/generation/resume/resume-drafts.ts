import { writers } from '#platform/journal-storage';
import * as vscode from 'vscode';
import { documentIn, DocumentStream } from '../../../core/draft/document-stream';
import { FileSystemError } from '../../../core/ports/file-system';
import { SourceError } from '../../../core/source/document/source-error';
import { followDraft } from '../../commands/follow-draft';
import { nextSteps, tell, type NextStep } from '../../messages/tell';
import { continuedDocument } from '../../editor/continued-document';
import { documentAt } from '../../editor/document-at';
import type { ModelCatalog } from '../../models/model-catalog';
import type { ProjectIndexes } from '../../project/project-indexes';
import { DraftingWorkspace, type ArtefactName } from '../../workspace/drafting-workspace';
import { numberedPath } from '../../workspace/target-path';
import type { TemplateLibrary } from '../../workspace/template-library';
import type { Wizard } from '../../wizard/wizard';
import { sourceNotice } from '../../wizard/data/wizard-notices';
import type { DraftJournals, UnfinishedDraft } from '../journal/draft-journals';
import type { SpecGeneration } from '../spec-generation';
import { pickDraft } from './pick-draft';
import { prepareAgain, type PreparedAgain } from './prepare-again';

export interface ResumeParts {
  readonly journals: DraftJournals;
  readonly generation: SpecGeneration;
  readonly models: ModelCatalog;
  readonly templates: TemplateLibrary;
  readonly projects: ProjectIndexes;
  /** The folder as an artefact of a workflow is drafted in it; `null` where there is no such artefact any more. */
  artefactWorkspace(
    folder: vscode.WorkspaceFolder,
    artefact: ArtefactName,
  ): Promise<DraftingWorkspace | null>;
  /** Where drafts are begun, and shown where it is open. */
  readonly wizard: Pick<Wizard, 'goOn' | 'specColumn'>;
}

/** Why a draft can't go on; the message is for the person. */
class ResumeError extends Error {
  readonly steps: readonly NextStep[];

  constructor(message: string, ...steps: readonly NextStep[]) {
    super(message);
    this.steps = steps;
  }
}

/** Goes on with drafts that ended before they were whole: by Stop, by an error, or with the editor. */
export class ResumeDrafts {
  readonly #parts: ResumeParts;

  constructor(parts: ResumeParts) {
    this.#parts = parts;
  }

  /** @param id journal of the draft, or `null` to let the person pick one */
  async run(id: string | null): Promise<void> {
    const drafts = await this.#unfinished();
    if (drafts.length === 0) return tell('info', vscode.l10n.t('There is no draft to go on with.'));
    const named = drafts.find((draft) => draft.id === id);
    const choice = named === undefined ? await pickDraft(drafts) : { kind: 'resume' as const, draft: named };
    switch (choice?.kind) {
      case 'resume':
        return this.#resume(choice.draft);
      case 'open':
        return openText(choice.draft);
      case 'discard':
        return this.#parts.journals.remove(choice.draft.id);
      case undefined:
        return;
    }
  }

  /** Offers what was being written when the editor went away; what was stopped or saved asks for nothing. */
  async offer(): Promise<void> {
    // The window that was reloaded a moment ago may still seem to write.
    await new Promise((done) => setTimeout(done, writers.knownAfterMs));
    const left = (await this.#unfinished()).filter(({ ending }) => ending?.saved !== true);
    const [newest] = left;
    if (newest !== undefined) this.#tell(newest, left.length);
    await this.#parts.journals.tidy();
  }

  #tell(draft: UnfinishedDraft, count: number): void {
    const text =
      count === 1
        ? vscode.l10n.t('The draft of {0} is not complete. What came of it is kept.', draft.header.output)
        : vscode.l10n.t(
            'The draft of {0} is not complete, and {1} more. What came of them is kept.',
            draft.header.output,
            count - 1,
          );
    const resume = { label: vscode.l10n.t('Resume'), run: () => this.run(count === 1 ? draft.id : null) };
    const discard = {
      label: vscode.l10n.t('Discard'),
      run: () => this.#parts.journals.remove(draft.id),
    };
    tell('warning', text, resume, ...(count === 1 ? [openStep(draft), discard] : []));
  }

  async #unfinished(): Promise<readonly UnfinishedDraft[]> {
    const current = this.#parts.generation.current?.journal;
    return (await this.#parts.journals.list()).filter(({ id }) => id !== current);
  }

  async #resume(draft: UnfinishedDraft): Promise<void> {
    try {
      await this.#start(draft);
    } catch (error) {
      if (!(error instanceof ResumeError)) throw error;
      tell('error', error.message, ...error.steps, openStep(draft));
    }
  }

  async #start(draft: UnfinishedDraft): Promise<void> {
    const { generation, models, templates, projects, wizard } = this.#parts;
    const { header } = draft;
    const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.toString() === header.folder);
    if (folder === undefined)
      throw new ResumeError(
        vscode.l10n.t('The folder of {0} is not open in this window. Open it first.', header.output),
      );
    if (!vscode.workspace.isTrusted)
      throw new ResumeError(
        vscode.l10n.t(
          'This workspace is in Restricted Mode, in which specs can be checked but not generated.',
        ),
        nextSteps.manageTrust(),
      );
    const model = await models.connect(header.model);
    if (!('stream' in model))
      throw new ResumeError(`${model.message} ${model.remedy}`, nextSteps.modelSettings());
    const { artefact = null } = header;
    const workspace =
      (artefact === null ? null : await this.#parts.artefactWorkspace(folder, artefact)) ??
      new DraftingWorkspace(folder, templates, projects);
    const output = await target(workspace, draft);
    const prepared = await reading(async (signal) =>
      prepareAgain(workspace, header, output, model.contextWindow ?? null, signal),
    ).catch((error: unknown) => {
      if (!SourceError.is(error) && !FileSystemError.is(error)) throw error;
      throw new ResumeError(sourceNotice(error, header.source.path).text);
    });
    if (prepared === null)
      throw new ResumeError(vscode.l10n.t('The template {0} is not there any more.', header.template.id));
    if (prepared.changed.length > 0 && !(await isWanted(draft, prepared))) return;
    const run = generation.prepare({
      model,
      brief: prepared.brief,
      origin: { modelId: header.model, ...header },
      files: workspace.files,
      column: wizard.specColumn(),
      unfinished: draft,
    });
    if (run === null)
      throw new ResumeError(vscode.l10n.t('Another spec is being written. Stop it or wait for it.'));
    const { answers, asked } = header;
    const resumed = {
      run,
      source: header.source.path,
      template: header.template.id,
      output,
      answers,
      asked,
      artefact,
    };
    // What the wizard shows need not be said again.
    if (wizard.goOn(header.folder, resumed)) await run.run();
    else await followDraft(run, [nextSteps.modelSettings()]);
  }
}

/** Where the draft goes on: where it was, or beside it where the document there has become another one. */
async function target(
  workspace: DraftingWorkspace,
  { header, written, calls }: UnfinishedDraft,
): Promise<string> {
  const { output } = header;
  const document = await documentAt(workspace.files.uri(output));
  const held = calls === null ? new DocumentStream().push(written) : written;
  if (document === null || continuedDocument(document.getText(), held) !== null) return output;
  for (let number = 2; ; number++) {
    const free = numberedPath(output, number);
    if ((await workspace.outputProblem(free)) !== null) continue;
    tell(
      'info',
      vscode.l10n.t('{0} was changed where the draft ended. The draft goes on in {1}.', output, free),
    );
    return free;
  }
}

async function reading<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const progress = {
    location: vscode.ProgressLocation.Window,
    title: vscode.l10n.t('Reading the workspace'),
  };
  return vscode.window.withProgress(progress, () => work(new AbortController().signal));
}

/** Asks whether a draft goes on although what it was made from has changed. */
async function isWanted(draft: UnfinishedDraft, { changed }: PreparedAgain): Promise<boolean> {
  const { source, template } = draft.header;
  const text = changed.includes('source')
    ? changed.includes('template')
      ? vscode.l10n.t('{0} and the template have changed since the draft began.', source.path)
      : vscode.l10n.t('{0} has changed since the draft began.', source.path)
    : vscode.l10n.t('The template {0} has changed since the draft began.', template.id);
  const resume = vscode.l10n.t('Resume');
  const open = vscode.l10n.t('Open What Came');
  const detail = vscode.l10n.t(
    'The part that is written stays as it is; the rest is written from the documents as they are now.',
  );
  const chosen = await vscode.window.showWarningMessage(text, { modal: true, detail }, resume, open);
  if (chosen === open) await openText(draft);
  return chosen === resume;
}

function openStep(draft: UnfinishedDraft): NextStep {
  return { label: vscode.l10n.t('Open What Came'), run: () => openText(draft) };
}

async function openText({ written, calls }: UnfinishedDraft): Promise<void> {
  const content = calls === null ? documentIn(written) : calls.all;
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document, { preview: false });
}
