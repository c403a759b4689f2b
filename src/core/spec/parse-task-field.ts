import type { ListItem, Paragraph } from 'mdast';
import { plainText } from '../markdown/plain-text';
import type { TaskField } from './spec-document';
import { rangeOf, span, type LineIndex } from './text-range';

/** A comma stands in front of its last word alone: `Fertig, wenn:`. */
const plainLabel = /^(\p{L}[\p{L}\p{N} /_-]{0,40}?(?:, \p{L}{1,20})?)\s*[:：]/u;

/**
 * A field of a task: an item that opens with a label, formatted (`_Files:_`, `**Files**:`, `_Requirements: 1.1_`) or plain
 * (`Files:`), `null` for any other item. The range runs from the label to the end of the item.
 */
export function parseTaskField(item: ListItem, lines: LineIndex): TaskField | null {
  const paragraph = item.children[0];
  if (paragraph?.type !== 'paragraph') return null;
  const labelled = splitLabel(paragraph);
  if (labelled === null) return null;
  const nested = item.children.slice(1).map((child) => plainText(child).trim());
  return {
    label: labelled.label,
    value: [labelled.value, ...nested].filter((part) => part !== '').join('\n'),
    ...rangeOf(lines, span(paragraph).start, span(item).end),
  };
}

function splitLabel(paragraph: Paragraph): { readonly label: string; readonly value: string } | null {
  const [first, ...rest] = paragraph.children;
  if (first === undefined || first.type === 'inlineCode') return null;
  const text = plainText(paragraph).trim();
  if (first.type === 'emphasis' || first.type === 'strong') {
    const inner = plainText(first).trim();
    const colon = inner.search(/[:：]/u);
    const label = colon === -1 ? inner : inner.slice(0, colon).trim();
    const after = rest.map(plainText).join('');
    if (colon === -1 && !/^\s*[:：]/u.test(after)) return null;
    const own = colon === -1 ? '' : inner.slice(colon + 1);
    return { label, value: `${own}${colon === -1 ? after.replace(/^\s*[:：]/u, '') : after}`.trim() };
  }
  const match = first.type === 'text' ? plainLabel.exec(text) : null;
  return match === null ? null : { label: match[1] ?? '', value: text.slice(match[0].length).trim() };
}

/** The one-line form `**T-001 Title**: US-001, US-002`, or `null` where the paragraph has another form. */
export function shortForm(
  paragraph: Paragraph,
  id: string,
  lines: LineIndex,
): { readonly title: string; readonly implements: TaskField } | null {
  const [first, ...rest] = paragraph.children;
  if (first?.type !== 'strong') return null;
  const lead = plainText(first).trim();
  const title = lead.slice(id.length);
  const after = rest.map(plainText).join('');
  if (!lead.startsWith(id) || !/^\s+\S/u.test(title) || lead.endsWith(':') || !/^\s*[:：]/u.test(after))
    return null;
  return {
    title: title.trim(),
    implements: {
      label: 'Implements',
      value: after.replace(/^\s*[:：]\s*/u, '').trim(),
      ...rangeOf(lines, span(first).end, span(paragraph).end),
    },
  };
}
