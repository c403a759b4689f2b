import * as vscode from 'vscode';
import type { ExportedFile } from '../../core/export/exported-file';
import { tell } from '../messages/tell';
import { VsCodeFiles } from '../ports/vs-code-files';

/**
 * Shows which files would be written and writes them once the person says so; what is there is replaced only with consent.
 *
 * @param agreed whether whoever asked knows the files: only replacing is asked for then
 * @param unstated what the files could not say, as a sentence that is told with them; `null` where there is nothing
 */
export async function writeExport(
  folder: vscode.Uri,
  files: readonly ExportedFile[],
  agreed: boolean,
  unstated: string | null,
): Promise<void> {
  const target = new VsCodeFiles(folder);
  const states = await Promise.all(
    files.map(async (file) => ({
      file,
      inside: await target.staysInside(file.path),
      there: (await target.stat(file.path).catch(() => null)) !== undefined,
    })),
  );
  const outside = states.filter(({ inside }) => !inside);
  if (outside.length > 0)
    return tell(
      'error',
      vscode.l10n.t(
        '{0} would lie outside of the folder, behind a link. Choose another folder.',
        outside.map(({ file }) => file.path).join(', '),
      ),
    );
  const there = states.filter((state) => state.there).map(({ file }) => file.path);
  if (!agreed && !(await confirmFiles(files, there))) return;
  if (there.length > 0 && !(await confirmReplacing(there))) return;
  try {
    for (const { path, text } of files)
      await vscode.workspace.fs.writeFile(target.uri(path), new TextEncoder().encode(text));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return tell('error', vscode.l10n.t('The export could not be written: {0}', why));
  }
  const [first] = files;
  if (first === undefined) return;
  const done =
    files.length === 1
      ? vscode.l10n.t('Exported to {0}.', first.path)
      : vscode.l10n.t('Exported {0} files, {1} among them.', files.length, first.path);
  tell('info', unstated === null ? done : `${done} ${unstated}`, {
    label: vscode.l10n.t('Open'),
    run: () => vscode.window.showTextDocument(target.uri(first.path)),
  });
}

/** The files as a list: choosing one shows it, the first entry writes all. */
async function confirmFiles(files: readonly ExportedFile[], there: readonly string[]): Promise<boolean> {
  const all = {
    label:
      files.length === 1
        ? vscode.l10n.t('$(save) Write 1 File')
        : vscode.l10n.t('$(save-all) Write {0} Files', files.length),
    description: '',
    file: null,
  };
  const items = files.map((file) => ({
    label: file.path,
    description: there.includes(file.path) ? vscode.l10n.t('is there already') : vscode.l10n.t('new'),
    file,
  }));
  for (;;) {
    const picked = await vscode.window.showQuickPick([all, ...items], {
      title: vscode.l10n.t('Files of the Export'),
      placeHolder: vscode.l10n.t('Write them, or choose one to look at it first'),
      ignoreFocusOut: true,
    });
    if (picked === undefined) return false;
    if (picked.file === null) return true;
    const language = picked.file.path.endsWith('.json')
      ? 'json'
      : picked.file.path.endsWith('.sh')
        ? 'shellscript'
        : 'markdown';
    const document = await vscode.workspace.openTextDocument({ content: picked.file.text, language });
    await vscode.window.showTextDocument(document, { preview: true, preserveFocus: true });
  }
}

async function confirmReplacing(there: readonly string[]): Promise<boolean> {
  const replace = vscode.l10n.t('Replace');
  const answer = await vscode.window.showWarningMessage(
    there.length === 1
      ? vscode.l10n.t('Replace a file that is there?')
      : vscode.l10n.t('Replace {0} files that are there?', there.length),
    { modal: true, detail: there.join('\n') },
    replace,
  );
  return answer === replace;
}
