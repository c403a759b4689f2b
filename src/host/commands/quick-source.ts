import { knowSource } from '../../core/receipt/know-source';
import type { CorrectionsFile } from '../../core/source/corrections/corrections-file';
import type { Source } from '../../core/source/source';
import type { FolderSources } from '../workspace/folder-sources';

/** A source with the ids and corrections that earlier drafts left. */
export interface QuickSource {
  readonly source: Source;
  /** To be kept beside the new spec, too. */
  readonly corrections: CorrectionsFile | null;
  /** Specs that were made from it before, see `SourceRecords`. */
  readonly specs: readonly string[];
}

/**
 * Reads a source as the wizard would find it.
 *
 * @throws what reading the file throws
 */
export async function readSourceAsKnown(workspace: FolderSources, path: string): Promise<QuickSource> {
  const { source, records } = await workspace.readSource(path, null);
  const file = records.corrections?.file ?? null;
  const corrections = file === null ? null : { ...file, source: path };
  const known = knowSource(source, records.previous, file?.corrections ?? []);
  return { source: known.source, corrections, specs: records.specs };
}
