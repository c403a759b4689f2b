import * as vscode from 'vscode';
import { randomNonce } from '../wizard/page/nonce';
import { wizardHtml } from '../wizard/page/wizard-html';

/** What a report is and what it does with what its page says. */
interface Report {
  /** Type of its panel, by which the editor restores it. */
  readonly viewType: string;
  title(): string;
  /** Where a new panel goes. */
  readonly column: vscode.ViewColumn;
  /** A message of the page; the first one of each page is `ready`. */
  receive(value: unknown): void;
}

/**
 * The one panel of a report, coverage or metrics, on the page that both share. The page is thrown away while its tab is hidden;
 * it says `ready` when messages reach it, again each time that its tab comes back into sight, and gets everything then.
 */
export class ReportPanel<Message> implements vscode.Disposable {
  readonly #report: Report;
  readonly #extension: vscode.Uri;
  #panel: vscode.WebviewPanel | null = null;
  #ready = false;
  /** What the page shows, as it was sent. */
  #shown: string | null = null;

  /** @param extension folder of the extension */
  constructor(report: Report, extension: vscode.Uri) {
    this.#report = report;
    this.#extension = extension;
  }

  /** Column it stands in; `undefined` while it is not open or not in sight. */
  get column(): vscode.ViewColumn | undefined {
    return this.#panel?.viewColumn;
  }

  /** Whether its page is in sight and takes messages. */
  get isFollowing(): boolean {
    return this.#ready && this.#panel?.visible === true;
  }

  show(): void {
    const { viewType, column } = this.#report;
    if (this.#panel === null)
      this.restore(vscode.window.createWebviewPanel(viewType, this.#report.title(), column));
    else this.#panel.reveal();
  }

  /** Takes a panel over, such as one that was open before the window was reloaded. */
  restore(panel: vscode.WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    this.#ready = false;
    panel.webview.onDidReceiveMessage((value: unknown) => this.#report.receive(value));
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = null;
    });
    this.#showPage(panel);
  }

  /** The page is ready: it gets its texts, and from now on what is posted. */
  greet(): void {
    this.#ready = true;
    this.#shown = null;
    const bundle = vscode.l10n.bundle ?? {};
    this.#send({ type: 'strings', language: vscode.env.language, bundle });
  }

  /** Sends a message to the page, once that takes any. What it shows already is not drawn again: most keys change none of it. */
  post(message: Message): void {
    if (!this.#ready) return;
    const text = JSON.stringify(message);
    if (text === this.#shown) return;
    this.#shown = text;
    this.#send(message);
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #send(message: unknown): void {
    void this.#panel?.webview.postMessage(message);
  }

  #showPage(panel: vscode.WebviewPanel): void {
    const resources = vscode.Uri.joinPath(this.#extension, 'dist', 'webview');
    panel.iconPath = vscode.Uri.joinPath(this.#extension, 'media', 'icon.png');
    panel.webview.options = { enableScripts: true, localResourceRoots: [resources] };
    const address = (file: string): string =>
      panel.webview.asWebviewUri(vscode.Uri.joinPath(resources, file)).toString();
    panel.webview.html = wizardHtml({
      cspSource: panel.webview.cspSource,
      nonce: randomNonce(),
      language: vscode.env.language,
      title: this.#report.title(),
      script: address('coverage.js'),
      styles: [address('codicon.css'), address('coverage.css')],
    });
  }
}
