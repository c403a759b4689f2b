import * as vscode from 'vscode';
import type { StatusNote } from '../../core/life/needs';
import type { LifeStatus } from '../../core/template/statuses';
import type { ReviewedSpec } from '../review/report/reviewed-spec';
import type { SpecLibrary } from '../review/library/spec-library';

/** Asks why a spec gets a status: in words, or by the spec that takes its place; `null` where the person gives up. */
export async function askNote(
  library: SpecLibrary,
  spec: ReviewedSpec,
  status: LifeStatus,
): Promise<StatusNote | null> {
  const all = await library.all(new vscode.CancellationTokenSource().token);
  const others = all.filter(
    ({ uri, folder }) => uri.toString() !== spec.uri.toString() && folder === spec.folder,
  );
  const title = vscode.l10n.t('Why is it {0}?', status.name);
  const words = { label: vscode.l10n.t('Write a reason…'), path: null };
  const picked =
    others.length === 0
      ? words
      : await vscode.window.showQuickPick(
          [
            words,
            ...others.map(({ path, report }) => ({
              label: vscode.l10n.t('Replaced by {0}', report.spec.title ?? path),
              description: path,
              path,
            })),
          ],
          { title },
        );
  if (picked === undefined) return null;
  if (picked.path !== null) return { reason: '', successor: picked.path };
  const reason = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('It stands below the status in the spec.'),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('Write the reason in a few words.') : null),
  });
  return reason === undefined ? null : { reason, successor: '' };
}
