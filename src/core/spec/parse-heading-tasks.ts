import { plainText } from '../markdown/plain-text';
import type { Blocks } from './parse-blocks';
import { parseTaskField } from './parse-task-field';
import { addField, taskId, type PartTask } from './task-notation';
import type { PartHeading } from './parse-sections';
import type { TaskField } from './spec-document';
import { restOf } from './task-state';
import { rangeOf, span, type LineIndex } from './text-range';
import { taskFieldLabels } from './vocabulary/task-field-labels';

/** A line that opens a field: `**Files**: value`, `_Files:_ value`. */
const fieldLine =
  /^(?:\*\*|__|\*|_)([^*_:：\n]{1,40})(?:[:：](?:\*\*|__|\*|_)|(?:\*\*|__|\*|_)[ \t]*[:：])[ \t]*(?![ \t])(.*)$/u;
/** One without emphasis, which is read where it tells a state. */
const plainLine = /^(\p{L}{1,20})[ \t]*[:：][ \t]*(?![ \t])(.*)$/u;
const statusLabels = new Set(['status', ...(taskFieldLabels['status'] ?? [])]);

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
  const bodies = new Map(holders.map(({ section }) => [section, [] as BodyPart[]]));
  for (const { node, section } of blocks.paragraphs) {
    const { start, end } = span(node);
    if (section === null) continue;
    bodies.get(section)?.push({ start, raw: lines.text.slice(start, end) });
  }
  for (const { node, item } of blocks.listItems) {
    if (item.section === null || item.depth > 0) continue;
    const field = bodies.has(item.section) ? parseTaskField(node, lines) : null;
    const isStatus = field !== null && isStatusField(field, /^[*_]/u.test(item.raw));
    bodies
      .get(item.section)
      ?.push({ start: span(node).start, item: isStatus ? field : plainText(node).trim() });
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

/** Lines of a paragraph, or an item of a list: the status that it is, or its text. */
type BodyPart = { readonly start: number } & (
  { readonly raw: string } | { readonly item: string | TaskField }
);

function readFields(body: readonly BodyPart[], lines: LineIndex): ReadonlyMap<string, TaskField> {
  const fields = new Map<string, TaskField>();
  let open: string | null = null;
  for (const { start, ...part } of body) {
    if ('item' in part) {
      const { item } = part;
      if (typeof item !== 'string') addField(fields, item.label.toLowerCase(), item);
      // What a list below a status says is no status.
      else if (open !== null && !(statusLabels.has(open) && fields.get(open)?.value !== ''))
        addField(fields, open, { label: open, value: item, ...rangeOf(lines, start, start + 1) });
      continue;
    }
    for (const line of part.raw.matchAll(/[^\r\n]+/gu)) {
      const led = fieldLine.exec(line[0]);
      const match = led ?? plainLine.exec(line[0]);
      if (match === null) continue;
      const from = start + line.index;
      const field = {
        label: (match[1] ?? '').trim(),
        value: (match[2] ?? '').trim(),
        ...rangeOf(lines, from, from + line[0].length),
      };
      if (led === null && !isStatusField(field, false)) continue;
      if (led !== null) open = field.label.toLowerCase();
      addField(fields, field.label.toLowerCase(), field);
    }
  }
  return fields;
}

/** Whether it is a status by its label; without emphasis by its value, too, for a step may be about the status of an answer. */
function isStatusField({ label, value }: TaskField, isLed: boolean): boolean {
  return statusLabels.has(label.toLowerCase()) && (isLed || restOf(value) !== value || value === '');
}
