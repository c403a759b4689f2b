import * as vscode from 'vscode';
import { findFiles } from '../ports/find-files';
import type { SpecLibrary } from '../review/library/spec-library';
import { frontMatterNamesSource, isSourcePath } from './source-path';

/** Where front matter ends if there is any. */
const head = new vscode.Range(0, 0, 100, 0);
/** Receipts that are read to learn what specs were made from. */
const mostReceipts = 500;

/**
 * Knows which files are PRDs or initiatives: by the setting `techSpec.prds.include`, the folders and names that teams use,
 * front matter, and the receipts that name them. Cheap enough for every document that opens, so it loads nothing.
 */
export class KnownSources implements vscode.Disposable {
  readonly #library: SpecLibrary;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[] = [this.#changed];
  #named: Promise<NamedSources> | null = null;

  /** Fires when other files may be sources now. */
  readonly onDidChange = this.#changed.event;

  constructor(library: SpecLibrary) {
    this.#library = library;
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.receipt.json');
    const forget = (): void => {
      this.#named = null;
      this.#changed.fire();
    };
    watcher.onDidChange(forget, undefined, this.#subscriptions);
    watcher.onDidCreate(forget, undefined, this.#subscriptions);
    watcher.onDidDelete(forget, undefined, this.#subscriptions);
    // A receipt may stay behind a spec that is deleted or moved.
    const documents = vscode.workspace.createFileSystemWatcher('**/*.{md,markdown}', false, true, false);
    documents.onDidCreate(forget, undefined, this.#subscriptions);
    documents.onDidDelete(forget, undefined, this.#subscriptions);
    this.#subscriptions.push(
      watcher,
      documents,
      vscode.workspace.onDidChangeWorkspaceFolders(forget),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('techSpec')) this.#changed.fire();
      }),
    );
  }

  async isSource(document: vscode.TextDocument): Promise<boolean> {
    const folder = vscode.workspace.getWorkspaceFolder(document.uri);
    if (document.uri.scheme === 'untitled' || folder === undefined) return false;
    if (!/\.(?:md|markdown|txt)$/i.test(document.uri.path)) return false;
    if (await this.#library.isSpec(document)) return false;
    const path = document.uri.path.slice(folder.uri.path.length).replace(/^\/+/, '');
    const globs = vscode.workspace
      .getConfiguration('techSpec', folder)
      .get<readonly string[]>('prds.include', []);
    const listed = globs.some(
      (glob) => vscode.languages.match({ pattern: new vscode.RelativePattern(folder, glob) }, document) > 0,
    );
    if (listed || isSourcePath(path) || frontMatterNamesSource(document.getText(head))) return true;
    this.#named ??= namedByReceipts();
    return (await this.#named).has(document.uri.toString());
  }

  /** Whether a document is a source that no spec has been made from. */
  async lacksSpec(document: vscode.TextDocument): Promise<boolean> {
    if (!(await this.isSource(document))) return false;
    this.#named ??= namedByReceipts();
    return (await this.#named).get(document.uri.toString()) !== true;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** Sources as URIs, each with whether one of the specs that were made from it is there still. */
type NamedSources = ReadonlyMap<string, boolean>;

/** The files that receipts of the workspace name as sources. */
async function namedByReceipts(): Promise<NamedSources> {
  const named = new Map<string, boolean>();
  const receipts = await Promise.all(
    (vscode.workspace.workspaceFolders ?? []).map((folder) =>
      findFiles(folder, '**/*.receipt.json', '**/node_modules/**', mostReceipts),
    ),
  );
  await Promise.all(
    receipts.flat().map(async (uri) => {
      const folder = vscode.workspace.getWorkspaceFolder(uri);
      const path = sourceIn(await vscode.workspace.fs.readFile(uri).then(undefined, () => new Uint8Array()));
      if (folder === undefined || path === null) return;
      const source = vscode.Uri.joinPath(folder.uri, path).toString();
      named.set(source, (await hasSpec(uri)) || named.get(source) === true);
    }),
  );
  return named;
}

/** Whether the spec of a receipt lies beside it. */
async function hasSpec(receipt: vscode.Uri): Promise<boolean> {
  const found = await Promise.all(
    ['.md', '.markdown'].map((end) =>
      vscode.workspace.fs.stat(receipt.with({ path: receipt.path.replace(/\.receipt\.json$/iu, end) })).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}

/** Path of the source in a receipt, or `null`; the receipt itself is judged where it is used. */
function sourceIn(bytes: Uint8Array): string | null {
  try {
    const receipt: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const source: unknown = isRecord(receipt) ? receipt['source'] : null;
    const path = isRecord(source) ? source['path'] : null;
    return typeof path === 'string' && !/^(?:\/|~|[a-z][a-z\d+.-]*:)/i.test(path) ? path : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
