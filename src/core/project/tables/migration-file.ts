/** A file that says what tables there are. */
export interface MigrationFile {
  /** Relative to the workspace. */
  readonly path: string;
  readonly text: string;
}
