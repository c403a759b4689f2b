import {
  FileSystemError,
  type DirectoryEntry,
  type FileStat,
  type FileSystem,
} from '../../../core/ports/file-system';

/** Files below a folder that can be read but not listed: what lies there was written down when the product was built. */
export class ListedFiles implements FileSystem {
  readonly #sizes: Readonly<Record<string, number>>;
  readonly #read: (path: string) => Promise<Uint8Array>;
  readonly #contents = new Map<string, Promise<Uint8Array>>();

  /**
   * @param sizes in bytes, by path below the folder
   * @param read a file by its path below the folder; called once for each, and again where it failed
   */
  constructor(sizes: Readonly<Record<string, number>>, read: (path: string) => Promise<Uint8Array>) {
    this.#sizes = sizes;
    this.#read = read;
  }

  async readDirectory(path: string): Promise<readonly DirectoryEntry[]> {
    const start = path === '' ? '' : `${path}/`;
    const entries = new Map<string, DirectoryEntry>();
    for (const file of Object.keys(this.#sizes)) {
      if (!file.startsWith(start)) continue;
      const [name = '', ...below] = file.slice(start.length).split('/');
      entries.set(name, { name, type: below.length > 0 ? 'directory' : 'file' });
    }
    if (entries.size === 0) throw new FileSystemError('not-found', path);
    return Promise.resolve([...entries.values()]);
  }

  async readFile(path: string): Promise<Uint8Array> {
    const stat = await this.stat(path);
    if (stat?.type !== 'file')
      throw new FileSystemError(stat === undefined ? 'not-found' : 'not-a-file', path);
    // Who reads one reads the others next, one after the other: all are asked for at once, so that a network is waited for once.
    for (const file of Object.keys(this.#sizes)) this.#contentOf(file).catch(() => {});
    return this.#contentOf(path);
  }

  stat(path: string): Promise<FileStat | undefined> {
    const size = Object.hasOwn(this.#sizes, path) ? this.#sizes[path] : undefined;
    if (size !== undefined) return Promise.resolve({ type: 'file', size });
    const isFolder = path === '' || Object.keys(this.#sizes).some((file) => file.startsWith(`${path}/`));
    return Promise.resolve(isFolder ? { type: 'directory', size: 0 } : undefined);
  }

  #contentOf(path: string): Promise<Uint8Array> {
    const known = this.#contents.get(path);
    if (known !== undefined) return known;
    const content = this.#read(path);
    this.#contents.set(path, content);
    content.catch(() => this.#contents.delete(path));
    return content;
  }
}
