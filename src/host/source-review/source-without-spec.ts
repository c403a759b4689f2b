import * as vscode from 'vscode';
import type { KnownSources } from './known-sources';

/** Tells menus whether the active editor has a source that no spec has been made from: its title offers to make one. */
export function followSourceWithoutSpec(sources: KnownSources): vscode.Disposable {
  let turn = 0;
  const tell = async (): Promise<void> => {
    turn += 1;
    const asked = turn;
    const document = vscode.window.activeTextEditor?.document;
    const lacks = document !== undefined && (await sources.lacksSpec(document));
    // Another editor may be the active one by now.
    if (asked === turn)
      await vscode.commands.executeCommand('setContext', 'techSpec.activeEditorLacksSpec', lacks);
  };
  const look = (): void => void tell();
  look();
  return vscode.Disposable.from(vscode.window.onDidChangeActiveTextEditor(look), sources.onDidChange(look));
}
