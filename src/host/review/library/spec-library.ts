import * as vscode from 'vscode';
import { findFiles } from '../../ports/find-files';
import { frontMatterNamesSpec } from '../../../core/spec/front-matter-names-spec';
import type { ReviewedSpec, ReviewSpec } from '../report/reviewed-spec';

const receiptSuffix = '.receipt.json';
/** What lies beside a spec and is read with it. */
const besideSuffixes = [receiptSuffix, '.corrections.json', '.answers.json', '.review.json'] as const;
/** Where it is said who ticked, approved and commented what, and which drift was accepted. */
const smallRecords = /\.(?:answers|signoffs|accepted|approvals|comments)\/[^/]+\.json$/;
/** Where front matter ends if there is any. */
const head = new vscode.Range(0, 0, 100, 0);
/** Beyond this many specs the tree would be of no use and reading them slow. */
const mostSpecs = 500;

interface KnownReport {
  readonly text: string;
  readonly spec: Promise<ReviewedSpec>;
  /** The document it was checked against, as a URI; `null` where there is none, `undefined` until that is known. */
  source: string | null | undefined;
}

/**
 * Knows which files are specs (by receipt, front matter or settings) and what is true of them. Reports are computed
 * when asked for and kept until the spec, its receipt or its source changes.
 */
export class SpecLibrary implements vscode.Disposable {
  readonly #review: ReviewSpec;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[] = [this.#changed];
  readonly #reports = new Map<string, KnownReport>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts what may have changed beside specs. */
  #records = 0;

  /** Fires, settled, after anything that a report depends on has changed on disk or in settings. */
  readonly onDidChange = this.#changed.event;

  /** @param review called with the first spec: what it needs may load then */
  constructor(review: ReviewSpec) {
    this.#review = review;
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.{md,markdown,txt,mdc,json}');
    const relevant = (uri: vscode.Uri): void => {
      const { path } = uri;
      const isRecord = besideSuffixes.some((suffix) => path.endsWith(suffix)) || smallRecords.test(path);
      if (!path.endsWith('.json') || isRecord) this.refresh(uri);
    };
    watcher.onDidChange(relevant, undefined, this.#subscriptions);
    watcher.onDidCreate(relevant, undefined, this.#subscriptions);
    watcher.onDidDelete(relevant, undefined, this.#subscriptions);
    this.#subscriptions.push(
      watcher,
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.refresh()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('techSpec')) this.refresh();
      }),
    );
  }

  /**
   * Forgets reports and tells listeners, once for a burst of changes.
   *
   * @param changed the file that changed: only what depends on it is forgotten, as far as that can be told
   */
  refresh(changed?: vscode.Uri): void {
    this.#records += 1;
    if (changed === undefined || !this.#forget(changed)) this.#reports.clear();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#changed.fire(), 250);
  }

  /** Whether a document is a spec; cheap enough for every document that opens, so it loads nothing. */
  async isSpec(document: vscode.TextDocument): Promise<boolean> {
    const folder = vscode.workspace.getWorkspaceFolder(document.uri);
    if (document.uri.scheme === 'untitled' || folder === undefined) return false;
    if (!/\.(md|markdown)$/i.test(document.uri.path)) return false;
    if (frontMatterNamesSpec(document.getText(head))) return true;
    const globs = includeGlobs(folder);
    if (
      globs.some(
        (glob) => vscode.languages.match({ pattern: new vscode.RelativePattern(folder, glob) }, document) > 0,
      )
    ) {
      return true;
    }
    return exists(receiptUri(document.uri));
  }

  /** The report of an open document, unsaved changes included. */
  review(document: vscode.TextDocument): Promise<ReviewedSpec> | null {
    const folder = vscode.workspace.getWorkspaceFolder(document.uri);
    return folder === undefined ? null : this.#report(document.uri, folder, document.getText());
  }

  /** The report of a text as if it stood at that place. */
  reviewText(uri: vscode.Uri, text: string): Promise<ReviewedSpec> | null {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return folder === undefined ? null : this.#report(uri, folder, text);
  }

  /** The report of a text that an open document may come to hold; it does not yet, so it is not kept. */
  reviewEdited({ uri, folder }: ReviewedSpec, text: string): Promise<ReviewedSpec> {
    return this.#review(uri, folder, text, this.#records);
  }

  /**
   * The report of a text that is to stand at that place, with its receipt; neither lies there yet, so it is not kept.
   *
   * @param receipt its text
   */
  reviewDraft(uri: vscode.Uri, text: string, receipt: string): Promise<ReviewedSpec> | null {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return folder === undefined ? null : this.#review(uri, folder, text, this.#records, receipt);
  }

  /** All specs of the workspace with their reports, by path. */
  async all(token: vscode.CancellationToken): Promise<readonly ReviewedSpec[]> {
    const found = new Map<string, { readonly uri: vscode.Uri; readonly folder: vscode.WorkspaceFolder }>();
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const find = (glob: string): Promise<readonly vscode.Uri[]> =>
        findFiles(folder, glob, '**/node_modules/**', mostSpecs, token);
      // In one go: where the editor can't search, all of them share one walk.
      const [receipts = [], ...listed] = await Promise.all(
        [`**/*${receiptSuffix}`, ...includeGlobs(folder)].map(find),
      );
      const beside = receipts.map((uri) =>
        uri.with({ path: `${uri.path.slice(0, -receiptSuffix.length)}.md` }),
      );
      for (const uri of [...beside, ...listed.flat()]) {
        if (/\.(md|markdown)$/i.test(uri.path)) found.set(uri.toString(), { uri, folder });
      }
    }
    const specs = await Promise.all(
      [...found.values()].map(async ({ uri, folder }) => {
        const text = await readText(uri);
        return text === null || token.isCancellationRequested ? null : this.#report(uri, folder, text);
      }),
    );
    return specs
      .filter((spec) => spec !== null)
      .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** @returns `false` where it is not known what depends on the file: it may be a template */
  #forget(changed: vscode.Uri): boolean {
    const key = changed.toString();
    const suffix = besideSuffixes.find((end) => key.endsWith(end)) ?? smallRecords.exec(key)?.[0];
    if (suffix !== undefined) {
      const stem = key.slice(0, -suffix.length);
      for (const extension of ['.md', '.markdown']) this.#reports.delete(stem + extension);
      return true;
    }
    // A spec's own report is kept by its text.
    let known = this.#reports.has(key);
    for (const [spec, { source }] of this.#reports) {
      if (source !== undefined && source !== key) continue;
      this.#reports.delete(spec);
      known ||= source === key;
    }
    return known;
  }

  #report(uri: vscode.Uri, folder: vscode.WorkspaceFolder, text: string): Promise<ReviewedSpec> {
    const key = uri.toString();
    const known = this.#reports.get(key);
    if (known !== undefined && known.text === text) return known.spec;
    const spec = this.#review(uri, folder, text, this.#records);
    const report: KnownReport = { text, spec, source: undefined };
    this.#reports.set(key, report);
    spec.then(
      ({ report: { source } }) => {
        report.source = source === null ? null : vscode.Uri.joinPath(folder.uri, source).toString();
      },
      // A failed report is not remembered: the next look tries again.
      () => this.#reports.delete(key),
    );
    return spec;
  }
}

/** Receipt beside a spec. */
export function receiptUri(spec: vscode.Uri): vscode.Uri {
  return spec.with({ path: spec.path.replace(/\.[^./]+$/, '') + receiptSuffix });
}

function includeGlobs(folder: vscode.WorkspaceFolder): readonly string[] {
  return vscode.workspace.getConfiguration('techSpec', folder).get<readonly string[]>('specs.include', []);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

async function readText(uri: vscode.Uri): Promise<string | null> {
  // An open document may hold changes that are not saved yet.
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open !== undefined) return open.getText();
  return vscode.workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => null,
  );
}
