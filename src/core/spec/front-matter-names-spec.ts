/**
 * Whether the front matter of a document says that it is a spec: `techSpec: true`, `tech-spec: ...`.
 *
 * @param text the document, or at least its beginning
 */
export function frontMatterNamesSpec(text: string): boolean {
  const head = /^\uFEFF?---\r?\n([\s\S]{0,4000}?)\r?\n---/.exec(text)?.[1];
  return head !== undefined && /^(techSpec|tech-spec):/m.test(head);
}

/** Whether `import` made a spec of the documents of another workflow: the front matter that it writes says so first. */
export function isImported(text: string): boolean {
  return /^\uFEFF?---\r?\ntech-spec:\r?\n +imported:/.test(text);
}
