import type * as vscode from 'vscode';

/** What the editor shows and does at a place of a spec or PRD. Asked only for documents that are known as such. */
export interface EditorFeatures {
  hover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | null>;
  definition(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Location | null>;
  references(
    document: vscode.TextDocument,
    position: vscode.Position,
    withDefinition: boolean,
  ): Promise<vscode.Location[]>;
  highlights(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.DocumentHighlight[]>;
  /** @throws Error with a message for the person where what stands there can't be renamed */
  prepareRename(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Range>;
  /** @throws Error with a message for the person where it can't be renamed so */
  rename(
    document: vscode.TextDocument,
    position: vscode.Position,
    newName: string,
  ): Promise<vscode.WorkspaceEdit>;
  symbols(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]>;
  completions(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.CompletionList>;
  lenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]>;
  /** Quick fixes of the diagnostics and open questions in a range, or the fix of everything safe where that is asked for. */
  actions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]>;
  /** Gives an action the edit that was not worth finding before it was chosen. */
  complete(action: vscode.CodeAction, token: vscode.CancellationToken): Promise<vscode.CodeAction>;
}
