import type { TextRange } from '../text/position';

/** Something that a spec says will be there once its work is done, at the place that says so. */
export interface Promised extends TextRange {
  readonly section: number | null;
  /** Words by which tasks may name it, the most telling first. */
  readonly names: readonly string[];
  /** Files of the plan that it belongs to. */
  readonly files: readonly string[];
}

export interface PromisedFile extends Promised {
  readonly path: string;
  /** `delete`: it must be gone. */
  readonly action: 'create' | 'modify' | 'delete';
}

export interface PromisedSymbol extends Promised {
  readonly name: string;
  /** Type that holds it, or `null`. */
  readonly container: string | null;
  /** What kind the declaration shows, or `null` where only the name is given. */
  readonly kind: string | null;
  /** The declaration on one line, or `null`. */
  readonly signature: string | null;
  /** Name of the language, see `core/project/code/languages`, or `null`. */
  readonly language: string | null;
  /** File that declares it, or `null` where none is named. */
  readonly path: string | null;
}

export interface PromisedEndpoint extends Promised {
  readonly method: string;
  readonly route: string;
}

export interface PromisedColumn extends Promised {
  readonly table: string;
  readonly name: string;
  /** As written; empty where none is. */
  readonly type: string;
  readonly declared: string;
  readonly dialect: string;
  /** `null` where nothing is said. */
  readonly nullable: boolean | null;
  /** What a table of columns says of default and reference, as SQL says it; empty elsewhere. */
  readonly constraints: string;
}

export interface PromisedTable extends Promised {
  readonly name: string;
}

export interface PromisedIndex extends Promised {
  readonly table: string;
  readonly name: string | null;
  readonly columns: readonly string[];
  /** `null` where nothing is said. */
  readonly unique: boolean | null;
}

/** A setting, an event, a test, a script or a package, by its name. */
export interface PromisedName extends Promised {
  readonly name: string;
  /** Of a script its runner, of a test the file that holds it; else empty. */
  readonly where: string;
}

/** Everything that a spec promises, by kind, each in document order. */
export interface Promises {
  readonly files: readonly PromisedFile[];
  readonly symbols: readonly PromisedSymbol[];
  readonly endpoints: readonly PromisedEndpoint[];
  readonly tables: readonly PromisedTable[];
  readonly columns: readonly PromisedColumn[];
  readonly indexes: readonly PromisedIndex[];
  readonly settings: readonly PromisedName[];
  readonly events: readonly PromisedName[];
  readonly tests: readonly PromisedName[];
  readonly scripts: readonly PromisedName[];
  readonly packages: readonly PromisedName[];
}
