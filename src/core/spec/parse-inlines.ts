import type { InlineCode, Nodes, RootContent } from 'mdast';
import { plainText } from '../markdown/plain-text';
import { withSections, type PartHeading } from './parse-sections';
import type { CodeSpan, InlineHost, SpecLink } from './spec-document';
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

/** Code spans and links of a text, each with its section and what it stands in. */
export function parseInlines(
  nodes: readonly RootContent[],
  headings: readonly PartHeading[],
  lines: LineIndex,
): Inlines {
  const codeSpans: CodeSpan[] = [];
  const links: SpecLink[] = [];

  const visit = (node: Nodes, section: number | null, host: InlineHost): void => {
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
    for (const child of node.children) visit(child, section, inner);
  };
  for (const { node, section } of withSections(nodes, headings)) visit(node, section, 'paragraph');
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
