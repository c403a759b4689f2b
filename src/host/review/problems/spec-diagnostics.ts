import * as vscode from 'vscode';
import { DocumentDiagnostics } from './document-diagnostics';
import type { SpecLibrary } from '../library/spec-library';
import { relatedInformation, toDiagnostic } from './to-diagnostic';

/** How long after the last keystroke findings are computed again, in milliseconds. */
const quiet = 250;

/**
 * Shows the findings of every open spec in the Problems panel.
 *
 * @param extension folder of the extension, which holds the pages of the checks
 * @returns ends it
 */
export function showSpecDiagnostics(library: SpecLibrary, extension: vscode.Uri): vscode.Disposable {
  const diagnostics = new DocumentDiagnostics({
    name: 'tech-spec',
    quiet,
    find: async (document) => {
      const spec = (await library.isSpec(document)) ? await library.review(document) : null;
      if (spec === null) return null;
      return spec.findings.map((finding) => {
        const diagnostic = toDiagnostic(finding, extension);
        diagnostic.relatedInformation = relatedInformation(finding, spec.folder.uri);
        return diagnostic;
      });
    },
  });
  return vscode.Disposable.from(
    diagnostics,
    library.onDidChange(() => diagnostics.updateAll()),
  );
}
