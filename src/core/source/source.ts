import type { Finding } from '../checks/finding';
import type { Sibling } from './siblings/sibling';
import type { TextRange } from '../text/position';
import type { Correction, WaitingCorrection } from './corrections/correction';
import type { SourceIds } from './identity/known-ids';
import type { RemovedSecret } from '../secrets/mask-secrets';

export type SourceKind = 'prd' | 'initiative' | 'conversation';

export type RequirementKind =
  'story' | 'functional' | 'non-functional' | 'ears' | 'success-criterion' | 'other';

export interface AcceptanceCriterion {
  /** As the author wrote it (`AC-1`, `1.2`), or `null`. */
  readonly id: string | null;
  readonly line: number;
  readonly text: string;
}

/** A statement the source itself defines as something the product must do or satisfy. */
export interface Requirement {
  /** Unique in the source: the author's id, else a derived `R-001`; a second meaning of one id gets `FR-1~2`. */
  readonly id: string;
  /** The id verbatim, or `null` where it was derived. */
  readonly explicitId: string | null;
  /** Line (from 1) that opens the definition. */
  readonly line: number;
  /** Last line of the definition, acceptance criteria included. */
  readonly endLine: number;
  readonly kind: RequirementKind;
  /** One line of plain text, no Markdown markup. */
  readonly title: string;
  /** The statement as plain text; at least the title. */
  readonly text: string;
  /** As written (`P1`, `must`, `High`), or `null`. */
  readonly priority: string | null;
  readonly acceptance: readonly AcceptanceCriterion[];
  /** 16 hexadecimal digits over the normalised text: equal for equal meaning, whatever the case or spacing. */
  readonly fingerprint: string;
  /** Heading that groups this requirement in the source, or `null`; plain text. */
  readonly group: string | null;
  /** Set where a person added it: its line is that of the passage which says it, 1 where none does. */
  readonly addedByHand?: true;
  /** Set where it is as a receipt knows it, since the correction that made it waits: what it says beside its title is not known. */
  readonly recorded?: { readonly criteria: string | undefined };
  /** File beside the source that defines it, relative to the workspace root: lines are its. Absent for the source's own. */
  readonly path?: string;
}

/** What a source says about something other than its requirements, told apart by the heading it stands under. */
export const factTopics = [
  'summary',
  'problem',
  'why-now',
  'user',
  'goal',
  'success',
  'constraint',
  'assumption',
  'risk',
  'open-question',
  'decision',
  'alternative',
  'dependency',
  'integration',
  'data',
  'interface',
  'ui',
  'architecture',
  'performance',
  'security',
  'compatibility',
  'infrastructure',
  'error-handling',
  'observability',
  'testing',
  'rollout',
  'timeline',
  'term',
] as const;
export type FactTopic = (typeof factTopics)[number];

export interface SourceFact {
  readonly topic: FactTopic;
  readonly line: number;
  /** Plain text of one bullet, row or paragraph. */
  readonly text: string;
  /** Other document that says it, relative to the workspace root: the line is its. Absent for the source's own. */
  readonly path?: string;
  /** Set on a measure that stands below a heading such as "Technical metrics". */
  readonly isTechnical?: true;
}

export interface OutOfScopeItem {
  readonly line: number;
  readonly text: string;
}

/** Ids cited at one place of a document. */
export interface CitedIds extends TextRange {
  readonly ids: readonly string[];
}

/** What was decided in a conversation and does not hold any more. */
export interface SupersededStatement {
  readonly line: number;
  readonly text: string;
  /** Id of the requirement that holds in its place; `null` where it was taken back. */
  readonly by: string | null;
}

/** A requirement that a person took out. */
export interface LeftOutRequirement {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
}

/** A source document, understood. Immutable; the same bytes give the same value. */
export interface Source {
  /** Relative to the workspace root where it lies inside, else as the person named it. */
  readonly path: string;
  readonly sha256: string;
  readonly kind: SourceKind;
  /** Which conversation of an export was chosen, from 0; absent where nobody chose. */
  readonly conversation?: number;
  /** Document title as plain text; the file's name where there is none. */
  readonly title: string;
  /** `status` and such from front matter or a metadata block, keys in lower case. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly requirements: readonly Requirement[];
  readonly outOfScope: readonly OutOfScopeItem[];
  readonly facts: readonly SourceFact[];
  /** Ids of its own scheme that it cites and that are defined nowhere yet: a file beside it may. None where absent. */
  readonly unresolved?: readonly CitedIds[];
  /** Earlier decisions of a conversation; absent where none was replaced. */
  readonly superseded?: readonly SupersededStatement[];
  /** Files that sections about requirements link instead of defining any, as written there. Absent where there are none. */
  readonly delegated?: readonly string[];
  /** Files beside it that define some of its requirements, in the order of these. Absent where there are none. */
  readonly siblings?: readonly Sibling[];
  /** Problems of the source itself, at its own lines. */
  readonly findings: readonly Finding[];
  /**
   * The document's text: byte order mark removed, each secret replaced by a note of the same length, so that lines and
   * offsets are the document's own.
   */
  readonly text: string;
  /** Ids given in this source so far, retired ones included; see `keepIds`. */
  readonly ids?: SourceIds;
  /** Secrets that were taken out, in document order. */
  readonly secrets: readonly RemovedSecret[];
  /** What a person set right, see `applyCorrections`; absent where nothing was. */
  readonly corrected?: {
    readonly corrections: readonly Correction[];
    readonly leftOut: readonly LeftOutRequirement[];
    /** Those that can't be applied as the source is now, though they made something once. */
    readonly waiting: readonly WaitingCorrection[];
  };
}
