import * as vscode from 'vscode';
import { DocumentDiagnostics } from '../review/problems/document-diagnostics';
import { toDiagnostic } from '../review/problems/to-diagnostic';
import type { SourceFinding } from './reviewed-source';
import type { SourceReviews } from './source-reviews';

/** How long after the last keystroke a source is read again, in milliseconds. */
const quiet = 400;

/**
 * Shows the problems of every open PRD and initiative in the Problems panel.
 *
 * @param extension folder of the extension, which holds the pages of the checks
 * @param changed fires when sources must be looked at anew
 * @returns ends it
 */
export function showSourceDiagnostics(
  reviews: SourceReviews,
  extension: vscode.Uri,
  changed: readonly vscode.Event<void>[],
): vscode.Disposable {
  const diagnostics = new DocumentDiagnostics({
    name: 'tech-spec-sources',
    quiet,
    find: async (document) => {
      const review = await reviews.of(document).catch(() => null);
      if (review === null) return null;
      return review.findings.map((finding) => asDiagnostic(document.uri, finding, extension));
    },
  });
  const listening = changed.map((event) =>
    event(() => {
      reviews.forget();
      diagnostics.updateAll();
    }),
  );
  return vscode.Disposable.from(diagnostics, ...listening);
}

function asDiagnostic(uri: vscode.Uri, finding: SourceFinding, extension: vscode.Uri): vscode.Diagnostic {
  const diagnostic = toDiagnostic(finding, extension);
  diagnostic.relatedInformation = finding.related.map(
    ({ range, text }) => new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, range), text),
  );
  return diagnostic;
}
