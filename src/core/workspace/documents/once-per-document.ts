import type { ContextDocument } from '../context';
import { RecentlyUsed } from '../files/recently-used';

/** More documents than a workspace has of one kind; the longest unused are forgotten. */
const mostKept = 500;

interface Kept<V> extends Pick<ContextDocument, 'text' | 'title'> {
  readonly value: V;
}

/**
 * A function of what a document says, computed once for each and remembered by what was read: a document that is gathered
 * again, for the next spec or after an edit, is another value and is not read again. The function must read nothing but path,
 * kind, title and text.
 *
 * @param most values that are kept, where they are large
 */
export function oncePerDocument<V>(
  compute: (document: ContextDocument) => V,
  most = mostKept,
): (document: ContextDocument) => V {
  const known = new RecentlyUsed<Kept<V>>(most);
  return (document) => {
    const { kind, path, sha256, text, title } = document;
    const key = [kind, path, sha256].join('\0');
    const before = known.get(key);
    // What was cut or taken out is not in the hash of the file. Texts that are one value are compared in no time.
    const entry =
      before?.text === text && before.title === title ? before : { text, title, value: compute(document) };
    return known.use(key, entry).value;
  };
}
