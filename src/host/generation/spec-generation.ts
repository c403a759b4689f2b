import { writers } from '#platform/journal-storage';
import * as vscode from 'vscode';
import type { Brief } from '../../core/brief/brief';
import { planCalls, type CallPlan } from '../../core/draft/calls/call-plan';
import { chooseCalls } from '../../core/draft/calls/choose-calls';
import { endBelow } from '../../core/checks/fixes/put-footer';
import { draft } from '../../core/draft/draft';
import { repairSpec } from '../../core/repair/repair-spec';
import type { LanguageModel } from '../../core/ports/language-model';
import { receiptPath } from '../../core/spec/receipt-path';
import type { Template } from '../../core/template/template';
import type { VsCodeFiles } from '../ports/vs-code-files';
import type { SpecLibrary } from '../review/library/spec-library';
import { replaceText } from '../editor/replace-text';
import { readCallMode, readModelSettings, readRepairRounds } from '../settings/settings';
import { actualsView } from './estimate-view';
import { EditorSink } from './editor-sink';
import { DraftReceipts } from './draft-receipts';
import type { DraftFrom, GenerationPorts } from './generation-run';
import { GenerationRun } from './generation-run';
import { countedFindings } from './counted-findings';
import type { GenerationResult } from './generation-snapshot';
import { GenerationStatus } from './generation-status';
import type { DraftRepair } from './repair-draft';
import type { DraftJournals, UnfinishedDraft } from './journal/draft-journals';
import type { JournalHeader } from './journal/journal-header';
import type { ArtefactName } from '../workspace/drafting-workspace';
import { outlineId } from '../../core/receipt/build-receipt';

/** What a person chose for a draft, as far as its brief does not tell: what is needed to prepare it again. */
export interface DraftOrigin {
  /** Id that the model is connected to by. */
  readonly modelId: string;
  /** Documents that were left out and taken in by hand. */
  readonly excludedDocuments: readonly string[];
  readonly includedDocuments: readonly string[];
  /** The artefact of a workflow that is drafted. */
  readonly artefact?: ArtefactName | null | undefined;
}

export interface DraftPlan {
  readonly model: LanguageModel;
  readonly brief: Brief;
  readonly origin: DraftOrigin;
  readonly files: VsCodeFiles;
  /** Where the spec's tab opens. */
  readonly column: vscode.ViewColumn;
  /** The draft to go on with, if any. */
  readonly unfinished?: UnfinishedDraft;
}

/** Drafts specs, one at a time, and shows the one under way in the status bar. */
export class SpecGeneration implements vscode.Disposable {
  readonly #library: SpecLibrary;
  readonly #journals: DraftJournals;
  readonly #status = new GenerationStatus();
  #current: GenerationRun | null = null;

  constructor(library: SpecLibrary, journals: DraftJournals) {
    this.#library = library;
    this.#journals = journals;
  }

  /** The draft under way, or `null`. */
  get current(): GenerationRun | null {
    return this.#current;
  }

  /**
   * Prepares a draft; the caller runs it.
   *
   * @returns `null` while another one is under way
   */
  prepare(plan: DraftPlan): GenerationRun | null {
    if (this.#current !== null) return null;
    const from = draftFrom(plan);
    const run = new GenerationRun(plan.model, plan.brief, this.#ports(plan, from), from);
    this.#current = run;
    const asksModel = plan.model.id !== outlineId;
    const end = run.onDidChange((snapshot) => {
      this.#status.show(snapshot, asksModel);
      if (snapshot.phase !== 'done' && snapshot.phase !== 'failed' && snapshot.phase !== 'stopped') return;
      end();
      this.#current = null;
    });
    this.#status.show(run.snapshot, asksModel);
    return run;
  }

  /**
   * What a spec comes to as it stands now; `null` where it is none of the workspace.
   *
   * @throws where no file is there
   */
  async resultOf(uri: vscode.Uri): Promise<GenerationResult | null> {
    const spec = await this.#library.review(await vscode.workspace.openTextDocument(uri));
    if (spec === null) return null;
    const { findings, checklist, coverage } = spec.report;
    const failing = checklist.filter(({ state }) => state === 'fail').length;
    return { path: spec.path, ...countedFindings(findings), failing, ...coverage };
  }

  dispose(): void {
    this.#current?.stop();
    this.#status.dispose();
  }

  #ports(
    { model, brief, origin, files, column, unfinished }: DraftPlan,
    { plan = null }: DraftFrom,
  ): GenerationPorts {
    const header = headerOf(brief, { ...origin, modelName: model.label }, files, plan);
    const receipts = new DraftReceipts(files);
    const uri = files.uri(brief.output);
    return {
      draft,
      journal:
        unfinished === undefined ? this.#journals.begin(header) : this.#journals.goOn(unfinished, header),
      now: () => performance.now(),
      openSink: (path, draft) =>
        draft === undefined
          ? EditorSink.open(files.uri(path), column)
          : EditorSink.goOn(files.uri(path), column, draft),
      writeReceipt: (input) => receipts.write(input),
      check: async (path) => {
        // A report made before the receipt was there knows too little.
        this.#library.refresh(files.uri(receiptPath(path)));
        const result = await this.resultOf(files.uri(path));
        if (result === null) throw new Error(vscode.l10n.t('The spec lies outside the workspace.'));
        return result;
      },
      ...(model.id === outlineId
        ? {}
        : {
            actuals: ({ text, usage }) =>
              actualsView({
                ...{ text, usage, template: brief.template, model: model.id },
                ...{ prices: readModelSettings().prices, language: vscode.env.language },
              }),
          }),
      ...(brief.template.footer === undefined
        ? {}
        : {
            conclude: async (draft) => {
              const spec = await this.#library.reviewDraft(uri, draft.text, await receipts.of(draft));
              return spec === null ? null : endBelow(draft.text, spec.report);
            },
          }),
      repair: this.#repair(uri, model, brief.template),
    };
  }

  /** @returns `null` where nothing is to be mended and no line is to be written below the spec */
  #repair(uri: vscode.Uri, model: LanguageModel, { footer }: Template): DraftRepair | null {
    const rounds = model.id === outlineId ? 0 : readRepairRounds(uri);
    if (rounds === 0 && footer === undefined) return null;
    return {
      events: (input) =>
        repairSpec({
          ...input,
          rounds,
          check: async (text) => {
            const spec = await this.#library.reviewText(uri, text);
            if (spec === null) throw new Error(vscode.l10n.t('The spec lies outside the workspace.'));
            return spec.report;
          },
        }),
      replace: (from, to) => replaceText(uri, from, to),
    };
  }
}

/** In which calls a draft is written: those it was begun with, or what settings and template say of a new one. */
function draftFrom({ model, brief, files, unfinished }: DraftPlan): DraftFrom {
  if (unfinished === undefined)
    return { plan: chooseCalls(brief, model, readCallMode(files.uri(brief.output))) };
  const { calls, written } = unfinished;
  if (calls === null) return { written };
  // A template that divides the document otherwise by now can't go on with the calls: one goes on where the text ends.
  const plan = planCalls(brief.template);
  return JSON.stringify(plan) === JSON.stringify(calls.plan) ? { plan, keptCalls: calls.kept } : { written };
}

function headerOf(
  brief: Brief,
  origin: DraftOrigin & { readonly modelName: string },
  files: VsCodeFiles,
  plan: CallPlan | null,
): JournalHeader {
  const { source, template, output, answers, context } = brief;
  return {
    version: 1,
    folder: files.root.toString(),
    source: { path: source.path, kind: source.kind, sha256: source.sha256 },
    template: {
      ...{ id: template.id, sha256: template.sha256 },
      ...(template.translated === undefined ? {} : { language: template.translated.into.id }),
    },
    output,
    // What the workspace answers it is asked again.
    answers: answers.filter((answer) => !(answer.kind === 'text' && answer.by === 'workspace')),
    asked: brief.questions.filter((question) => question.origin === 'model'),
    excludedDocuments: [...origin.excludedDocuments],
    includedDocuments: [...origin.includedDocuments],
    ...(origin.artefact === undefined || origin.artefact === null
      ? {}
      : { artefact: { ...origin.artefact } }),
    stackEdits: (context.stackEdits ?? []).map(({ facet, detected, value }) => ({ facet, detected, value })),
    model: origin.modelId,
    modelName: origin.modelName,
    ...(plan === null || template.calls === undefined
      ? {}
      : {
          plan: {
            calls: template.calls.map((wave) => wave.map((keys) => [...keys])),
            sections: template.sections.map((section) => ({
              ...section,
              guidance: '' as const,
              aliases: [...section.aliases],
            })),
          },
        }),
    begun: new Date().toISOString(),
    process: writers.own,
  };
}
