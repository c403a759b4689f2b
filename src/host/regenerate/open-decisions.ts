import * as vscode from 'vscode';
import { internalCommands } from '../messages/internal-commands';

/** Whether an answer goes into its spec. */
export type Decision = 'accept' | 'discard';

/**
 * The decisions that wait for a person, in the status bar. A message goes after ten seconds and can't be taken away once somebody
 * has decided elsewhere; this stays for as long as there is something to decide, and no longer.
 */
export class OpenDecisions implements vscode.Disposable {
  #item: vscode.StatusBarItem | null = null;

  /** @param waiting what each of them is about, in a sentence */
  show(waiting: readonly string[]): void {
    if (waiting.length === 0) return this.dispose();
    this.#item ??= newItem();
    const text =
      waiting.length === 1
        ? vscode.l10n.t('Tech Spec: accept or discard?')
        : vscode.l10n.t('Tech Spec: {0} to accept or discard', waiting.length);
    this.#item.text = `$(diff) ${text}`;
    this.#item.tooltip = waiting.join('\n');
    this.#item.accessibilityInformation = { label: `${text} ${waiting.join(' ')}` };
    this.#item.show();
  }

  dispose(): void {
    this.#item?.dispose();
    this.#item = null;
  }
}

/** @param about what is decided, in a sentence */
export async function askDecision(about: string): Promise<Decision | undefined> {
  const items: readonly (vscode.QuickPickItem & { readonly decision: Decision })[] = [
    {
      label: vscode.l10n.t('Accept'),
      description: vscode.l10n.t('Put it into the spec; one undo takes it back'),
      decision: 'accept',
    },
    {
      label: vscode.l10n.t('Discard'),
      description: vscode.l10n.t('Leave the spec as it is'),
      decision: 'discard',
    },
  ];
  return (await vscode.window.showQuickPick(items, { title: about }))?.decision;
}

function newItem(): vscode.StatusBarItem {
  const item = vscode.window.createStatusBarItem('techSpec.decision', vscode.StatusBarAlignment.Left, 11);
  item.name = vscode.l10n.t('Tech Spec: open decision');
  item.command = internalCommands.decide;
  item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
  return item;
}
