import * as vscode from 'vscode';
import { readDriftTarget } from '../drift/drift-target';
import type { OnDemand } from '../on-demand';
import type { LifeRequest } from './life-actions';

/** Commands about the status of specs; whatever does it loads with the first of them. */
export function registerLife(onDemand: () => Promise<OnDemand>): readonly vscode.Disposable[] {
  const clickedSpec = (clicked: unknown): vscode.Uri | null => readDriftTarget(clicked, null).spec;
  return [
    vscode.commands.registerCommand('techSpec.setStatus', async (clicked: unknown, request: unknown) =>
      (await onDemand()).life.setStatus(clickedSpec(clicked), readLifeRequest(request)),
    ),
    // A menu passes something else as its second argument than the id that a lens does.
    vscode.commands.registerCommand(
      'techSpec.tickTask',
      async (clicked: unknown, task: unknown, done: unknown) =>
        (await onDemand()).tickTasks(
          clickedSpec(clicked),
          typeof task === 'string' ? task : null,
          typeof done === 'boolean' ? done : null,
        ),
    ),
    vscode.commands.registerCommand('techSpec.approve', async (clicked: unknown) =>
      (await onDemand()).life.approve(clickedSpec(clicked)),
    ),
    vscode.commands.registerCommand('techSpec.markImplemented', async (clicked: unknown) =>
      (await onDemand()).life.markImplemented(clickedSpec(clicked)),
    ),
    vscode.commands.registerCommand('techSpec.changesSinceApproval', async (clicked: unknown) =>
      (await onDemand()).life.showChanges(clickedSpec(clicked)),
    ),
  ];
}

/** A command may be called with a status and a reason, as by a keybinding or a task. */
function readLifeRequest(request: unknown): LifeRequest {
  if (typeof request !== 'object' || request === null) return { status: null, note: null };
  const { status, reason, successor } = request as Readonly<Record<string, unknown>>;
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const hasNote = typeof reason === 'string' || typeof successor === 'string';
  return {
    status: typeof status === 'string' ? status : null,
    note: hasNote ? { reason: text(reason), successor: text(successor) } : null,
  };
}
