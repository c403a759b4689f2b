import * as vscode from 'vscode';
import { importPath, importSpec } from '../../core/import/import-spec';
import { mostDocuments, readDocuments, type UnreadDocuments } from '../../core/import/read-documents';
import { fileName, parentPath } from '../../core/text/path';
import { nextSteps, tell } from '../messages/tell';
import { VsCodeFiles } from '../ports/vs-code-files';

/** Makes a spec of the documents in a folder of the workspace, or of one document, and opens it; these stay as they are, and nothing is replaced. */
export async function importFrom(clicked: vscode.Uri | null): Promise<void> {
  const chosen = clicked ?? (await chooseFolder());
  if (chosen === null) return;
  const holder = vscode.workspace.getWorkspaceFolder(chosen);
  if (holder === undefined)
    return tell(
      'warning',
      vscode.l10n.t('Only documents of an open folder can be imported. Open their folder first.'),
      nextSteps.openFolder(),
    );
  const files = new VsCodeFiles(holder.uri);
  const folder = chosen.path.slice(holder.uri.path.length).replace(/^\/|\/$/g, '');
  const isFolder = (await files.stat(folder))?.type !== 'file';
  const place = isFolder ? folder : parentPath(folder);
  const found = await readDocuments(
    new VsCodeFiles(files.uri(place)),
    place,
    isFolder ? null : fileName(folder),
  );
  if ('problem' in found) return tell('warning', unread(folder, found));
  const free = await freePath(files, importPath(place, found.documents));
  const spec = importSpec({ ...found, folder: place, format: null, out: free });
  if (spec === null || (spec.format === null && !spec.restored))
    return tell(
      'warning',
      vscode.l10n.t(
        '{0} holds no spec of Spec Kit, Kiro, OpenSpec or compozy. Choose the folder of one spec.',
        folder,
      ),
    );
  const uri = files.uri(free);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(spec.text));
  await vscode.window.showTextDocument(uri);
  tell('info', vscode.l10n.t('Imported as {0}; the documents stay as they are.', free));
}

async function chooseFolder(): Promise<vscode.Uri | null> {
  const chosen = await vscode.window.showOpenDialog({
    ...{ canSelectFiles: false, canSelectFolders: true, canSelectMany: false },
    openLabel: vscode.l10n.t('Import'),
    title: vscode.l10n.t('Folder of one Spec'),
  });
  return chosen?.[0] ?? null;
}

function unread(folder: string, { problem, name }: UnreadDocuments): string {
  switch (problem) {
    case 'too-many':
      return vscode.l10n.t(
        '{0} has more than {1} documents. Choose the folder of one spec.',
        folder,
        mostDocuments,
      );
    case 'too-large':
      return vscode.l10n.t('{0} is larger than 1 MB. Move it out of the folder.', name);
    case 'unreadable':
      return vscode.l10n.t('{0} cannot be read. Check its permissions.', name);
  }
}

/** A path that nothing is at: with a number where something is. */
async function freePath(files: VsCodeFiles, path: string): Promise<string> {
  const stem = path.replace(/\.md$/, '');
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? path : `${stem}-${number}.md`;
    if ((await files.stat(candidate)) === undefined) return candidate;
  }
}
