import * as vscode from 'vscode';
import type { Brief } from '../../core/brief/brief';
import type { ReadAnswers } from '../../core/clarify/answers-file';
import { readKeptAnswers } from '../../core/clarify/kept-answers';
import type { LanguageModel, ModelOutcome } from '../../core/ports/language-model';
import { briefOfSpec } from '../../core/regenerate/brief-of-spec';
import { writeSections } from '../../core/regenerate/write-sections';
import { footerPlace } from '../../core/checks/fixes/footer';
import { renewFooter } from '../../core/checks/fixes/put-footer';
import { plainMessage } from '../messages/plain-message';
import { nextSteps, tell } from '../messages/tell';
import { outcomeNotice } from '../generation/generation-notice';
import type { ModelCatalog } from '../models/model-catalog';
import { readyModelId } from '../models/ready-model';
import type { VsCodeFiles } from '../ports/vs-code-files';
import type { ProjectIndexes } from '../project/project-indexes';
import type { ReviewedSpec } from '../review/report/reviewed-spec';
import type { SpecLibrary } from '../review/library/spec-library';
import { DraftingWorkspace } from '../workspace/drafting-workspace';
import type { TemplateLibrary } from '../workspace/template-library';
import type { Proposal } from './proposal';
import { ProposalEditors } from './proposal-editors';
import { writingTitle, type ProposalSubject } from './proposal-words';

export interface RegenerationParts {
  readonly library: SpecLibrary;
  readonly templates: TemplateLibrary;
  readonly projects: ProjectIndexes;
  readonly models: ModelCatalog;
}

/** Lets a model write into a diff that a person accepts or discards. */
export class ProposalWriting implements vscode.Disposable {
  readonly editors = new ProposalEditors();
  readonly #parts: RegenerationParts;

  constructor(parts: RegenerationParts) {
    this.#parts = parts;
  }

  get library(): SpecLibrary {
    return this.#parts.library;
  }

  dispose(): void {
    this.editors.dispose();
  }

  /** Whether a section of the document can be written now; says why not. */
  isFree(document: vscode.Uri): boolean {
    if (!vscode.workspace.isTrusted) {
      tell(
        'warning',
        vscode.l10n.t(
          'This workspace is in Restricted Mode, in which specs can be checked but not generated.',
        ),
        nextSteps.manageTrust(),
      );
      return false;
    }
    if (!this.editors.has(document)) return true;
    tell('info', vscode.l10n.t('Another section of this spec waits in a diff. Accept or discard it first.'));
    return false;
  }

  /** Which model writes: the one that was asked for by its id, else one that is ready. Only on a person's action. */
  modelId(asked: string | null): Promise<string> {
    return readyModelId(this.#parts.models, asked);
  }

  /** The brief of a spec and a model that is ready; `null` after saying what is missing. */
  async prepare(
    { report, folder, path }: ReviewedSpec,
    modelId: string | null,
  ): Promise<{ readonly brief: Brief; readonly model: LanguageModel } | null> {
    const workspace = new DraftingWorkspace(folder, this.#parts.templates, this.#parts.projects);
    const beside = await answersOf(workspace.files, path);
    if (beside === null) return null;
    const progress = {
      location: vscode.ProgressLocation.Window,
      title: vscode.l10n.t('Reading the workspace'),
    };
    return vscode.window.withProgress(progress, async () => {
      const model = await this.#parts.models.connect(await this.modelId(modelId));
      if (!('stream' in model)) {
        tell('error', `${model.message} ${model.remedy}`, nextSteps.modelSettings());
        return null;
      }
      const brief = await briefOfSpec({
        report,
        ...{ answers: beside.answers, asked: beside.asked },
        clock: workspace.clock,
        gather: async (source, choice) => {
          const { signal } = new AbortController();
          const window = { modelWindow: model.contextWindow ?? null };
          const context = await workspace.gatherContext(source, { ...choice, ...window }, signal);
          return { ...context, project: await workspace.readProject(context.files, signal) };
        },
      });
      if (typeof brief !== 'string') return { brief, model };
      const text =
        brief === 'template'
          ? vscode.l10n.t('No template fits this spec, so it is not known what belongs into the section.')
          : vscode.l10n.t('The source of this spec was not found. Restore it, or link it in the metadata.');
      tell('warning', text);
      return null;
    });
  }

  /** Brings the line below a spec up to date with sections that were written anew, as the command line does. */
  async renewed(spec: ReviewedSpec, text: string, receipt: string | null): Promise<string> {
    if (footerPlace(spec.report.spec) === null) return text;
    const { library } = this.#parts;
    const reviewed =
      receipt === null
        ? await library.reviewEdited(spec, text)
        : await library.reviewDraft(spec.uri, text, receipt);
    return reviewed === null ? text : renewFooter(reviewed.report);
  }

  /** Streams the answer into the diff; the notification stops it. */
  async write(
    proposal: Proposal,
    input: Omit<Parameters<typeof writeSections>[0], 'signal'>,
    subject: ProposalSubject,
  ): Promise<ModelOutcome> {
    const title = plainMessage(writingTitle(subject));
    const progress = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    return vscode.window.withProgress(progress, async (bar, token) => {
      token.onCancellationRequested(() => proposal.stop());
      for await (const event of writeSections({ ...input, signal: proposal.signal })) {
        if (event.type === 'text') {
          proposal.write(event.text);
          this.editors.refresh();
        } else if (event.type === 'waiting')
          bar.report({
            message: vscode.l10n.t('attempt {0} in {1} s', event.wait.attempt, event.wait.seconds),
          });
        else {
          if (event.outcome.kind === 'complete') proposal.finish(event.usage);
          return event.outcome;
        }
      }
      return { kind: 'empty' };
    });
  }

  /** Offers what is whole; else says why nothing came, and takes the diff away. */
  async end(document: vscode.TextDocument, proposal: Proposal, outcome: ModelOutcome): Promise<void> {
    // Closing the diff stopped it: all was said.
    if (!this.editors.has(document.uri)) return;
    const usable = proposal.replace(document.getText(), null);
    if (proposal.ready && usable.kind !== 'unusable') return await this.editors.offer(document.uri);
    await this.editors.withdraw(document.uri);
    if (outcome.kind === 'length')
      return tell(
        'warning',
        vscode.l10n.t(
          "The section is longer than the model's output limit. Choose a model with a larger one, or a part of it.",
        ),
      );
    const notice = outcomeNotice(outcome.kind === 'complete' ? { kind: 'empty' } : outcome);
    if (notice !== null && outcome.kind !== 'cancelled') tell(notice.severity, notice.text);
    else tell('info', vscode.l10n.t('Stopped. The spec is unchanged.'));
  }
}

/** Answers beside a spec, of which a person may have changed some since; `null` after saying that they can't be read. */
async function answersOf(
  files: VsCodeFiles,
  spec: string,
): Promise<Pick<ReadAnswers, 'answers' | 'asked'> | null> {
  const kept = await readKeptAnswers(files, spec);
  if (kept === null) return { answers: [], asked: [] };
  const [problem] = kept.problems;
  if (problem === undefined) return kept;
  const { path, line, error } = problem;
  const place = line === null ? path : `${path}:${line}`;
  const open = vscode.l10n.t('Open the Answers');
  tell('error', vscode.l10n.t('{0}: these answers cannot be read: {1}', place, error), {
    label: open,
    run: async () => void (await vscode.window.showTextDocument(files.uri(path))),
  });
  return null;
}
