import { plainText } from '../markdown/plain-text';
import type { Blocks } from './parse-blocks';
import { addField, taskId, type PartTask } from './task-notation';
import type { PartHeading } from './parse-sections';
import type { TaskField } from './spec-document';
import { rangeOf, span, type LineIndex } from './text-range';

/** A line that opens a field: `**Files**: value`, `_Files:_ value`. */
const fieldLine =
  /^(?:\*\*|__|\*|_)([^*_:：\n]{1,40})(?:[:：](?:\*\*|__|\*|_)|(?:\*\*|__|\*|_)[ \t]*[:：])[ \t]*(?![ \t])(.*)$/u;

/** Tasks written as headings, their fields as labelled lines below, each with the list that follows it. */
export function headingTasks(
  blocks: Blocks,
  headings: readonly PartHeading[],
  lines: LineIndex,
): readonly PartTask[] {
  const holders = headings
    .filter(({ level }) => level > 1)
    .map((heading, section) => ({ ...heading, section }))
    .filter(({ name }) => taskId.test(name));
  if (holders.length === 0) return [];
  const bodies = new Map(
    holders.map(({ section }) => [section, [] as { start: number; text: string; raw: string }[]]),
  );
  for (const { node, section } of blocks.paragraphs) {
    const { start, end } = span(node);
    if (section === null) continue;
    bodies.get(section)?.push({ start, text: plainText(node), raw: lines.text.slice(start, end) });
  }
  for (const { node, item } of blocks.listItems) {
    if (item.section === null || item.depth > 0) continue;
    bodies.get(item.section)?.push({ start: span(node).start, text: plainText(node).trim(), raw: '' });
  }
  return holders.map(({ name, section, start }) => {
    const id = taskId.exec(name)?.[0] ?? '';
    const body = (bodies.get(section) ?? []).sort((a, b) => a.start - b.start);
    return {
      id,
      title: name.slice(id.length).replace(/^[\s.:：–—-]+/u, ''),
      section,
      isHeading: true,
      done: null,
      fields: readFields(body, lines),
      ...rangeOf(lines, start, start),
    };
  });
}

function readFields(
  body: readonly { readonly start: number; readonly text: string; readonly raw: string }[],
  lines: LineIndex,
): ReadonlyMap<string, TaskField> {
  const fields = new Map<string, TaskField>();
  let open: string | null = null;
  for (const { start, text, raw } of body) {
    if (raw === '') {
      if (open !== null)
        addField(fields, open, { label: open, value: text, ...rangeOf(lines, start, start + 1) });
      continue;
    }
    for (const line of raw.matchAll(/[^\r\n]+/gu)) {
      const match = fieldLine.exec(line[0]);
      if (match === null) continue;
      open = (match[1] ?? '').trim().toLowerCase();
      const from = start + line.index;
      addField(fields, open, {
        label: (match[1] ?? '').trim(),
        value: (match[2] ?? '').trim(),
        ...rangeOf(lines, from, from + line[0].length),
      });
    }
  }
  return fields;
}
