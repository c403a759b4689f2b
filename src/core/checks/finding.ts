import type { TextRange } from '../text/position';

export type Severity = 'error' | 'warning' | 'info';

/** What a document says at one place. */
export interface Statement extends TextRange {
  readonly text: string;
}

/** A line of a file of the workspace. */
export interface RelatedPlace {
  /** Relative to the root. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** A problem at a place. The message is kept as a key with arguments, so that it can be shown in any language. */
export interface Finding extends TextRange {
  /** Check id, such as `requirement-coverage`. */
  readonly check: string;
  readonly severity: Severity;
  /** English message with `{0}` placeholders; the key of its translations. */
  readonly message: string;
  readonly args: readonly string[];
  readonly fixable: boolean;
  /** Id of the open question that declares this gap, such as `OQ-3`. */
  readonly gap?: string;
  /** Places that wait for the same open question, of which this is the first; absent where there is one. */
  readonly count?: number;
  /** Statements of which only one can hold, each at its place; absent where the finding is about no such thing. */
  readonly alternatives?: readonly Statement[];
  /** Other places that it is about, such as the code that differs or what says the same; absent where there is none. */
  readonly places?: readonly RelatedPlace[];
}
