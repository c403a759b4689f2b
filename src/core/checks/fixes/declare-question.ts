import { rangeOf } from '../../spec/text-range';
import type { CheckContext } from '../check';
import { isWithin } from '../../spec/place';
import { lineText, offsetOf } from '../../spec/text-range';
import { openQuestionIds } from '../../text/content';
import { saysNone } from '../reading/says-none';
import type { SpecEdit } from '../spec-fix';

/** The next free number of an open question; the document's own are kept. */
export function nextQuestion({ spec }: Pick<CheckContext, 'spec'>): number {
  const used = openQuestionIds(spec.text).map((id) => Number(id.slice('OQ-'.length)));
  return used.reduce((most, number) => Math.max(most, number), 0) + 1;
}

/**
 * The edit that adds a question to the open questions, in the form in which they stand there: items or rows. `None` gives way.
 *
 * @param id such as `OQ-7`
 * @param text plain text of the question
 * @returns `null` where the document has no such section
 */
export function declareQuestion(
  { spec, sections }: Pick<CheckContext, 'spec' | 'sections'>,
  id: string,
  text: string,
): SpecEdit | null {
  const holder = sections.get('open-questions');
  if (holder === undefined) return null;
  const lines = spec.lines;
  const replace = (line: number, newText: string, keep: boolean): SpecEdit => {
    const start = offsetOf(lines, line, 1);
    const end = start + lineText(lines, line).trimEnd().length;
    return { range: rangeOf(lines, keep ? end : start, end), newText: keep ? `\n${newText}` : newText };
  };
  const table = spec.tables.find(({ section }) => isWithin(spec, section, holder));
  if (table !== undefined) {
    const row = `| ${[`${id}: ${text.replaceAll('|', '\\|')}`, ...table.header.slice(1).map(() => '-')].join(' | ')} |`;
    const last = table.rows.at(-1)?.[0];
    const isNone = table.rows.length === 1 && last !== undefined && saysNone(last.text);
    return replace(last?.line ?? table.endLine, row, !isNone);
  }
  const item = `- [ ] **${id}:** ${text}`;
  const items = spec.listItems.filter(({ section, depth }) => depth === 0 && isWithin(spec, section, holder));
  const last = items.at(-1);
  if (last !== undefined) return replace(last.lastLine, item, !(items.length === 1 && saysNone(last.text)));
  const paragraph = spec.paragraphs.find(({ section }) => isWithin(spec, section, holder));
  if (paragraph?.line === paragraph?.endLine && paragraph !== undefined && saysNone(paragraph.text))
    return replace(paragraph.line, item, false);
  const at = holder.bodyStart;
  return { range: rangeOf(lines, at, at), newText: `\n\n${item}\n` };
}
