import type { Severity } from '../../checks/finding';
import type { Statement } from '../../checks/finding';
import type { RemovedSecret } from '../../secrets/mask-secrets';
import type { TextRange } from '../../text/position';
import type { Contradiction } from '../conversation/conversation-requirements';
import type { Section } from '../document/document-model';
import type { Duplicate } from '../requirements/merge-meanings';
import type { CitedIds, OutOfScopeItem, Requirement, SourceFact, SourceKind } from '../source';

/** What the rules about a source read. */
export interface SourceReview {
  readonly kind: SourceKind;
  readonly text: string;
  /** Secrets that were taken out of the text. */
  readonly secrets: readonly RemovedSecret[];
  /** The lines of the text without their ends. */
  readonly lines: readonly string[];
  /** Numbers (from 1) of lines that are code, comments or front matter. */
  readonly unread: ReadonlySet<number>;
  readonly metadata: Readonly<Record<string, string>>;
  readonly requirements: readonly Requirement[];
  readonly duplicates: readonly Duplicate[];
  readonly outOfScope: readonly OutOfScopeItem[];
  readonly facts: readonly SourceFact[];
  /** Ids that are cited and defined nowhere. */
  readonly unresolved: readonly CitedIds[];
  /** The document's sections; `null` for a conversation, whose turns are no sections. */
  readonly root: Section | null;
  /** What only a conversation has. */
  readonly talk?: Talk;
}

/** What was found in a conversation besides its requirements. */
export interface Talk {
  readonly contradictions: readonly Contradiction[];
  /** How many conversations the file holds; 0 where it is no export. */
  readonly conversations: number;
}

/** What a rule reports; the engine adds id and severity. */
export interface SourceProblem extends TextRange {
  /** English message with `{0}` placeholders: what is wrong and what to do. */
  readonly message: string;
  readonly args: readonly string[];
  /** Whether the editor offers a fix for this one. */
  readonly fixable?: boolean;
  /** Overrides the rule's severity. */
  readonly severity?: Severity;
  /** Statements of which only one can hold. */
  readonly alternatives?: readonly Statement[];
  /** How many places share the problem, where that is more than this one. */
  readonly count?: number;
}

/** One rule about sources. A rule never throws on any text and reads nothing but the review. */
export interface SourceRule {
  readonly id: string;
  /** What it makes sure of, in one sentence. */
  readonly title: string;
  readonly severity: Severity;
  run(review: SourceReview): Iterable<SourceProblem>;
}
