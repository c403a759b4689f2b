import * as vscode from 'vscode';
import type { ActiveSpec } from '../library/active-spec';

/** Goes to the next or previous problem of the spec in the active editor, round its end. */
export class ProblemSteps implements vscode.Disposable {
  readonly #active: ActiveSpec;
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(active: ActiveSpec) {
    this.#active = active;
    this.#subscriptions = [
      active.onDidChange(() => this.#tellKeys()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#tellKeys()),
      vscode.commands.registerCommand('techSpec.nextProblem', () => this.#step(1)),
      vscode.commands.registerCommand('techSpec.previousProblem', () => this.#step(-1)),
    ];
    this.#tellKeys();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Keys are ours only while the cursor is in a spec. */
  #tellKeys(): void {
    const { document } = this.#active;
    const isSpec = document !== null && document === vscode.window.activeTextEditor?.document;
    void vscode.commands.executeCommand('setContext', 'techSpec.activeEditorIsSpec', isSpec);
  }

  async #step(direction: 1 | -1): Promise<void> {
    const spec = this.#active.current;
    const { document } = this.#active;
    if (spec === null || document === null) return;
    const active = vscode.window.activeTextEditor;
    // The spec that was opened a moment ago is still being checked: the one before it is not what the key was meant for.
    if (active !== undefined && active.document !== document) return;
    const editor =
      vscode.window.visibleTextEditors.find((one) => one.document === document) ??
      (await vscode.window.showTextDocument(document));
    const starts = spec.findings
      .map(({ editorRange }) => editorRange)
      .sort((a, b) => a.start.compareTo(b.start));
    if (starts.length === 0) {
      void vscode.window.setStatusBarMessage(vscode.l10n.t('The spec has no problems.'), 4000);
      return;
    }
    const at = editor.selection.start;
    const next =
      direction === 1
        ? (starts.find(({ start }) => start.isAfter(at)) ?? starts[0])
        : (starts.findLast(({ start }) => start.isBefore(at)) ?? starts.at(-1));
    if (next === undefined) return;
    const shown = await vscode.window.showTextDocument(document, editor.viewColumn);
    shown.selection = new vscode.Selection(next.start, next.start);
    shown.revealRange(next, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    await vscode.commands.executeCommand('editor.action.showHover');
  }
}
