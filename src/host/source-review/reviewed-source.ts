import type * as vscode from 'vscode';
import type { ReviewedFinding } from '../review/report/reviewed-spec';

/** A PRD or initiative with its own problems. */
export interface ReviewedSource {
  readonly findings: readonly SourceFinding[];
}

export interface SourceFinding extends ReviewedFinding {
  /** Other places of the document that the finding speaks of. */
  readonly related: readonly { readonly range: vscode.Range; readonly text: string }[];
  readonly fixes: readonly EditorFix[];
}

export interface EditorFix {
  /** In the language of the editor. */
  readonly title: string;
  readonly edit: vscode.TextEdit;
}

/** Reads the text of a document as a source, with what lies beside it. */
export type ReviewSource = (
  uri: vscode.Uri,
  folder: vscode.WorkspaceFolder,
  text: string,
) => Promise<ReviewedSource>;
