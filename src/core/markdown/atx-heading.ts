/** A heading of one line that begins with number signs. */
export interface AtxHeading {
  /** 1 to 6. */
  readonly level: number;
  /** As written, without the signs before and behind it; may be empty. */
  readonly text: string;
}

/**
 * The heading that a line is, as CommonMark has it (section 4.2); `null` where it is none. Read in one pass: a pattern for it
 * looks for its end anew from each of many spaces.
 *
 * @param line without its line end
 */
export function atxHeading(line: string): AtxHeading | null {
  const found = /^ {0,3}(#{1,6})(?![^ \t])/u.exec(line);
  if (found === null) return null;
  const level = found[1]?.length ?? 1;
  const text = line.slice(found[0].length).trim();
  let end = text.length;
  while (text[end - 1] === '#') end -= 1;
  const isClosed = end < text.length && (end === 0 || /\s/u.test(text[end - 1] ?? ''));
  return { level, text: isClosed ? text.slice(0, end).trimEnd() : text };
}
