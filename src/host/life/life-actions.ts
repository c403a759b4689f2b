import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { SpecEdit } from '../../core/checks/spec-fix';
import { approvalPath, serialiseApproval } from '../../core/life/approval';
import { makeApproval } from '../../core/life/approve';
import {
  approvalAgain,
  noNote,
  statusChoices,
  statusEdits,
  type StatusChoice,
} from '../../core/life/change-status';
import { textAt } from '../../core/life/find-approved-text';
import { factsOf, type StatusNote, type UnmetNeed } from '../../core/life/needs';
import { statusOfStage, type LifeStatus } from '../../core/template/statuses';
import { hasLinesOf } from '../../core/spec/written-text';
import { specOf } from '../drift/chosen-spec';
import { tell, type NextStep } from '../messages/tell';
import { EditorGit, patienceForRecords } from '../ports/editor-git';
import { systemClock } from '../ports/system-clock';
import { VsCodeFiles } from '../ports/vs-code-files';
import { editorRange } from '../review/report/review-spec';
import type { ReviewedSpec } from '../review/report/reviewed-spec';
import type { SpecLibrary } from '../review/library/spec-library';
import { askNote } from './ask-note';
import { completeSpec } from './complete-spec';

/** A message has room for so many. */
const mostTold = 4;

/** What came with a command. */
export interface LifeRequest {
  /** Name of a status; `null` lets the person choose. */
  readonly status: string | null;
  readonly note: StatusNote | null;
}

/** Lets a person choose the status of a spec, each with what it needs, and gives it that. */
export async function setStatus(
  library: SpecLibrary,
  clicked: vscode.Uri | null,
  { status, note }: LifeRequest,
): Promise<void> {
  const spec = await specOf(library, clicked);
  if (spec === null) return;
  const choices = statusChoices(factsOf(spec.report), note ?? noNote);
  const choice =
    status === null ? await pick(spec, choices) : choices.find((one) => one.status.name === status);
  if (choice === undefined || choice.isCurrent) return;
  await give(library, spec, choice, note);
}

/** Approves a spec as it stands. */
export async function approveSpec(library: SpecLibrary, clicked: vscode.Uri | null): Promise<void> {
  const spec = await specOf(library, clicked);
  if (spec === null) return;
  const facts = factsOf(spec.report);
  const { status } = spec.report.life;
  const wanted = statusOfStage(spec.report.template, 'approved');
  const choice =
    status?.stage === 'approved'
      ? approvalAgain(facts, status)
      : statusChoices(facts).find((one) => one.status.name === wanted.name);
  if (choice !== undefined) await give(library, spec, choice, null);
}

/** Marks a spec as implemented and moves it among those that are. */
export async function markImplemented(library: SpecLibrary, clicked: vscode.Uri | null): Promise<void> {
  const spec = await specOf(library, clicked);
  if (spec === null) return;
  const wanted = statusOfStage(spec.report.template, 'implemented');
  const choice = statusChoices(factsOf(spec.report)).find((one) => one.status.name === wanted.name);
  if (choice === undefined) return;
  // One that says so already may still lie among those that do not.
  if (choice.isCurrent) await completeSpec(library, spec, []);
  else await give(library, spec, choice, null);
}

async function give(
  library: SpecLibrary,
  spec: ReviewedSpec,
  { status, isReachable, unmet }: StatusChoice,
  given: StatusNote | null,
): Promise<void> {
  if (!isReachable) {
    const now = spec.report.life.status?.name ?? vscode.l10n.t('No status');
    return tell('warning', vscode.l10n.t('{0} does not follow {1}.', status.name, now));
  }
  const others = unmet.filter(({ need }) => need !== 'reason');
  if (others.length > 0) {
    const reasons = others.flatMap(reasonsOf).join(' ');
    const [line] = others.flatMap(({ lines }) => lines);
    return tell(
      'warning',
      vscode.l10n.t('This spec cannot get the status {0} yet. {1}', status.name, reasons),
      ...(line === undefined ? [] : [show(spec, line)]),
    );
  }
  const note = unmet.length === 0 ? (given ?? noNote) : await askNote(library, spec, status);
  if (note === null) return;
  const edits = statusEdits(spec.report, spec.path, status, note);
  if (status.stage === 'implemented') return completeSpec(library, spec, edits);
  await write(library, spec, status, edits);
}

/** Status and approval are one edit, saved at once: what is approved is what lies in the file. */
async function write(
  library: SpecLibrary,
  spec: ReviewedSpec,
  status: LifeStatus,
  edits: readonly SpecEdit[],
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    spec.uri,
    edits.map(({ range, newText }) => new vscode.TextEdit(editorRange(range), newText)),
  );
  const approves = status.stage === 'approved';
  let changed = spec.uri;
  if (approves) {
    const git = new EditorGit(spec.folder.uri, patienceForRecords);
    const state = await git.read();
    const commit = state?.commit ?? null;
    const approval = makeApproval({
      ...{ spec: spec.report.spec, path: spec.path, edits, earlier: spec.report.life.approvals, commit },
      name: state?.userName ?? null,
      date: systemClock.now().toISOString().slice(0, 10),
      committed: commit === null ? null : await textAt(git, commit, spec.path),
    });
    const file = new VsCodeFiles(spec.folder.uri).uri(approvalPath(spec.path, approval));
    changed = file;
    edit.createFile(file, {
      ignoreIfExists: true,
      contents: new TextEncoder().encode(serialiseApproval(approval)),
    });
  }
  const document = await vscode.workspace.openTextDocument(spec.uri);
  const isStill = hasLinesOf(spec.report.spec, document.getText());
  if (!isStill || !(await vscode.workspace.applyEdit(edit)) || !(await document.save()))
    return tell('warning', vscode.l10n.t('The spec was being changed, so its status was not. Try again.'));
  // A record of an approval is what a report is made of, too.
  library.refresh(changed);
  tell(
    'info',
    approves
      ? vscode.l10n.t('Approved as it stands. An edit sets it back to review, a tick does not.')
      : vscode.l10n.t('The status is {0} now.', status.name),
  );
}

async function pick(spec: ReviewedSpec, choices: readonly StatusChoice[]): Promise<StatusChoice | undefined> {
  const now = spec.report.life.status?.name ?? vscode.l10n.t('No status');
  const items = choices.map((choice) => {
    const { status, isCurrent, isReachable, unmet } = choice;
    const reasons = unmet.map(({ message, args }) => t(message, ...args)).join(' ');
    const description = isCurrent
      ? vscode.l10n.t('now')
      : !isReachable
        ? vscode.l10n.t('does not follow {0}', now)
        : unmet.length === 0
          ? ''
          : vscode.l10n.t('not yet');
    return {
      label: status.name,
      description,
      ...(isReachable && reasons !== '' ? { detail: reasons } : {}),
      choice,
    };
  });
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Status of {0}', spec.report.spec.title ?? spec.path),
    placeHolder: vscode.l10n.t('Each status with what it still needs'),
  });
  return picked?.choice;
}

/**
 * What a need lacks, in words. Deviations of the code are told one by one: before the status is set, nothing is due that
 * tasks do not make due, so Problems does not have them.
 */
function reasonsOf({ need, message, args, items }: UnmetNeed): readonly string[] {
  const told = need === 'conformance' ? items.slice(0, mostTold).map(({ text }) => text) : [];
  return [t(message, ...args), ...told];
}

function show(spec: ReviewedSpec, line: number): NextStep {
  const at = new vscode.Position(line - 1, 0);
  return {
    label: vscode.l10n.t('Show'),
    run: () => vscode.window.showTextDocument(spec.uri, { selection: new vscode.Range(at, at) }),
  };
}
