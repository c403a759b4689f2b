import type { Answer, Question } from '../clarify/question';
import type { SectionUses } from '../provenance/section-uses';
import type { GitState } from '../ports/git';
import type { SourceIds } from '../source/identity/known-ids';
import type { RequirementKind, SourceKind } from '../source/source';
import type { ContextKind, WithheldSecret } from '../workspace/context';
import type { StackEdit } from '../workspace/stack/stack-edits';

/** What went into a spec and what came out, by hash. Lies beside the spec as `<name>.receipt.json`. */
export interface Receipt {
  readonly version: 1;
  readonly source: {
    /** Relative to the workspace root. */
    readonly path: string;
    readonly sha256: string;
    readonly kind: SourceKind;
    /** Which conversation of an export, from 1; absent where that was left to the file. */
    readonly conversation?: number | undefined;
    readonly requirements: readonly ReceiptRequirement[];
    /** Files beside the source that define some of its requirements; absent where there are none. */
    readonly siblings?: readonly { readonly path: string; readonly sha256: string }[] | undefined;
    /** Ids derived in the source so far; absent where the author gives all of them, and in older receipts. */
    readonly ids?: SourceIds | undefined;
    /** Fingerprints of its prose by heading, see `sourceParts`; absent in older receipts. */
    readonly parts?: Readonly<Record<string, string>> | undefined;
    /** SHA-256 of the corrections that were applied; absent where there were none. */
    readonly corrections?: string | undefined;
  };
  readonly template: {
    readonly id: string;
    readonly sha256: string;
    readonly path: string | null;
    /** Language that it is said in; absent where that is its own. */
    readonly language?: string | undefined;
    /** Hashes of its sections by key, see `templateParts`; absent in older receipts. */
    readonly sections?: Readonly<Record<string, string>> | undefined;
  };
  /** Hashes of the files that the spec names and that were there, see `citedFiles`; absent in older receipts. */
  readonly files?: Readonly<Record<string, string>> | undefined;
  readonly context: {
    readonly hash: string;
    readonly documents: readonly {
      readonly path: string;
      readonly kind: ContextKind;
      readonly reason: string;
      readonly sha256: string;
      readonly tokens: number;
      readonly truncated: boolean;
    }[];
    readonly excluded: readonly { readonly path: string; readonly reason: string }[];
    /** Secrets taken out of what was sent, by place and kind. */
    readonly withheld: readonly WithheldSecret[];
    /** What a person set right about the stack; absent where nothing. */
    readonly stackEdits?: readonly StackEdit[] | undefined;
    /** SHA-256 over what the code has (endpoints, tables, commands); absent where the code was not read. */
    readonly project?: string | undefined;
  };
  readonly git: Pick<GitState, 'branch' | 'commit' | 'dirty'> | null;
  /** What was asked, and what the workspace answered; absent where nothing was, and in older receipts. */
  readonly questions?: readonly ReceiptQuestion[] | undefined;
  readonly answers: readonly Answer[];
  readonly model: {
    readonly id: string;
    readonly inputTokens: number;
    readonly outputTokens: number;
    /** Of the output; absent where the server did not tell. What its cache served is no matter of the inputs, and not here. */
    readonly reasoningTokens?: number | undefined;
  };
  /** Sections as generated, in document order. */
  readonly sections: readonly ReceiptSection[];
}

export type ReceiptQuestion = Pick<Question, 'id' | 'area' | 'text'>;

export interface ReceiptRequirement {
  readonly id: string;
  readonly kind: RequirementKind;
  readonly line: number;
  readonly fingerprint: string;
  /** Over its acceptance criteria, see `criteriaOf`; absent in older receipts. */
  readonly criteria?: string | undefined;
  readonly title: string;
  /** Labels of its acceptance criteria, see `criterionLabel`. */
  readonly acceptance: readonly string[];
  /** File beside the source that defines it; absent for the source's own. */
  readonly path?: string | undefined;
}

export interface ReceiptSection {
  readonly key: string;
  /** Heading text as generated, which may be translated. */
  readonly heading: string;
  readonly sha256: string;
  /** Hash of it without boxes and statuses of its tasks; absent where it has none, and in older receipts. */
  readonly unmarked?: string | undefined;
  /** Of its text, estimated. */
  readonly tokens: number;
  /** Its part of the output tokens that the server counted, by its text; absent where none were counted. */
  readonly outputTokens?: number | undefined;
  /** What wrote it anew since the draft, with the tokens of that call; absent where it is the draft's. */
  readonly model?: Receipt['model'] | undefined;
  /** What it depends on; absent in older receipts. */
  readonly uses?: SectionUses | undefined;
}
