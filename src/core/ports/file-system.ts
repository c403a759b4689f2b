/**
 * The only way core reaches files. Every path is relative to one root, with forward slashes and without a
 * leading slash; the root itself is the empty string. A path may leave the root through `../` only where a
 * person named such a file (a PRD that lies elsewhere); adapters never follow one that document text contains.
 */
export interface FileSystem {
  /** Entries of one folder in no particular order; rejects with {@link FileSystemError} when it can't be read. */
  readDirectory(path: string): Promise<readonly DirectoryEntry[]>;
  /** The whole file; rejects with {@link FileSystemError}. */
  readFile(path: string): Promise<Uint8Array>;
  /** `undefined` when nothing is there. */
  stat(path: string): Promise<FileStat | undefined>;
  /**
   * Where a symbolic link leads in the end, relative to the root; `null` where that is outside of the root, absent, or
   * can't be told. Left out where there are no links.
   */
  resolveLink?(path: string): Promise<string | null>;
}

export interface DirectoryEntry {
  readonly name: string;
  /** A symbolic link is `other`, whatever it leads to. */
  readonly type: 'file' | 'directory' | 'other';
}

export interface FileStat {
  readonly type: 'file' | 'directory' | 'other';
  /** Size in bytes. */
  readonly size: number;
}

export type FileSystemErrorCode = 'not-found' | 'no-access' | 'not-a-file' | 'unknown';

/** A failed file operation, with a code the caller can turn into advice. */
export class FileSystemError extends Error {
  override readonly name = 'FileSystemError';
  readonly code: FileSystemErrorCode;
  readonly path: string;

  constructor(code: FileSystemErrorCode, path: string, cause?: unknown) {
    super(`${code}: ${path}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.path = path;
  }

  static is(value: unknown): value is FileSystemError {
    return value instanceof FileSystemError;
  }
}
