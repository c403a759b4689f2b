import type { CorrectedSource } from '../source/corrections/apply-corrections';
import { applyCorrections } from '../source/corrections/apply-corrections';
import type { Correction } from '../source/corrections/correction';
import { promisedIds } from '../source/corrections/correction';
import { keepIds } from '../source/identity/keep-ids';
import type { SourceIds } from '../source/identity/known-ids';
import type { Source } from '../source/source';

/** A source with everything that earlier drafts and people said about it. */
export interface KnownSource extends CorrectedSource {
  /** The same without corrections. */
  readonly read: Source;
}

/**
 * Gives a source the ids it had before and applies the corrections that were made to it.
 *
 * @param previous what is known of its ids, the newest first, see `findRecords`
 */
export function knowSource(
  source: Source,
  previous: readonly SourceIds[],
  corrections: readonly Correction[],
): KnownSource {
  const read = keepIds(source, previous, promisedIds(corrections));
  return { read, ...applyCorrections(read, corrections, previous) };
}
