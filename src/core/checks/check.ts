import type { Requirement, SourceKind } from '../source/source';
import type { SpecDocument, SpecSection } from '../spec/spec-document';
import type { SpecSyntax } from '../syntax/read-syntax';
import type { Template } from '../template/template';
import type { TextRange } from '../text/position';
import type { Finding, RelatedPlace, Severity } from './finding';
import type { SpecFix } from './spec-fix';
import type { Surroundings } from './surroundings';

/** What a check reads. Nothing in it is a promise of the spec's prose; all of it was parsed. */
export interface CheckContext {
  readonly spec: SpecDocument;
  /** `null` where the spec's template is not known: only checks that need none run. */
  readonly template: Template | null;
  /** Template section key to the spec's section. */
  readonly sections: ReadonlyMap<string, SpecSection>;
  /** What the spec must cover, or `null` where no source could be found. */
  readonly requirements: readonly CheckedRequirement[] | null;
  /** Kind of the source, or `null` where it is not known. */
  readonly sourceKind: SourceKind | null;
  /** Path of the spec, relative to the workspace root; `null` for a text that lies nowhere. */
  readonly path: string | null;
  /** What lies around it, or `null` where no workspace was read. */
  readonly surroundings: Surroundings | null;
  /** What the parsers of their notations read from its code blocks, or `null` where they were not asked. */
  readonly syntax: SpecSyntax | null;
  /** Paths of documents that a person left out by hand when the spec was drafted. */
  readonly leftOut: ReadonlySet<string>;
  /** Ids of questions declared open in the spec. */
  readonly declaredGaps: ReadonlySet<string>;
  /** Whether what it promises is due as if its status said that it was built. */
  readonly asBuilt?: boolean;
  /** Options of this check from template and settings. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** The part of a requirement that checks need; it comes from the source, or from the receipt where that is gone. */
export interface CheckedRequirement extends Pick<Requirement, 'id' | 'kind' | 'title'> {
  /** Labels of its acceptance criteria, see `criterionLabel`. */
  readonly acceptance: readonly string[];
  /** Where the source says it and in which words; absent where only the receipt's record of it is left. */
  readonly stated?: StatedRequirement;
}

export interface StatedRequirement {
  /** File that defines it, relative to the workspace root. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** The statement as plain text. */
  readonly text: string;
  readonly priority: string | null;
  /** Texts of its acceptance criteria, in the order of their labels, with their lines. */
  readonly criteria: readonly { readonly line: number; readonly text: string }[];
}

/** What a check reports; the engine adds id and severity. */
export interface Problem extends TextRange {
  /** English message with `{0}` placeholders. */
  readonly message: string;
  readonly args: readonly string[];
  readonly fixable?: boolean;
  /** Id of the open question that stands where a fact should: declared, the finding is a warning until approval. */
  readonly gap?: string;
  /** Other places that it is about. */
  readonly places?: readonly RelatedPlace[];
  /** Overrides the check's severity. */
  readonly severity?: Severity;
}

/** One rule about specs. A check never throws on any text and reads nothing but its context. */
export interface Check {
  readonly id: string;
  /** What it makes sure of, in one sentence. */
  readonly title: string;
  readonly severity: Severity;
  /** Whether it is left out where the template is not known. */
  readonly needsTemplate: boolean;
  /** Whether it is left out where no source was found. */
  readonly needsRequirements: boolean;
  /** Whether it is left out where no workspace was read. */
  readonly needsSurroundings?: boolean;
  /** Whether it is left out where code blocks were not parsed. */
  readonly needsSyntax?: boolean;
  /**
   * The edits that settle one of its findings without deciding anything for the author, best first; only asked for
   * findings that were reported as `fixable`.
   */
  fixes?(finding: Finding, context: CheckContext): readonly SpecFix[];
  run(context: CheckContext): Iterable<Problem>;
  /**
   * What it says once all others have run, where it speaks of what they found. Nothing that depends on it is counted.
   *
   * @param footer the line that the template's `footer` asks for, as it is true now; `null` where it asks for none
   */
  conclude?(context: CheckContext, footer: string | null): Iterable<Problem>;
}
