import * as vscode from 'vscode';
import { changedStretch } from '../../core/text/changed-stretch';

/**
 * Puts one text in the place of another in a document, as one edit of what differs, and saves it.
 *
 * @returns whether it was done: not where the document says something else than `from`, or the editor refused
 */
export async function replaceText(uri: vscode.Uri, from: string, to: string): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.getText() !== from) return false;
  const { start, end, newText } = changedStretch(from, to);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), newText);
  return (await vscode.workspace.applyEdit(edit)) && (await document.save());
}
