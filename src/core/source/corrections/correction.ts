import type { RequirementKind } from '../source';

/** A requirement that a correction is about, as it was when the correction was made. */
export interface Target {
  readonly id: string;
  readonly fingerprint: string;
  /** Its statement, shortened: by it a later, reworded one is told from another one, and a person reads it. */
  readonly text: string;
}

/** Where a requirement is cut into several. */
export const splitWays = ['criteria', 'sentences', 'lines'] as const;
export type SplitWay = (typeof splitWays)[number];

/** What becomes of a requirement that is left out. */
export const dropWays = ['out-of-scope', 'not-a-requirement'] as const;
export type DropWay = (typeof dropWays)[number];

/** What a person set right in what was understood of a source. Each is about the outcome of those before it. */
export type Correction =
  | {
      readonly type: 'merge';
      /** Keeps its id. */
      readonly target: Target;
      /** Become part of it. */
      readonly merged: readonly Target[];
    }
  | {
      readonly type: 'split';
      /** Keeps its id and the first part. */
      readonly target: Target;
      readonly by: SplitWay;
      /** Ids of the other parts, in order. */
      readonly ids: readonly string[];
    }
  | {
      readonly type: 'add';
      readonly id: string;
      readonly kind: RequirementKind;
      readonly title: string;
      /** The statement; the title where it is empty. */
      readonly text: string;
      /** Where the passage stood that it was made of: of equal ones the nearest is meant. */
      readonly line?: number | undefined;
    }
  | {
      readonly type: 'drop';
      readonly target: Target;
      readonly as: DropWay;
      /** Why, in the person's words; may be empty. */
      readonly reason: string;
    }
  | { readonly type: 'retype'; readonly target: Target; readonly kind: RequirementKind }
  | { readonly type: 'retitle'; readonly target: Target; readonly title: string };

/** How a correction fared when it was applied. */
export type CorrectionState =
  /** It holds. */
  | 'applied'
  /** It holds, though the wording of its requirement has changed since. */
  | 'reworded'
  /** Its requirement says something else by now, so it is held back. */
  | 'held'
  /** Its requirement is gone. */
  | 'vanished'
  /** What it adds stands in the source by now. */
  | 'redundant';

export interface CorrectionOutcome {
  readonly correction: Correction;
  readonly state: CorrectionState;
}

/** A correction that can't be applied now: what it made is neither there nor gone until a person decides. */
export interface WaitingCorrection extends CorrectionOutcome {
  /** Requirements of which nobody knows what became; none where it made no difference to which there are. */
  readonly ids: readonly string[];
  /** Fingerprint of what stands under the id of its requirement now; `null` where nothing does. */
  readonly now: string | null;
}

/** Id of the requirement that a correction is about. */
export function correctedId(correction: Correction): string {
  return correction.type === 'add' ? correction.id : correction.target.id;
}

/** Ids that corrections give to requirements of their own: no other may get them. */
export function promisedIds(corrections: readonly Correction[]): readonly string[] {
  return corrections.flatMap((correction) => {
    if (correction.type === 'add') return [correction.id];
    return correction.type === 'split' ? correction.ids : [];
  });
}
