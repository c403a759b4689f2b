import * as vscode from 'vscode';
import type { ImportedDocument } from '../../core/import/import-format';
import { importPath, importSpec } from '../../core/import/import-spec';
import { decodeSource } from '../../core/source/decode-source';
import { nextSteps, tell } from '../commands/tell';
import { VsCodeFiles } from '../ports/vs-code-files';

const textFile = /\.(?:md|markdown|txt|ya?ml|json|graphql|proto|sql|ts)$/i;
/** More files than this are no spec. */
const mostFiles = 200;
const mostDepth = 4;
const largestFile = 1_000_000;

/** Makes a spec of the documents in a folder of the workspace and opens it; these stay as they are, and nothing is replaced. */
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
  const names = await namesBelow(files, folder, '', 0);
  const documents: ImportedDocument[] = [];
  for (const name of names.slice(0, mostFiles)) {
    const path = folder === '' ? name : `${folder}/${name}`;
    documents.push({ path, text: await textOf(files, path) });
  }
  const free = await freePath(files, importPath(folder, documents));
  const spec =
    names.length > mostFiles ? null : importSpec({ documents, names, folder, format: null, out: free });
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

async function namesBelow(
  files: VsCodeFiles,
  folder: string,
  within: string,
  depth: number,
): Promise<readonly string[]> {
  const here = [folder, within].filter((part) => part !== '').join('/');
  const entries = await files.readDirectory(here).catch(() => []);
  const names: string[] = [];
  for (const { name, type } of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = within === '' ? name : `${within}/${name}`;
    if (type === 'file' && textFile.test(name)) names.push(path);
    else if (type === 'directory' && depth < mostDepth && !name.startsWith('.'))
      names.push(...(await namesBelow(files, folder, path, depth + 1)));
    if (names.length > mostFiles) break;
  }
  return names;
}

/** Empty where it is too large, binary, or can not be read. */
async function textOf(files: VsCodeFiles, path: string): Promise<string> {
  try {
    const bytes = await files.readFile(path);
    return bytes.byteLength > largestFile ? '' : decodeSource(path, bytes);
  } catch {
    return '';
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
