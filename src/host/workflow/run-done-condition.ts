import * as vscode from 'vscode';
import { doneCommands } from '../../core/workflow/done-commands';
import { tell } from '../messages/tell';
import type { StandingFeature } from './feature-library';

/**
 * Lets a person pick the command of a done condition and runs it in a terminal that they see, once they have read it as it is
 * and agreed. Never called but by an action of theirs, in a trusted workspace.
 */
export async function runDoneCondition(feature: StandingFeature): Promise<void> {
  const commands = [...feature.artefacts.values()].flatMap(({ text }) => doneCommands(text));
  if (commands.length === 0)
    return tell('info', vscode.l10n.t('No done condition of {0} names a command.', feature.name));
  const picked = await vscode.window.showQuickPick(
    commands.map((one) => ({ label: one.command, description: `${one.task} ${one.title}`, one })),
    { title: vscode.l10n.t('Run Done Condition'), matchOnDescription: true },
  );
  if (picked === undefined) return;
  const run = vscode.l10n.t('Run');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('Run this command in a terminal?'),
    { modal: true, detail: `${picked.one.command}\n\n${picked.one.task}: ${picked.one.title}` },
    run,
  );
  if (answer !== run || !vscode.workspace.isTrusted) return;
  const terminal = vscode.window.createTerminal({
    name: vscode.l10n.t('Done: {0}', picked.one.task),
    cwd: feature.folder.uri,
  });
  terminal.show();
  terminal.sendText(picked.one.command, true);
}
