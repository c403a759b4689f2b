import * as vscode from 'vscode';
import { ActiveSpec } from './library/active-spec';
import { ChecklistTree } from './checklist/checklist-tree';
import { ProblemSteps } from './problems/problem-steps';
import { showSpecDiagnostics } from './problems/spec-diagnostics';
import type { FeatureSource } from '../workflow/feature-node';
import type { SpecLibrary } from './library/spec-library';
import { SpecsTree } from './specs-view/specs-tree';

/**
 * Puts up the `Specs` and `Review Checklist` views and the diagnostics of specs.
 *
 * @returns the spec that a person works on
 */
export function registerReview(
  context: vscode.ExtensionContext,
  library: SpecLibrary,
  features: FeatureSource,
): ActiveSpec {
  const active = new ActiveSpec(library);
  const checklist = new ChecklistTree(active, library);
  const specs = new SpecsTree(library, features);
  context.subscriptions.push(
    active,
    checklist,
    specs,
    checklist.show('techSpec.checklist'),
    vscode.window.createTreeView('techSpec.specs', { treeDataProvider: specs }),
    showSpecDiagnostics(library, context.extensionUri),
    new ProblemSteps(active),
    vscode.commands.registerCommand('techSpec.filterChecklist', () => checklist.chooseFilter()),
    // The same with another icon, for while a filter hides something.
    vscode.commands.registerCommand('techSpec.changeChecklistFilter', () => checklist.chooseFilter()),
  );
  return active;
}
