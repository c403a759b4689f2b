import * as vscode from 'vscode';
import type { Brief } from '../../core/brief/brief';
import { draft } from '../../core/draft/draft';
import type { LanguageModel } from '../../core/ports/language-model';
import { receiptFor } from '../../core/receipt/receipt-for';
import { receiptPath } from '../../core/receipt/receipt-path';
import { serialiseReceipt } from '../../core/receipt/serialise-receipt';
import type { VsCodeFiles } from '../ports/vs-code-files';
import type { SpecLibrary } from '../review/spec-library';
import { EditorSink } from './editor-sink';
import type { GenerationPorts, ReceiptInput } from './generation-run';
import { GenerationRun } from './generation-run';
import { countedFindings } from './counted-findings';
import { GenerationStatus } from './generation-status';

/** Drafts specs, one at a time, and shows the one under way in the status bar. */
export class SpecGeneration implements vscode.Disposable {
  readonly #library: SpecLibrary;
  readonly #status = new GenerationStatus();
  #current: GenerationRun | null = null;

  constructor(library: SpecLibrary) {
    this.#library = library;
  }

  /** The draft under way, or `null`. */
  get current(): GenerationRun | null {
    return this.#current;
  }

  /**
   * Prepares a draft; the caller runs it.
   *
   * @param column where the spec's tab opens
   * @returns `null` while another one is under way
   */
  prepare(
    model: LanguageModel,
    brief: Brief,
    files: VsCodeFiles,
    column: vscode.ViewColumn,
  ): GenerationRun | null {
    if (this.#current !== null) return null;
    const run = new GenerationRun(model, brief, this.#ports(files, column));
    this.#current = run;
    const end = run.onDidChange((snapshot) => {
      this.#status.show(snapshot);
      if (snapshot.phase !== 'done' && snapshot.phase !== 'failed' && snapshot.phase !== 'stopped') return;
      end();
      this.#current = null;
    });
    this.#status.show(run.snapshot);
    return run;
  }

  dispose(): void {
    this.#current?.stop();
    this.#status.dispose();
  }

  #ports(files: VsCodeFiles, column: vscode.ViewColumn): GenerationPorts {
    return {
      draft,
      now: () => performance.now(),
      openSink: (path) => EditorSink.open(files.uri(path), column),
      writeReceipt: (input) => writeReceipt(files, input),
      check: async (path) => {
        // A report made before the receipt was there knows too little.
        this.#library.refresh(files.uri(receiptPath(path)));
        const document = await vscode.workspace.openTextDocument(files.uri(path));
        const spec = await this.#library.review(document);
        if (spec === null) throw new Error(vscode.l10n.t('The spec lies outside the workspace.'));
        return { ...countedFindings(spec.report.findings), ...spec.report.coverage };
      },
    };
  }
}

async function writeReceipt(files: VsCodeFiles, input: ReceiptInput): Promise<void> {
  const { path, text, brief, model, usage } = input;
  const receipt = serialiseReceipt(receiptFor(brief, text, { id: model, usage }));
  await vscode.workspace.fs.writeFile(files.uri(receiptPath(path)), new TextEncoder().encode(receipt));
}
