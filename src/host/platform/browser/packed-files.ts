import {
  FileSystemError,
  type DirectoryEntry,
  type FileStat,
  type FileSystem,
} from '../../../core/ports/file-system';

/** Files that came along with the code, as one value of texts by path. */
export class PackedFiles implements FileSystem {
  readonly #load: () => Promise<Readonly<Record<string, string>>>;
  #texts: Promise<Readonly<Record<string, string>>> | undefined;

  /** @param load called with the first access, and again where it failed */
  constructor(load: () => Promise<Readonly<Record<string, string>>>) {
    this.#load = load;
  }

  async readDirectory(path: string): Promise<readonly DirectoryEntry[]> {
    const start = path === '' ? '' : `${path}/`;
    const entries = new Map<string, DirectoryEntry>();
    for (const file of Object.keys(await this.#all())) {
      if (!file.startsWith(start)) continue;
      const [name = '', ...below] = file.slice(start.length).split('/');
      entries.set(name, { name, type: below.length > 0 ? 'directory' : 'file' });
    }
    if (entries.size === 0) throw new FileSystemError('not-found', path);
    return [...entries.values()];
  }

  async readFile(path: string): Promise<Uint8Array> {
    const text = textOf(await this.#all(), path);
    if (text !== undefined) return new TextEncoder().encode(text);
    const isFolder = (await this.stat(path)) !== undefined;
    throw new FileSystemError(isFolder ? 'not-a-file' : 'not-found', path);
  }

  async stat(path: string): Promise<FileStat | undefined> {
    const texts = await this.#all();
    const text = textOf(texts, path);
    if (text !== undefined) return { type: 'file', size: new TextEncoder().encode(text).length };
    const isFolder = path === '' || Object.keys(texts).some((file) => file.startsWith(`${path}/`));
    return isFolder ? { type: 'directory', size: 0 } : undefined;
  }

  #all(): Promise<Readonly<Record<string, string>>> {
    if (this.#texts === undefined) {
      this.#texts = this.#load();
      this.#texts.catch(() => (this.#texts = undefined));
    }
    return this.#texts;
  }
}

function textOf(texts: Readonly<Record<string, string>>, path: string): string | undefined {
  return Object.hasOwn(texts, path) ? texts[path] : undefined;
}
