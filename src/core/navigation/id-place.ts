import type { SpecFileReport } from '../checks/check-spec-file';
import type { Source } from '../source/source';
import type { TextRange } from '../text/position';

export type IdKind = 'requirement' | 'criterion' | 'task' | 'question';

/** One thing that has an id. */
export interface Named {
  readonly kind: IdKind;
  /** Of a criterion its label, `US-001/AC-2`. */
  readonly id: string;
  /** Path of the spec that tasks and questions belong to; `null` for what belongs to the source. */
  readonly spec: string | null;
}

/** Where an id stands in a document. */
export interface IdPlace extends Named, TextRange {
  /** Relative to the workspace root. */
  readonly path: string;
  /** Whether it is defined here, and not only cited. */
  readonly defines: boolean;
  /** `false` for a short form (`US1`), the spec's own id or a number (`1.1`) that stands for it. */
  readonly verbatim: boolean;
}

/** A source and the reports of the specs that are about it: together they are where its ids live. */
export interface SpecFamily {
  /** `null` where none was found, or only the receipt's record of it is left. */
  readonly source: Source | null;
  readonly specs: readonly SpecFileReport[];
}
