export const declaredFactKinds = [
  'endpoint',
  'table',
  'column',
  'config-key',
  'env-var',
  'event',
  'limit',
  'naming',
  'test',
] as const;

export type DeclaredFactKind = (typeof declaredFactKinds)[number];

/** Something that a completed spec says to exist or to hold, and where it says so. */
export interface DeclaredFact {
  readonly kind: DeclaredFactKind;
  /**
   * `GET /api/members`, `members`, `members.email`, `audit.retention_days`, `ROSTER_PORT`, `member.removed`; for a limit
   * or a convention the statement itself, for a test what it is about.
   */
  readonly name: string;
  /** Type of a column, default of a setting, command of a test, number of a limit; empty where nothing is said. */
  readonly detail: string;
  /** The spec, relative to the root. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** A fact before it is known in which document it stands. */
export type FoundFact = Omit<DeclaredFact, 'path'>;
