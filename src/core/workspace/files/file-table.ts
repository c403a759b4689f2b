import { Folders, joinedRows, Numbered, rowsIn, rowsOf, type FilePlaces, type FileRows } from './file-rows';
import { compareText } from '../../text/path-order';
import { firstAt } from './sorted-files';

const mostPieces = 10_000;
const tables = new WeakMap<readonly string[], FileTable>();

/**
 * The files of a workspace with the folders and names that they have in common: a hundred thousand files lie in a tenth
 * as many folders and often share their names. What follows from a folder or a name alone is found out once for each,
 * and told for a file without looking at its path again.
 */
export class FileTable {
  /** Sorted by code unit. */
  readonly paths: readonly string[];
  readonly #folders: Folders;
  readonly #names: Numbered;
  /** Rows of the folder and of the name of each file. */
  readonly #folderOf: Uint32Array;
  readonly #nameOf: Uint32Array;

  private constructor(paths: readonly string[], folders: Folders, names: Numbered, rows: FileRows) {
    this.paths = paths;
    this.#folders = folders;
    this.#names = names;
    this.#folderOf = rows.folderOf;
    this.#nameOf = rows.nameOf;
    tables.set(paths, this);
  }

  /**
   * The table of a list: made once, whoever asks, and forgotten with the list.
   *
   * @param paths relative to the root, sorted by code unit
   * @param places where each lies, where that is known
   */
  static of(paths: readonly string[], places: FilePlaces | null = null): FileTable {
    const known = tables.get(paths);
    if (known !== undefined) return known;
    const [folders, names] = [new Folders(), new Numbered(places?.names)];
    const rows = places === null ? rowsOf(paths, folders, names) : rowsIn(places, folders);
    return new FileTable(paths, folders, names, rows);
  }

  /**
   * The table of the list with some files taken out and others put in, made of this one: that most files are still the
   * same is why it takes a tenth of the time. It may know folders and names that no file has any more.
   *
   * @param gone what is not listed is left aside
   * @param more none of them listed but what is gone, in any order
   */
  changed(gone: Iterable<string>, more: readonly string[]): FileTable {
    const edits = [
      ...Array.from(gone, (path) => ({ path, isGone: true })),
      ...more.map((path) => ({ path, isGone: false })),
    ].sort((left, right) => compareText(left.path, right.path));
    if (edits.length === 0) return this;
    const added = [...more].sort(compareText);
    const addedRows = rowsOf(added, this.#folders, this.#names);
    const paths: (readonly string[])[] = [];
    const folderOf: Uint32Array[] = [];
    const nameOf: Uint32Array[] = [];
    const take = (
      from: number,
      to: number,
      { all, rows }: { all: readonly string[]; rows: FileRows },
    ): void => {
      if (from === to) return;
      paths.push(all.slice(from, to));
      folderOf.push(rows.folderOf.subarray(from, to));
      nameOf.push(rows.nameOf.subarray(from, to));
    };
    const kept = { all: this.paths, rows: { folderOf: this.#folderOf, nameOf: this.#nameOf } };
    let at = 0;
    let of = 0;
    for (const { path, isGone } of edits) {
      // What takes the place of a file with its path comes behind that one.
      const until = Math.max(at, firstAt(this.paths, path));
      take(at, until, kept);
      at = isGone && this.paths[until] === path ? until + 1 : until;
      if (isGone) continue;
      take(of, of + 1, { all: added, rows: addedRows });
      of += 1;
    }
    take(at, this.paths.length, kept);
    // A list of as many arguments as there are pieces has a limit; up to it this takes a hundredth of the time.
    const all = paths.length < mostPieces ? ([] as string[]).concat(...paths) : paths.flat();
    return new FileTable(all, this.#folders, this.#names, {
      folderOf: joinedRows(folderOf),
      nameOf: joinedRows(nameOf),
    });
  }

  /**
   * The table of the files whose folder and name, by their rows, pass a test; this one where all do. It may know
   * folders and names that no file has any more.
   */
  only(test: (folder: number, name: number) => boolean): FileTable {
    const kept: number[] = [];
    this.forEach((folder, name, index) => {
      if (test(folder, name)) kept.push(index);
    });
    if (kept.length === this.paths.length) return this;
    return new FileTable(
      kept.map((index) => this.paths[index] ?? ''),
      this.#folders,
      this.#names,
      {
        folderOf: Uint32Array.from(kept, (index) => this.#folderOf[index] ?? 0),
        nameOf: Uint32Array.from(kept, (index) => this.#nameOf[index] ?? 0),
      },
    );
  }

  /** Every folder with files in it or below; the root, the empty string, is the first, and each comes after its parent. */
  get folders(): readonly string[] {
    return this.#folders.paths;
  }

  /** Row of a folder; `undefined` where it is none of these. */
  rowOf(folder: string): number | undefined {
    return this.#folders.rowOf(folder);
  }

  /** Row of the folder around one; the root's own for the root. */
  parentOf(folder: number): number {
    return this.#folders.parents[folder] ?? 0;
  }

  /**
   * Answers to a question about the names of folders, one a row: that of the innermost folder, itself included, that
   * has one. Folders share their names, so few are asked about.
   *
   * @param holds asked about each folder whose name has an answer, whether it counts there
   * @returns `null` where no name has an answer, as mostly
   */
  nearest<Answer>(
    of: (name: string) => Answer | null,
    holds: (folder: string) => boolean = () => true,
  ): readonly (Answer | null)[] | null {
    const byName = this.#folders.names.texts.map((name) => of(name));
    if (byName.every((answer) => answer === null)) return null;
    const { paths, parents, nameOf } = this.#folders;
    const answers: (Answer | null)[] = [null];
    for (let row = 1; row < paths.length; row += 1) {
      const answer = byName[nameOf[row] ?? 0] ?? null;
      answers.push(
        answer !== null && holds(paths[row] ?? '') ? answer : (answers[parents[row] ?? 0] ?? null),
      );
    }
    return answers;
  }

  /** By row whether a folder lies in one whose name passes, or is one; `null` where no name does. */
  within(
    passes: (name: string) => boolean,
    holds?: (folder: string) => boolean,
  ): readonly (true | null)[] | null {
    return this.nearest((name) => (passes(name) ? true : null), holds);
  }

  /** Answers to a question about the names of files, one a row. */
  ofNames<Answer>(of: (name: string) => Answer): readonly Answer[] {
    return this.#names.texts.map((name) => of(name));
  }

  /**
   * The files whose folder or whose name, by their rows, passes; sorted.
   *
   * @param counts asked about each of them
   */
  either(
    inFolder: (folder: number) => boolean,
    ofName: (name: number) => boolean,
    counts: (folder: number, name: number) => boolean = () => true,
  ): readonly string[] {
    const folders = new Uint8Array(this.#folders.paths.length);
    for (let row = 0; row < folders.length; row += 1) if (inFolder(row)) folders[row] = 1;
    const names = new Uint8Array(this.#names.texts.length);
    for (let row = 0; row < names.length; row += 1) if (ofName(row)) names[row] = 1;
    return this.#marked(folders, names, counts);
  }

  /** The files whose name and folder, this by its row, pass; sorted. Where no name does, no file is looked at. */
  named(of: (name: string) => boolean, inFolder: (row: number) => boolean = () => true): readonly string[] {
    const passes = new Uint8Array(this.#names.texts.length);
    this.#names.texts.forEach((name, row) => {
      if (of(name)) passes[row] = 1;
    });
    return passes.includes(1)
      ? this.#marked(new Uint8Array(this.#folders.paths.length), passes, inFolder)
      : [];
  }

  /** One loop for all such questions, which asks nobody about most files: it is fast from the second question on. */
  #marked(
    folders: Uint8Array,
    names: Uint8Array,
    counts: (folder: number, name: number) => boolean,
  ): readonly string[] {
    const found: string[] = [];
    const [folderOf, nameOf] = [this.#folderOf, this.#nameOf];
    for (let index = 0; index < nameOf.length; index += 1) {
      const folder = folderOf[index] ?? 0;
      const name = nameOf[index] ?? 0;
      if ((names[name] === 1 || folders[folder] === 1) && counts(folder, name))
        found.push(this.paths[index] ?? '');
    }
    return found;
  }

  /** Goes through all files: the rows of their folder and name, and their place among the paths. */
  forEach(visit: (folder: number, name: number, index: number) => void): void {
    const [folders, names] = [this.#folderOf, this.#nameOf];
    for (let index = 0; index < folders.length; index += 1)
      visit(folders[index] ?? 0, names[index] ?? 0, index);
  }
}
