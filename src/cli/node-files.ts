import { lstat, readFile, readdir, realpath } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { Dirent, Stats } from 'node:fs';
import type { DirectoryEntry, FileStat, FileSystem, FileSystemErrorCode } from '../core/ports/file-system';
import { FileSystemError } from '../core/ports/file-system';
import { staysInside } from '../core/workspace/stays-inside';

/**
 * Files below one folder of the disk. Symbolic links are listed as `other` and never followed out of the root, so
 * that a checked out repository can't make anyone read files of the machine. A path that leaves the root in so many
 * words (`../prd.md`) is read: only a person names such paths.
 */
export class NodeFileSystem implements FileSystem {
  readonly #root: string;
  #realRoot: Promise<string> | null = null;

  /** @param root absolute path of an existing folder */
  constructor(root: string) {
    this.#root = resolve(root);
  }

  async readDirectory(path: string): Promise<readonly DirectoryEntry[]> {
    const entries = await this.#attempt(path, async () =>
      readdir(await this.#resolved(path), { withFileTypes: true }),
    );
    return entries.map((entry) => ({ name: entry.name, type: typeOf(entry) }));
  }

  async readFile(path: string): Promise<Uint8Array> {
    return this.#attempt(path, async () => readFile(await this.#resolved(path)));
  }

  async stat(path: string): Promise<FileStat | undefined> {
    try {
      const stats = await this.#attempt(path, () => lstat(join(this.#root, path)));
      return { type: typeOf(stats), size: stats.size };
    } catch (error) {
      if (FileSystemError.is(error) && error.code === 'not-found') return undefined;
      throw error;
    }
  }

  /** Whether a path stays below the root with all links followed. */
  staysInside(path: string): Promise<boolean> {
    return staysInside(path, (one) => realpath(join(this.#root, one)).catch(() => null));
  }

  async resolveLink(path: string): Promise<string | null> {
    try {
      const [root, real] = [
        await (this.#realRoot ??= realpath(this.#root)),
        await realpath(join(this.#root, path)),
      ];
      return isInside(root, real) ? relative(root, real).split(sep).join('/') : null;
    } catch {
      return null;
    }
  }

  /** Absolute path behind a relative one, once all links in it are known to stay inside. */
  async #resolved(path: string): Promise<string> {
    const target = join(this.#root, path);
    if (!isInside(this.#root, target)) return target;
    this.#realRoot ??= realpath(this.#root);
    const [root, real] = await Promise.all([this.#realRoot, realpath(target)]);
    if (!isInside(root, real)) throw new FileSystemError('no-access', path);
    return real;
  }

  async #attempt<Result>(path: string, operation: () => Promise<Result>): Promise<Result> {
    try {
      return await operation();
    } catch (error) {
      throw FileSystemError.is(error) ? error : new FileSystemError(codeOf(error), path, error);
    }
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
