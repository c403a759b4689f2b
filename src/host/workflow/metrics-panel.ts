import * as vscode from 'vscode';
import { workflowMetrics, type WorkflowMetrics } from '../../core/workflow/metrics';
import { metricsCsv } from '../../core/workflow/metrics-csv';
import { tasksOfFeature, totalEstimate } from '../../core/workflow/task-artefact';
import { readFromMetricsView } from '../../shared/metrics-protocol';
import { tell } from '../messages/tell';
import { ReportPanel } from '../coverage-view/report-panel';
import type { FeatureLibrary } from './feature-library';

/** Changes of many files, as a checkout makes them, are one; in milliseconds. */
const settleTime = 300;

/** Bars and a table of what the recorded dates tell. While it is in sight it follows records and artefacts. */
export class MetricsPanel implements vscode.Disposable {
  static readonly viewType = 'techSpec.metrics';
  readonly #features: FeatureLibrary;
  readonly #panel: ReportPanel<{ readonly type: 'metrics'; readonly metrics: WorkflowMetrics }>;
  readonly #subscriptions: readonly vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param extension folder of the extension
   * @param changes tell that records or artefacts of features may have changed
   */
  constructor(features: FeatureLibrary, extension: vscode.Uri, changes: readonly vscode.Event<void>[]) {
    this.#features = features;
    this.#panel = new ReportPanel(
      {
        viewType: MetricsPanel.viewType,
        title: () => vscode.l10n.t('Workflow Metrics'),
        column: vscode.ViewColumn.Active,
        receive: (value) => this.#receive(value),
      },
      extension,
    );
    this.#subscriptions = changes.map((onDidChange) => onDidChange(() => this.#changed()));
  }

  show(): void {
    this.#panel.show();
  }

  restore(panel: vscode.WebviewPanel): void {
    this.#panel.restore(panel);
  }

  /** Writes the metrics where the person says, as CSV. */
  async exportCsv(): Promise<void> {
    const metrics = await this.#read();
    if (metrics.features.length === 0) return tell('info', vscode.l10n.t('No feature is under way.'));
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const target = await vscode.window.showSaveDialog({
      ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, 'workflow-metrics.csv') }),
      filters: { CSV: ['csv'] },
      title: vscode.l10n.t('Export Metrics'),
    });
    if (target === undefined) return;
    try {
      await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(metricsCsv(metrics)));
    } catch {
      tell('error', vscode.l10n.t('{0} cannot be written. Change its permissions.', target.fsPath));
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#panel.dispose();
  }

  #receive(value: unknown): void {
    const message = readFromMetricsView(value);
    if (message === null) return;
    if (message.type === 'exportCsv') return void this.exportCsv();
    this.#panel.greet();
    void this.#update();
  }

  #changed(): void {
    if (!this.#panel.isFollowing) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#update(), settleTime);
  }

  async #update(): Promise<void> {
    const metrics = await this.#read();
    this.#panel.post({ type: 'metrics', metrics });
  }

  async #read(): Promise<WorkflowMetrics> {
    return workflowMetrics(
      (await this.#features.all(false)).flatMap(({ standing, artefacts }) =>
        standing === null
          ? []
          : [{ state: standing.state, estimate: totalEstimate(tasksOfFeature(artefacts.values())) }],
      ),
    );
  }
}
