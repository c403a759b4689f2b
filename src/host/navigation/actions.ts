import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { safeFixes } from '../../core/checks/safe-fixes';
import type { SpecEdit } from '../../core/checks/spec-fix';
import { knownSectionAt } from '../../core/regenerate/section-target';
import { editorRange } from '../review/review-spec';
import type { ReviewedSpec } from '../review/reviewed-spec';
import { checkOf } from '../review/to-diagnostic';

const fixAll = vscode.CodeActionKind.SourceFixAll.append('techSpec');

/**
 * What settles the diagnostics of a spec, each one edit that one undo takes back; and what settles all that can be settled
 * without deciding anything.
 */
export function actionsFor(
  { uri, findings, report }: ReviewedSpec,
  { diagnostics, only }: vscode.CodeActionContext,
): vscode.CodeAction[] {
  const wants = (kind: vscode.CodeActionKind): boolean => only === undefined || only.contains(kind);
  const fixes = wants(vscode.CodeActionKind.QuickFix)
    ? diagnostics.flatMap((diagnostic) =>
        findings
          .filter(
            (finding) =>
              finding.check === checkOf(diagnostic) &&
              finding.text === diagnostic.message &&
              finding.editorRange.isEqual(diagnostic.range),
          )
          .flatMap((finding) =>
            report.fixesOf(finding).map(({ message, args, edits, safe }, index) => {
              const action = fixAction(t(message, ...args), vscode.CodeActionKind.QuickFix, uri, edits);
              action.diagnostics = [diagnostic];
              action.isPreferred = safe && index === 0;
              return action;
            }),
          ),
      )
    : [];
  const repairs = wants(vscode.CodeActionKind.QuickFix) ? repairActions({ uri, report }, diagnostics) : [];
  const safe = safeFixes(report);
  if (safe.edits.length === 0) return [...fixes, ...repairs];
  const title = vscode.l10n.t('Fix all safe problems ({0})', safe.findings.length);
  return [
    ...fixes,
    ...(fixes.length > 0 && safe.findings.length > 1
      ? [fixAction(title, vscode.CodeActionKind.QuickFix, uri, safe.edits)]
      : []),
    ...repairs,
    ...(only !== undefined && wants(fixAll) ? [fixAction(title, fixAll, uri, safe.edits)] : []),
  ];
}

/** For errors: has a model write their section anew, which is shown as a diff first. One for each section. */
function repairActions(
  { uri, report }: Pick<ReviewedSpec, 'uri' | 'report'>,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const actions = new Map<number, vscode.CodeAction>();
  for (const diagnostic of diagnostics) {
    if (checkOf(diagnostic) === null || diagnostic.severity !== vscode.DiagnosticSeverity.Error) continue;
    const section = knownSectionAt(report, diagnostic.range.start.line + 1);
    if (section === null || actions.has(section.index)) continue;
    const title = vscode.l10n.t('Repair "{0}" with a model', section.heading);
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = { command: 'techSpec.repairSection', title, arguments: [uri, { line: section.line }] };
    action.diagnostics = [diagnostic];
    actions.set(section.index, action);
  }
  return [...actions.values()];
}

function fixAction(
  title: string,
  kind: vscode.CodeActionKind,
  uri: vscode.Uri,
  edits: readonly SpecEdit[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, kind);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(
    uri,
    edits.map(({ range, newText }) => new vscode.TextEdit(editorRange(range), newText)),
  );
  return action;
}
