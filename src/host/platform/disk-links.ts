/** Symbolic links of the disk, which the editor's own file API follows without telling where to. */
export interface DiskLinks {
  /** Absolute path of what lies at one, links followed; `null` where nothing does. */
  realPath(path: string): Promise<string | null>;
  /**
   * Where a path leads in the end, relative to a folder, with forward slashes; `null` where that is outside of it or absent.
   *
   * @param folder absolute
   * @param path absolute
   */
  wayTo(folder: string, path: string): Promise<string | null>;
}
