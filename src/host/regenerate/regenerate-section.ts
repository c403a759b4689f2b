import * as vscode from 'vscode';
import { answersPath, parseAnswers, type ReadAnswers } from '../../core/clarify/answers-file';
import { usesOfSections } from '../../core/provenance/uses-of-sections';
import { readBeside } from '../workspace/answers-beside';
import type { VsCodeFiles } from '../ports/vs-code-files';
import type { Brief } from '../../core/brief/brief';
import type { LanguageModel, ModelOutcome } from '../../core/ports/language-model';
import { briefOfSpec } from '../../core/regenerate/brief-of-spec';
import { editedWithin } from '../../core/regenerate/edited-sections';
import { findingsWithin } from '../../core/regenerate/findings-within';
import { askedSection, readReceipt } from '../../core/regenerate/replace-section';
import {
  findTargets,
  knownSectionAt,
  sectioned,
  targetOf,
  type SectionedSpec,
  type SectionTarget,
} from '../../core/regenerate/section-target';
import { writeSections } from '../../core/regenerate/write-sections';
import { nextSteps, tell } from '../commands/tell';
import { outcomeNotice } from '../generation/generation-notice';
import type { ModelCatalog } from '../models/model-catalog';
import { readyModelId } from '../models/ready-model';
import type { ProjectIndexes } from '../project/project-indexes';
import type { ReviewedSpec } from '../review/reviewed-spec';
import type { SpecLibrary } from '../review/spec-library';
import { DraftingWorkspace } from '../workspace/drafting-workspace';
import type { TemplateLibrary } from '../workspace/template-library';
import { Proposal } from './proposal';
import { ProposalEditors } from './proposal-editors';
import { readReceiptText } from './receipt-files';
import type { SectionRequest } from './section-request';

export interface RegenerationParts {
  readonly library: SpecLibrary;
  readonly templates: TemplateLibrary;
  readonly projects: ProjectIndexes;
  readonly models: ModelCatalog;
}

/** Writes sections of specs anew, each into a diff that a person accepts or discards. */
export class SectionRegeneration implements vscode.Disposable {
  readonly editors = new ProposalEditors();
  readonly #parts: RegenerationParts;

  constructor(parts: RegenerationParts) {
    this.#parts = parts;
  }

  dispose(): void {
    this.editors.dispose();
  }

  /**
   * @param clicked the spec, or `undefined` for the one in the active editor
   * @param mends whether only errors are to be mended, without asking what is wanted
   */
  async run(clicked: vscode.Uri | undefined, request: SectionRequest, mends: boolean): Promise<void> {
    const document = await documentOf(clicked);
    const spec = document === null ? null : await this.#parts.library.review(document);
    if (document === null || spec === null)
      return tell(
        'info',
        vscode.l10n.t('Open a tech spec of this workspace and put the cursor into a section.'),
      );
    if (!vscode.workspace.isTrusted)
      return tell(
        'warning',
        vscode.l10n.t(
          'This workspace is in Restricted Mode, in which specs can be checked but not generated.',
        ),
        nextSteps.manageTrust(),
      );
    if (this.editors.has(document.uri))
      return tell(
        'info',
        vscode.l10n.t('Another section of this spec waits in a diff. Accept or discard it first.'),
      );

    // The report may be older than the receipt.
    const receipt = readReceipt(await readReceiptText(document.uri));
    const scope = sectioned(spec.report.spec, spec.report.template, receipt);
    const target = await chooseTarget(scope, document, request);
    if (target === null) return;
    const { heading } = target.section;
    const found = findingsWithin(spec.report.findings, target);
    const findings = mends ? found.filter(({ severity }) => severity === 'error') : found;
    if (mends && findings.length === 0)
      return tell('info', vscode.l10n.t('"{0}" has no errors to repair.', heading));
    const consent = request.consent === true || (await agrees(editedWithin(scope, receipt, target)));
    if (!consent) return;
    const instruction = mends ? '' : (request.instruction ?? (await askInstruction(heading)));
    if (instruction === undefined) return;

    const prepared = await this.#prepare(spec, request.model ?? null);
    if (prepared === null) return;
    const { brief, model } = prepared;
    const asked = askedSection(scope, target);
    const proposal = new Proposal({
      ...{ asked, template: brief.template, model: model.id, consent },
      uses: (sections) => usesOfSections(brief, sections),
    });
    await this.editors.open(document, proposal, heading);
    const order = { spec: scope.spec, targets: [target], findings, instruction };
    const outcome = await this.#write(proposal, { model, brief, order }, heading);
    await this.#end(document, proposal, outcome);
  }

  async #prepare(
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
      const model = await this.#parts.models.connect(await readyModelId(this.#parts.models, modelId));
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

  /** Streams the answer into the diff; the notification stops it. */
  async #write(
    proposal: Proposal,
    input: Omit<Parameters<typeof writeSections>[0], 'signal'>,
    heading: string,
  ): Promise<ModelOutcome> {
    const title = vscode.l10n.t('Writing "{0}" anew', heading);
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

  async #end(document: vscode.TextDocument, proposal: Proposal, outcome: ModelOutcome): Promise<void> {
    // Closing the diff stopped it: all was said.
    if (!this.editors.has(document.uri)) return;
    const usable = proposal.replace(document.getText(), null);
    if (proposal.ready && usable.kind !== 'unusable') return this.editors.offer(document.uri);
    await this.editors.discard(undefined);
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
  const path = answersPath(spec);
  const text = await readBeside(files, path).catch(() => null);
  if (text === null) return { answers: [], asked: [] };
  const parsed = parseAnswers(text);
  if ('file' in parsed) return parsed.file;
  const place = parsed.line === null ? path : `${path}:${parsed.line}`;
  const open = vscode.l10n.t('Open the Answers');
  tell('error', vscode.l10n.t('{0}: these answers can not be read: {1}', place, parsed.error), {
    label: open,
    run: async () => void (await vscode.window.showTextDocument(files.uri(path))),
  });
  return null;
}

async function documentOf(clicked: vscode.Uri | undefined): Promise<vscode.TextDocument | null> {
  const active = vscode.window.activeTextEditor?.document;
  if (clicked === undefined || clicked.toString() === active?.uri.toString()) return active ?? null;
  return vscode.workspace.openTextDocument(clicked);
}

async function chooseTarget(
  scope: SectionedSpec,
  document: vscode.TextDocument,
  { line, section }: SectionRequest,
): Promise<SectionTarget | null> {
  if (section !== undefined) return findTargets(scope, { by: 'heading', heading: section })[0] ?? null;
  const editor = vscode.window.activeTextEditor;
  const cursor = editor?.document === document ? editor.selection.active.line + 1 : null;
  const at = line ?? cursor;
  if (at !== null) {
    const known = knownSectionAt(scope, at);
    if (known !== null) return targetOf(scope, known);
    const [around] = findTargets(scope, { by: 'line', line: at });
    if (around !== undefined) return around;
  }
  const picked = await vscode.window.showQuickPick(
    scope.spec.sections.map((one) => ({ label: one.heading, description: `${'#'.repeat(one.level)}`, one })),
    { title: vscode.l10n.t('Section to Write Anew') },
  );
  return picked === undefined ? null : targetOf(scope, picked.one);
}

/** Whether what a person wrote may be replaced; asked only where there is something. */
async function agrees(edited: readonly string[]): Promise<boolean> {
  if (edited.length === 0) return true;
  const replace = vscode.l10n.t('Replace It');
  const detail = vscode.l10n.t(
    'It is not as it was generated, or nothing is known about how it was written: {0}. What was written by hand there would be lost.',
    edited.join(', '),
  );
  const message = vscode.l10n.t('This section was edited by hand. Replace it?');
  return (await vscode.window.showWarningMessage(message, { modal: true, detail }, replace)) === replace;
}

async function askInstruction(heading: string): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Write "{0}" Anew', heading),
    prompt: vscode.l10n.t(
      'What should be different? Leave it empty to write the section anew as it is asked for.',
    ),
    ignoreFocusOut: true,
  });
}
