import * as vscode from 'vscode';
import { usesOfSections } from '../../core/provenance/uses-of-sections';
import { editedWithin } from '../../core/regenerate/edited-sections';
import { findingsWithin } from '../../core/regenerate/findings-within';
import { askedSection, readReceipt, replaceSection } from '../../core/regenerate/replace-section';
import {
  findTargets,
  knownSectionAt,
  sectioned,
  targetOf,
  type SectionedSpec,
  type SectionTarget,
} from '../../core/regenerate/section-target';
import { tell } from '../messages/tell';
import { Proposal } from './proposal';
import type { ProposalWriting } from './proposal-writing';
import { readReceiptText } from './receipt-files';
import type { SectionRequest } from './section-request';
import { outlineId } from '../../core/receipt/build-receipt';

/** Writes sections of specs anew, each into a diff that a person accepts or discards. */
export class SectionRegeneration {
  readonly #writing: ProposalWriting;

  constructor(writing: ProposalWriting) {
    this.#writing = writing;
  }

  /**
   * @param clicked the spec, or `undefined` for the one in the active editor
   * @param mends whether only errors are to be mended, without asking what is wanted
   */
  async run(clicked: vscode.Uri | undefined, request: SectionRequest, mends: boolean): Promise<void> {
    const document = await documentOf(clicked);
    const spec = document === null ? null : await this.#writing.library.review(document);
    if (document === null || spec === null)
      return tell(
        'info',
        vscode.l10n.t('Open a tech spec of this workspace and put the cursor into a section.'),
      );
    if (!this.#writing.isFree(document.uri)) return;

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
    const modelId = await this.#writing.modelId(request.model ?? null);
    // The outline follows the template alone: whatever a person wished would be lost without a word.
    const asks = !mends && modelId !== outlineId;
    const instruction = request.instruction ?? (asks ? await askInstruction(heading) : '');
    if (instruction === undefined) return;

    const prepared = await this.#writing.prepare(spec, modelId);
    if (prepared === null) return;
    const { brief, model } = prepared;
    const asked = askedSection(scope, target);
    const proposal = new Proposal(
      ({ usage, ...input }) =>
        replaceSection({
          ...{ ...input, asked, consent, template: brief.template, model: { id: model.id, usage } },
          uses: (sections) => usesOfSections(brief, sections),
        }),
      (text, receipt) => this.#writing.renewed(spec, text, receipt),
    );
    await this.#writing.editors.open(document, proposal, { heading }, target.section.line);
    const order = { spec: scope.spec, targets: [target], findings, instruction };
    const outcome = await this.#writing.write(proposal, { model, brief, order }, { heading });
    await this.#writing.end(document, proposal, outcome);
  }
}

/** The document that was clicked, else the active one. */
export async function documentOf(clicked: vscode.Uri | undefined): Promise<vscode.TextDocument | null> {
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
export async function agrees(edited: readonly string[]): Promise<boolean> {
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
