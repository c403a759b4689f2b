import type { InlineCode, Nodes, Root } from 'mdast';
import { plainText } from '../markdown/plain-text';
import type { CodeSpan, InlineHost, SpecLink, SpecSection } from './spec-document';
import { rangeOf, rangeOfNode, span, type LineIndex } from './text-range';

export interface Inlines {
  readonly codeSpans: readonly CodeSpan[];
  readonly links: readonly SpecLink[];
}

const hosts: Readonly<Record<string, InlineHost>> = {
  heading: 'heading',
  listItem: 'item',
  tableCell: 'cell',
};

/** Code spans and links of a document, each with its section and what it stands in. */
export function parseInlines(tree: Root, sections: readonly SpecSection[], lines: LineIndex): Inlines {
  const codeSpans: CodeSpan[] = [];
  const links: SpecLink[] = [];
  let next = 0;
  let section: number | null = null;

  const visit = (node: Nodes, host: InlineHost): void => {
    if (node.type === 'inlineCode') codeSpans.push({ ...codeSpan(node, lines), section, host });
    else if (node.type === 'link' || node.type === 'image' || node.type === 'definition')
      links.push({
        section,
        kind: node.type,
        url: node.url,
        text: node.type === 'link' ? plainText(node).trim() : node.type === 'image' ? (node.alt ?? '') : '',
        ...rangeOfNode(node),
      });
    if (!('children' in node)) return;
    const inner = hosts[node.type] ?? host;
    for (const child of node.children) visit(child, inner);
  };
  for (const node of tree.children) {
    while (next < sections.length && (sections[next]?.start ?? 0) <= span(node).start) section = next++;
    if (node.type === 'heading' && node.depth === 1) section = null;
    visit(node, 'paragraph');
  }
  return { codeSpans, links };
}

/** The parser folds white space and strips one space beside the backticks: the range is that of what is left. */
function codeSpan(
  node: InlineCode,
  lines: LineIndex,
): Pick<CodeSpan, 'value' | keyof ReturnType<typeof rangeOf>> {
  const { start, end } = span(node);
  const written = lines.text.slice(start, end);
  const fence = /^`*/u.exec(written)?.[0].length ?? 0;
  const inner = written.slice(fence, written.length - fence);
  const lead = inner.length - inner.trimStart().length;
  const trail = inner.length - inner.trimEnd().length;
  const blank = inner.trim() === '';
  const from = start + fence + (blank ? 0 : lead);
  return {
    value: node.value.trim(),
    ...rangeOf(lines, from, blank ? end - fence : end - fence - trail),
  };
}
