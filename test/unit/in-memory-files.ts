import type { DirectoryEntry, FileStat, FileSystem } from '../../src/core/ports/file-system';
import { FileSystemError } from '../../src/core/ports/file-system';

export interface InMemoryOptions {
  /** Paths of symbolic links, listed as `other`, that lead out of the root. */
  readonly links?: readonly string[];
  /** Path of a symbolic link to the path in the root that it leads to. */
  readonly linksTo?: Readonly<Record<string, string>>;
  /** Files and folders that may not be read. */
  readonly denied?: readonly string[];
  /** Changes the order in which entries are listed, as file systems do. */
  readonly order?: (entries: DirectoryEntry[]) => DirectoryEntry[];
}

/** A file system in memory: path relative to the root, with forward slashes, to content. */
export class InMemoryFiles implements FileSystem {
  /** Paths read so far, in order. */
  readonly reads: string[] = [];
  readonly #files: Map<string, Uint8Array>;
  readonly #options: InMemoryOptions;

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}, options: InMemoryOptions = {}) {
    this.#files = new Map(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === 'string' ? new TextEncoder().encode(content) : content,
      ]),
    );
    this.#options = options;
  }

  async readDirectory(path: string): Promise<readonly DirectoryEntry[]> {
    this.#refuse(path);
    const prefix = path === '' ? '' : `${path}/`;
    const entries = new Map<string, DirectoryEntry>();
    const add = (file: string, type: DirectoryEntry['type']): void => {
      if (!file.startsWith(prefix)) return;
      const [name = '', ...rest] = file.slice(prefix.length).split('/');
      entries.set(name, { name, type: rest.length > 0 ? 'directory' : type });
    };
    for (const file of this.#files.keys()) add(file, 'file');
    for (const link of this.#links()) add(link, 'other');
    if (entries.size === 0 && path !== '') throw new FileSystemError('not-found', path);
    const listed = [...entries.values()];
    return this.#options.order?.(listed) ?? listed;
  }

  async readFile(path: string): Promise<Uint8Array> {
    this.#refuse(path);
    this.reads.push(path);
    const content = this.#files.get(path);
    if (content === undefined) {
      throw new FileSystemError(this.#isFolder(path) ? 'not-a-file' : 'not-found', path);
    }
    return content;
  }

  async stat(path: string): Promise<FileStat | undefined> {
    const content = this.#files.get(path);
    if (content !== undefined) return { type: 'file', size: content.byteLength };
    if (this.#links().includes(path)) return { type: 'other', size: 0 };
    return path === '' || this.#isFolder(path) ? { type: 'directory', size: 0 } : undefined;
  }

  resolveLink(path: string): Promise<string | null> {
    return Promise.resolve(this.#options.linksTo?.[path] ?? null);
  }

  #links(): readonly string[] {
    return [...(this.#options.links ?? []), ...Object.keys(this.#options.linksTo ?? {})];
  }

  #isFolder(path: string): boolean {
    return [...this.#files.keys()].some((file) => file.startsWith(`${path}/`));
  }

  #refuse(path: string): void {
    if (this.#options.denied?.includes(path) === true) throw new FileSystemError('no-access', path);
  }
}
