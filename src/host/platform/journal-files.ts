/** The files that journals of drafts are kept in. Paths are relative to the folder of all journals, with forward slashes. */
export interface JournalFiles {
  /** Names in a folder, in no particular order; none where it is absent. */
  names(folder: string): Promise<readonly string[]>;
  /** A whole file; empty where it can not be read. */
  text(path: string): Promise<string>;
  /** Writes a whole file, and makes its folder. Rejects where that fails. */
  write(path: string, text: string): Promise<void>;
  /** Opens a file of a folder that exists, to add to it. Rejects where that fails. */
  open(path: string): Promise<AppendedFile>;
  /** Removes a file or a folder with all in it, where there is one. Rejects where that fails. */
  remove(path: string): Promise<void>;
  /** When something in a folder changed, in milliseconds since 1970. Rejects where there is none. */
  changed(folder: string): Promise<number>;
}

export interface AppendedFile {
  /** Settles when the text is kept for good. */
  append(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Who writes a journal. */
export interface Writers {
  /** Identifies this extension host among those that run. */
  readonly own: number;
  /** After how many milliseconds it is known of all that wrote until now whether they live; 0 where it is at once. */
  readonly knownAfterMs: number;
  /**
   * Whether another one may still be at work.
   *
   * @param silentMs since when it wrote nothing, in milliseconds
   */
  mayLive(writer: number, silentMs: number): boolean;
}
