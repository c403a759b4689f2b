import type { GitState } from '../ports/git';
import type { ProjectIndex } from '../project/project-index';
import type { StackEdit } from './stack/stack-edits';
import type { RemovedSecret } from '../secrets/mask-secrets';
import type { ContextBudget } from './documents/context-budget';

export type ContextKind =
  'rule' | 'completed-spec' | 'research' | 'steering' | 'decision' | 'template' | 'source';

/** A document chosen to inform the spec. */
export interface ContextDocument {
  /** Relative to the workspace root. */
  readonly path: string;
  readonly kind: ContextKind;
  /** Why it was taken, in one short sentence for a person. */
  readonly reason: string;
  readonly title: string;
  readonly bytes: number;
  /** Estimated tokens of what is sent. */
  readonly tokens: number;
  readonly sha256: string;
  /** Whether only parts are sent; the reason says which lines. */
  readonly truncated: boolean;
  /** Without its secrets. */
  readonly text: string;
  /** What was taken out of the text; absent where nothing was. */
  readonly secrets?: readonly RemovedSecret[];
}

/**
 * Why a document is not sent: it does not fit the source (`choice`), says what another one says (`repeated`), found no
 * room (`budget`), may not leave the machine (`withheld`), or can't be read. A person may put in the first three.
 */
export type ExclusionCause = 'choice' | 'repeated' | 'budget' | 'withheld' | 'unreadable';

export interface ExcludedFile {
  readonly path: string;
  readonly reason: string;
  /** Left out where the file was never looked at as a document. */
  readonly cause?: ExclusionCause;
  /** What it is, where a person may put it in. */
  readonly document?: Pick<ContextDocument, 'kind' | 'title'> & {
    /** `null` where its text was not read. */
    readonly tokens: number | null;
  };
}

/** A secret that was taken out of a document which is sent without it. */
export interface WithheldSecret {
  readonly path: string;
  /** Line at which it begins, from 1. */
  readonly line: number;
  /** What it is, such as `GitHub token`; its value is kept nowhere. */
  readonly kind: string;
}

/** What the workspace is built with, as found in its manifests. Every value was read, none is a default. */
export interface StackProfile {
  /** Such as `Go 1.23`, `TypeScript 5.6`. */
  readonly languages: readonly StackItem[];
  readonly frameworks: readonly StackItem[];
  /** Mappers between code and database, and query builders. */
  readonly orms: readonly StackItem[];
  readonly databases: readonly StackItem[];
  readonly migrations: MigrationProfile | null;
  /** Commands that run tests here, such as `go test ./...` and `npm test`. */
  readonly testCommands: readonly StackItem[];
  readonly uiLibrary: StackItem | null;
  /** Components of the UI library that are already in the workspace. */
  readonly uiComponents: readonly StackItem[];
  readonly packageManagers: readonly StackItem[];
  /** Services that build and test what is pushed. */
  readonly ci: readonly StackItem[];
  /** Folders that hold the product's own code by domain, such as `internal/invites`. */
  readonly modules: readonly string[];
}

export interface StackItem {
  readonly name: string;
  readonly version: string | null;
  /** File that shows it, relative to the root; empty for what only a person said. */
  readonly evidence: string;
  /** Line of that file, from 1; 1 as well where the file as a whole shows it. */
  readonly line: number;
  /** Where a person said so: what was detected in its place, or `null`. */
  readonly byHand?: { readonly detected: string | null };
}

/**
 * How migrations are named: by the time of their making (`20260803091500_...`), by a number that grows by one
 * (`0004_...`), by a version that a person sets (`V2.1__...`), or by a random key.
 */
export type MigrationNaming = 'timestamp' | 'sequence' | 'version' | 'key';

export interface MigrationProfile {
  readonly tool: string;
  readonly folder: string;
  /** Latest file name, as the pattern to follow. */
  readonly latest: string | null;
  /** `null` where no file shows it. */
  readonly naming: MigrationNaming | null;
  readonly evidence: string;
  /** Line of that file, from 1. */
  readonly line: number;
}

/** Everything read from a workspace for one source. */
export interface WorkspaceContext {
  readonly documents: readonly ContextDocument[];
  readonly excluded: readonly ExcludedFile[];
  /** Secrets that were taken out of the documents. */
  readonly withheld: readonly WithheldSecret[];
  readonly stack: StackProfile;
  /** What of `stack` a person set right; left out where nothing. */
  readonly stackEdits?: readonly StackEdit[];
  readonly git: GitState | null;
  /** Sum over the documents. */
  readonly tokens: number;
  /** What the documents, the source apart, were fitted into. */
  readonly budget: ContextBudget;
  /** SHA-256 over paths and hashes of the documents; the time of day does not enter. */
  readonly hash: string;
  /** All files that are not ignored, sorted, relative to the root. */
  readonly files: readonly string[];
  /** What the code declares; left out where it was not read. */
  readonly project?: ProjectIndex;
}
