import type { Answer } from '../clarify/question';
import type { SourcePart } from '../provenance/source-parts';
import type { Requirement, Source } from '../source/source';
import type { Template } from '../template/template';
import type { ContextKind } from '../workspace/context';

/** How things are now, around a spec. What is `null` is not known, and counts as it was. */
export interface DriftState {
  readonly source: {
    readonly path: string;
    readonly requirements: readonly Requirement[];
    readonly parts: readonly SourcePart[];
    readonly corrected?: Source['corrected'];
  } | null;
  readonly answers: {
    /** A file that has some. */
    readonly path: string;
    readonly given: readonly Answer[];
    /** Where each stands, by question. */
    readonly places: ReadonlyMap<string, { readonly path: string; readonly line: number | null }>;
  } | null;
  /** Documents that a draft would get now. */
  readonly found: readonly CurrentDocument[] | null;
  /** Hashes by path of the documents and files of the receipt; `null` for one that is gone. Those not named count as they were. */
  readonly hashes: ReadonlyMap<string, string | null>;
  /** The template of the receipt as it is now; `null`, or another one, where it is gone. */
  readonly template: Template | null;
  /** What git says has changed since the receipt's commit, by path, of the files that the spec names. */
  readonly byGit: ReadonlyMap<string, 'changed' | 'removed'>;
}

export interface CurrentDocument {
  readonly path: string;
  readonly kind: ContextKind;
  readonly sha256: string;
}
