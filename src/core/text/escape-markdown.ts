import { oneLine } from './said';

const address = /(?:https?:\/\/|www\.)[^\s<>"`|{}[\]\\]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu;

/**
 * Source text as Markdown that shows exactly that text on one line and can form nothing else: no heading, list, table
 * cell, link, HTML, task box, placeholder or open question of this document. Addresses become code spans, the only form
 * that no renderer turns into links.
 */
export function escapeMarkdown(text: string): string {
  const before = escapedByText.get(text);
  if (before !== undefined) return before;
  if (escapedByText.size >= mostEscaped) escapedByText.clear();
  const escaped = escapedAnew(text);
  escapedByText.set(text, escaped);
  return escaped;
}

/** A receipt compares the outlines that other answers would give, of which each says most of the same again. */
const escapedByText = new Map<string, string>();
const mostEscaped = 5000;

/** A marker that keeps the place of what is not known yet; at the end, too, since a colon may follow there. */
const leftToClear =
  /(?<=^|[.!?] )(?:TODO|FIXME|TBD|NEEDS CLARIFICATION)(?=\s*:)|(?<=[.!?] )(?:TODO|FIXME|TBD|NEEDS CLARIFICATION)$/gu;

function escapedAnew(text: string): string {
  return escapeExactly(withoutMarks(oneLine(text))).replace(leftToClear, '`$&`');
}

/** Like {@link escapeMarkdown}, but for an id or a label of this document, which has to be found again. */
export function escapeExactly(text: string): string {
  const line = oneLine(text);
  let escaped = '';
  let from = 0;
  for (const match of line.matchAll(address)) {
    escaped += escapeInline(line.slice(from, match.index)) + codeSpan(match[0]);
    from = match.index + match[0].length;
  }
  return escapeStart(escaped + escapeInline(line.slice(from)));
}

/**
 * Text whose ids look the same and are found by nobody: the hyphen before the number does not break, or an invisible
 * joiner stands before it. For text that mentions a requirement where a mention would count as covering it.
 */
export function withoutIds(text: string, ids: readonly string[] = []): string {
  const named = [...ids]
    .sort((a, b) => b.length - a.length)
    .map((id) => id.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const pattern = [...named, '[A-Z]{1,8}(?:-[A-Z0-9]{1,12})*-?\\d+(?:[.-]\\d+)*'].join('|');
  return text.replace(new RegExp(pattern, 'giu'), disguise);
}

function disguise(id: string): string {
  return id.includes('-') ? id.replaceAll('-', '\u2011') : id.replace(/(?=\d)/u, '\u200d');
}

/** Ids of another document's questions and criteria are none of this one's, and `US-XXX` is meant as it stands. */
function withoutMarks(line: string): string {
  if (isListOfIds(line.replace(/^[^:：]{1,60}[:：]/u, ''))) return withoutIds(line);
  return line
    .replace(/(?<=OQ|\/AC)-(?=\d)/gu, '\u2011')
    .replace(/(?<=[A-Z])-(?=X{2,4}|\d*0X|N{2,4})/gu, '\u2011');
}

/** One id with what sets it apart from the next one, or the end of a list. */
const idOfList =
  /\s*[A-Z]{1,8}(?:-[A-Z0-9]{1,12})*-?\d+(?:[.-]\d+)*[a-z]?(?:\/AC-\d+)?\s*(?:[,;、，~–—]|\.{2,}|$)/uy;

/** Id by id: one pattern for the whole list would look for its ids in every way there is. */
function isListOfIds(text: string): boolean {
  let at = 0;
  do {
    idOfList.lastIndex = at;
    const found = idOfList.exec(text);
    if (found === null) return false;
    at += found[0].length;
  } while (at < text.length);
  return true;
}

/** A name such as a path or a command as a code span; it must not hold a backtick or a line break, so both are removed. */
export function codeSpan(text: string): string {
  const plain = oneLine(text).replace(/`/g, '').replace(/\|/g, '\\|').trim();
  return plain === '' ? '' : `\`${plain}\``;
}

/** A label inside double quotes in a Mermaid diagram. */
export function escapeMermaid(text: string): string {
  return oneLine(text).replace(/[#"<>[\]{}`|;\\]/g, (character) => `#${character.codePointAt(0) ?? 32};`);
}

/** A relative path as the target of a Markdown link. */
export function linkTarget(path: string): string {
  return encodeURI(oneLine(path)).replace(
    /[()#?]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
}

function escapeInline(text: string): string {
  return text
    .replace(/[\\`*[\]<>|~{}]/g, '\\$&')
    .replace(/_/g, (underscore, at: number, whole: string) =>
      isWordAround(whole, at) ? underscore : `\\${underscore}`,
    )
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/(^|\s)#/g, '$1\\#');
}

/** An underscore inside a word opens no emphasis, and names such as `due_date` stay readable. */
function isWordAround(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[at + 1] ?? '');
}

function escapeStart(line: string): string {
  return line.replace(/^[-+=]/, '\\$&').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
