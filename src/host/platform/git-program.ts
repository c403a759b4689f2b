import type { IndexFile } from '../../core/workspace/files/read-index';

/** Git as a program on this machine. */
export interface GitProgram {
  /**
   * @param program its path
   * @param folder absolute path of where it runs
   * @param options.environment added to that of this process
   * @returns its output; `null` where it failed, or could not read all it should
   * @throws the reason of the signal, once that is aborted
   */
  run(
    program: string,
    folder: string,
    args: readonly string[],
    options: {
      readonly signal: AbortSignal | undefined;
      readonly environment: Readonly<Record<string, string>>;
    },
  ): Promise<string | null>;
  /** The index of the repository whose root is a folder; `null` where it can not be read. */
  index(folder: string): Promise<IndexFile | null>;
  /** Environment that it runs in. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What stands between the paths of a list. */
  readonly pathDelimiter: string;
}
