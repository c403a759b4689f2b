import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { parse as parseYaml } from 'yaml';
import { parseMarkdown } from '../markdown/parse-markdown';
import { plainText } from '../markdown/plain-text';
import type { Blocks } from './parse-blocks';
import type { MetadataEntry } from './spec-document';
import { indexLines, offsetOf, rangeOf, rangeOfNode, span, type LineIndex } from './text-range';

/** `**Key:** value` or `**Key**: value`; the value goes on to the next key or the end of the line. */
const pair =
  /(?:\*\*|__)([^*_\n]{1,60}?)(?:[:：](?:\*\*|__)|(?:\*\*|__)[ \t]*[:：])[ \t]*((?:(?!(?:\*\*|__)[^*_\n]{1,60}?(?:[:：](?:\*\*|__)|(?:\*\*|__)[ \t]*[:：])).)*)/gu;

/**
 * Metadata of a document: front matter, then `**Key:** value` lines and two-column tables before the first section,
 * which win over it. The range of an entry is that of its value.
 */
export function parseMetadata(
  nodes: readonly RootContent[],
  blocks: Blocks,
  lines: LineIndex,
): ReadonlyMap<string, MetadataEntry> {
  const found = new Map<string, MetadataEntry>();
  const put = (entry: MetadataEntry): void => {
    const key = entry.label.toLowerCase();
    if (key !== '' && !found.has(key)) found.set(key, entry);
  };
  const firstSection = nodes.find((node) => node.type === 'heading' && node.depth > 1);
  const end = firstSection === undefined ? lines.text.length : span(firstSection).start;

  const paragraphs = [
    ...blocks.paragraphs.map(({ node }) => node),
    ...blocks.listItems.flatMap(({ node }) => node.children.filter((child) => child.type === 'paragraph')),
  ].filter((node) => span(node).start < end);
  for (const node of paragraphs.sort((a, b) => span(a).start - span(b).start)) {
    for (const entry of pairsIn(lines, span(node).start, span(node).end)) put(entry);
  }
  for (const table of blocks.tables) {
    if (table.header.length !== 2 || offsetOf(lines, table.line, table.column) >= end) continue;
    for (const [label, value] of [...table.rows, table.header]) {
      if (label === undefined || value === undefined) continue;
      const { line, column, endLine, endColumn } = value;
      const name = label.text.replace(/(?<!\s)\s*[:：]$/u, '');
      put({ label: name, value: inlineValue(value.raw), line, column, endLine, endColumn });
    }
  }
  for (const entry of frontMatter(nodes[0], lines)) put(entry);
  return found;
}

function* pairsIn(lines: LineIndex, start: number, end: number): Iterable<MetadataEntry> {
  for (const match of lines.text.slice(start, end).matchAll(pair)) {
    const raw = match[2] ?? '';
    const value = raw.replace(/(?<![ \t])[ \t]*(?:\\|[|·•;][ \t]*)?$/u, '');
    const from = start + match.index + match[0].length - raw.length;
    yield {
      label: (match[1] ?? '').trim(),
      value: inlineValue(value),
      ...rangeOf(lines, from, from + value.length),
    };
  }
}

/** Plain text of a value; a link keeps its target: `[Invites](prds/invites.md)` is `Invites (prds/invites.md)`. */
function inlineValue(raw: string): string {
  if (!/[*_`[\]<>~\\&!]/u.test(raw)) return raw.trim();
  const parts = parseMarkdown(raw).children.map((node) =>
    node.type === 'paragraph' ? node.children.map(withTarget).join('') : plainText(node),
  );
  return parts.join(' ').trim();
}

function withTarget(node: PhrasingContent): string {
  if (node.type !== 'link') return plainText(node as Nodes);
  const text = plainText(node);
  return text === node.url ? text : `${text} (${node.url})`;
}

function frontMatter(node: RootContent | undefined, lines: LineIndex): readonly MetadataEntry[] {
  if (node?.type !== 'yaml') return [];
  let data: unknown;
  try {
    data = parseYaml(node.value);
  } catch {
    return [];
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return [];
  const source = indexLines(lines.text.slice(span(node).start, span(node).end));
  return Object.entries(data).flatMap(([label, value]) => {
    const text = scalarText(value);
    if (text === null) return [];
    return { label, value: text, ...(keyRange(source, lines, span(node).start, label) ?? rangeOfNode(node)) };
  });
}

/** @param around lists that the value stands in: an alias may put one into itself, where it says nothing */
function scalarText(value: unknown, around: readonly unknown[] = []): string | null {
  if (Array.isArray(value)) {
    if (around.includes(value)) return null;
    return value.flatMap((entry) => scalarText(entry, [...around, value]) ?? []).join(', ');
  }
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'object' ? null : String(value);
}

function keyRange(
  source: LineIndex,
  lines: LineIndex,
  start: number,
  label: string,
): ReturnType<typeof rangeOf> | null {
  for (const lineStart of source.starts) {
    if (!source.text.startsWith(`${label}:`, lineStart)) continue;
    const line = /^[^\r\n]*/u.exec(source.text.slice(lineStart))?.[0] ?? '';
    const lead = line.length - line.slice(label.length + 1).trimStart().length;
    const end = Math.max(lead, line.trimEnd().length);
    return rangeOf(lines, start + lineStart + lead, start + lineStart + end);
  }
  return null;
}
