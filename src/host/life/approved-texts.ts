import * as vscode from 'vscode';
import { findApprovedText } from '../../core/life/find-approved-text';
import { fileName } from '../../core/text/path';
import { tell } from '../messages/tell';
import { specOf } from '../drift/chosen-spec';
import { ShownTexts } from '../editor/shown-texts';
import { EditorGit } from '../ports/editor-git';
import type { SpecLibrary } from '../review/library/spec-library';

export const approvedScheme = 'tech-spec-approved';

/** What was approved, beside what a spec says now. */
export class ApprovedTexts implements vscode.Disposable {
  readonly #texts = new ShownTexts(approvedScheme);

  /** Opens the diff of a spec against its last approval. */
  async showChanges(library: SpecLibrary, clicked: vscode.Uri | null): Promise<void> {
    const spec = await specOf(library, clicked);
    if (spec === null) return;
    const { approvals, approval } = spec.report.life;
    const [last] = approval === null ? approvals : [approval];
    if (last === undefined)
      return tell('info', vscode.l10n.t('This spec was never approved, so nothing has changed since.'));
    const git = new EditorGit(spec.folder.uri);
    if (!git.mayRun)
      return tell(
        'warning',
        vscode.l10n.t(
          'What was approved is looked up in the history of git, and git cannot be run here. Open the repository as a folder on a disk, and trust it.',
        ),
      );
    const text = await findApprovedText(git, last);
    if (text === null)
      return tell(
        'warning',
        vscode.l10n.t(
          'The text that was approved on {0} is in no commit of the history of this file. Fetch the whole history of the repository.',
          last.date,
        ),
      );
    const uri = spec.uri.with({ scheme: approvedScheme, query: last.sha256 });
    this.#texts.put(uri, text);
    const title =
      last.name === null
        ? vscode.l10n.t('{0}: since the approval of {1}', fileName(spec.path), last.date)
        : vscode.l10n.t('{0}: since the approval by {1}, {2}', fileName(spec.path), last.name, last.date);
    await vscode.commands.executeCommand('vscode.diff', uri, spec.uri, title, { preview: false });
  }

  dispose(): void {
    this.#texts.dispose();
  }
}
