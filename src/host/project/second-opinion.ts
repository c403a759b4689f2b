import type * as vscode from 'vscode';
import type { ProjectIndex, ProjectSymbol } from '../../core/project/project-index';
import type { ProjectIndexes } from './project-indexes';

/**
 * What the editor's language extensions know beyond the patterns that the index is made with. They are asked for single files
 * only, since each has to be opened for it and may start a language server.
 */
export class SecondOpinion {
  readonly #projects: ProjectIndexes;
  /** Files that were asked about, by folder and path. */
  readonly #asked = new Set<string>();
  /** What they declare and the index lacks, by folder. */
  readonly #learned = new Map<string, readonly ProjectSymbol[]>();
  /** Counts how often all was forgotten. */
  #forgotten = 0;

  constructor(projects: ProjectIndexes) {
    this.#projects = projects;
  }

  /**
   * Asks about files, each once until all is forgotten.
   *
   * @param project what is known of the folder
   * @returns whether anything was learned, which an answer that comes after all was forgotten is not; never rejects
   */
  async ask(
    folder: vscode.WorkspaceFolder,
    project: ProjectIndex,
    paths: readonly string[],
  ): Promise<boolean> {
    const root = folder.uri.toString();
    const forgotten = this.#forgotten;
    const source = this.#projects.symbolsOf(folder);
    const answers = await Promise.all(
      paths.map(async (path) => {
        const key = `${root}\n${path}`;
        if (this.#asked.has(key)) return [];
        this.#asked.add(key);
        // Another type of the file may have a member of the same name.
        const known = new Set(project.symbols.filter((one) => one.path === path).map(keyOf));
        return (await source.symbolsOf(path)).filter((one) => !known.has(keyOf(one)));
      }),
    );
    // Files have changed meanwhile: whoever doubts them still asks again.
    if (forgotten !== this.#forgotten) return false;
    const learned = answers.flat();
    if (learned.length > 0) this.#learned.set(root, [...(this.#learned.get(root) ?? []), ...learned]);
    return learned.length > 0;
  }

  /** The index of a folder, and what was learned of it. */
  added(folder: vscode.WorkspaceFolder, project: ProjectIndex): ProjectIndex {
    const learned = this.#learned.get(folder.uri.toString()) ?? [];
    return learned.length === 0 ? project : { ...project, symbols: [...project.symbols, ...learned] };
  }

  /** Files have changed: what was said of them may not hold any more. */
  forget(): void {
    this.#forgotten += 1;
    this.#asked.clear();
    this.#learned.clear();
  }
}

function keyOf({ container, name }: ProjectSymbol): string {
  return `${container ?? ''}\n${name}`;
}
