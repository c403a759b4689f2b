import type { SourceKind } from '../../core/source/source';

/** Where documents that a person writes in the wizard go. Paths are relative to the workspace folder. */
export interface SourceDocuments {
  /**
   * A path where nothing stands yet, beside other documents of the kind.
   *
   * @param existing paths of known sources
   */
  suggestPath(kind: SourceKind, title: string, existing: readonly string[]): Promise<string>;
  /** Writes a new file and never over another. @returns why not, or `null` */
  create(path: string, text: string): Promise<string | null>;
  /**
   * Writes over a file that is still what it was.
   *
   * @param sha256 of its bytes when it was read
   * @returns why not, or `null`
   */
  rewrite(path: string, text: string, sha256: string): Promise<string | null>;
  /** Text of the clipboard. */
  clipboard(): Promise<string>;
  /** Asks what it is about, writes a PRD to fill in and opens it. @returns its path, or `null` where none was made */
  createPrd(existing: readonly string[]): Promise<string | null>;
}
