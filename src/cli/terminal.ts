/** Takes text: stdout, stderr, or what stands for them. */
export interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** What a run of the command line is started in; nothing below asks the process itself. */
export interface Terminal {
  /** Absolute path of the current folder, where the paths begin that a person types. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Results. */
  readonly out: Output;
  /** Progress and errors. */
  readonly err: Output;
  /**
   * Calls back, once, when a person wants what runs to end (Ctrl+C).
   *
   * @returns stops listening
   */
  onInterrupt(listener: () => void): () => void;
}
