import { isAbsolutePath } from './path';

/**
 * How a document links to another one, both relative to the workspace root; `null` where the target is an absolute
 * path, which must not enter a document.
 *
 * @param from the document that holds the link
 */
export function relativePath(from: string, to: string): string | null {
  const target = to.replace(/\\/g, '/');
  if (isAbsolutePath(target)) return null;
  const base = from.replace(/\\/g, '/').split('/').slice(0, -1);
  const parts = target.split('/');
  let shared = 0;
  while (shared < base.length && shared < parts.length - 1 && base[shared] === parts[shared]) shared += 1;
  if (base.slice(shared).includes('..')) return null;
  return [...base.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/');
}
