import type { RootContent } from 'mdast';
import { treeOf } from '../markdown/parse-by-parts';
import { span as offsetsOf } from '../spec/text-range';
import type { SpecDocument, SpecSection } from '../spec/spec-document';
import { isFooter } from '../spec/footer-line';

/** Part of a text, by offsets. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * The part of a section that is written anew: from its first line of text to the end of its last one. Its heading stays,
 * and so do blank lines around the text, a rule that parts it from what follows, definitions of links, and the engine's own
 * last line. Empty,
 * behind the heading, where the section has no text.
 */
export function contentSpan(spec: SpecDocument, section: SpecSection): TextSpan {
  const nodes = treeOf(spec.parts).children.filter((node) => {
    const { start, end } = offsetsOf(node);
    return start >= section.bodyStart && end <= section.end && end > start;
  });
  while (nodes.length > 0 && isApart(nodes.at(-1), spec.text)) nodes.pop();
  const first = nodes[0];
  const last = nodes.at(-1);
  if (first === undefined || last === undefined) return { start: section.bodyStart, end: section.bodyStart };
  // From the start of its line: the parser leaves out the indentation of a paragraph.
  const start = spec.text.lastIndexOf('\n', offsetsOf(first).start - 1) + 1;
  return { start: Math.max(start, section.bodyStart), end: lastText(spec.text, offsetsOf(last)) };
}

/** That part with line feeds as line ends, as answers have it. */
export function contentOf(spec: SpecDocument, section: SpecSection): string {
  const { start, end } = contentSpan(spec, section);
  return spec.text.slice(start, end).replace(/\r\n?/gu, '\n');
}

function isApart(node: RootContent | undefined, text: string): boolean {
  if (node === undefined) return false;
  // Other sections may refer to what is defined at the end of this one.
  if (['thematicBreak', 'definition', 'footnoteDefinition'].includes(node.type)) return true;
  const { start, end } = offsetsOf(node);
  return node.type === 'paragraph' && isFooter(text.slice(start, end));
}

/** A fence that is not closed runs on over the blank lines to the end. */
function lastText(text: string, { start, end }: TextSpan): number {
  return start + text.slice(start, end).trimEnd().length;
}
