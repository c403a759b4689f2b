import * as vscode from 'vscode';
import { generationNotice } from '../generation/generation-notice';
import type { GenerationRun } from '../generation/generation-run';
import { countsText } from '../review/problems/problem-counts';
import { internalCommands } from '../messages/internal-commands';
import { nextSteps, tell, type NextStep } from '../messages/tell';

/**
 * Runs a draft that no wizard shows, and says how it ended.
 *
 * @param afterTrouble what to do besides where it did not go well
 */
export async function followDraft(run: GenerationRun, afterTrouble: readonly NextStep[]): Promise<void> {
  const snapshot = await run.run();
  const notice = generationNotice(snapshot);
  const { result } = snapshot;
  const written = snapshot.outcome?.kind === 'complete' && result !== null;
  if (notice !== null) {
    const canResume = notice.actions.some(({ id }) => id === 'resume');
    const steps = [...(canResume ? [resume(run)] : []), ...afterTrouble];
    tell(notice.severity, notice.text, ...(written ? [] : steps));
  }
  if (!written) return;
  const { path, covered, requirements } = result;
  const problems = countsText(result);
  const text =
    requirements === 1
      ? vscode.l10n.t('{0}: {1} of 1 requirement covered, {2}.', path, covered, problems)
      : vscode.l10n.t('{0}: {1} of {2} requirements covered, {3}.', path, covered, requirements, problems);
  tell('info', text, nextSteps.showChecklist());
}

function resume(run: GenerationRun): NextStep {
  return {
    label: vscode.l10n.t('Resume'),
    run: () => vscode.commands.executeCommand(internalCommands.resume, run.journal),
  };
}
