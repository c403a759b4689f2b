/** `(*Service).ChangeRole`, `(List[T]).Push`: how Go's language server names methods. */
const behindReceiver = /^\(\*?([\p{L}_][\p{L}\p{N}_]*)(?:\[[^\]]*\])?\)\.([\p{L}_][\p{L}\p{N}_]*)$/u;
/** `changeRole(String)`, `ChangeRole(string role) : Task`: Java's and C#'s. A callback that is named by its call has text in it. */
const withParameters = /^([\p{L}_$][\p{L}\p{N}_$]*)(?:<[^()]*>)?\([^()"'`]*\)(?: ?:.*)?$/u;
/** `impl Ledger`, `impl<T> Store<T>`, `impl fmt::Display for &'a Ledger`: Rust's blocks with the methods of a type. */
const implementing =
  /^(?:unsafe )?impl(?:<[^{}]*?>)? (?:[^{}]* for )?(?:&(?:'\w+ )?(?:mut )?)?(?:dyn )?(?:\w+::)*(\w+)(?:<[^{}]*>)?$/u;

/**
 * The type that a listed block is part of without declaring it, or `null` for all that declares something.
 *
 * @param listed what a language extension calls it in its list
 */
export function implementedType(listed: string): string | null {
  return implementing.exec(listed)?.[1] ?? null;
}

/**
 * A symbol as code calls it, of what a language extension calls it in its list.
 *
 * @returns its bare name, and the type that the listed name says it belongs to, or `null`
 */
export function calledInCode(listed: string): { readonly name: string; readonly container: string | null } {
  const [, receiver, method] = behindReceiver.exec(listed) ?? [];
  if (receiver !== undefined && method !== undefined) return { name: method, container: receiver };
  return { name: withParameters.exec(listed)?.[1] ?? listed, container: null };
}
