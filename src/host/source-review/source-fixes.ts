import * as vscode from 'vscode';
import { checkOf } from '../review/problems/to-diagnostic';
import type { SourceReviews } from './source-reviews';

/** Quick fixes in PRDs and initiatives: only what decides nothing for the author, each one edit that one undo takes back. */
export class SourceFixes implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  };
  readonly #reviews: SourceReviews;

  constructor(reviews: SourceReviews) {
    this.#reviews = reviews;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const own = diagnostics.filter((diagnostic) => checkOf(diagnostic) !== null);
    if (own.length === 0) return [];
    const review = await this.#reviews.of(document);
    return own.flatMap((diagnostic) =>
      (review?.findings ?? [])
        .filter(
          (finding) => finding.check === checkOf(diagnostic) && finding.editorRange.isEqual(diagnostic.range),
        )
        .flatMap(({ fixes }) => fixes)
        .map(({ title, edit }) => {
          const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
          action.diagnostics = [diagnostic];
          action.isPreferred = true;
          action.edit = new vscode.WorkspaceEdit();
          action.edit.set(document.uri, [edit]);
          return action;
        }),
    );
  }
}
