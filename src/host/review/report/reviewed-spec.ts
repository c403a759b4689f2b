import type * as vscode from 'vscode';
import type { ChecklistEntry } from '../../../core/checklist/checklist';
import type { SpecFileReport } from '../../../core/checks/check-spec-file';
import type { Finding } from '../../../core/checks/finding';
import type { Drift } from '../../../core/drift/drift';
import type { ModelReview } from '../../../core/opinions/opinion';
import type { SignedItem } from './sign-offs';

/** A spec of the workspace with what its checks say. */
export interface ReviewedSpec {
  readonly uri: vscode.Uri;
  readonly folder: vscode.WorkspaceFolder;
  /** Path in its folder, with forward slashes. */
  readonly path: string;
  readonly report: SpecFileReport;
  /** The findings of the report, in its order. */
  readonly findings: readonly ReviewedFinding[];
  /** What has drifted and nobody has accepted. */
  readonly drifts: readonly ReviewedDrift[];
  /** Who ticked items of persons, and what has changed since, by the item's id. */
  readonly signOffs: ReadonlyMap<string, SignedItem>;
  /** What a model thinks of it, and whether of another text by now; `null` where none was asked. */
  readonly opinions: { readonly review: ModelReview; readonly stale: boolean } | null;
  /** Records who ticked an item, or takes that back. */
  signOff(item: string, checked: boolean): Promise<void>;
  /** The edit that ticks or unticks a checklist item; `null` where there is nothing to change. */
  tick(entry: ChecklistEntry, checked: boolean): vscode.TextEdit | null;
}

export interface ReviewedDrift extends Drift {
  /** What drifted, in the language of the editor. */
  readonly label: string;
  /** What it touches (of a correction that waits: what to do), in that language; `null` where nothing that is known. */
  readonly touches: string | null;
}

export interface ReviewedFinding extends Finding {
  /** The message in the language of the editor. */
  readonly text: string;
  /** Its place as the editor counts, from 0. */
  readonly editorRange: vscode.Range;
}

/**
 * Checks the text of a spec.
 *
 * @param records counts what has changed beside specs: what was read there with the same number still holds
 * @param receipt text of its receipt, where it does not lie beside it yet
 */
export type ReviewSpec = (
  uri: vscode.Uri,
  folder: vscode.WorkspaceFolder,
  text: string,
  records: number,
  receipt?: string,
) => Promise<ReviewedSpec>;
