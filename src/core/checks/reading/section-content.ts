import type { Nodes, RootContent, Table } from 'mdast';
import { plainText } from '../../markdown/plain-text';
import type { SpecDocument, SpecSection } from '../../spec/spec-document';
import { span } from '../../spec/text-range';
import { saysNone } from './says-none';

/**
 * What stands in a section, block by block. The blocks stay the same values for as long as their part's text does, see
 * `oncePerList`; their positions are those in the part.
 *
 * @param without subsections to leave out
 */
export function sectionNodes(
  { parts }: Pick<SpecDocument, 'parts'>,
  section: SpecSection,
  without: readonly SpecSection[] = [],
): readonly RootContent[] {
  const found: RootContent[] = [];
  for (let index = partAt(parts, section.bodyStart); index < parts.length; index += 1) {
    const { part, start: from } = parts[index] ?? { part: { nodes: [] }, start: Infinity };
    if (from >= section.end) break;
    for (const node of part.nodes) {
      const start = from + span(node).start;
      if (start < section.bodyStart || start >= section.end) continue;
      if (!without.some((inner) => start >= inner.start && start < inner.end)) found.push(node);
    }
  }
  return found;
}

/** Position of the part that holds an offset. */
function partAt(parts: SpecDocument['parts'], offset: number): number {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((parts[middle]?.start ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Plain text of what blocks say, line by line: headings, table headers and first columns, comments and bold lines that
 * serve as headings are left out, since they say what should stand there. A row that says there is none is kept whole.
 */
export function linesOfNodes(nodes: readonly RootContent[]): readonly string[] {
  return nodes.flatMap(linesOfNode);
}

/** What a section says, line by line; see {@link linesOfNodes}. */
export function sectionLines(spec: Pick<SpecDocument, 'parts'>, section: SpecSection): readonly string[] {
  return linesOfNodes(sectionNodes(spec, section));
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
