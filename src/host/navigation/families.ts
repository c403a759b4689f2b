import * as vscode from 'vscode';
import type { SpecFileReport } from '../../core/checks/check-spec-file';
import type { SpecFamily } from '../../core/navigation/id-place';
import { textsOf } from '../../core/navigation/source-places';
import { idsOfReceipt } from '../../core/receipt/find-records';
import { knowSource } from '../../core/receipt/know-source';
import { readSource } from '../../core/source/read-source';
import { readSiblings } from '../../core/source/siblings/read-siblings';
import type { Source } from '../../core/source/source';
import { SourceError } from '../../core/source/document/source-error';
import type { SpecLibrary } from '../review/library/spec-library';
import { relativePath } from '../workspace/workspace-path';
import { OpenFiles } from '../editor/open-files';

/** A document with the source and specs that share its ids. */
export interface DocumentFamily extends SpecFamily {
  readonly folder: vscode.WorkspaceFolder;
  readonly files: OpenFiles;
  /** Path of the document in the folder. */
  readonly path: string;
  /** Its own report where it is a spec. */
  readonly spec: SpecFileReport | null;
}

/** How far to look: at the document and its source, or at every spec that is about that source. */
export type Reach = 'document' | 'family';

/** Finds what belongs together: a source and the specs about it. */
export class Families {
  readonly #library: SpecLibrary;

  constructor(library: SpecLibrary) {
    this.#library = library;
  }

  /** Family of a spec or source, or `null` where the document lies in no folder. A source always has its whole family. */
  async of(document: vscode.TextDocument, reach: Reach): Promise<DocumentFamily | null> {
    const folder = vscode.workspace.getWorkspaceFolder(document.uri);
    const path = folder === undefined ? null : relativePath(folder.uri, document.uri);
    if (folder === undefined || path === null) return null;
    const files = new OpenFiles(folder.uri);
    if (!(await this.#library.isSpec(document))) {
      const specs = await this.#specsAbout(folder, path, null);
      return { folder, files, path, spec: null, specs, source: await this.#source(files, path, specs) };
    }
    const reviewed = await this.#library.review(document);
    if (reviewed === null) return null;
    const spec = reviewed.report;
    const alone = spec.source === null || reach === 'document';
    const specs = alone ? [spec] : await this.#specsAbout(folder, spec.source, spec);
    const source = spec.source === null ? null : await this.#source(files, spec.source, [spec, ...specs]);
    return { folder, files, path, spec, specs, source };
  }

  async #specsAbout(
    folder: vscode.WorkspaceFolder,
    source: string,
    own: SpecFileReport | null,
  ): Promise<readonly SpecFileReport[]> {
    const all = await this.#library.all(new vscode.CancellationTokenSource().token);
    const others = all
      .filter((spec) => spec.folder.uri.toString() === folder.uri.toString() && spec.report.source === source)
      .map(({ report }) => report);
    if (own === null) return others;
    // As it stands in the editor, wherever the library has it from.
    return [own, ...others.filter(({ path }) => path !== own.path)];
  }

  /** As it was understood for the spec, unless it has been changed since and not saved. */
  async #source(files: OpenFiles, path: string, specs: readonly SpecFileReport[]): Promise<Source | null> {
    const understood = specs.map((spec) => spec.understood).find((source) => source !== null) ?? null;
    if (understood !== null && !files.isDirty(textsOf(understood).map((text) => text.path)))
      return understood;
    try {
      const kind = understood?.kind;
      const alone = readSource({ path, bytes: await files.readFile(path), ...(kind ? { kind } : {}) });
      const previous = specs.flatMap(({ receipt }) => (receipt === null ? [] : [idsOfReceipt(receipt)]));
      const corrections = understood?.corrected?.corrections ?? [];
      return knowSource(await readSiblings(alone, files), previous, corrections).source;
    } catch (error) {
      // Empty, or gone meanwhile.
      if (SourceError.is(error) || error instanceof Error) return null;
      throw error;
    }
  }
}
