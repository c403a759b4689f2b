import { parseMarkdown } from '../markdown/parse-markdown';
import { plainText } from '../markdown/plain-text';

/** A document without its front matter and level-1 heading. */
export interface OpenedDocument {
  /** Plain text of the level-1 heading; empty where there is none. */
  readonly title: string;
  /** Front matter without its fences; empty where there is none. */
  readonly frontMatter: string;
  readonly body: string;
}

/** Takes front matter and the first level-1 heading off a document and moves its other headings down. */
export function openDocument(text: string, by: number): OpenedDocument {
  const plain = text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  const { children } = parseMarkdown(plain);
  const [first] = children;
  const start = first?.type === 'yaml' ? (first.position?.end.offset ?? 0) : 0;
  let title: string | null = null;
  let body = plain;
  for (const node of [...children].reverse()) {
    if (node.type !== 'heading') continue;
    const { start: from, end: to } = node.position ?? {};
    if (from?.offset === undefined || to?.offset === undefined) continue;
    const written = plain.slice(from.offset, to.offset);
    const isTitle = node.depth === 1 && children.find((one) => one.type === 'heading') === node;
    if (isTitle) title = plainText(node).trim();
    const level = Math.min(6, Math.max(2, node.depth + by));
    // A heading that is underlined takes one line or several; with marks it has to be on one.
    const name = written.startsWith('#')
      ? written.replace(/^#+[ \t]*/u, '')
      : written.replace(/\n[ \t]*(?:=+|-+)[ \t]*$/u, '').replace(/\n/gu, ' ');
    const moved = isTitle ? '' : `${'#'.repeat(level)} ${name}`;
    body = body.slice(0, from.offset) + moved + body.slice(to.offset);
  }
  return {
    title: title ?? '',
    frontMatter: first?.type === 'yaml' ? first.value : '',
    body: body.slice(start).trim(),
  };
}
