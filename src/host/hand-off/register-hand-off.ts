import * as vscode from 'vscode';
import type { HandOff } from './hand-off';
import { readDriftTarget } from '../drift/drift-target';
import type { OnDemand } from '../on-demand';

/** Commands that hand a spec on or take one in; what does it loads with the first of them. */
export function registerHandOff(onDemand: () => Promise<OnDemand>): readonly vscode.Disposable[] {
  const handOff = async (): Promise<HandOff> => (await onDemand()).handOff();
  const specOf = (clicked: unknown): vscode.Uri | null => readDriftTarget(clicked, null).spec;
  return [
    // A menu passes something else as its second argument than the id that a lens does.
    vscode.commands.registerCommand('techSpec.copyBrief', async (clicked: unknown, task: unknown) =>
      (await handOff()).copyBrief(specOf(clicked), typeof task === 'string' ? task : null),
    ),
    vscode.commands.registerCommand('techSpec.export', async (clicked: unknown, request: unknown) =>
      (await handOff()).exportSpec(specOf(clicked), request),
    ),
    vscode.commands.registerCommand('techSpec.import', async (clicked: unknown) =>
      (await handOff()).importSpec(clicked instanceof vscode.Uri ? clicked : null),
    ),
  ];
}
