import * as vscode from 'vscode';
import type { Severity } from '../../../core/checks/finding';
import type { ReviewedFinding } from '../report/reviewed-spec';

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/** What all our diagnostics name as their source. */
const source = 'tech-spec';

/**
 * A finding as the editor shows it; its code links the page of the check.
 *
 * @param extension folder of the extension, which holds the pages
 */
export function toDiagnostic(
  { editorRange, text, severity, check }: ReviewedFinding,
  extension: vscode.Uri,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(editorRange, text, severities[severity]);
  diagnostic.source = source;
  diagnostic.code = { value: check, target: vscode.Uri.joinPath(extension, 'docs', 'checks', `${check}.md`) };
  return diagnostic;
}

/** The other places of a finding, as the editor links them. */
export function relatedInformation(
  { check, places = [] }: Pick<ReviewedFinding, 'check' | 'places'>,
  folder: vscode.Uri,
): vscode.DiagnosticRelatedInformation[] {
  const label = check.startsWith('conformance-')
    ? vscode.l10n.t('What the code has')
    : vscode.l10n.t('What it is about');
  return places.map(({ path, line }) => {
    const at = new vscode.Location(vscode.Uri.joinPath(folder, path), new vscode.Position(line - 1, 0));
    return new vscode.DiagnosticRelatedInformation(at, label);
  });
}

/** Id of the check behind one of our diagnostics; `null` for those of others. */
export function checkOf({ source: from, code }: vscode.Diagnostic): string | null {
  return from === source && typeof code === 'object' && typeof code.value === 'string' ? code.value : null;
}
