import * as vscode from 'vscode';
import { exists } from './document-at';
import { writeSettled } from './write-settled';

export type SaveResult =
  | { readonly kind: 'saved'; readonly document: vscode.TextDocument }
  /** Something was created at the target meanwhile; the text stays in the unsaved editor. */
  | { readonly kind: 'target-exists' }
  | { readonly kind: 'not-saved'; readonly reason: string };

/** How a document is shown. */
export interface Shown {
  readonly column: vscode.ViewColumn;
  /** Whether the person works in it. */
  readonly focused: boolean;
  readonly selection?: vscode.Selection;
  readonly range?: vscode.Range | undefined;
}

/** @param column where it is shown again if it is not shown now */
export function shownNow(editor: vscode.TextEditor | undefined, column: vscode.ViewColumn): Shown {
  return {
    column: editor?.viewColumn ?? column,
    focused: editor !== undefined && editor === vscode.window.activeTextEditor,
    ...(editor === undefined ? {} : { selection: editor.selection, range: editor.visibleRanges[0] }),
  };
}

/**
 * Saves a draft at its target. Where it was written as an unsaved document, the file takes its place.
 *
 * @param document the file itself, or an unsaved document that is named by its path
 * @param shown how it was shown just before
 */
export async function saveDraft(
  document: vscode.TextDocument,
  target: vscode.Uri,
  shown: Shown,
): Promise<SaveResult> {
  const isFile = document.uri.toString() === target.toString();
  if (!isFile && (await exists(target))) return { kind: 'target-exists' };
  try {
    if (isFile || savesAtItsPath(target)) {
      if (!(await document.save())) return notSaved(target);
    } else await writeItself(document, target, shown.column);
    return { kind: 'saved', document: isFile ? document : await reopen(target, shown) };
  } catch (error) {
    return { kind: 'not-saved', reason: error instanceof Error ? error.message : String(error) };
  }
}

export function notSaved({ path }: vscode.Uri): SaveResult {
  return { kind: 'not-saved', reason: vscode.l10n.t('The editor could not save {0}.', path) };
}

/** Writes the target itself, and closes the unsaved document, which has no further use. */
async function writeItself(
  document: vscode.TextDocument,
  target: vscode.Uri,
  column: vscode.ViewColumn,
): Promise<void> {
  await vscode.window.showTextDocument(document, { viewColumn: column });
  await writeSettled(
    () => document.getText(),
    (text) => vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text)),
  );
  // Where the person went elsewhere meanwhile, that editor is not to be closed.
  if (vscode.window.activeTextEditor?.document === document)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

/** Saving an unsaved document closes its tab; the file takes its place, with cursor and scroll where they were. */
async function reopen(
  target: vscode.Uri,
  { column, focused, selection, range }: Shown,
): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(target);
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: column,
    preserveFocus: !focused,
    preview: false,
    ...(selection === undefined ? {} : { selection }),
  });
  if (range !== undefined) editor.revealRange(range, vscode.TextEditorRevealType.AtTop);
  return document;
}

/**
 * Whether the editor saves an unsaved document that is named by a path at that path of the file system of a target. It takes the file
 * system of the window: that of the remote machine, of the disk, or, in a browser, that of its virtual folders.
 */
function savesAtItsPath({ scheme }: vscode.Uri): boolean {
  const { remoteName, uiKind } = vscode.env;
  if (remoteName !== undefined) return scheme === 'vscode-remote' || scheme === 'file';
  if (uiKind === vscode.UIKind.Desktop) return scheme === 'file';
  return (vscode.workspace.workspaceFolders ?? []).every(({ uri }) => uri.scheme === scheme);
}
