import * as vscode from 'vscode';
import type { OnDemand } from '../on-demand';
import { readFeatureTarget, type FeatureTarget } from './feature-node';

/** Commands of the staged workflow; whatever does them loads with the first. */
export function registerWorkflow(onDemand: () => Promise<OnDemand>): readonly vscode.Disposable[] {
  const command = (
    id: string,
    run: (loaded: OnDemand, target: FeatureTarget | null, clicked: unknown) => Promise<void> | void,
  ): vscode.Disposable =>
    vscode.commands.registerCommand(id, async (clicked: unknown) =>
      run(await onDemand(), readFeatureTarget(clicked), clicked),
    );
  return [
    command('techSpec.startFeature', (loaded, _target, clicked) =>
      loaded.workflow().start(clicked instanceof vscode.Uri ? clicked : undefined),
    ),
    command('techSpec.continueFeature', (loaded, target) => loaded.workflow().next(target)),
    command('techSpec.signCriterion', (loaded, target) => loaded.persons().sign(target)),
    command('techSpec.overrideGate', (loaded, target) => loaded.persons().override(target)),
    command('techSpec.giveVerdict', (loaded, target) => loaded.persons().verdict(target)),
    command('techSpec.runDoneCondition', (loaded, target) => loaded.workflow().runDone(target)),
    command('techSpec.showFeatureReport', (loaded, target) => loaded.workflow().report(target)),
    command('techSpec.showSchedule', (loaded, target) => loaded.workflow().schedule(target)),
    command('techSpec.showMetrics', (loaded) => loaded.metrics().show()),
    command('techSpec.exportMetrics', (loaded) => loaded.metrics().exportCsv()),
    vscode.window.registerWebviewPanelSerializer('techSpec.metrics', {
      deserializeWebviewPanel: async (panel) => (await onDemand()).metrics().restore(panel),
    }),
  ];
}
