import type { Nodes, Table } from 'mdast';
import { plainText } from '../markdown/plain-text';
import type { SpecDocument, SpecSection } from '../spec/spec-document';
import { span } from '../spec/text-range';
import { saysNone } from './says-none';

export interface SectionLinesOptions {
  /** Subsections to leave out. */
  readonly without?: readonly SpecSection[];
  /** `false` to leave out tables. */
  readonly tables?: boolean;
}

/**
 * Plain text of what a section says, line by line: headings, table headers and first columns, comments and bold lines that
 * serve as headings are left out, since they say what should stand there. A row that says there is none is kept whole.
 */
export function sectionLines(
  spec: SpecDocument,
  section: SpecSection,
  options: SectionLinesOptions = {},
): readonly string[] {
  const { without = [], tables = true } = options;
  return spec.tree.children
    .filter((node) => {
      const { start } = span(node);
      return (
        start >= section.bodyStart &&
        start < section.end &&
        (tables || node.type !== 'table') &&
        !without.some((inner) => start >= inner.start && start < inner.end)
      );
    })
    .flatMap(linesOfNode);
}

function linesOfNode(node: Nodes): readonly string[] {
  switch (node.type) {
    case 'heading':
    case 'thematicBreak':
    case 'definition':
    case 'yaml':
      return [];
    case 'paragraph': {
      const [only, ...rest] = node.children;
      if (only?.type === 'strong' && rest.length === 0) return [];
      return [...plainText(node).split('\n'), ...(hasImage(node) ? ['image'] : [])];
    }
    case 'table':
      return tableLines(node);
    case 'listItem':
      return node.children.flatMap((child) =>
        child.type === 'paragraph' ? plainText(child).split('\n') : linesOfNode(child),
      );
    case 'html':
      return [node.value.replace(/<!--[\s\S]*?(?:-->|$)/gu, '').replace(/<[^<>]*>/gu, ' ')];
    case 'code':
      // What code says is not for a label rule to judge: one line that counts where there is any code.
      return [/[\p{L}\p{N}]/u.test(node.value.replace(/tbd|todo|fixme/giu, '')) ? 'code' : ''];
    default:
      return 'children' in node ? node.children.flatMap(linesOfNode) : [plainText(node)];
  }
}

function tableLines(table: Table): readonly string[] {
  return table.children.slice(1).flatMap((row) => {
    const cells = row.children.map((cell) => plainText(cell).replaceAll('\n', ' '));
    // `| None | - | - |` says what `None.` in a paragraph says.
    if (cells.every(saysNone)) return cells;
    return cells.length > 1 ? cells.slice(1) : cells;
  });
}

function hasImage(node: Nodes): boolean {
  return (
    node.type === 'image' ||
    node.type === 'imageReference' ||
    ('children' in node && node.children.some(hasImage))
  );
}
