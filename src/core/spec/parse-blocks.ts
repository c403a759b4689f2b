import type {
  Code,
  List,
  ListItem,
  Nodes,
  Paragraph,
  RootContent,
  Table,
  TableCell as CellNode,
} from 'mdast';
import { plainText } from '../markdown/plain-text';
import { withSections, type PartHeading } from './parse-sections';
import type { CodeBlock, SpecListItem, SpecTable, TableCell } from './spec-document';
import { rangeOf, rangeOfNode, span, type LineIndex } from './text-range';

/** A list item as parsed with what the tree says about it. */
export interface ListItemNode {
  readonly node: ListItem;
  readonly item: SpecListItem;
}

/** Tables, list items, paragraphs and code blocks of a text in their order, each with its section. */
export interface Blocks {
  readonly tables: readonly SpecTable[];
  readonly listItems: readonly ListItemNode[];
  /** Paragraphs outside lists and quotes. */
  readonly paragraphs: readonly { readonly node: Paragraph; readonly section: number | null }[];
  readonly codeBlocks: readonly CodeBlock[];
}

/** Collects the blocks of a text, those nested in lists and quotes included. */
export function parseBlocks(
  nodes: readonly RootContent[],
  headings: readonly PartHeading[],
  lines: LineIndex,
): Blocks {
  const tables: SpecTable[] = [];
  const listItems: ListItemNode[] = [];
  const paragraphs: { node: Paragraph; section: number | null }[] = [];
  const codeBlocks: CodeBlock[] = [];

  const visit = (node: Nodes, section: number | null, depth: number, parent: number | null): void => {
    if (node.type === 'table') tables.push(parseTable(node, section, lines));
    else if (node.type === 'code') codeBlocks.push(parseCode(node, section));
    else if (node.type === 'list') visitList(node, section, depth, parent);
    else if (node.type === 'blockquote' || node.type === 'footnoteDefinition') {
      for (const child of node.children) visit(child, section, depth, parent);
    }
  };
  const visitList = (list: List, section: number | null, depth: number, parent: number | null): void => {
    for (const node of list.children) {
      const position = listItems.length;
      listItems.push({ node, item: parseListItem(node, section, depth, parent, lines.text) });
      for (const child of node.children) visit(child, section, depth + 1, position);
    }
  };

  for (const { node, section } of withSections(nodes, headings)) {
    if (node.type === 'paragraph') paragraphs.push({ node, section });
    visit(node, section, 0, null);
  }
  return { tables, listItems, paragraphs, codeBlocks };
}

function parseTable(table: Table, section: number | null, lines: LineIndex): SpecTable {
  const [header, ...rows] = table.children.map((row) => row.children.map((cell) => parseCell(cell, lines)));
  return { section, header: header ?? [], rows, ...rangeOfNode(table) };
}

function parseCell(cell: CellNode, lines: LineIndex): TableCell {
  const first = cell.children[0];
  const last = cell.children.at(-1);
  const start = first === undefined ? Math.min(span(cell).start + 1, span(cell).end) : span(first).start;
  const end = last === undefined ? start : span(last).end;
  return {
    text: plainText(cell).trim(),
    raw: lines.text.slice(start, end).trim(),
    ...rangeOf(lines, start, end),
  };
}

function parseListItem(
  node: ListItem,
  section: number | null,
  depth: number,
  parent: number | null,
  text: string,
): SpecListItem {
  const first = node.children[0];
  const paragraph = first?.type === 'paragraph' ? first : null;
  return {
    section,
    depth,
    checked: node.checked ?? null,
    text: paragraph === null ? '' : plainText(paragraph).trim(),
    raw: paragraph === null ? '' : text.slice(span(paragraph).start, span(paragraph).end),
    parent,
    lastLine: node.position?.end.line ?? 1,
    ...rangeOfNode(node),
  };
}

function parseCode(node: Code, section: number | null): CodeBlock {
  return {
    section,
    language: node.lang ?? null,
    value: node.value,
    lines: node.value === '' ? 0 : node.value.split('\n').length,
    ...rangeOfNode(node),
  };
}
