const fence = /^ {0,3}(`{3,}(?!`)|~{3,}(?!~))(.*)$/u;

/**
 * Closes a fence and a comment that an answer left open, as one does that was cut: what follows it in the document would
 * become part of them.
 *
 * @param content with line feeds as line ends
 */
export function closeOpenBlocks(content: string): string {
  let open: string | null = null;
  let comment = false;
  for (const line of content.split('\n')) {
    const [, mark = '', info = ''] = fence.exec(line) ?? [];
    if (open !== null) {
      if (mark.startsWith(open) && info.trim() === '') open = null;
    } else if (comment) comment = !line.includes('-->');
    else if (mark !== '' && !(mark.startsWith('`') && info.includes('`'))) open = mark;
    else if (/^ {0,3}<!--/u.test(line)) comment = !line.includes('-->');
  }
  if (open !== null) return `${content.trimEnd()}\n${open}`;
  return comment ? `${content.trimEnd()} -->` : content;
}
