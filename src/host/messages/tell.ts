import * as vscode from 'vscode';
import type { Severity } from '../../core/checks/finding';
import { plainMessage } from './plain-message';

/** A button below a message. */
export interface NextStep {
  readonly label: string;
  readonly run: () => Thenable<unknown>;
}

export const nextSteps = {
  openFolder: (): NextStep => command(vscode.l10n.t('Open Folder'), 'workbench.action.files.openFolder'),
  manageTrust: (): NextStep => command(vscode.l10n.t('Manage Workspace Trust'), 'workbench.trust.manage'),
  modelSettings: (): NextStep =>
    command(vscode.l10n.t('Open Model Settings'), 'workbench.action.openSettings', 'techSpec.model'),
  showProblems: (): NextStep => command(vscode.l10n.t('Show Problems'), 'workbench.actions.view.problems'),
  showChecklist: (): NextStep => command(vscode.l10n.t('Show Checklist'), 'techSpec.checklist.focus'),
};

/** Shows a message and does what its button says. Returns at once: a command is done when its work is. */
export function tell(severity: Severity, text: string, ...steps: readonly NextStep[]): void {
  const labels = steps.map(({ label }) => label);
  void show(severity)(plainMessage(text), ...labels).then((chosen) =>
    steps.find(({ label }) => label === chosen)?.run(),
  );
}

function show(severity: Severity): (text: string, ...labels: string[]) => Thenable<string | undefined> {
  switch (severity) {
    case 'error':
      return vscode.window.showErrorMessage;
    case 'warning':
      return vscode.window.showWarningMessage;
    case 'info':
      return vscode.window.showInformationMessage;
  }
}

function command(label: string, id: string, ...args: readonly unknown[]): NextStep {
  return { label, run: () => vscode.commands.executeCommand(id, ...args) };
}
