import type { TextRange } from '../../text/position';

/** Lines of a text as the parsers count them, without their ends: a lone carriage return ends none. */
export function sourceLines(text: string): readonly string[] {
  return text.includes('\n') ? text.split(/\r?\n/) : text.split('\r');
}

/** One line without indentation and trailing blanks; an empty range where the line is not there. */
export function linePlace(lines: readonly string[], line: number): TextRange {
  const text = lines[line - 1] ?? '';
  const column = text.length - text.trimStart().length + 1;
  return { line, column, endLine: line, endColumn: Math.max(column, text.trimEnd().length + 1) };
}

/** The first place of a whole token on a line; the line where it is not written as such. */
export function tokenPlace(lines: readonly string[], line: number, token: string): TextRange {
  const at = indexOfWhole(lines[line - 1] ?? '', token);
  return at === -1 ? linePlace(lines, line) : spanPlace(line, at, token.length);
}

/** `length` characters of a line from an offset. */
export function spanPlace(line: number, offset: number, length: number): TextRange {
  return { line, column: offset + 1, endLine: line, endColumn: offset + length + 1 };
}

/** `T-1` in `T-10, T-1` is the second. */
function indexOfWhole(text: string, token: string): number {
  if (token === '') return -1;
  for (let at = text.indexOf(token); at !== -1; at = text.indexOf(token, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + token.length] ?? ' '}`;
    if (!/[\p{L}\p{N}_]/u.test(around)) return at;
  }
  return -1;
}

/** Numbers of the lines that hold code, comments or front matter rather than what the document says. */
export function unreadLines(lines: readonly string[]): ReadonlySet<number> {
  const unread = new Set<number>();
  let fence: string | null = null;
  let comment = false;
  let frontMatter = /^---\s*$/.test(lines[0] ?? '') && lines.indexOf('---', 1) > 0;
  for (const [at, text] of lines.entries()) {
    const line = at + 1;
    if (frontMatter) {
      unread.add(line);
      frontMatter = at === 0 || text !== '---';
      continue;
    }
    if (comment) {
      unread.add(line);
      comment = !text.includes('-->');
      continue;
    }
    const mark = /^\s{0,12}(?:[-*+>]\s+)?(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence === null && mark !== undefined) {
      // A wrapper around the whole document hides nothing of it.
      if (at === 0 && /^`{3,}(?:markdown|md)\s*$/i.test(text)) continue;
      fence = mark;
      unread.add(line);
    } else if (fence !== null) {
      unread.add(line);
      if (mark?.startsWith(fence) === true && /^\s*[`~]+\s*$/.test(text)) fence = null;
    } else if (/^\s*<!--/.test(text)) {
      unread.add(line);
      comment = !text.includes('-->');
    }
  }
  return unread;
}
