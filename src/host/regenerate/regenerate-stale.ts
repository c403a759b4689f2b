import * as vscode from 'vscode';
import { advanceReceipt } from '../../core/drift/advance-receipt';
import { usesOfSections } from '../../core/provenance/uses-of-sections';
import { replaceSections } from '../../core/regenerate/replace-sections';
import { readReceipt } from '../../core/regenerate/replace-section';
import { sectioned, type SectionedSpec } from '../../core/regenerate/section-target';
import { staleInstruction, staleParts, type StaleParts } from '../../core/regenerate/stale-parts';
import { updateOrder, updateWriting } from '../../core/update/update-order';
import type { Brief } from '../../core/brief/brief';
import type { LanguageModel } from '../../core/ports/language-model';
import type { ReviewedSpec } from '../review/report/reviewed-spec';
import { tell } from '../messages/tell';
import { specOf } from '../drift/chosen-spec';
import type { DriftTarget } from '../drift/drift-target';
import { Proposal } from './proposal';
import type { ProposalWriting } from './proposal-writing';
import { agrees } from './regenerate-section';
import { readReceiptText } from './receipt-files';
import type { SectionRequest } from './section-request';

interface PartsToWrite extends StaleParts {
  readonly scope: SectionedSpec;
  readonly brief: Brief;
  readonly model: LanguageModel;
  /** How they are put in, and how the receipt tells of it; by default whole, and all that drifted is worked in. */
  readonly writing?: Pick<Parameters<typeof replaceSections>[0], 'merge' | 'uses' | 'advance'>;
}

/** Writes exactly the stale sections of a spec anew, in one diff that a person accepts or discards. */
export class StaleRegeneration {
  readonly #writing: ProposalWriting;

  constructor(writing: ProposalWriting) {
    this.#writing = writing;
  }

  /** @param target with ids of drifts, only the sections that these touch */
  async run(target: DriftTarget, request: SectionRequest): Promise<void> {
    const spec = await specOf(this.#writing.library, target.spec);
    if (spec === null) return;
    if (!this.#writing.isFree(spec.uri)) return;
    const receipt = readReceipt(await readReceiptText(spec.uri));
    const scope = sectioned(spec.report.spec, spec.report.template, receipt);
    const chosen = spec.report.drift.filter(({ id }) => target.drifts === null || target.drifts.includes(id));
    const stale = staleParts(scope, receipt, chosen);
    if (stale.parts.length === 0)
      return tell('info', vscode.l10n.t('No section of this spec is older than what it was written from.'));
    const prepared = await this.#writing.prepare(spec, request.model ?? null);
    if (prepared !== null) await this.#write(spec, request, { ...stale, ...prepared, scope });
  }

  /** Works in what the source of a spec adds, changes and removes, and leaves all else as it is. */
  async update(target: DriftTarget, request: SectionRequest): Promise<void> {
    const spec = await specOf(this.#writing.library, target.spec);
    if (spec === null) return;
    if (!this.#writing.isFree(spec.uri)) return;
    const receipt = readReceipt(await readReceiptText(spec.uri));
    const isOlder = spec.drifts.some(({ kind }) => kind === 'requirement');
    const waiting = spec.drifts.filter(({ kind }) => kind === 'correction');
    if (waiting.length > 0)
      tell('warning', waiting.map(({ label, touches }) => `${label}. ${touches ?? ''}`).join(' '), {
        label: vscode.l10n.t('Create Tech Spec'),
        run: () => vscode.commands.executeCommand('techSpec.create', sourceOf(spec)),
      });
    if (!isOlder && waiting.length > 0) return;
    if (receipt === null || !isOlder)
      return tell('info', vscode.l10n.t('No requirement has changed since this spec was written.'));
    const scope = sectioned(spec.report.spec, spec.report.template, receipt);
    const prepared = await this.#writing.prepare(spec, request.model ?? null);
    if (prepared === null) return;
    const order = updateOrder(scope, receipt, spec.report.drift, prepared.brief);
    await this.#write(spec, request, {
      ...{ ...prepared, ...order, scope },
      writing: updateWriting(order, receipt),
    });
  }

  async #write(
    spec: ReviewedSpec,
    request: SectionRequest,
    { parts, edited, drifts, scope, brief, model, writing }: PartsToWrite,
  ): Promise<void> {
    const headings = edited.map((part) => part.target.section.heading);
    const consent = request.consent === true || (await agrees(headings));
    // Without consent what was edited by hand stays as it is, and the rest is written.
    const asked = consent ? parts : parts.filter((part) => !edited.includes(part));
    if (asked.length === 0) return;
    const proposal = new Proposal(
      ({ usage, ...input }) =>
        replaceSections({
          ...{ ...input, asked, template: brief.template, model: { id: model.id, usage } },
          // Where nothing of a person's is lost nobody was asked.
          consent: new Set(asked.map(({ key }) => key)),
          uses: (sections) => usesOfSections(brief, sections),
          advance: (recorded, written) => advanceReceipt(recorded, spec.report.drift, brief, written),
          ...writing,
        }),
      (text, receipt) => this.#writing.renewed(spec, text, receipt),
    );
    const [only, ...more] = asked;
    const subject =
      only !== undefined && more.length === 0
        ? { heading: only.target.section.heading }
        : { sections: asked.length };
    const document = await vscode.workspace.openTextDocument(spec.uri);
    await this.#writing.editors.open(document, proposal, subject, only?.target.section.line ?? 1);
    const order = {
      spec: scope.spec,
      targets: asked.map((part) => part.target),
      findings: [],
      instruction: [staleInstruction(drifts), request.instruction ?? '']
        .filter((text) => text !== '')
        .join('\n\n'),
    };
    const outcome = await this.#writing.write(proposal, { model, brief, order }, subject);
    await this.#writing.end(document, proposal, outcome);
  }
}

function sourceOf({ folder, report }: ReviewedSpec): vscode.Uri | undefined {
  return report.source === null ? undefined : vscode.Uri.joinPath(folder.uri, report.source);
}
