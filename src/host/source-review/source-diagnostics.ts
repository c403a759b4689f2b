import * as vscode from 'vscode';
import { toDiagnostic } from '../review/to-diagnostic';
import type { SourceFinding } from './reviewed-source';
import type { SourceReviews } from './source-reviews';

/** How long after the last keystroke a source is read again, in milliseconds. */
const quiet = 400;

/** Shows the problems of every open PRD and initiative in the Problems panel; other documents are left alone. */
export class SourceDiagnostics implements vscode.Disposable {
  readonly #reviews: SourceReviews;
  readonly #extension: vscode.Uri;
  readonly #collection = vscode.languages.createDiagnosticCollection('tech-spec-sources');
  readonly #subscriptions: vscode.Disposable[];
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  /**
   * @param extension folder of the extension, which holds the pages of the checks
   * @param changed fires when sources must be looked at anew
   */
  constructor(reviews: SourceReviews, extension: vscode.Uri, changed: readonly vscode.Event<void>[]) {
    this.#reviews = reviews;
    this.#extension = extension;
    this.#subscriptions = [
      this.#collection,
      vscode.workspace.onDidOpenTextDocument((document) => void this.#update(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#later(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#close(uri)),
      ...changed.map((event) =>
        event(() => {
          reviews.forget();
          this.#updateAll();
        }),
      ),
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
    }, quiet);
    this.#timers.set(key, timer);
  }

  async #update(document: vscode.TextDocument): Promise<void> {
    const version = document.version;
    const review = document.isClosed ? null : await this.#reviews.of(document).catch(() => null);
    if (document.isClosed || review === null) {
      this.#collection.delete(document.uri);
      return;
    }
    // A newer version has its own update under way.
    if (document.version !== version) return;
    this.#collection.set(
      document.uri,
      review.findings.map((finding) => this.#diagnostic(document.uri, finding)),
    );
  }

  #diagnostic(uri: vscode.Uri, finding: SourceFinding): vscode.Diagnostic {
    const diagnostic = toDiagnostic(finding, this.#extension);
    diagnostic.relatedInformation = finding.related.map(
      ({ range, text }) => new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, range), text),
    );
    return diagnostic;
  }
}
