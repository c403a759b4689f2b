import type { WorkspaceDependency } from '../workspace/stack';

export type SymbolKind =
  | 'class'
  | 'interface'
  | 'type'
  | 'enum'
  | 'function'
  | 'method'
  | 'property'
  | 'constant'
  | 'variable'
  | 'namespace'
  | 'table'
  | 'message'
  | 'service';

/** Something that code declares and other code can name. */
export interface ProjectSymbol {
  readonly name: string;
  readonly kind: SymbolKind;
  /** Type or namespace that directly holds it, or `null`. */
  readonly container: string | null;
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** Whether code outside its file may use it, by the rules of its language. */
  readonly exported: boolean;
  /** The line that declares it, trimmed, at most 200 characters. */
  readonly signature: string;
}

/** A command with a name: a package script, a make target, a task. */
export interface ProjectScript {
  readonly name: string;
  /** Program that runs it, such as `npm`, `make`, `just`, `task`, `composer`, `deno`. */
  readonly runner: string;
  /** What it runs, where the file says it on one line; else empty. */
  readonly command: string;
  readonly path: string;
  readonly line: number;
}

/** An HTTP endpoint as the code registers it. */
export interface ProjectRoute {
  /** Upper case; `ANY` where every method is served. */
  readonly method: string;
  /** With the prefixes of the groups it is registered in, as far as the same file shows them. */
  readonly route: string;
  readonly path: string;
  readonly line: number;
}

/** A table as the migrations leave it, applied in the order of their names. */
export interface ProjectTable {
  readonly name: string;
  readonly columns: readonly ProjectColumn[];
  /** Where it was created. */
  readonly path: string;
  readonly line: number;
}

export interface ProjectColumn {
  readonly name: string;
  /** As written, such as `TEXT` or `varchar(40)`; empty where none is stated. */
  readonly type: string;
  readonly path: string;
  readonly line: number;
}

/** What exists in a workspace, for statements about it to be held against. The same files give the same value. */
export interface ProjectIndex {
  /** All files that are not ignored, sorted, relative to the root. */
  readonly files: readonly string[];
  readonly symbols: readonly ProjectSymbol[];
  readonly scripts: readonly ProjectScript[];
  readonly dependencies: readonly WorkspaceDependency[];
  readonly routes: readonly ProjectRoute[];
  readonly tables: readonly ProjectTable[];
  /** Code files that were not read, with the reason: too many, too large, not readable. */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}
