import type { Root, RootContent } from 'mdast';
import { parseMarkdown } from './parse-markdown';
import { cutsOf } from './split-markdown';

/** A stretch of a document that was parsed by itself. */
export interface MarkdownPart {
  /** Offset and line (from 0) at which it begins. */
  readonly start: number;
  readonly line: number;
  readonly text: string;
  /** Positions are relative to the part. The same array for the same text, for as long as the part stays in the document. */
  readonly nodes: readonly RootContent[];
}

const definition = /^[ \t>*+-]*\[[^\]\n]+\]:/m;
/** Ends what stands before it, and no text refers to it. */
const separator = '[tech-spec-part-7f3a9c]: #';

/**
 * Parses documents part by part, from one heading to the next, and remembers the parts of the last one: after an edit only
 * the part it touched is parsed again. What it gives is what parsing the whole gives.
 */
export class PartParser {
  #known = new Map<string, readonly RootContent[]>();

  /** @param text without byte order mark */
  parse(text: string): readonly MarkdownPart[] {
    const used = new Map<string, readonly RootContent[]>();
    const parse = (part: string, lead: string, isFirst: boolean): readonly RootContent[] => {
      const key = `${isFirst ? '1' : '0'}${lead}\n\n${part}`;
      const nodes = used.get(key) ?? this.#known.get(key) ?? parsePart(part, lead, isFirst);
      used.set(key, nodes);
      return nodes;
    };
    const pieces = piecesOf(text);
    // A document that is one part knows its own definitions.
    const lead =
      pieces.length > 1 && definition.test(text)
        ? leadOf(pieces.map((piece, index) => parse(piece.text, '', index === 0)))
        : '';
    const parts = pieces.map((piece, index) => ({
      ...piece,
      nodes: parse(piece.text, piece.text.includes('[') ? lead : '', index === 0),
    }));
    this.#known = used;
    return parts;
  }
}

/** Where a part was last, with its nodes there: what stands before an edit is not copied again. */
const placed = new WeakMap<
  readonly RootContent[],
  { readonly line: number; readonly start: number; readonly nodes: readonly RootContent[] }
>();

/** The whole document's tree, put together from its parts. Nodes are shared with earlier trees: nobody may change them. */
export function treeOf(parts: readonly MarkdownPart[]): Root {
  return { type: 'root', children: parts.flatMap(placedNodes) };
}

function placedNodes({ nodes, line, start }: MarkdownPart): readonly RootContent[] {
  if (start === 0) return nodes;
  const known = placed.get(nodes);
  if (known?.line === line && known.start === start) return known.nodes;
  const there = nodes.map((node) => moved(node, line, start));
  placed.set(nodes, { line, start, nodes: there });
  return there;
}

function piecesOf(text: string): readonly Omit<MarkdownPart, 'nodes'>[] {
  const cuts = cutsOf(text);
  const starts = [{ start: 0, line: 0 }, ...cuts];
  return starts.map(({ start, line }, index) => ({
    start,
    line,
    text: text.slice(start, starts[index + 1]?.start),
  }));
}

/** Definitions of all that the parts define: references are only references where their label is known. */
function leadOf(parts: readonly (readonly RootContent[])[]): string {
  const labels = new Set<string>();
  const visit = (node: RootContent): void => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') {
      const label = node.label ?? node.identifier;
      labels.add(node.type === 'definition' ? `[${label}]: #` : `[^${label}]: #`);
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  for (const nodes of parts) for (const node of nodes) visit(node);
  if (labels.size === 0) return '';
  // Footnotes first: what follows one, indented, would be its own.
  return [...[...labels].sort().reverse(), separator].join('\n\n');
}

/** @param isFirst front matter is only read at the very start, so the definitions come last there */
function parsePart(text: string, lead: string, isFirst: boolean): readonly RootContent[] {
  if (lead === '') return parseMarkdown(text).children;
  if (isFirst)
    return parseMarkdown(`${text}\n\n${lead}`).children.filter(
      (node) => (node.position?.start.offset ?? 0) < text.length,
    );
  const before = `${lead}\n\n`;
  const line = before.split('\n').length - 1;
  return parseMarkdown(before + text)
    .children.filter((node) => (node.position?.start.offset ?? 0) >= before.length)
    .map((node) => moved(node, -line, -before.length));
}

/** A copy of a node elsewhere in a text. */
function moved<T extends RootContent>(node: T, lines: number, offset: number): T {
  const { position } = node;
  return {
    ...node,
    ...(position === undefined
      ? {}
      : {
          position: {
            start: movedPoint(position.start, lines, offset),
            end: movedPoint(position.end, lines, offset),
          },
        }),
    ...('children' in node
      ? { children: node.children.map((child) => moved(child as RootContent, lines, offset)) }
      : {}),
  };
}

function movedPoint(
  point: { readonly line: number; readonly column: number; readonly offset?: number | undefined },
  lines: number,
  offset: number,
): { line: number; column: number; offset: number } {
  return { line: point.line + lines, column: point.column, offset: (point.offset ?? 0) + offset };
}
