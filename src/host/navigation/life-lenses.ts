import * as vscode from 'vscode';
import type { SpecFileReport } from '../../core/checks/check-spec-file';
import { metadataNamed } from '../../core/spec/vocabulary/metadata-names';

/** Above the status of a spec that was ever approved, whether it still is; leads to what has changed since. */
export function lifeLenses(
  { life, spec }: Pick<SpecFileReport, 'life' | 'spec'>,
  document: vscode.Uri,
): vscode.CodeLens[] {
  const entry = metadataNamed(spec.metadata, 'status');
  const [last] = life.approval === null ? life.approvals : [life.approval];
  if (entry === undefined || last === undefined) return [];
  const at = new vscode.Range(entry.line - 1, 0, entry.line - 1, 0);
  const title =
    life.approval === null
      ? vscode.l10n.t('Changed since its approval ({0})', last.date)
      : last.name === null
        ? vscode.l10n.t('Approved, {0}', last.date)
        : vscode.l10n.t('Approved by {0}, {1}', last.name, last.date);
  return [
    new vscode.CodeLens(at, { title, command: 'techSpec.changesSinceApproval', arguments: [document] }),
  ];
}
