import { visit } from 'unist-util-visit';
import type {
  BlockContent,
  DefinitionContent,
  ListItem,
  PhrasingContent,
  Root,
  RootContent,
  Table,
} from 'mdast';
import { parseMarkdown as parseTree } from '../../markdown/parse-markdown';
import { buildSections } from './build-sections';
import type { Part } from './build-sections';
import { cardLines } from '../notation/card-table';
import { withChapters } from '../document/chapter-lines';
import { idDepth, labelDepth } from '../document/document-model';
import type { Block, DocumentModel } from '../document/document-model';
import { htmlRows } from '../document/html-table';
import { inlineLines, joinLines, opensStruck } from '../document/inline-text';
import { markdownChunks } from '../document/markdown-chunks';
import { paragraphBlocks, plainBlock } from '../document/paragraph-blocks';
import { prepareMarkdown } from '../document/prepare-markdown';
import { leadingId } from '../notation/requirement-id';
import { withTypes } from '../notation/row-types';
import { roleOfHeading } from '../sections/section-role';

/** Parses a document into sections and blocks with lines from 1. May throw on input the parser cannot stand. */
export function parseMarkdown(text: string): DocumentModel {
  const tree = parseChunks(prepareMarkdown(text));
  const written: Part[] = [];
  addParts(tree.children, written, { count: 0 });
  const isHeaded = written.some((part) => part.type === 'heading' && part.depth < idDepth);
  // Without a table the lines are read as they are, which tells more.
  const hasTable = written.some((part) => part.type === 'block' && part.block.kind === 'row');
  const parts = isHeaded || !hasTable ? written : withChapters(written);
  const first = tree.children[0];
  const headings = parts.filter((part) => part.type === 'heading' && part.depth < idDepth);
  const title = headings.find((part) => part.type === 'heading' && part.depth === 1) ?? headings[0];
  const genre = title?.type === 'heading' ? roleOfHeading(title.title) : null;
  const isSection =
    headings.length > 1 && genre !== null && genre.share >= 0.8 && genre.role !== 'requirements';
  return {
    title: isHeaded && title?.type === 'heading' && title.title !== '' && !isSection ? title.title : null,
    frontMatter: first?.type === 'yaml' ? first.value : null,
    root: buildSections(parts),
    headings: headings.length,
  };
}

function parseChunks(text: string): Root {
  const children = markdownChunks(text).flatMap((chunk) => {
    const tree: Root = parseTree(chunk.text);
    if (chunk.offset > 0)
      visit(tree, (node) => {
        if (node.position === undefined) return;
        node.position.start.line += chunk.offset;
        node.position.end.line += chunk.offset;
      });
    return tree.children;
  });
  return { type: 'root', children };
}

interface Counter {
  count: number;
}

function addParts(nodes: readonly RootContent[], parts: Part[], lists: Counter): void {
  for (const node of nodes) {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'heading') {
      const lines = inlineLines(node.children, line);
      const title = joinLines(lines.map((part) => part.text.replace(/\n/g, ' ')));
      const struck = lines.length > 0 && lines.every((part) => part.struck);
      parts.push({ type: 'heading', title, depth: node.depth, line, struck });
    } else if (node.type === 'paragraph' && node.children.every(isPicture))
      parts.push({ type: 'block', block: { ...plainBlock('code', line, ''), cells: ['image'] } });
    else if (node.type === 'paragraph')
      for (const block of paragraphBlocks(inlineLines(node.children, line), true))
        parts.push(labelOrBlock(block));
    else if (node.type === 'blockquote') addParts(node.children, parts, lists);
    else if (node.type === 'table') {
      const rows = tableRows(node, (lists.count += 1));
      const card = cardLines(rows);
      if (card === null) for (const block of underColumns(rows)) parts.push({ type: 'block', block });
      else for (const block of card) parts.push(labelOrBlock(block));
    } else for (const block of otherBlocks(node, lists)) parts.push({ type: 'block', block });
  }
}

/** A picture shows something and states nothing: its alternative text is no sentence of the document. */
function isPicture(node: PhrasingContent): boolean {
  return (
    node.type === 'image' ||
    node.type === 'imageReference' ||
    (node.type === 'link' && node.children.every(isPicture)) ||
    (node.type === 'text' && node.value.trim() === '') ||
    node.type === 'break'
  );
}

function otherBlocks(node: RootContent, lists: Counter): readonly Block[] {
  if (node.type === 'list') {
    const list = (lists.count += 1);
    return node.children.map((item, index) =>
      itemBlock(item, node.ordered === true ? (node.start ?? 1) + index : null, list, lists),
    );
  }
  if (node.type === 'table') return underColumns(tableRows(node, (lists.count += 1)));
  if (node.type === 'html')
    return withTypes(htmlRows(node.value, node.position?.start.line ?? 1, (lists.count += 1)));
  if (node.type === 'code') {
    const line = node.position?.start.line ?? 1;
    return [
      {
        ...plainBlock('code', line, node.value),
        endLine: node.position?.end.line ?? line,
        cells: [node.lang ?? ''],
      },
    ];
  }
  return [];
}

function itemBlock(item: ListItem, ordinal: number | null, list: number, lists: Counter): Block {
  const line = item.position?.start.line ?? 1;
  const [first, ...others] = item.children;
  const opens = first?.type === 'paragraph' || first?.type === 'heading' ? first : null;
  const own =
    opens === null ? [] : paragraphBlocks(inlineLines(opens.children, opens.position?.start.line ?? line));
  const children: Block[] = own.slice(1);
  for (const node of opens === null ? item.children : others) children.push(...nested(node, lists));
  const head = own[0] ?? plainBlock('item', line, '');
  const endLine = item.position?.end.line ?? line;
  return {
    ...head,
    kind: 'item',
    line,
    endLine,
    struck: head.struck || (opens !== null && opensStruck(opens.children, typeof item.checked === 'boolean')),
    task: item.checked ?? null,
    ordinal: ordinal ?? head.ordinal,
    children,
    list,
  };
}

function nested(node: BlockContent | DefinitionContent, lists: Counter): readonly Block[] {
  const line = node.position?.start.line ?? 1;
  if (node.type === 'paragraph' || node.type === 'heading')
    return paragraphBlocks(inlineLines(node.children, line));
  if (node.type === 'blockquote') return node.children.flatMap((child) => nested(child, lists));
  return otherBlocks(node, lists);
}

function tableRows(table: Table, list: number): readonly Block[] {
  return table.children.map((row): Block => {
    const line = row.position?.start.line ?? 1;
    const cells = row.children.map((cell) => inlineLines(cell.children, line));
    const texts = cells.map((parts) => joinLines(parts.map((part) => part.text)));
    const said = cells.flat().filter((part) => /[\p{L}\p{N}]/u.test(part.text));
    const crossed = said.filter((part) => part.struck).reduce((sum, part) => sum + part.text.length, 0);
    const struck = crossed > 0 && crossed * 2 >= said.reduce((sum, part) => sum + part.text.length, 0);
    return { ...plainBlock('row', line, texts.join(' | ')), cells: texts, struck, list };
  });
}

/** Rows below the first, which heads the columns. */
function underColumns(rows: readonly Block[]): readonly Block[] {
  const columns = rows[0]?.cells ?? [];
  // A table without real column headings may open with its first requirement.
  const headless = columns[0] !== undefined && leadingId(columns[0])?.rest === '';
  return headless ? rows : withTypes(rows.slice(1).map((row) => ({ ...row, columns })));
}

const labelRoles: readonly string[] = [
  'acceptance',
  'excluded',
  'requirements',
  'non-functional',
  'stories',
  'scope',
  'constraints',
  'measure',
];

/** Bold paragraphs head what follows them, as do paragraphs that open with an id. */
function labelOrBlock(block: Block): Part {
  const heading = (depth: number): Part => ({
    ...{ type: 'heading', title: block.text, depth, line: block.line, struck: block.struck },
  });
  if (block.kind !== 'paragraph') return { type: 'block', block };
  const id = leadingId(block.text);
  if (
    id !== null &&
    (id.separated || block.lead !== null) &&
    id.standing !== 'acceptance' &&
    id.standing !== 'foreign'
  )
    if (block.lead !== null || id.standing === 'known') return heading(idDepth);
  return isLabel(block) ? heading(labelDepth) : { type: 'block', block };
}

function isLabel(block: Block): boolean {
  const text = block.text.replace(/(?<!\s)\s*[:：]\s*$/u, '');
  const endsWithColon = text.length < block.text.length;
  if (text.length > 100 || /[.!?。！？]$/u.test(text)) return false;
  if (block.lead !== null) return endsWithColon || block.lead.replace(/(?<!\s)\s*[:：]\s*$/u, '') === text;
  const match = endsWithColon ? roleOfHeading(text) : null;
  return match !== null && match.share >= 0.8 && labelRoles.includes(match.role);
}
