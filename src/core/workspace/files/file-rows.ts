/** Rows of the folder and of the name of each file of a list, in its order. */
export interface FileRows {
  readonly folderOf: Uint32Array;
  readonly nameOf: Uint32Array;
}

/** Folder and name of each file of a list, as places in lists of all folders and names that come up. */
export interface FilePlaces extends FileRows {
  /** Each once, the root the empty string. */
  readonly folders: readonly string[];
  /** Each once. */
  readonly names: readonly string[];
}

/** Rows of sorted paths; folders and names that are new get the next ones. */
export function rowsOf(paths: readonly string[], folders: Folders, names: Numbered): FileRows {
  const folderOf = new Uint32Array(paths.length);
  const nameOf = new Uint32Array(paths.length);
  let folder = '';
  let row = folders.of(folder);
  for (let index = 0; index < paths.length; index += 1) {
    const path = paths[index] ?? '';
    const slash = path.lastIndexOf('/');
    const length = slash < 0 ? 0 : slash;
    // Neighbours mostly lie in one folder.
    if (length !== folder.length || !path.startsWith(folder)) {
      folder = path.slice(0, length);
      row = folders.of(folder);
    }
    folderOf[index] = row;
    nameOf[index] = names.of(path.slice(slash + 1));
  }
  return { folderOf, nameOf };
}

/** Names keep their rows; among the folders come those that only hold folders. */
export function rowsIn(places: FilePlaces, folders: Folders): FileRows {
  const rows = Uint32Array.from(places.folders, (folder) => folders.of(folder));
  return { folderOf: places.folderOf.map((place) => rows[place] ?? 0), nameOf: places.nameOf };
}

/** Rows one after the other. */
export function joinedRows(parts: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Numbers texts in the order in which they first come up. */
export class Numbered {
  readonly texts: string[];
  readonly #rows = new Map<string, number>();

  /** @param texts the first ones; nobody looks them up, so one that comes up again has a second row */
  constructor(texts: readonly string[] = []) {
    this.texts = [...texts];
  }

  of(text: string): number {
    const known = this.#rows.get(text);
    if (known !== undefined) return known;
    this.#rows.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }
}

/** Numbers folders so that each comes after the one around it. */
export class Folders {
  readonly paths: string[] = [''];
  readonly names = new Numbered();
  /** Rows of the names. */
  readonly nameOf: number[] = [this.names.of('')];
  readonly parents: number[] = [0];
  readonly #rows = new Map<string, number>([['', 0]]);

  rowOf(path: string): number | undefined {
    return this.#rows.get(path);
  }

  of(path: string): number {
    const known = this.#rows.get(path);
    if (known !== undefined) return known;
    const slash = path.lastIndexOf('/');
    this.parents.push(this.of(slash < 0 ? '' : path.slice(0, slash)));
    this.nameOf.push(this.names.of(path.slice(slash + 1)));
    const row = this.paths.push(path) - 1;
    this.#rows.set(path, row);
    return row;
  }
}
