import * as vscode from 'vscode';
import type { ApiKeys } from '../models/api-keys';

/** Forgets all API keys, after asking. */
export async function clearApiKeys(keys: ApiKeys): Promise<void> {
  const origins = keys.origins();
  if (origins.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No API key is stored.'));
    return;
  }
  const clear = vscode.l10n.t('Clear');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('Forget the API key for {0}?', origins.join(', ')),
    { modal: true },
    clear,
  );
  if (choice !== clear) return;
  await keys.clear();
  void vscode.window.showInformationMessage(vscode.l10n.t('The API key is cleared.'));
}
