import * as vscode from 'vscode';
import type { SpecLibrary } from '../review/library/spec-library';
import { isSourceName } from '../workspace/likely-sources';
import { plainMessage } from '../messages/plain-message';
import { chooseFolder, relativePath } from '../workspace/workspace-path';

/** Where a spec goes and what it is made from, as far as the click or the open tab tells. */
export interface CommandSource {
  /** `null` where no folder is open. */
  readonly folder: vscode.WorkspaceFolder | null;
  /** Relative to the folder; `null` where the person still has to choose. */
  readonly path: string | null;
}

/**
 * The clicked document, else the open one where it can be a source.
 *
 * @returns `null` where the person gave up, or was told what to do first
 */
export async function sourceOf(
  clicked: vscode.Uri | undefined,
  library: SpecLibrary,
): Promise<CommandSource | null> {
  const document = clicked ?? (await openSource(library));
  if (document?.scheme === 'untitled') {
    await offerSave(document);
    return null;
  }
  if (clicked !== undefined && (await isSpec(clicked, library)) && !(await wantsSpecAsSource(clicked)))
    return null;
  const folder = await chooseFolder(document ?? null);
  if (folder === null) {
    const folders = vscode.workspace.workspaceFolders ?? [];
    return folders.length > 0 ? null : { folder: null, path: null };
  }
  const path = document === undefined ? null : relativePath(folder.uri, document);
  return { folder, path };
}

/** The document of the active tab, unless it is a finished spec or no text. */
async function openSource(library: SpecLibrary): Promise<vscode.Uri | undefined> {
  const editor = vscode.window.activeTextEditor;
  const uri = editor?.document.uri ?? activeTabUri();
  if (uri === undefined || !(isSourceName(uri.path) || isOpenMarkdown(editor))) return undefined;
  if (editor !== undefined && (await library.isSpec(editor.document))) return undefined;
  return uri;
}

/** Such as the Markdown preview of a PRD, which is no text editor. */
function activeTabUri(): vscode.Uri | undefined {
  const input: unknown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom
    ? input.uri
    : undefined;
}

function isOpenMarkdown(editor: vscode.TextEditor | undefined): boolean {
  return editor?.document.languageId === 'markdown' && editor.document.getText().trim() !== '';
}

/** Whether a file is a spec; what can not be read is said where it is read as a source. */
async function isSpec(uri: vscode.Uri, library: SpecLibrary): Promise<boolean> {
  if (!/\.(md|markdown)$/i.test(uri.path)) return false;
  return vscode.workspace.openTextDocument(uri).then(
    (document) => library.isSpec(document),
    () => false,
  );
}

/** A spec read as a PRD gives a spec of a spec, with questions at every turn: what fits instead is offered. */
async function wantsSpecAsSource(spec: vscode.Uri): Promise<boolean> {
  const update = vscode.l10n.t('Update from Its Source');
  const anyway = vscode.l10n.t('Use It as the Source');
  const choice = await vscode.window.showInformationMessage(
    plainMessage(vscode.l10n.t('{0} is a spec already.', vscode.workspace.asRelativePath(spec, false))),
    update,
    anyway,
  );
  if (choice === update) await vscode.commands.executeCommand('techSpec.update', spec);
  return choice === anyway;
}

async function offerSave(uri: vscode.Uri): Promise<void> {
  const save = vscode.l10n.t('Save As...');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('Save this document first: the spec and its receipt refer to it by its path.'),
    save,
  );
  if (choice !== save) return;
  await vscode.workspace.openTextDocument(uri).then((document) => vscode.window.showTextDocument(document));
  await vscode.commands.executeCommand('workbench.action.files.saveAs');
}
