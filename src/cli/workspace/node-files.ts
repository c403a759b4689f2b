import { lstatSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Dirent, Stats } from 'node:fs';
import type { DirectoryEntry, FileStat, FileSystem, FileSystemErrorCode } from '../../core/ports/file-system';
import { FileSystemError } from '../../core/ports/file-system';
import { staysInside } from '../../core/workspace/files/stays-inside';

/**
 * Files below one folder of the disk. Symbolic links are listed as `other` and never followed out of the root, so
 * that a checked out repository can't make anyone read files of the machine. A path that leaves the root in so many
 * words (`../prd.md`) is read: only a person names such paths.
 *
 * Each call is made at once: the command line has nothing else to do meanwhile, and a thread of its own for each costs
 * many times as much as what a call waits for.
 */
export class NodeFileSystem implements FileSystem {
  readonly #root: string;
  #realRoot: string | null = null;

  /** @param root absolute path of an existing folder */
  constructor(root: string) {
    this.#root = resolve(root);
  }

  async readDirectory(path: string): Promise<readonly DirectoryEntry[]> {
    const entries = attempt(path, () => readdirSync(this.#resolved(path), { withFileTypes: true }));
    return Promise.resolve(entries.map((entry) => ({ name: entry.name, type: typeOf(entry) })));
  }

  async readFile(path: string): Promise<Uint8Array> {
    return Promise.resolve(attempt(path, () => readFileSync(this.#resolved(path))));
  }

  async stat(path: string): Promise<FileStat | undefined> {
    try {
      const stats = attempt(path, () => lstatSync(join(this.#root, path), { throwIfNoEntry: false }));
      return await Promise.resolve(stats && { type: typeOf(stats), size: stats.size });
    } catch (error) {
      if (FileSystemError.is(error) && error.code === 'not-found') return undefined;
      throw error;
    }
  }

  /** Whether a path stays below the root with all links followed. */
  staysInside(path: string): Promise<boolean> {
    return staysInside(path, (one) => Promise.resolve(realPath(join(this.#root, one))));
  }

  async resolveLink(path: string): Promise<string | null> {
    const [root, real] = [this.#rootPath(), realPath(join(this.#root, path))];
    const isThere = root !== null && real !== null && isInside(root, real);
    return Promise.resolve(isThere ? relative(root, real).split(sep).join('/') : null);
  }

  #rootPath(): string | null {
    return (this.#realRoot ??= realPath(this.#root));
  }

  /** Absolute path behind a relative one, once all links in it are known to stay inside. */
  #resolved(path: string): string {
    const target = join(this.#root, path);
    if (!isInside(this.#root, target)) return target;
    const root = (this.#realRoot ??= realpathSync.native(this.#root));
    const real = realpathSync.native(target);
    if (!isInside(root, real)) throw new FileSystemError('no-access', path);
    return real;
  }
}

function attempt<Result>(path: string, operation: () => Result): Result {
  try {
    return operation();
  } catch (error) {
    throw FileSystemError.is(error) ? error : new FileSystemError(codeOf(error), path, error);
  }
}

/** `null` where there is nothing. */
function realPath(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch {
    return null;
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path;
}

function typeOf(entry: Dirent | Stats): DirectoryEntry['type'] {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'directory' : 'other';
}

const codes: Readonly<Record<string, FileSystemErrorCode>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  ELOOP: 'no-access',
  EACCES: 'no-access',
  EPERM: 'no-access',
  EISDIR: 'not-a-file',
};

function codeOf(error: unknown): FileSystemErrorCode {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return codes[code] ?? 'unknown';
}
