import type { ProjectSymbol } from '../project/project-index';

/** Tells what one file declares: by patterns everywhere, by the editor's language extensions where there are any. */
export interface SymbolSource {
  /**
   * What a file declares, in its order; none where nobody can tell. Never rejects.
   *
   * @param path relative to the root
   */
  symbolsOf(path: string): Promise<readonly ProjectSymbol[]>;
}
