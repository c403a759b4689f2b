import * as vscode from 'vscode';
import { askReviewer } from '../../../core/opinions/ask-reviewer';
import { reviewPath, serialiseReview } from '../../../core/opinions/opinion';
import { signalOf } from '../../commands/signal-of';
import { nextSteps, tell } from '../../messages/tell';
import { outcomeNotice } from '../../generation/generation-notice';
import { VsCodeFiles } from '../../ports/vs-code-files';
import type { ProposalWriting } from '../../regenerate/proposal-writing';
import { documentOf } from '../../regenerate/regenerate-section';
import { outlineId } from '../../../core/receipt/build-receipt';

/**
 * Asks a model what it thinks of a spec. Its opinions lie beside the spec and stand apart in the checklist; spec and ticks stay.
 *
 * @param clicked the spec, or `undefined` for the one in the active editor
 */
export async function askModelReview(
  writing: ProposalWriting,
  clicked: vscode.Uri | undefined,
): Promise<void> {
  const document = await documentOf(clicked);
  const spec = document === null ? null : await writing.library.review(document);
  if (document === null || spec === null)
    return tell('info', vscode.l10n.t('Open a tech spec of this workspace first.'));
  if (!writing.isFree(document.uri)) return;
  const prepared = await writing.prepare(spec, null);
  if (prepared === null) return;
  const { brief, model } = prepared;
  if (model.id === outlineId)
    return tell(
      'warning',
      vscode.l10n.t('The outline has no opinions. Choose a model that writes.'),
      nextSteps.modelSettings(),
    );
  const title = vscode.l10n.t('{0} reviews the spec', model.label);
  const progress = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const { review, outcome } = await vscode.window.withProgress(progress, (bar, token) => {
    const signal = signalOf(token);
    return askReviewer({
      ...{ model, brief, spec: spec.report.spec, checklist: spec.report.checklist, signal },
      onWait: ({ attempt, seconds }) =>
        bar.report({ message: vscode.l10n.t('attempt {0} in {1} s', attempt, seconds) }),
    });
  });
  if (outcome.kind === 'cancelled') return;
  if (outcome.kind !== 'complete') {
    const notice = outcomeNotice(outcome);
    return notice === null ? undefined : tell(notice.severity, notice.text);
  }
  if (review === null)
    return tell(
      'warning',
      vscode.l10n.t('The answer holds no opinion that could be read. Ask again, or choose another model.'),
    );
  const uri = new VsCodeFiles(spec.folder.uri).uri(reviewPath(spec.path));
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(serialiseReview(review)));
  writing.library.refresh(uri);
  tell(
    'info',
    vscode.l10n.t(
      'Opinions: {0}, remarks: {1}. They stand in the Review Checklist, apart from what is verified.',
      review.opinions.length,
      review.remarks.length,
    ),
    nextSteps.showChecklist(),
  );
}
