/** Something that the workspace says and that answers a question, with the place where it says so. */
export interface WorkspaceAnswer {
  /** One line, plain text, such as `React 18.3.1`. */
  readonly text: string;
  /** Relative to the root. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
}
