/** Texts up to this length are parsed in one piece, longer ones in pieces of at least this length, in characters. */
const chunkLength = 48_000;

/** A stretch of a document that can be parsed alone. */
export interface Chunk {
  readonly text: string;
  /** Lines before it. */
  readonly offset: number;
}

/**
 * Cuts a long document at headings, so that the time to parse it grows with its length (the parser's own grows faster).
 * Only a heading at the margin outside fences and comments ends a piece: it closes every list and paragraph anyway.
 */
export function markdownChunks(text: string): readonly Chunk[] {
  if (text.length <= chunkLength) return [{ text, offset: 0 }];
  const lines = text.split('\n');
  const chunks: Chunk[] = [];
  let from = 0;
  let length = 0;
  let fence: string | null = null;
  let comment = lines[0]?.trim() === '---' || lines[0]?.trim() === '+++';
  for (const [at, line] of lines.entries()) {
    const blockEnd = length >= chunkLength && fence === null && !comment && /^#{1,6}\s/.test(line);
    if (blockEnd) {
      chunks.push({ text: lines.slice(from, at).join('\n'), offset: from });
      from = at;
      length = 0;
    }
    length += line.length + 1;
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && fence === null) fence = mark;
    else if (mark !== undefined && fence !== null && mark.startsWith(fence)) fence = null;
    if (
      comment
        ? /-->|^\s*(?:---|\+\+\+)\s*$/.test(line) && at > 0
        : line.includes('<!--') && !line.includes('-->')
    )
      comment = !comment;
  }
  return [...chunks, { text: lines.slice(from).join('\n'), offset: from }];
}
