/** What was read from a block of SQL. Offsets are those of the block's value. */
export interface SqlScript {
  /** One without direction, or those that a migration tool's annotations begin. */
  readonly parts: readonly SqlPart[];
  /** Whether its statements were parsed; without, `changes` and `columns` are empty and say nothing. */
  readonly parsed: boolean;
  /** Columns that are declared, in document order. */
  readonly columns: readonly SqlColumn[];
}

export interface SqlPart {
  readonly direction: 'up' | 'down' | null;
  /** The annotation, or the first line where there is none. */
  readonly start: number;
  readonly end: number;
  /** Offset at which the part ends. */
  readonly until: number;
  readonly changes: readonly SqlChange[];
  /** Statements of any kind. */
  readonly statements: number;
  /** Whether it runs code whose effect can not be read: `DO`, `CALL`, or what was not parsed. */
  readonly opaque: boolean;
}

export type SqlObject =
  | 'table'
  | 'column'
  | 'index'
  | 'type'
  | 'view'
  | 'sequence'
  | 'schema'
  | 'function'
  | 'trigger'
  | 'policy'
  | 'constraint'
  | 'column type'
  | 'not null';

/** A change of the schema. A renaming is the end of one name and the beginning of another. */
export interface SqlChange {
  /** `alter` where an object only gets another form. */
  readonly action: 'create' | 'drop' | 'alter';
  readonly object: SqlObject;
  /** Without schema, in lower case. */
  readonly name: string;
  /** The table that holds it, or `null`. */
  readonly table: string | null;
  /** Columns of an index. */
  readonly columns: readonly string[];
  /** `OR REPLACE`: it may have been there before. */
  readonly replaces: boolean;
  /** With what depends on it. */
  readonly cascades: boolean;
  readonly renames: boolean;
  /** The statement. */
  readonly start: number;
  readonly end: number;
}

export interface SqlColumn {
  readonly table: string;
  readonly name: string;
  /** The type's own name in lower case, without arguments and brackets. */
  readonly type: string;
  readonly start: number;
  readonly end: number;
}
