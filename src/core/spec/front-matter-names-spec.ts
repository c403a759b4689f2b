/**
 * Whether the front matter of a document says that it is a spec: `techSpec: true`, `tech-spec: ...`.
 *
 * @param text the document, or at least its beginning
 */
export function frontMatterNamesSpec(text: string): boolean {
  const head = /^\uFEFF?---\r?\n([\s\S]{0,4000}?)\r?\n---/.exec(text)?.[1];
  return head !== undefined && /^(techSpec|tech-spec):/m.test(head);
}
