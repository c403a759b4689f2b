import type { Root } from 'mdast';
import { treeOf, type PartParser } from '../markdown/parse-by-parts';
import { parseMarkdown } from '../markdown/parse-markdown';
import { plainText } from '../markdown/plain-text';
import { parseBlocks } from './parse-blocks';
import { parseInlines } from './parse-inlines';
import { parseMetadata } from './parse-metadata';
import { parseOpenQuestions } from './parse-open-questions';
import { parseSections } from './parse-sections';
import { parseTasks } from './parse-tasks';
import type { SpecDocument } from './spec-document';
import { indexLines, rangeOfNode } from './text-range';

/**
 * Reads a technical specification. Total: any text gives a document, if only an empty one. A byte order mark is removed,
 * so that offsets and columns are those an editor shows.
 *
 * @param parts remembers the parts of a document that is edited, so that only what changed is parsed again
 */
export function parseSpec(source: string, parts?: PartParser): SpecDocument {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  try {
    return readDocument(text, parts === undefined ? parseMarkdown(text) : treeOf(parts.parse(text)));
  } catch {
    // The Markdown parser gives up on some texts (nesting deeper than the stack): nothing in them can be relied upon.
    return readDocument(text, { type: 'root', children: [] });
  }
}

function readDocument(text: string, tree: Root): SpecDocument {
  const lines = indexLines(text);
  const sections = parseSections(tree, lines);
  const blocks = parseBlocks(tree, sections, lines);
  const title = tree.children.find((node) => node.type === 'heading' && node.depth === 1);
  return {
    text,
    tree,
    title: title === undefined ? null : plainText(title).trim(),
    metadata: parseMetadata(tree, blocks, lines),
    sections,
    tables: blocks.tables,
    listItems: blocks.listItems.map(({ item }) => item),
    tasks: parseTasks(blocks, sections, lines),
    openQuestions: parseOpenQuestions(blocks, sections, lines),
    codeBlocks: blocks.codeBlocks,
    paragraphs: blocks.paragraphs.map(({ node, section }) => ({
      section,
      text: plainText(node).trim(),
      ...rangeOfNode(node),
    })),
    ...parseInlines(tree, sections, lines),
  };
}
