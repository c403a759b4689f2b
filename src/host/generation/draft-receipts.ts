import { nextTurn } from '#platform/machine';
import * as vscode from 'vscode';
import { citedFiles } from '../../core/drift/cited-files';
import { receiptInTurns } from '../../core/receipt/receipt-for';
import { receiptPath } from '../../core/spec/receipt-path';
import { serialiseReceipt } from '../../core/receipt/serialise-receipt';
import { withoutFooter } from '../../core/spec/footer-line';
import { parseSpec } from '../../core/spec/parse-spec';
import type { VsCodeFiles } from '../ports/vs-code-files';
import type { ReceiptInput } from './generation-run';

/** Receipts of one draft. To make one takes as long as the draft of an outline, so the last one is kept. */
export class DraftReceipts {
  readonly #files: VsCodeFiles;
  #last: { readonly input: ReceiptInput; readonly receipt: string } | null = null;

  constructor(files: VsCodeFiles) {
    this.#files = files;
  }

  /** Text of the receipt of a draft as it is now. */
  async of(input: ReceiptInput): Promise<string> {
    const last = this.#last;
    // The line below a draft is in no receipt.
    const text = withoutFooter(input.text);
    if (last !== null && withoutFooter(last.input.text) === text && last.input.usage === input.usage)
      return last.receipt;
    const { brief, model, usage } = input;
    const cited = await citedFiles(this.#files, parseSpec(input.text));
    const receipt = serialiseReceipt(
      await receiptInTurns(brief, input.text, { id: model, usage }, cited, nextTurn),
    );
    this.#last = { input, receipt };
    return receipt;
  }

  async write(input: ReceiptInput): Promise<void> {
    const receipt = await this.of(input);
    await vscode.workspace.fs.writeFile(
      this.#files.uri(receiptPath(input.path)),
      new TextEncoder().encode(receipt),
    );
  }
}
