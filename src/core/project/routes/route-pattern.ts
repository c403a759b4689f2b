/** How a framework registers an endpoint, in the text of a file; the groups `method`, `route` and `receiver` tell which, `parts` a text that is put together. */
export interface RoutePattern {
  /** Global. Without a group `method` every method is served. */
  readonly pattern: RegExp;
  /** Only in files whose path matches. */
  readonly path?: RegExp;
  /** Only in files whose text matches. */
  readonly text?: RegExp;
  /** What the matched call serves, where it stands for several endpoints. */
  readonly stands?: { readonly method: string; readonly suffix: string };
  /** Only on variables that a match of this declares by its group `name`. */
  readonly declared?: RegExp;
}

/** How a framework puts a prefix before endpoints; the group `route` is the prefix, `parts` one that is put together. */
export interface PrefixPattern {
  readonly pattern: RegExp;
  /**
   * What it applies to: the bracketed block that follows (`block`), the class that follows (`class`), or what is
   * registered on the variable that the group `name` names (`variable`).
   */
  readonly scope: 'block' | 'class' | 'variable';
  /** What the framework writes before the route: `v` of a version. */
  readonly lead?: string;
}

export interface RouteConventions {
  readonly routes: readonly RoutePattern[];
  readonly prefixes: readonly PrefixPattern[];
}
