import * as vscode from 'vscode';
import { readFromCoverageView, type CoverageView, type ToCoverageView } from '../../shared/coverage-protocol';
import type { ReviewedSpec } from '../review/report/reviewed-spec';
import { coverageView, placesIn, tasksIn } from './coverage-data';
import { ReportPanel } from './report-panel';

/** The spec that a person works on, and when it has changed. */
export interface FollowedSpec {
  readonly current: ReviewedSpec | null;
  readonly onDidChange: vscode.Event<void>;
}

/** The matrix of the spec that is followed, drawn anew whenever its report changes. */
export class CoveragePanel implements vscode.Disposable {
  static readonly viewType = 'techSpec.coverage';
  readonly #followed: FollowedSpec;
  readonly #panel: ReportPanel<ToCoverageView>;
  readonly #subscription: vscode.Disposable;
  #shown: { readonly view: CoverageView; readonly folder: vscode.Uri; readonly spec: vscode.Uri } | null =
    null;

  /** @param extension folder of the extension */
  constructor(followed: FollowedSpec, extension: vscode.Uri) {
    this.#followed = followed;
    this.#panel = new ReportPanel(
      {
        viewType: CoveragePanel.viewType,
        title: () => vscode.l10n.t('Requirement Coverage'),
        column: vscode.ViewColumn.Beside,
        receive: (value) => this.#receive(value),
      },
      extension,
    );
    // Out of sight it is not drawn: it says `ready` when it comes back.
    this.#subscription = followed.onDidChange(() => {
      if (this.#panel.isFollowing) this.#update();
    });
  }

  show(): void {
    this.#panel.show();
  }

  restore(panel: vscode.WebviewPanel): void {
    this.#panel.restore(panel);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#panel.dispose();
  }

  #receive(value: unknown): void {
    const message = readFromCoverageView(value);
    if (message === null) return;
    if (message.type === 'ready') {
      this.#panel.greet();
      this.#update();
      return;
    }
    const shown = this.#shown;
    if (shown === null) return;
    if (message.type !== 'open') {
      if (tasksIn(shown.view).has(message.task))
        void vscode.commands.executeCommand(
          `techSpec.${message.type}`,
          ...[shown.spec, message.task],
          ...(message.type === 'tickTask' ? [message.done] : []),
        );
      return;
    }
    const { path, line } = message.place;
    if (!placesIn(shown.view).some((one) => one.path === path && one.line === line)) return;
    const at = new vscode.Range(line - 1, 0, line - 1, 0);
    const open = vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === vscode.Uri.joinPath(shown.folder, path).toString(),
    );
    // Beside the matrix, so that both stay in view; where the document is in view already, there.
    void vscode.window.showTextDocument(vscode.Uri.joinPath(shown.folder, path), {
      selection: at,
      viewColumn: open?.viewColumn ?? this.#otherColumn(),
    });
  }

  #otherColumn(): vscode.ViewColumn {
    return this.#panel.column === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
  }

  #update(): void {
    const spec = this.#followed.current;
    // The last one stays while no spec is in sight: a reviewer may look something up.
    if (spec !== null)
      this.#shown = { view: coverageView(spec.report), folder: spec.folder.uri, spec: spec.uri };
    this.#panel.post({ type: 'coverage', coverage: this.#shown?.view ?? null });
  }
}
