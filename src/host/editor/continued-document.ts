/** How a document that holds a draft so far is brought to where the draft ended. */
export interface ContinuedDocument {
  /** So much of the document stays, in characters; what follows is white space. */
  readonly keep: number;
  /** What is put there. */
  readonly insert: string;
}

/** So many characters at the end must be the draft's own, and stand there once, where a person edited what is before. */
const ends = [400, 200, 100, 40] as const;

/**
 * Finds out how a draft can go on in a document that may hold less of it than was received, and that a person may have
 * edited; `null` where its end is no longer the draft's, so that going on there would make no sense.
 *
 * @param document its text, with the line breaks it has
 * @param draft all of the draft so far
 */
export function continuedDocument(document: string, draft: string): ContinuedDocument | null {
  const keep = document.trimEnd().length;
  const held = document.slice(0, keep).replaceAll('\r\n', '\n');
  if (draft.startsWith(held)) return { keep, insert: draft.slice(held.length) };
  for (const length of ends) {
    const end = held.slice(-length);
    const at = draft.lastIndexOf(end);
    if (end.length === length && at !== -1 && draft.indexOf(end) === at)
      return { keep, insert: draft.slice(at + length) };
  }
  return null;
}
