import * as vscode from 'vscode';
import { workflowMetrics, type WorkflowMetrics } from '../../core/workflow/metrics';
import { metricsCsv } from '../../core/workflow/metrics-csv';
import { tasksOfFeature, totalEstimate } from '../../core/workflow/task-artefact';
import { readFromMetricsView } from '../../shared/metrics-protocol';
import { randomNonce } from '../wizard/nonce';
import { wizardHtml } from '../wizard/wizard-html';
import type { FeatureLibrary } from './feature-library';

/** The one metrics view: bars and a table of what the recorded dates tell. Read anew whenever it is shown or says `ready`. */
export class MetricsPanel implements vscode.Disposable {
  static readonly viewType = 'techSpec.metrics';
  readonly #features: FeatureLibrary;
  readonly #extension: vscode.Uri;
  #panel: vscode.WebviewPanel | null = null;

  /** @param extension folder of the extension */
  constructor(features: FeatureLibrary, extension: vscode.Uri) {
    this.#features = features;
    this.#extension = extension;
  }

  show(): void {
    if (this.#panel !== null) {
      this.#panel.reveal();
      void this.update();
      return;
    }
    const title = vscode.l10n.t('Workflow Metrics');
    const resources = vscode.Uri.joinPath(this.#extension, 'dist', 'webview');
    const panel = vscode.window.createWebviewPanel(MetricsPanel.viewType, title, vscode.ViewColumn.Active, {
      enableScripts: true,
      localResourceRoots: [resources],
    });
    this.#panel = panel;
    panel.iconPath = vscode.Uri.joinPath(this.#extension, 'media', 'icon.png');
    panel.webview.onDidReceiveMessage((value: unknown) => this.#receive(value));
    panel.onDidDispose(() => {
      this.#panel = null;
    });
    const address = (file: string): string =>
      panel.webview.asWebviewUri(vscode.Uri.joinPath(resources, file)).toString();
    panel.webview.html = wizardHtml({
      cspSource: panel.webview.cspSource,
      nonce: randomNonce(),
      language: vscode.env.language,
      title,
      script: address('coverage.js'),
      styles: [address('codicon.css'), address('coverage.css')],
    });
  }

  /** Sends what there is now. */
  async update(): Promise<void> {
    const metrics = await this.#read();
    await this.#panel?.webview.postMessage({ type: 'metrics', metrics });
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #receive(value: unknown): void {
    const message = readFromMetricsView(value);
    if (message === null) return;
    if (message.type === 'exportCsv') return void this.#export();
    const bundle = vscode.l10n.bundle ?? {};
    void this.#panel?.webview.postMessage({ type: 'strings', language: vscode.env.language, bundle });
    void this.update();
  }

  async #read(): Promise<WorkflowMetrics> {
    return workflowMetrics(
      (await this.#features.all()).flatMap(({ standing, artefacts }) =>
        standing === null
          ? []
          : [{ state: standing.state, estimate: totalEstimate(tasksOfFeature(artefacts.values())) }],
      ),
    );
  }

  async #export(): Promise<void> {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const target = await vscode.window.showSaveDialog({
      ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, 'workflow-metrics.csv') }),
      filters: { CSV: ['csv'] },
      title: vscode.l10n.t('Export Metrics'),
    });
    if (target === undefined) return;
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(metricsCsv(await this.#read())));
  }
}
