/** What would end the section that a text stands in, were it not escaped: headings, underlines of headings, HTML. */
const structural = /^(\s*)(\\*)(#{1,6}(?:\s|$)|=+\s*$|-+\s*$|<[!?/A-Za-z])/u;
const fence = /^ {0,3}(`{3,}(?!`)|~{3,}(?!~))(.*)$/u;

export interface MarkdownLine {
  readonly text: string;
  /** Within a code fence, its marks included. */
  readonly code: boolean;
}

/** The lines of a text, told apart from code. @returns the lines, and the mark of a fence left open or `null` */
export function markdownLines(text: string): {
  readonly lines: readonly MarkdownLine[];
  readonly open: string | null;
} {
  let open: string | null = null;
  const lines = text.split('\n').map((line) => {
    const mark = fence.exec(line);
    if (open === null) {
      if (mark?.[1] === undefined || (mark[1].startsWith('`') && mark[2]?.includes('`') === true))
        return { text: line, code: false };
      open = mark[1];
    } else if (mark?.[1]?.startsWith(open) === true && mark[2]?.trim() === '') open = null;
    return { text: line, code: true };
  });
  return { lines, open };
}

/**
 * A person's Markdown as one block of a document: trimmed, in lines that end with a line feed, code left as it is, an open
 * fence closed, and everything that would open another section escaped. {@link fromBlock} gives it back.
 */
export function asBlock(text: string): string {
  const { lines, open } = markdownLines(trimmed(text));
  const escapedLines = lines.map((line) =>
    line.code ? line.text : line.text.replace(structural, '$1$2\\$3'),
  );
  return [...escapedLines, ...(open === null ? [] : [open])].join('\n');
}

/** The text that {@link asBlock} was given, apart from blanks around it and a fence that it closed. */
export function fromBlock(block: string): string {
  const { lines } = markdownLines(trimmed(block));
  return lines.map((line) => (line.code ? line.text : line.text.replace(escaped, '$1$2$3'))).join('\n');
}

const escaped = /^(\s*)(\\*)\\(#{1,6}(?:\s|$)|=+\s*$|-+\s*$|<[!?/A-Za-z])/u;

function trimmed(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd();
}
