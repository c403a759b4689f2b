import * as vscode from 'vscode';
import { receiptPath } from '../../core/spec/receipt-path';
import { tell } from '../messages/tell';

/** Text of the receipt beside a spec as it lies on disk now, or `null`. */
export async function readReceiptText(document: vscode.Uri): Promise<string | null> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return vscode.workspace.fs.readFile(receiptUri(document)).then(
    (bytes) => decoder.decode(bytes),
    () => null,
  );
}

/** Writes it; where that fails the person is told what it means. */
export async function writeReceiptText(document: vscode.Uri, text: string): Promise<void> {
  try {
    await vscode.workspace.fs.writeFile(receiptUri(document), new TextEncoder().encode(text));
  } catch {
    tell(
      'warning',
      vscode.l10n.t('The receipt could not be written, so the section counts as edited by hand from now on.'),
    );
  }
}

function receiptUri(document: vscode.Uri): vscode.Uri {
  return document.with({ path: receiptPath(document.path) });
}
