/** The call that a match begins, to the end of its line or of its brackets, on one line. */
export function callText(text: string, { index, 0: matched }: RegExpExecArray): string {
  let depth = 0;
  let end = index;
  for (; end < text.length && end < index + longestCall; end++) {
    const character = text[end] ?? '';
    if ('({['.includes(character)) depth += 1;
    else if (')}]'.includes(character)) depth -= 1;
    if (depth < 0) break;
    if (depth > 0 || end < index + matched.length || !'\n;'.includes(character)) continue;
    // What is called on the result may stand on the lines below.
    if (character === ';' || !/^\s*(?:->|\.)\w/.test(text.slice(end, end + longestIndent))) break;
  }
  return text.slice(index, end).replace(/\s+/g, ' ').trim();
}

const longestCall = 1000;
const longestIndent = 80;

/** From where a column is declared to where the next declaration begins, on one line. */
export function declarationAt(nested: string, at: number, column: RegExp): string {
  const rest = nested.slice(at, at + longestCall);
  const next = new RegExp(column.source, column.flags.replace('g', ''));
  const skip = next.exec(rest)?.[0].length ?? 1;
  const ends = [
    (next.exec(rest.slice(skip))?.index ?? Infinity) + skip,
    rest.search(
      /\n[^\n]*(?:\bt(?:able)?\.(?:index|unique|primary|foreign|timestamps|references|belongs_to|check)\b|->(?:index|unique|primary|foreign|timestamps)\(|Constraint\(|@@|\bINDEX\b|(?:^|\W)timestamps\b)/,
    ),
  ].filter((end) => end > 0);
  return balanced(rest.slice(0, Math.min(...ends, rest.length)))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Up to the bracket that nothing in the text opened, without what leads to the next declaration. */
function balanced(text: string): string {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if ('({['.includes(text[at] ?? '')) depth += 1;
    else if (')}]'.includes(text[at] ?? '')) depth -= 1;
    if (depth < 0) return text.slice(0, at);
  }
  return withoutLead(text);
}

/** Without the receiver of the next call (`t.`), and without what parts the two. */
function withoutLead(text: string): string {
  let end = text.length;
  if (text.endsWith('.')) {
    let start = end - 1;
    while (/\w/.test(text[start - 1] ?? '')) start -= 1;
    if (start < end - 1) end = start;
  }
  const rest = text.slice(0, end).trimEnd();
  return /[,;]$/.test(rest) ? rest.slice(0, -1) : rest;
}

/**
 * What a call holds: up to the bracket that closes the last one it opened, or, where blocks have no brackets, all lines
 * that are indented deeper than its own.
 */
export function nestedBelow(text: string, match: RegExpExecArray): string {
  const start = match.index + match[0].length;
  const bracket = /[({[](?=[^({[]*$)/.exec(match[0])?.[0];
  if (
    bracket !== undefined &&
    !match[0].slice(match[0].lastIndexOf(bracket)).includes(closing[bracket] ?? '')
  ) {
    let depth = 1;
    for (let at = start; at < text.length; at++) {
      if ('({['.includes(text[at] ?? '')) depth += 1;
      else if (')}]'.includes(text[at] ?? '')) depth -= 1;
      if (depth === 0) return text.slice(start, at);
    }
    return text.slice(start);
  }
  const indent = /(?<![^\n])[^\n]*$/.exec(text.slice(0, match.index))?.[0].search(/\S|$/) ?? 0;
  const end = new RegExp(`\\n[ \\t]{0,${indent}}\\S`).exec(text.slice(start))?.index;
  return text.slice(start, end === undefined ? undefined : start + end);
}

const closing: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };
