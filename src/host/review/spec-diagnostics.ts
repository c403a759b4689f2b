import * as vscode from 'vscode';
import type { SpecLibrary } from './spec-library';
import { relatedInformation, toDiagnostic } from './to-diagnostic';

/** How long after the last keystroke findings are computed again, in milliseconds. */
const quiet = 250;

/** Shows the findings of every open spec in the Problems panel; other documents are left alone. */
export class SpecDiagnostics implements vscode.Disposable {
  readonly #library: SpecLibrary;
  readonly #extension: vscode.Uri;
  readonly #collection = vscode.languages.createDiagnosticCollection('tech-spec');
  readonly #subscriptions: vscode.Disposable[];
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  /** @param extension folder of the extension, which holds the pages of the checks */
  constructor(library: SpecLibrary, extension: vscode.Uri) {
    this.#library = library;
    this.#extension = extension;
    this.#subscriptions = [
      this.#collection,
      vscode.workspace.onDidOpenTextDocument((document) => void this.#update(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#later(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#collection.delete(uri)),
      library.onDidChange(() => this.#updateAll()),
    ];
    this.#updateAll();
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #updateAll(): void {
    for (const document of vscode.workspace.textDocuments) void this.#update(document);
  }

  #later(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    const timer = setTimeout(() => {
      this.#timers.delete(key);
      void this.#update(document);
    }, quiet);
    this.#timers.set(key, timer);
  }

  async #update(document: vscode.TextDocument): Promise<void> {
    if (document.isClosed || !(await this.#library.isSpec(document))) {
      this.#collection.delete(document.uri);
      return;
    }
    const version = document.version;
    const spec = await this.#library.review(document);
    // A newer version has its own update under way.
    if (spec === null || document.isClosed || document.version !== version) return;
    this.#collection.set(
      document.uri,
      spec.findings.map((finding) => {
        const diagnostic = toDiagnostic(finding, this.#extension);
        diagnostic.relatedInformation = relatedInformation(finding, spec.folder.uri);
        return diagnostic;
      }),
    );
  }
}
