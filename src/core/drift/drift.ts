import type { DriftAcceptance } from './acceptance';

/**
 * What drifted: a requirement or the prose of the source, an answer, a document of the context (rules, steering, research,
 * decisions), a completed spec, the template, a file that the spec names; or a correction of the source that waits for a person.
 */
export type DriftKind =
  'requirement' | 'correction' | 'source' | 'answer' | 'document' | 'completed-spec' | 'template' | 'file';

/** Kinds in the order in which drifts are told. */
export const driftKinds: readonly DriftKind[] = [
  ...([
    'requirement',
    'correction',
    'source',
    'answer',
    'document',
    'completed-spec',
    'template',
    'file',
  ] as const),
];

export type DriftChange = 'added' | 'changed' | 'removed';

/** A change since the receipt of a spec was written, with all that it touches in the spec. Immutable. */
export interface Drift {
  /** `kind:subject`; equal for the same thing from one look to the next. */
  readonly id: string;
  readonly kind: DriftKind;
  readonly change: DriftChange;
  /** Id of the requirement (of a correction: of the one it is about) or question, heading of the source's part, path, or id of the template. */
  readonly subject: string;
  /** Words for a person: title of the requirement, the question, or the subject again. */
  readonly text: string;
  /** File in which it changed, relative to the workspace root; `null` where it is none of the workspace. */
  readonly path: string | null;
  /** Line in that file, from 1; `null` where it is the whole file, or gone. */
  readonly line: number | null;
  /** States before and now in a form that can be compared; `null` where there was or is none. */
  readonly was: string | null;
  readonly is: string | null;
  readonly affects: DriftEffects;
  /** Who said that the spec may stay as it is; `null` where nobody did, or it has changed again since. */
  readonly accepted: DriftAcceptance | null;
}

/** What of a spec a drift touches, each in the order of the document. */
export interface DriftEffects {
  readonly requirements: readonly string[];
  readonly sections: readonly AffectedSection[];
  readonly tasks: readonly AffectedTask[];
}

export interface AffectedSection {
  /** Of the template. */
  readonly key: string;
  readonly heading: string;
  /** Line of the heading, from 1; `null` where the spec does not have the section. */
  readonly line: number | null;
}

export interface AffectedTask {
  readonly id: string;
  readonly line: number;
}

/** Drifts that nobody has accepted. */
export function openDrifts(drifts: readonly Drift[]): readonly Drift[] {
  return drifts.filter(({ accepted }) => accepted === null);
}
