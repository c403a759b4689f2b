/** A fence that a wrapped answer begins with: bare, or of Markdown. */
const wrapper = /^ {0,3}(`{3,}|~{3,})[ \t]*(?:(?:markdown|md|mdx|text|plaintext)[ \t]*)?$/iu;
const fence = /^ {0,3}(`{3,}(?!`)|~{3,}(?!~))(.*)$/u;
/** Talk about the answer; "Here are the endpoints:" may be the section's own text. */
const greeting =
  /^(?:(?:sure|certainly|of course|absolutely|okay|ok|great)\b[^:]*[,.:!]$|(?:(?:sure|certainly|of course|absolutely|okay|ok|great)\b.*)?(?:here(?:['’]s| is| are)|below (?:is|are))\b.*\b(?:sections?|rewrit\w+|revis\w+|updated?|version|spec\w*)\b.*[:.!]$)/iu;
const farewell = /^(?:let me know|i hope (?:this|that)|feel free|please let me know)\b/iu;

/**
 * Takes off what models wrap an answer in: a greeting, a fence around the whole with what is said after it, a farewell.
 * Fences within a wrapped answer are told from its own by being closed. Line ends become line feeds.
 */
export function unwrapAnswer(answer: string): string {
  const lines = answer
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n')
    .split('\n');
  const first = lines.findIndex((line) => !isPlainTalk(line));
  const opening = first === -1 ? undefined : wrapper.exec(lines[first] ?? '')?.[1];
  if (opening !== undefined && (first > 0 || isWrapped(lines, first))) {
    const inner = lines.slice(first + 1);
    return inner.slice(0, closingOf(inner, opening) ?? inner.length).join('\n');
  }
  const kept = first === -1 ? [] : lines.slice(first);
  const last = kept.findLastIndex((line) => line.trim() !== '');
  if (last > 0 && farewell.test(kept[last]?.trim() ?? '') && kept[last - 1]?.trim() === '')
    kept.length = last;
  return kept.join('\n');
}

function isPlainTalk(line: string): boolean {
  return line.trim() === '' || greeting.test(line.trim());
}

/** Whether a fence that opens an answer holds the section, not a block of code within it: a heading comes first in it. */
function isWrapped(lines: readonly string[], first: number): boolean {
  if (/markdown|md/iu.test(lines[first] ?? '')) return true;
  return /^ {0,3}#{1,6}[ \t]/u.test(lines.slice(first + 1).find((line) => line.trim() !== '') ?? '');
}

/** The line that closes a wrapping fence, or `null` where the answer ends within it. */
function closingOf(lines: readonly string[], opening: string): number | null {
  let open: { readonly mark: string; readonly line: number; readonly bare: boolean } | null = null;
  for (const [index, line] of lines.entries()) {
    const [, mark = '', info = ''] = fence.exec(line) ?? [];
    if (mark === '') continue;
    const bare = info.trim() === '';
    if (open !== null) {
      if (bare && mark.startsWith(open.mark)) open = null;
    } else if (bare && mark.startsWith(opening) && !opensBlock(lines, index, opening)) return index;
    else open = { mark, line: index, bare };
  }
  // A bare fence that nothing closes was no block's beginning: it closed the wrapper.
  return open?.bare === true ? open.line : null;
}

/** Whether a bare fence begins a block of code: another one closes it, and the wrapper is closed after that. */
function opensBlock(lines: readonly string[], at: number, opening: string): boolean {
  const later = lines.slice(at + 1).filter((line) => {
    const [, mark = ''] = fence.exec(line) ?? [];
    return mark.startsWith(opening);
  });
  return later.length > 0 && later.length % 2 === 0;
}
