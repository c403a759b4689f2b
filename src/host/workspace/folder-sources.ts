import * as vscode from 'vscode';
import { findRecords, recordEndings } from '../../core/receipt/find-records';
import { isDependencyList } from '../../core/source/dependency-list';
import { readSource } from '../../core/source/read-source';
import { readSiblings } from '../../core/source/siblings/read-siblings';
import type { SourceKind } from '../../core/source/source';
import { frontMatterNamesSpec } from '../../core/spec/front-matter-names-spec';
import { documentTitle } from '../../core/workspace/documents/document-title';
import { readRuleFrontMatter } from '../../core/workspace/documents/rule-front-matter';
import { skippedFolders } from '../../core/workspace/files/skipped-folders';
import type { SourceCandidate } from '../../shared/wizard/source-state';
import { findFiles } from '../ports/find-files';
import { VsCodeFiles } from '../ports/vs-code-files';
import { readSettings } from '../settings/settings';
import type { DraftingInputs, ReadSource } from '../wizard/data/wizard-services';
import { exportGlobs, kindOfPath, likelySources, sourceExtensions } from './likely-sources';
import { onAbort } from '../ports/on-abort';

const mostScanned = 5000;
const mostOffered = 40;
/** Titles are read from files up to this size, in bytes. */
const largestTitled = 256 * 1024;

/** One workspace folder as a place that holds documents to make specs from. */
export class FolderSources implements Pick<DraftingInputs, 'findSources' | 'readSource'> {
  readonly folder: vscode.WorkspaceFolder;
  readonly files: VsCodeFiles;

  constructor(folder: vscode.WorkspaceFolder) {
    this.folder = folder;
    this.files = new VsCodeFiles(folder.uri);
  }

  async findSources(current: string | null, signal: AbortSignal): Promise<readonly SourceCandidate[]> {
    const cancellation = new vscode.CancellationTokenSource();
    const unheard = onAbort(signal, () => cancellation.cancel());
    const found = await Promise.all(
      [`**/*.{${sourceExtensions.join(',')}}`, ...exportGlobs, `**/*${recordEndings[0]}`].map((glob) =>
        findFiles(
          this.folder,
          glob,
          `**/{${[...skippedFolders].join(',')}}/**`,
          mostScanned,
          cancellation.token,
        ),
      ),
    ).finally(() => {
      unheard();
      cancellation.dispose();
    });
    const paths = found.flat().map((uri) => this.#relative(uri));
    const likely = likelySources(paths, readSettings(this.folder.uri).prds, mostOffered).filter(
      ({ path }) => path !== current,
    );
    const open =
      current === null
        ? []
        : [
            {
              path: current,
              kind: kindOfPath(current) ?? ('prd' as const),
              reason: vscode.l10n.t('Open in the editor'),
            },
          ];
    const heads = await Promise.all([...open, ...likely].map((source) => this.#head(source)));
    return heads.flatMap(({ isOther, source }) => (isOther && source.path !== current ? [] : [source]));
  }

  async readSource(path: string, kind: SourceKind | null): Promise<ReadSource> {
    const uri = this.files.uri(path);
    const open = vscode.workspace.textDocuments.find(
      (document) => document.uri.toString() === uri.toString(),
    );
    const unsaved = open?.isDirty ?? false;
    const bytes =
      open !== undefined && unsaved
        ? new TextEncoder().encode(open.getText())
        : await this.files.readFile(path);
    const alone = readSource({ path, bytes, ...(kind === null ? {} : { kind }) });
    const source = await readSiblings(alone, this.files);
    return { source, unsaved, records: await findRecords(this.files, await this.records(), path) };
  }

  /** Paths of what lies beside the specs of the folder. */
  protected records(): Promise<readonly string[]> {
    return this.found(`**/*{${recordEndings.join(',')}}`);
  }

  /** Paths of what a glob finds, relative to the folder. */
  protected async found(glob: string): Promise<readonly string[]> {
    const found = await findFiles(this.folder, glob, `**/{${[...skippedFolders].join(',')}}/**`, mostScanned);
    return found.map((uri) => this.#relative(uri));
  }

  #relative(uri: vscode.Uri): string {
    return uri.path.slice(`${this.folder.uri.path.replace(/\/$/, '')}/`.length);
  }

  /** What the document says of itself: its title, and whether it is a spec. */
  async #head(
    source: Omit<SourceCandidate, 'title'>,
  ): Promise<{ readonly source: SourceCandidate; readonly isOther: boolean }> {
    const { path } = source;
    const unknown = { source: { ...source, title: path }, isOther: false };
    try {
      const stat = await this.files.stat(path);
      if (stat === undefined || stat.size > largestTitled) return unknown;
      const text = new TextDecoder().decode(await this.files.readFile(path));
      const title = documentTitle(path, readRuleFrontMatter(text));
      // A spec, or what pip reads: whatever they are called, nobody drafts from them.
      return {
        source: { ...source, title },
        isOther: frontMatterNamesSpec(text) || isDependencyList(path, text),
      };
    } catch {
      // A title is a nicety; what is wrong with the file is said when it is chosen.
      return unknown;
    }
  }
}
