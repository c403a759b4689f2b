/** What a part of a requirement that was split by hand says, in words of its own. */
export interface KnownPart {
  /** The first id that the split gave, by which it is told from other splits. */
  readonly split: string;
  readonly fingerprint: string;
  readonly sketch: string;
  /** Gone, though the id may be that of the whole, which is there. */
  readonly retired?: true | undefined;
}

/** A requirement that once had an id, as a receipt remembers it: enough to know it again, and no text. */
export interface KnownId {
  readonly id: string;
  /** As in `Requirement.fingerprint`. */
  readonly fingerprint: string;
  /** Heading it stood under, or `null`. */
  readonly group: string | null;
  /** See `sketchOf`. */
  readonly sketch: string;
  /** What it was called, where that is known and says less than its text; not remembered here, but by the receipt's requirements. */
  readonly title?: string | undefined;
  /** Gone from the source: the id is never given to another requirement. */
  readonly retired?: true | undefined;
  /** What it says as a part, where a split made it or left it the first one; once more for a split of that. */
  readonly parts?: readonly KnownPart[] | undefined;
}

/** The ids that were derived in one source so far. */
export interface SourceIds {
  /** Grows with each change, so that of two receipts the later is known. */
  readonly revision: number;
  /** In document order, then what was added by hand, then the retired ones in the order of their ids. */
  readonly known: readonly KnownId[];
}

/** Number of a derived id such as `R-007`, or `null` for the author's own. */
export function derivedNumber(id: string): number | null {
  const number = /^R-(\d{3,9})$/.exec(id)?.[1];
  return number === undefined ? null : Number(number);
}

/** Derived id of a number from 1: `R-007`. */
export function derivedId(number: number): string {
  return `R-${String(number).padStart(3, '0')}`;
}
