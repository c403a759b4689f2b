import type { RootContent } from 'mdast';
import type { MarkdownPart } from '../markdown/parse-by-parts';
import { plainText } from '../markdown/plain-text';
import { parseBlocks, type Blocks } from './parse-blocks';
import { parseInlines } from './parse-inlines';
import { parseOpenQuestions } from './parse-open-questions';
import { parseHeadings, type PartHeading } from './parse-sections';
import { parseTasks } from './parse-tasks';
import { oncePer } from '../text/remembered';
import type { SpecDocument } from './spec-document';
import type { PartTask } from './task-notation';
import { indexLines, rangeOfNode, type LineIndex } from './text-range';

/**
 * What a stretch of a spec says, read by itself: from one heading to the next. Offsets and lines count from its start,
 * sections are numbered among its own headings of level 2 to 6. The same value for as long as its text stays in the document, so
 * what follows from a part alone need be found only once (see {@link oncePer}).
 */
export interface SpecPart extends Pick<
  SpecDocument,
  'tables' | 'listItems' | 'openQuestions' | 'codeBlocks' | 'paragraphs' | 'codeSpans' | 'links'
> {
  readonly text: string;
  readonly lines: LineIndex;
  readonly nodes: readonly RootContent[];
  readonly headings: readonly PartHeading[];
  /** Title of its first level-1 heading, plain text, or `null`. */
  readonly title: string | null;
  readonly blocks: Blocks;
  readonly tasks: readonly PartTask[];
}

/** The part as read, once for each. */
export const specPart = oncePer(({ text, nodes }: MarkdownPart): SpecPart => {
  const lines = indexLines(text);
  const headings = parseHeadings(nodes, lines);
  const blocks = parseBlocks(nodes, headings, lines);
  const title = nodes.find((node) => node.type === 'heading' && node.depth === 1);
  return {
    text,
    lines,
    nodes,
    headings,
    title: title === undefined ? null : plainText(title).trim(),
    blocks,
    tables: blocks.tables,
    listItems: blocks.listItems.map(({ item }) => item),
    tasks: parseTasks(blocks, headings, lines),
    openQuestions: parseOpenQuestions(blocks, headings, lines),
    codeBlocks: blocks.codeBlocks,
    paragraphs: blocks.paragraphs.map(({ node, section }) => ({
      section,
      text: plainText(node).trim(),
      ...rangeOfNode(node),
    })),
    ...parseInlines(nodes, headings, lines),
  };
});
