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
  /** The line that declares it, or those up to the end of its parameters, on one line; at most 400 characters. */
  readonly signature: string;
}

/** A command with a name: a package script, a make target, a task. */
export interface ProjectScript {
  readonly name: string;
  /** Program that runs it, such as `npm`, `make`, `just`, `task`, `composer`, `deno`. */
  readonly runner: string;
  /** What it runs, of a recipe each command on a line; empty where the file does not say it so. */
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
  /** The variable that it and the groups around it are registered on, where there is one. */
  readonly holder?: string;
}

/** A prefix that one file puts before the endpoints of another. */
export interface RouteMount {
  /** With the prefixes around it in its own file. */
  readonly prefix: string;
  /** What is mounted, as written: `invitesRouter`, `invites.urls`, `h.Routes()`; `*` where it is all, empty for the file
   * itself, `?` where the file is one that others mount. */
  readonly target: string;
  /** Module that the target is imported from, as written, or `null`. */
  readonly module: string | null;
  /** The variable that it is mounted on, or `null`. */
  readonly holder: string | null;
  readonly path: string;
  readonly line: number;
}

/** A name that code or configuration holds as text. */
export interface ProjectName {
  /** `literal` in quotes, `key` of a configuration, `test` the title of one. */
  readonly kind: 'literal' | 'key' | 'test';
  readonly text: string;
  readonly path: string;
  readonly line: number;
}

/** A table as the migrations leave it, applied in the order of their names. */
export interface ProjectTable {
  readonly name: string;
  readonly columns: readonly ProjectColumn[];
  readonly indexes: readonly ProjectTableIndex[];
  /** Where it was created. */
  readonly path: string;
  readonly line: number;
}

export interface ProjectColumn {
  readonly name: string;
  /** As written, such as `TEXT` or `varchar(40)`; empty where none is stated. */
  readonly type: string;
  /** What is declared behind its name, or the call that declares it, on one line; empty where that is not known. */
  readonly declared: string;
  /** What `declared` is written in: `SQL`, or the framework, such as `Rails`. */
  readonly dialect: string;
  readonly path: string;
  readonly line: number;
}

/** An index or a uniqueness of a table. */
export interface ProjectTableIndex {
  /** `null` where the database or the framework names it. */
  readonly name: string | null;
  readonly columns: readonly string[];
  readonly unique: boolean;
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
  /** Absent where nobody looked for them. */
  readonly mounts?: readonly RouteMount[];
  /** Absent where nobody looked for them. */
  readonly names?: readonly ProjectName[];
  readonly tables: readonly ProjectTable[];
  /** Code files that were not read, with the reason: too many, too large, not readable. */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}
