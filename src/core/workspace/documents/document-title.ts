import { atxHeading } from '../../markdown/atx-heading';
import { fileName } from '../../text/path';
import type { RuleFrontMatter } from './rule-front-matter';

const fence = /^ {0,3}(`{3,}|~{3,})/;
const underline = /^ {0,3}=+[ \t]*$/;

/**
 * Title of a document as plain text: its front matter's `title`, else its first heading of level 1 outside code,
 * else the front matter's `name`, else its first heading of level 2, else the file's name. Never empty.
 */
export function documentTitle(path: string, frontMatter: RuleFrontMatter): string {
  const { fields, body } = frontMatter;
  const stated = (field: string): string => (fields.get(field) ?? []).join(', ');
  const headings = firstHeadings(body);
  return stated('title') || headings.first || stated('name') || headings.second || fileName(path);
}

/** The first headings of level 1 and 2; empty where there is none. */
function firstHeadings(text: string): { readonly first: string; readonly second: string } {
  let open: string | null = null;
  let previous = '';
  let second = '';
  for (const line of text.split(/\r?\n/)) {
    const mark = fence.exec(line)?.[1];
    if (mark !== undefined) {
      if (open === null) open = mark;
      else if (mark.startsWith(open)) open = null;
    } else if (open === null) {
      const heading = atxHeading(line);
      const titled = underline.test(line) ? previous : '';
      const found = plainText(heading === null ? titled : heading.level > 2 ? '' : heading.text);
      if (found !== '' && heading?.level !== 2) return { first: found, second };
      if (found !== '' && second === '') second = found;
    }
    previous = line.trim();
  }
  return { first: '', second };
}

/** Enough for a heading: links become their text, emphasis and code marks go. */
function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/[*`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
