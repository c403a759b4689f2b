/** A heading line of a template, taken apart. */
export interface TemplateHeading {
  /** From 0. */
  readonly lineIndex: number;
  readonly level: number;
  readonly number: string | null;
  /** Without number and attributes. */
  readonly name: string;
  /** Explicit key, or one made from the name. */
  readonly key: string;
  readonly optional: boolean;
  readonly aliases: readonly string[];
}

const headingLine = /^(#{1,6})[ \t]+(?![ \t])(.*)$/;
const attributeList = /\{((?:[#.][^\s{}]+|aliases="[^"]*")(?:\s+(?:[#.][^\s{}]+|aliases="[^"]*"))*)\}$/;

/** Number signs, text and attributes of a heading, the last where it has any; `null` where a line is none. */
function partsOf(line: string): readonly [marks: string, text: string, attributes?: string] | null {
  const [, marks, rest] = headingLine.exec(line.trimEnd()) ?? [];
  if (marks === undefined || rest === undefined) return null;
  const [whole, attributes] = attributeList.exec(rest) ?? [];
  if (whole === undefined || attributes === undefined) return [marks, rest];
  return [marks, rest.slice(0, -whole.length).trimEnd(), attributes];
}

/**
 * Headings of a template outside code fences and comments, in document order. Headings with dynamic text repeat or
 * vary, so they are no sections and are left out.
 */
export function readHeadings(body: string): readonly TemplateHeading[] {
  const headings: TemplateHeading[] = [];
  for (const [lineIndex, line] of proseLines(body)) {
    const heading = readHeading(line, lineIndex);
    if (heading !== null && !heading.name.includes('{{')) headings.push(heading);
  }
  return headings;
}

/** One heading line taken apart, or `null` where the line is none. */
export function readHeading(line: string, lineIndex: number): TemplateHeading | null {
  const parts = partsOf(line);
  if (parts === null) return null;
  const [marks, text, attributes = ''] = parts;
  const number = /^(\d+(?:\.\d+)*)[.)]?\s+(?=\S)/.exec(text);
  const name = number === null ? text : text.slice(number[0].length);
  return {
    lineIndex,
    level: marks.length,
    number: number?.[1] ?? null,
    name,
    key: /#([^\s{}]+)/.exec(attributes)?.[1] ?? keyOf(name),
    optional: /(?:^|\s)\.optional(?:\s|$)/.test(attributes),
    aliases: (/aliases="([^"]*)"/.exec(attributes)?.[1] ?? '')
      .split('|')
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ''),
  };
}

/** A heading with its number, as a reader looks for it: `7. Testing Strategy`. */
export function numberedHeading({
  number,
  heading,
}: {
  readonly number: string | null;
  readonly heading: string;
}): string {
  return number === null ? heading : `${number}. ${heading}`;
}

/** A key made from a heading: its letters and digits in lower case, joined by hyphens. */
export function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|(?<!-)-+$/g, '');
}

/** The body with heading attributes removed. */
export function withoutAttributes(body: string): string {
  const lines = body.split('\n');
  for (const [index, line] of proseLines(body)) {
    const [marks, text, attributes] = partsOf(line) ?? [];
    if (attributes !== undefined) lines[index] = `${marks ?? ''} ${text ?? ''}`;
  }
  return lines.join('\n');
}

/** Lines outside code fences and HTML comments, with their index. */
export function* proseLines(body: string): Generator<readonly [index: number, line: string]> {
  let fence: string | null = null;
  let inComment = false;
  for (const [index, line] of body.split('\n').entries()) {
    const marks = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== null) {
      if (marks !== undefined && marks.startsWith(fence)) fence = null;
      continue;
    }
    if (!inComment && marks !== undefined) {
      fence = marks;
      continue;
    }
    const wasInComment = inComment;
    inComment = isCommentOpen(line, inComment);
    if (!wasInComment && !(inComment && line.trimStart().startsWith('<!--'))) yield [index, line];
  }
}

function isCommentOpen(line: string, inside: boolean): boolean {
  let open = inside;
  for (const [mark] of line.matchAll(/<!--|-->/g)) open = mark === '<!--';
  return open;
}
