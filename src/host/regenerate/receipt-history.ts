import * as vscode from 'vscode';
import { readReceiptText, writeReceiptText } from './receipt-files';

/** A text of a spec and the receipt that belongs to it. */
export interface RecordedText {
  readonly text: string;
  readonly receipt: string;
}

/** An undo further back than so many replacements finds the receipt of the oldest. */
const mostStates = 20;

/**
 * Keeps receipts true to texts that the editor takes back: where an undo, a redo or a tab that was closed without saving gives a
 * spec a text that it had around a replacement, the receipt of that text is put back too. Otherwise the receipt would say that
 * a section is as new as it was for a moment, and what had drifted would be forgotten.
 */
export class ReceiptHistory implements vscode.Disposable {
  readonly #states = new Map<string, RecordedText[]>();
  readonly #subscriptions: readonly vscode.Disposable[];
  #work: Promise<void> = Promise.resolve();

  constructor() {
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#follow(document.uri, document.getText());
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.#states.has(uri.toString())) this.#later(() => this.#followDisk(uri));
      }),
    ];
  }

  /** To be told of each replacement, once the document has the new text and its receipt is written. */
  note(document: vscode.Uri, before: RecordedText, after: RecordedText): void {
    const key = document.toString();
    const others = (this.#states.get(key) ?? []).filter(
      ({ text }) => text !== before.text && text !== after.text,
    );
    this.#states.set(key, [...others, before, after].slice(-mostStates));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #follow(uri: vscode.Uri, text: string): void {
    const states = this.#states.get(uri.toString());
    const state = states?.find((one) => one.text.length === text.length && one.text === text);
    if (states !== undefined && state !== undefined) this.#later(() => putBack(uri, state, states));
  }

  /** What was not saved is lost, and the text is again that of the file. */
  async #followDisk(uri: vscode.Uri): Promise<void> {
    const bytes = await vscode.workspace.fs.readFile(uri).then(
      (read) => read,
      () => null,
    );
    if (bytes !== null) this.#follow(uri, new TextDecoder().decode(bytes));
  }

  /** One after the other: an undo and its redo must not overtake each other. */
  #later(work: () => Promise<void>): void {
    this.#work = this.#work.then(work, work);
  }
}

/** Only over a receipt that is one of these: what else stands there, somebody else wrote. */
async function putBack(
  uri: vscode.Uri,
  { receipt }: RecordedText,
  states: readonly RecordedText[],
): Promise<void> {
  const now = await readReceiptText(uri);
  if (now === null || now === receipt || states.every((state) => state.receipt !== now)) return;
  await writeReceiptText(uri, receipt);
}
