import * as vscode from 'vscode';
import { readWebviewMessage } from '../../../shared/wizard/protocol';
import type { HostMessage } from '../../../shared/wizard/protocol';
import { randomNonce } from './nonce';
import { wizardHtml } from './wizard-html';
import { wizardTitle } from './wizard-title';
import type { WizardSession } from '../session/wizard-session';
import type { SessionChange } from '../data/wizard-store';

export const wizardViewType = 'techSpec.wizard';

/** Progress is sent at most this often, in milliseconds. */
const progressTime = 100;

export interface PanelOptions {
  /** Folder of the extension. */
  readonly extension: vscode.Uri;
  /** Told what went wrong while a message was handled. */
  readonly onError: (error: unknown) => void;
}

/**
 * Shows a session in a webview. The page is thrown away whenever its tab is hidden; nothing is sent before it says
 * `ready`, and then everything.
 */
export class WizardPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #options: PanelOptions;
  readonly #subscriptions: vscode.Disposable[];
  #session: WizardSession;
  #unfollow: () => void = () => undefined;
  #ready = false;
  #stateDue = false;
  /** Messages since `ready`; the page tells by it which of its own a state knows of. */
  #taken = 0;
  #progressTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(panel: vscode.WebviewPanel, session: WizardSession, options: PanelOptions) {
    this.#panel = panel;
    this.#options = options;
    const resources = webviewFolder(options.extension);
    panel.iconPath = vscode.Uri.joinPath(options.extension, 'media', 'icon.png');
    panel.webview.options = { enableScripts: true, localResourceRoots: [resources] };
    this.#subscriptions = [panel.webview.onDidReceiveMessage((value: unknown) => this.#receive(value))];
    this.#session = session;
    this.follow(session);
    panel.webview.html = page(panel.webview, resources);
  }

  static create(): vscode.WebviewPanel {
    return vscode.window.createWebviewPanel(
      wizardViewType,
      vscode.l10n.t('Create Tech Spec'),
      vscode.ViewColumn.Active,
    );
  }

  get visible(): boolean {
    return this.#panel.visible;
  }

  onDidDispose(listener: () => void): void {
    this.#panel.onDidDispose(listener);
  }

  /** Shows another session from now on. */
  follow(session: WizardSession): void {
    this.#unfollow();
    this.#session = session;
    this.#unfollow = session.onDidChange((change) => this.#changed(change));
    this.#changed('state');
  }

  reveal(): void {
    this.#panel.reveal();
  }

  close(): void {
    this.#panel.dispose();
  }

  /** To be called when the editor has disposed of the panel. */
  dispose(): void {
    this.#ready = false;
    this.#unfollow();
    clearTimeout(this.#progressTimer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #receive(value: unknown): void {
    const message = readWebviewMessage(value);
    this.#taken += 1;
    if (message === null) return;
    if (message.type === 'ready') {
      this.#ready = true;
      this.#taken = 0;
      this.#post({ type: 'strings', language: vscode.env.language, bundle: vscode.l10n.bundle ?? {} });
      this.#changed('state');
      return;
    }
    this.#session.handle(message).catch(this.#options.onError);
  }

  #changed(change: SessionChange): void {
    if (change === 'state') this.#entitle();
    if (!this.#ready) return;
    if (change === 'progress') {
      this.#progressTimer ??= setTimeout(() => this.#sendProgress(), progressTime);
      return;
    }
    // Several changes in a row, as one intent makes them, are one message.
    if (this.#stateDue) return;
    this.#stateDue = true;
    queueMicrotask(() => {
      this.#stateDue = false;
      const { state, input } = this.#session;
      this.#post({ type: 'state', state, input, taken: this.#taken });
    });
  }

  #entitle(): void {
    const title = wizardTitle(this.#session.input);
    if (this.#panel.title !== title) this.#panel.title = title;
  }

  #sendProgress(): void {
    this.#progressTimer = undefined;
    const { phase, sections, receivedTokens, wait, elapsed } = this.#session.progress;
    this.#post({ type: 'progress', phase, sections: [...sections], receivedTokens, wait, elapsed });
  }

  #post(message: HostMessage): void {
    if (this.#ready) void this.#panel.webview.postMessage(message);
  }
}

function webviewFolder(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'dist', 'webview');
}

function page(webview: vscode.Webview, resources: vscode.Uri): string {
  const address = (file: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(resources, file)).toString();
  return wizardHtml({
    cspSource: webview.cspSource,
    nonce: randomNonce(),
    language: vscode.env.language,
    title: vscode.l10n.t('Create Tech Spec'),
    script: address('wizard.js'),
    styles: [address('codicon.css'), address('wizard.css')],
  });
}
