import * as vscode from 'vscode';

/** One of the names, or what was typed where none of them is it; `null` where the person turned back. */
export async function pickOrType(names: readonly string[]): Promise<string | null> {
  const picker = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly name: string }>();
  picker.title = vscode.l10n.t('Model');
  picker.placeholder = vscode.l10n.t('Choose a model, or type the name of another one');
  picker.ignoreFocusOut = true;
  const listed = names.map((label) => ({ label, name: label }));
  picker.items = listed;
  picker.onDidChangeValue((value) => {
    const typed = value.trim();
    const isNew = typed !== '' && !names.includes(typed);
    // Named otherwise than what is typed, or it would stand above the names that are looked for.
    const asTyped = { label: vscode.l10n.t('As typed'), name: typed, description: typed, alwaysShow: true };
    picker.items = isNew ? [...listed, asTyped] : listed;
  });
  picker.show();
  try {
    return await new Promise((resolve) => {
      picker.onDidAccept(() => resolve(picker.selectedItems[0]?.name ?? null));
      picker.onDidHide(() => resolve(null));
    });
  } finally {
    picker.dispose();
  }
}
