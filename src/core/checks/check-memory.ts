import { PartParser } from '../markdown/parse-by-parts';
import type { KnownSource } from './spec-source';

/**
 * What the checks of one spec keep while it is edited: its parsed parts and its source. To be replaced when any file around
 * the spec has changed; see {@link CheckMemory.withoutSource}.
 */
export class CheckMemory {
  readonly parts: PartParser;
  source: KnownSource | null = null;

  constructor(parts = new PartParser()) {
    this.parts = parts;
  }

  /** The same without the source, which is read again: a file beside it may be different. */
  withoutSource(): CheckMemory {
    return new CheckMemory(this.parts);
  }
}
