import type { KnownHashes } from '../drift/read-drift';
import { RecordMemory } from '../life/read-records';
import { SpecParser } from '../spec/spec-parser';
import type { KnownSource } from './spec-source';

/**
 * What the checks of one spec keep while it is edited: its parts as read and its source. To be replaced when any file around
 * the spec has changed; see {@link CheckMemory.withoutSource}. What follows from a part alone is kept with the part, see `oncePer`.
 */
export class CheckMemory {
  readonly parser: SpecParser;
  source: KnownSource | null = null;
  /** Of documents and files of the receipt, so that a keystroke hashes nothing. */
  readonly hashes: KnownHashes = new Map();
  /** Approvals and comments; to be forgotten when one of those files has changed. */
  readonly records = new RecordMemory();

  constructor(parser = new SpecParser()) {
    this.parser = parser;
  }

  /** The same without the source, which is read again: a file beside it may be different. */
  withoutSource(): CheckMemory {
    return new CheckMemory(this.parser);
  }
}
