import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { tasksInScope } from '../../core/checks/reading/tasks-in-scope';
import { safeFixes } from '../../core/checks/fixes/safe-fixes';
import type { SpecEdit } from '../../core/checks/spec-fix';
import { knownSectionAt } from '../../core/regenerate/section-target';
import { isDone } from '../../core/spec/task-ticks';
import { editorRange } from '../review/report/review-spec';
import type { ReviewedSpec } from '../review/report/reviewed-spec';
import type { SpecLibrary } from '../review/library/spec-library';
import { tickEdits, tickTitle } from '../life/task-ticks';
import { checkOf } from '../review/problems/to-diagnostic';
import { questionActions } from './question-actions';
import { settledChanges } from './settled-changes';

const fixAll = vscode.CodeActionKind.SourceFixAll.append('techSpec');

/** Fixes all that decides nothing. What it changes is found out when a person chooses it: that takes checks in rounds. */
class FixAllAction extends vscode.CodeAction {
  readonly uri: vscode.Uri;

  constructor(uri: vscode.Uri, problems: number, kind: vscode.CodeActionKind) {
    super(vscode.l10n.t('Fix all safe problems ({0})', problems), kind);
    this.uri = uri;
  }
}

/**
 * What settles the diagnostics of a spec, each one edit that one undo takes back; the way to the answers of questions that stand
 * open there; and what settles all that can be settled without deciding anything, whose edit {@link completeAction} finds.
 */
export function actionsFor(
  { uri, findings, report }: ReviewedSpec,
  range: vscode.Range,
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
  const others = wants(vscode.CodeActionKind.QuickFix)
    ? [
        ...questionActions({ uri, report }, range, diagnostics),
        ...repairActions({ uri, report }, diagnostics),
      ]
    : [];
  if (wants(vscode.CodeActionKind.RefactorRewrite)) others.push(...tickActions({ uri, report }, range));
  const safe = safeFixes(report);
  if (safe.edits.length === 0) return [...fixes, ...others];
  const problems = safe.findings.length;
  return [
    ...fixes,
    ...(fixes.length > 0 && problems > 1
      ? [new FixAllAction(uri, problems, vscode.CodeActionKind.QuickFix)]
      : []),
    ...others,
    ...(only !== undefined && wants(fixAll) ? [new FixAllAction(uri, problems, fixAll)] : []),
  ];
}

/**
 * Gives an action that fixes everything its edit: one, whatever rounds it takes. Every other action is as it was.
 *
 * @throws vscode.CancellationError where the person does not wait, or edits the spec meanwhile
 */
export async function completeAction(
  library: SpecLibrary,
  action: vscode.CodeAction,
  token: vscode.CancellationToken,
): Promise<vscode.CodeAction> {
  if (!(action instanceof FixAllAction)) return action;
  const document = await vscode.workspace.openTextDocument(action.uri);
  const spec = await library.review(document);
  if (spec === null) return action;
  const changes = await settledChanges(
    spec.report,
    document,
    async (text) => (await library.reviewEdited(spec, text)).report,
    () => token.isCancellationRequested,
  );
  if (changes === null) throw new vscode.CancellationError();
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(
    action.uri,
    changes.map(
      ({ start, end, newText }) =>
        new vscode.TextEdit(new vscode.Range(document.positionAt(start), document.positionAt(end)), newText),
    ),
  );
  return action;
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

/** Marks the task that begins on one of the lines as done, or as open again. */
function tickActions(
  { uri, report }: Pick<ReviewedSpec, 'uri' | 'report'>,
  { start, end }: vscode.Range,
): vscode.CodeAction[] {
  return tasksInScope(report)
    .filter(({ line }) => start.line < line && line <= end.line + 1)
    .map((task) => {
      const title = `${tickTitle(task)}: ${task.id}`;
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.RefactorRewrite);
      action.edit = new vscode.WorkspaceEdit();
      action.edit.set(uri, [...tickEdits(report.spec, task, !isDone(task))]);
      return action;
    });
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
