import type { RangeEdit } from '../spec/written-text';

/** A change of a spec that settles a finding. One undo takes it back. */
export interface SpecFix {
  /** English message with `{0}` placeholders: what it does. */
  readonly message: string;
  readonly args: readonly string[];
  /** Do not overlap; ranges are those of the checked text. */
  readonly edits: readonly SpecEdit[];
  /** Whether `fix all` may apply it unasked: nothing else could be meant. */
  readonly safe: boolean;
}

export type SpecEdit = RangeEdit;
