const tables = new WeakMap<readonly string[], FileTable>();

/**
 * The files of a workspace with the folders and names that they have in common: a hundred thousand files lie in a tenth
 * as many folders and often share their names. What follows from a folder or a name alone is found out once for each,
 * and told for a file without looking at its path again.
 */
export class FileTable {
  /** Sorted by code unit. */
  readonly paths: readonly string[];
  readonly #folders = new Folders();
  readonly #names = new Numbered();
  /** Rows of the folder and of the name of each file. */
  readonly #folderOf: Uint32Array;
  readonly #nameOf: Uint32Array;

  private constructor(paths: readonly string[]) {
    this.paths = paths;
    this.#folderOf = new Uint32Array(paths.length);
    this.#nameOf = new Uint32Array(paths.length);
    let folder = '';
    let row = this.#folders.of(folder);
    for (let index = 0; index < paths.length; index += 1) {
      const path = paths[index] ?? '';
      const slash = path.lastIndexOf('/');
      const length = slash < 0 ? 0 : slash;
      // Neighbours mostly lie in one folder.
      if (length !== folder.length || path.slice(0, length) !== folder) {
        folder = path.slice(0, length);
        row = this.#folders.of(folder);
      }
      this.#folderOf[index] = row;
      this.#nameOf[index] = this.#names.of(path.slice(slash + 1));
    }
  }

  /**
   * The table of a list: made once, whoever asks, and forgotten with the list.
   *
   * @param paths relative to the root, sorted by code unit
   */
  static of(paths: readonly string[]): FileTable {
    const table = tables.get(paths) ?? new FileTable(paths);
    tables.set(paths, table);
    return table;
  }

  /** Every folder with files in it or below; the root, the empty string, is the first, and each comes after its parent. */
  get folders(): readonly string[] {
    return this.#folders.paths;
  }

  /** Row of the folder around one; the root's own for the root. */
  parentOf(folder: number): number {
    return this.#folders.parents[folder] ?? 0;
  }

  /** Answers to a question about folders, one a row, each made from the answer for the folder around it. */
  inFolders<Answer>(
    atRoot: Answer,
    of: (around: Answer, name: string, folder: string) => Answer,
  ): readonly Answer[] {
    const { paths, parents, names } = this.#folders;
    const answers = [atRoot];
    for (let row = 1; row < paths.length; row += 1)
      answers.push(of(answers[parents[row] ?? 0] ?? atRoot, names[row] ?? '', paths[row] ?? ''));
    return answers;
  }

  /** Answers to a question about the names of files, one a row. */
  ofNames<Answer>(of: (name: string) => Answer): readonly Answer[] {
    return this.#names.texts.map(of);
  }

  /** The files whose folder and name, by their rows, pass a test; sorted. */
  filter(test: (folder: number, name: number) => boolean): readonly string[] {
    const found: string[] = [];
    this.forEach((folder, name, index) => {
      if (test(folder, name)) found.push(this.paths[index] ?? '');
    });
    return found;
  }

  /** Goes through all files: the rows of their folder and name, and their place among the paths. */
  forEach(visit: (folder: number, name: number, index: number) => void): void {
    const [folders, names] = [this.#folderOf, this.#nameOf];
    for (let index = 0; index < folders.length; index += 1)
      visit(folders[index] ?? 0, names[index] ?? 0, index);
  }
}

/** Numbers texts in the order in which they first come up. */
class Numbered {
  readonly texts: string[] = [];
  readonly #rows = new Map<string, number>();

  of(text: string): number {
    const known = this.#rows.get(text);
    if (known !== undefined) return known;
    this.#rows.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }
}

/** Numbers folders so that each comes after the one around it. */
class Folders {
  readonly paths: string[] = [''];
  readonly names: string[] = [''];
  readonly parents: number[] = [0];
  readonly #rows = new Map<string, number>([['', 0]]);

  of(path: string): number {
    const known = this.#rows.get(path);
    if (known !== undefined) return known;
    const slash = path.lastIndexOf('/');
    this.parents.push(this.of(slash < 0 ? '' : path.slice(0, slash)));
    this.names.push(path.slice(slash + 1));
    const row = this.paths.push(path) - 1;
    this.#rows.set(path, row);
    return row;
  }
}
