import type { Root, RootContent } from 'mdast';
import { parseMarkdown } from './parse-markdown';
import { splitAgain, type Piece, type PlacedPiece } from './split-again';

/** A stretch of a document that was parsed by itself: the same value for as long as its text stays in the document. */
export interface MarkdownPart {
  readonly text: string;
  /** Positions are relative to the part. */
  readonly nodes: readonly RootContent[];
}

/** A part where it stands. */
export interface PlacedMarkdown {
  readonly part: MarkdownPart;
  /** Offset and line (from 0) at which it begins. */
  readonly start: number;
  readonly line: number;
}

const definition = /^[ \t>*+-]*\[[^\]\n]+\]:/m;
/** Ends what stands before it, and no text refers to it. */
const separator = '[tech-spec-part-7f3a9c]: #';

/** What was made of a piece: what it defines, and the part, with the definitions that it was parsed with. */
interface ParsedPiece {
  readonly labels: readonly string[];
  lead: string;
  part: MarkdownPart;
}

/**
 * Parses documents part by part, from one heading to the next, and remembers the parts of the last one: after an edit only
 * the part it touched is split and parsed again. What it gives is what parsing the whole gives.
 */
export class PartParser {
  #pieces: readonly PlacedPiece[] = [];
  readonly #parsed = new WeakMap<Piece, ParsedPiece>();

  /** @param text without byte order mark */
  parse(text: string): readonly PlacedMarkdown[] {
    const pieces = splitAgain(this.#pieces, text);
    this.#pieces = pieces;
    // A document that is one part knows its own definitions.
    const lead =
      pieces.length > 1
        ? leadOf(pieces.map(({ piece }, index) => this.#parse(piece, index === 0).labels))
        : '';
    return pieces.map(({ piece, start, line }, index) => ({
      part: this.#partOf(piece, lead, index === 0),
      start,
      line,
    }));
  }

  #parse(piece: Piece, isFirst: boolean): ParsedPiece {
    const known = this.#parsed.get(piece);
    if (known !== undefined) return known;
    const nodes = parsePart(piece.text, '', isFirst);
    const labels = definition.test(piece.text) ? labelsOf(nodes) : [];
    const parsed = { labels, lead: '', part: { text: piece.text, nodes } };
    this.#parsed.set(piece, parsed);
    return parsed;
  }

  #partOf(piece: Piece, definitions: string, isFirst: boolean): MarkdownPart {
    const parsed = this.#parse(piece, isFirst);
    const lead = piece.text.includes('[') ? definitions : '';
    if (parsed.lead !== lead) {
      parsed.part = { text: piece.text, nodes: parsePart(piece.text, lead, isFirst) };
      parsed.lead = lead;
    }
    return parsed.part;
  }
}

/** The whole document's tree, put together from its parts. */
export function treeOf(parts: readonly PlacedMarkdown[]): Root {
  return {
    type: 'root',
    children: parts.flatMap(({ part, line, start }) =>
      start === 0 ? part.nodes : part.nodes.map((node) => moved(node, line, start)),
    ),
  };
}

/** What nodes define, each as a definition of its own. */
function labelsOf(nodes: readonly RootContent[]): readonly string[] {
  const labels: string[] = [];
  const visit = (node: RootContent): void => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') {
      const label = node.label ?? node.identifier;
      labels.push(node.type === 'definition' ? `[${label}]: #` : `[^${label}]: #`);
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  for (const node of nodes) visit(node);
  return labels;
}

/** Definitions of all that the parts define: references are only references where their label is known. */
function leadOf(labelsOfParts: readonly (readonly string[])[]): string {
  const labels = new Set<string>();
  for (const some of labelsOfParts) for (const label of some) labels.add(label);
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
