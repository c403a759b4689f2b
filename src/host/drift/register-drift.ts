import * as vscode from 'vscode';
import type { Authoring } from '../authoring';
import type { OnDemand } from '../on-demand';
import { readDriftTarget } from './drift-target';

/** Commands about what has changed since specs were written; whatever does it loads with the first of them. */
export function registerDrift(
  onDemand: () => Promise<OnDemand>,
  authoring: () => Promise<Authoring>,
): readonly vscode.Disposable[] {
  const regenerate = async (clicked: unknown, drifts: unknown, request: unknown): Promise<void> =>
    (await authoring()).regenerateStale(readDriftTarget(clicked, drifts), request);
  return [
    vscode.commands.registerCommand('techSpec.editAnswers', async (clicked: unknown, question: unknown) =>
      (await authoring()).editAnswers(
        readDriftTarget(clicked, null),
        typeof question === 'string' ? question : null,
      ),
    ),
    // Several items of a view come as a second argument, which names no drifts.
    vscode.commands.registerCommand('techSpec.regenerateStale', (clicked: unknown, request: unknown) =>
      regenerate(clicked, null, request),
    ),
    vscode.commands.registerCommand('techSpec.updateDrift', regenerate),
    vscode.commands.registerCommand('techSpec.update', async (clicked: unknown, request: unknown) =>
      (await authoring()).update(readDriftTarget(clicked, null), request),
    ),
    vscode.commands.registerCommand(
      'techSpec.acceptDrift',
      async (clicked: unknown, drifts: unknown, note: unknown) =>
        (await onDemand()).acceptDrift(
          readDriftTarget(clicked, drifts),
          typeof note === 'string' ? note : null,
        ),
    ),
    vscode.commands.registerCommand('techSpec.openDrift', async (clicked: unknown, drifts: unknown) =>
      (await onDemand()).openDrift(readDriftTarget(clicked, drifts)),
    ),
  ];
}
