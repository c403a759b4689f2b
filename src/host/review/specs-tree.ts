import * as vscode from 'vscode';
import { problemCounts } from './problem-counts';
import type { ReviewedSpec } from './reviewed-spec';
import type { SpecLibrary } from './spec-library';

/** The `Specs` view: every spec of the workspace with its status and coverage. */
export class SpecsTree implements vscode.TreeDataProvider<ReviewedSpec>, vscode.Disposable {
  readonly #library: SpecLibrary;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(library: SpecLibrary) {
    this.#library = library;
    this.#subscription = library.onDidChange(() => this.#changed.fire());
  }

  getTreeItem({ uri, path, report }: ReviewedSpec): vscode.TreeItem {
    const { requirements, covered, outOfScope } = report.coverage;
    const { errors, warnings, text: problems } = problemCounts(report.findings);
    const status = report.spec.metadata.get('status')?.value ?? vscode.l10n.t('No status');
    const coverage = vscode.l10n.t('{0} of {1} covered', covered + outOfScope, requirements);
    const title = report.spec.title ?? path;
    // The view is narrow; the tooltip has it in words.
    const share = `${covered + outOfScope}/${requirements}`;

    const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.None);
    item.id = uri.toString();
    item.description = report.source === null ? status : `${status} · ${share}`;
    item.tooltip = new vscode.MarkdownString().appendText(
      [title, path, status, coverage, problems].join('\n'),
    );
    item.iconPath = icon(errors, warnings);
    item.accessibilityInformation = { label: [title, status, coverage, problems].join(', ') };
    item.contextValue = 'techSpec.spec';
    item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri] };
    return item;
  }

  async getChildren(spec?: ReviewedSpec): Promise<ReviewedSpec[]> {
    if (spec !== undefined) return [];
    return [...(await this.#library.all(new vscode.CancellationTokenSource().token))];
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

function icon(errors: number, warnings: number): vscode.ThemeIcon {
  if (errors > 0) return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  if (warnings > 0) return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  return new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
}
