/**
 * Comments by which an export is known again when it is imported: other tools and readers do not see them, and what the
 * other format has no field for is kept by them.
 */
export const marks = {
  /** Everything below is the spec's own text; see {@link DocumentMark}. */
  document: 'tech-spec:document',
  /** Stands where tasks were, with their ids; one that had a box has an asterisk, one in the short form a tilde. */
  tasks: 'tech-spec:tasks',
  /** Ends the line of a task, with its id. */
  task: 'tech-spec:task',
  /** Stands where the body of a section was that has a file of its own. */
  part: 'tech-spec:part',
} as const;

/** What of a spec stands above its first line of text. */
export interface DocumentMark {
  /** Level-1 heading as written, without `#`; `null` where there was none. */
  readonly title: string | null;
  /** Front matter as written, fences included; empty where there was none. */
  readonly frontMatter: string;
}

/** A comment that holds a name and data and can not end early. */
export function markComment(mark: string, data = ''): string {
  return `<!-- ${mark}${data === '' ? '' : ` ${data}`} -->`;
}

/** Data as JSON without the characters that end a comment. */
export function markData(data: DocumentMark): string {
  return JSON.stringify(data).replace(
    /[-<>]/gu,
    (character) => `\\u00${character.charCodeAt(0).toString(16)}`,
  );
}
