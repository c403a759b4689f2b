/** A place at which a document may be cut: a heading at the start of a line that closes all that is open before it. */
export interface Cut {
  /** Offset of the heading. */
  readonly start: number;
  /** Line of the heading, from 0. */
  readonly line: number;
  /** 1 to 6. */
  readonly level: number;
}

const heading = /^(#{1,6})(?:[ \t]|$)/;
const blank = /^[ \t]*$/;
/** A fence with what may stand before it: spaces, quote marks, list markers. */
const fenceOpening = /^((?:[ \t]*(?:[>*+-]|\d{1,9}[.)])(?=[ \t]|$))*[ \t]*)(`{3,}(?=[^`]*$)|~{3,})/;
/** What runs on over blank lines until its end is found, wherever that stands. */
const htmlOpening =
  /^([ \t]*)(?:(<!--)|(<\?)|(<!\[CDATA\[)|(<![A-Za-z])|(<(?:script|pre|style|textarea)(?=[\s>]|$)))/i;
const htmlEnds = ['-->', '?>', ']]>', '>'] as const;
const rawEnd = /<\/(?:script|pre|style|textarea)>/i;
/** The same behind a quote mark or a list marker: rare, and where it ends hangs on what holds it. */
const heldHtml = /^[ \t]*(?:[>*+-]|\d{1,9}[.)])[ \t].*<(?:!|\?|script|pre|style|textarea)/i;

/** Where a scan begins: the start of the document, or a cut, at which nothing is open. */
export interface ScanStart {
  readonly start: number;
  readonly line: number;
}

/**
 * Cuts a document where parsing its parts one by one gives what parsing the whole gives: at ATX headings behind a blank line,
 * outside fences, comments, raw HTML and front matter. Where it can not be told what is open, nothing is cut any
 * more. One pass over the lines, from the start or from a cut, which gives the cuts behind it.
 *
 * @param text with line feeds or carriage returns before line feeds as line ends; lone carriage returns give no cut at all
 */
export function* cutsOf(text: string, from: ScanStart = { start: 0, line: 0 }): Iterable<Cut> {
  if (hasLoneReturn(text)) return;
  let { start, line } = from;
  if (start === 0) {
    const front = frontMatterEnd(text);
    // What looks like front matter and is none leaves the parser in a state of its own.
    if (front === 'unclosed') return;
    if (front !== null) ({ start, line } = front);
  }
  let state: Open | null = null;
  let afterBlank = true;
  for (; start < text.length; line++) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    const content = text.slice(start, text.charCodeAt(end - 1) === 13 && end > start ? end - 1 : end);
    if (state !== null) {
      const next = stillOpen(state, content);
      if (next === 'unclear') return;
      if (next === 'closed') state = null;
      afterBlank = false;
    } else if (blank.test(content)) afterBlank = true;
    else {
      const level = afterBlank ? (heading.exec(content)?.[1]?.length ?? 0) : 0;
      if (level > 0 && start > from.start) yield { start, line, level };
      const opened = opening(content);
      if (opened === 'unclear') return;
      state = opened;
      afterBlank = false;
    }
    if (feed === -1) break;
    start = feed + 1;
  }
}

/** Whether a line ends with a carriage return alone. */
export function hasLoneReturn(text: string): boolean {
  return text.includes('\r') && /\r(?!\n)/.test(text);
}

type Open =
  | { readonly kind: 'fence'; readonly mark: string; readonly length: number; readonly indent: number }
  | { readonly kind: 'html'; readonly end: string | RegExp };

function opening(content: string): Open | 'unclear' | null {
  const fence = fenceOpening.exec(content);
  if (fence !== null) {
    const [, lead = '', marks = ''] = fence;
    // Each of its lines has a quote mark, and the first without one ends it.
    if (lead.includes('>')) return 'unclear';
    return { kind: 'fence', mark: marks[0] ?? '`', length: marks.length, indent: lead.length };
  }
  const html = htmlOpening.exec(content);
  if (html === null) return heldHtml.test(content) ? 'unclear' : null;
  const rest = content.slice(html[0].length);
  const kind = html.slice(2).findIndex((group) => group !== undefined);
  const end = htmlEnds[kind] ?? rawEnd;
  if (typeof end === 'string' ? rest.includes(end) : end.test(rest)) return null;
  return (html[1] ?? '').length > 3 ? 'unclear' : { kind: 'html', end };
}

function stillOpen(state: Open, content: string): 'open' | 'closed' | 'unclear' {
  if (state.kind === 'html') {
    const { end } = state;
    return (typeof end === 'string' ? content.includes(end) : end.test(content)) ? 'closed' : 'open';
  }
  const trimmed = content.trim();
  const closes = trimmed.length >= state.length && trimmed === state.mark.repeat(trimmed.length);
  const indent = content.length - content.trimStart().length;
  // Left of the fence it may close a list and open a fence of its own; far right of it, it is code, as behind a tab.
  const isTabbed = content.slice(0, indent).includes('\t');
  if (closes) return !isTabbed && indent >= state.indent && indent <= state.indent + 3 ? 'closed' : 'unclear';
  // What stands left of the fence ends the item that holds both, if one does.
  return trimmed !== '' && indent < state.indent ? 'unclear' : 'open';
}

/** Where the text goes on behind `---` ... `---` or `+++` ... `+++` at its very start. */
function frontMatterEnd(text: string): { readonly start: number; readonly line: number } | 'unclosed' | null {
  const opening = /^(---|\+\+\+)[ \t]*\r?\n/.exec(text);
  if (opening === null) return null;
  const mark = opening[1] ?? '---';
  let line = 1;
  for (let start = opening[0].length; start < text.length; line++) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    if (text.slice(start, end).trimEnd() === mark)
      return feed === -1 ? 'unclosed' : { start: end + 1, line: line + 1 };
    if (feed === -1) return 'unclosed';
    start = feed + 1;
  }
  return 'unclosed';
}
