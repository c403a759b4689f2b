import * as vscode from 'vscode';

/** How problems of documents come to the Problems panel. */
export interface DiagnosticsOf {
  /** Of the collection. */
  readonly name: string;
  /** How long after the last keystroke a document is looked at again, in milliseconds. */
  readonly quiet: number;
  /** What is wrong with a document; `null` where it is none that is looked at. */
  find(document: vscode.TextDocument): Promise<readonly vscode.Diagnostic[] | null>;
}

/** Keeps the problems of every open document of a kind in the Problems panel; other documents are left alone. */
export class DocumentDiagnostics implements vscode.Disposable {
  readonly #of: DiagnosticsOf;
  readonly #collection: vscode.DiagnosticCollection;
  readonly #subscriptions: readonly vscode.Disposable[];
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(of: DiagnosticsOf) {
    this.#of = of;
    this.#collection = vscode.languages.createDiagnosticCollection(of.name);
    this.#subscriptions = [
      this.#collection,
      vscode.workspace.onDidOpenTextDocument((document) => void this.#update(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#later(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#close(uri)),
    ];
    this.updateAll();
  }

  /** To be called where something else has changed that problems depend on. */
  updateAll(): void {
    for (const document of vscode.workspace.textDocuments) void this.#update(document);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #close(uri: vscode.Uri): void {
    clearTimeout(this.#timers.get(uri.toString()));
    this.#timers.delete(uri.toString());
    this.#collection.delete(uri);
  }

  #later(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    const timer = setTimeout(() => {
      this.#timers.delete(key);
      void this.#update(document);
    }, this.#of.quiet);
    this.#timers.set(key, timer);
  }

  async #update(document: vscode.TextDocument): Promise<void> {
    const version = document.version;
    const found = document.isClosed ? null : await this.#of.find(document);
    // A newer version has its own update under way, or had it already.
    if (!document.isClosed && document.version !== version) return;
    if (document.isClosed || found === null) this.#collection.delete(document.uri);
    else this.#collection.set(document.uri, found);
  }
}
