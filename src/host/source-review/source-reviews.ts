import * as vscode from 'vscode';
import type { KnownSources } from './known-sources';
import type { ReviewedSource, ReviewSource } from './reviewed-source';

interface KnownReview {
  readonly version: number;
  readonly review: Promise<ReviewedSource>;
}

/** What is known of open sources, computed once for each version of a document. */
export class SourceReviews implements vscode.Disposable {
  readonly #sources: KnownSources;
  readonly #review: ReviewSource;
  readonly #known = new Map<string, KnownReview>();
  readonly #subscription: vscode.Disposable;

  /** @param review called with the first source: what it needs may load then */
  constructor(sources: KnownSources, review: ReviewSource) {
    this.#sources = sources;
    this.#review = review;
    this.#subscription = vscode.workspace.onDidCloseTextDocument(({ uri }) =>
      this.#known.delete(uri.toString()),
    );
  }

  /** The review of the document as it stands now; `null` where it is no source. */
  async of(document: vscode.TextDocument): Promise<ReviewedSource | null> {
    const folder = vscode.workspace.getWorkspaceFolder(document.uri);
    if (folder === undefined || !(await this.#sources.isSource(document)) || document.isClosed) return null;
    const key = document.uri.toString();
    const known = this.#known.get(key);
    if (known?.version === document.version) return known.review;
    const review = this.#review(document.uri, folder, document.getText());
    this.#known.set(key, { version: document.version, review });
    // A failed review is not remembered: the next look tries again.
    review.catch(() => this.#known.delete(key));
    return review;
  }

  /** Reads all anew when asked next: files beside them, or settings, are different. */
  forget(): void {
    this.#known.clear();
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}
