import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { SpecEdit } from '../../core/checks/spec-fix';
import {
  planCompletion,
  usualCompletedFolder,
  type ChangedText,
  type Completion,
} from '../../core/life/complete';
import { indexLines, rangeOf } from '../../core/spec/text-range';
import { changedStretch } from '../../core/text/changed-stretch';
import { listFiles } from '../../core/workspace/files/list-files';
import { tell } from '../messages/tell';
import { OpenFiles } from '../editor/open-files';
import { EditorGit } from '../ports/editor-git';
import { editorRange } from '../review/report/review-spec';
import type { ReviewedSpec } from '../review/report/reviewed-spec';
import type { SpecLibrary } from '../review/library/spec-library';
import { readTeamConfig } from '../../core/config/team-config';
import { checks } from '../../core/checks/registry';

/**
 * Moves a spec among the implemented ones, with all that belongs to it and every link to it mended, as one edit.
 *
 * @param edits that give it its status
 */
export async function completeSpec(
  library: SpecLibrary,
  spec: ReviewedSpec,
  edits: readonly SpecEdit[],
): Promise<void> {
  const files = new OpenFiles(spec.folder.uri);
  const { files: listed } = await listFiles(files, { git: new EditorGit(spec.folder.uri) });
  const plan = await planCompletion({
    ...{ files, spec: spec.report.spec, path: spec.path, edits, listed },
    folder: await completedFolder(spec, files),
  });
  if ('message' in plan) return tell('warning', t(plan.message, ...plan.args));
  const edit = asEdit(plan, files);
  if (edit.size === 0) return tell('info', vscode.l10n.t('It lies among the implemented specs already.'));
  // Saves what it changes, where nothing else was unsaved.
  if (!(await vscode.workspace.applyEdit(edit, { isRefactoring: true })))
    return tell('warning', vscode.l10n.t('The spec was being changed, so it was not moved. Try again.'));
  await save(plan, files);
  library.refresh();
  const [own] = plan.moves;
  tell(
    'info',
    own === undefined
      ? vscode.l10n.t('The spec is implemented.')
      : vscode.l10n.t('The spec is implemented and lies at {0} now.', own.to),
  );
}

/** A person's setting, the team's, or the usual place. */
async function completedFolder({ folder }: ReviewedSpec, files: OpenFiles): Promise<string> {
  const own = vscode.workspace.getConfiguration('techSpec', folder).get<string>('completedFolder', '').trim();
  if (own !== '') return own;
  const parsed = await readTeamConfig(files, new Set(checks.map(({ id }) => id)));
  return ('config' in parsed ? parsed.config.completedFolder : undefined) ?? usualCompletedFolder;
}

function asEdit({ texts, moves }: Completion, files: OpenFiles): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const text of texts)
    if (text.before !== text.after) edit.set(files.uri(text.path), [asTextEdit(text)]);
  for (const { from, to } of moves) edit.renameFile(files.uri(from), files.uri(to), { overwrite: false });
  return edit;
}

function asTextEdit({ before, after }: ChangedText): vscode.TextEdit {
  const { start, end, newText } = changedStretch(before, after);
  return new vscode.TextEdit(editorRange(rangeOf(indexLines(before), start, end)), newText);
}

async function save({ texts, moves }: Completion, files: OpenFiles): Promise<void> {
  const paths = new Set(
    texts.map(({ path }) => files.uri(moves.find(({ from }) => from === path)?.to ?? path).toString()),
  );
  for (const document of vscode.workspace.textDocuments)
    if (document.isDirty && paths.has(document.uri.toString())) await document.save();
}
