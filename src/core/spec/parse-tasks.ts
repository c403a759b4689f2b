import type { ListItem, Paragraph } from 'mdast';
import { plainText } from '../markdown/plain-text';
import type { TextRange } from '../text/position';
import type { Blocks, ListItemNode } from './parse-blocks';
import { headingTasks } from './parse-heading-tasks';
import { parseTaskField, shortForm } from './parse-task-field';
import { namesRequirements } from './task-field';
import { addField, taskId, type PartTask } from './task-notation';
import type { PartHeading } from './parse-sections';
import type { TaskField } from './spec-document';
import { rangeOf, rangeOfNode, span, type LineIndex } from './text-range';

/** A box the parser does not know: `[-]`, or with the asterisk that marks an optional task. */
const looseBox = /^\[([ xX~-])\]\*?\s+/u;
/** `1.`, `1.0`, `2.3.1`: an id only behind a task-list box. A bare number is a count (`4 files migrated`). */
const numericId = /^(?:\d{1,3}(?:\.\d{1,3})+(?=[.:：)）]?\s|、)|\d{1,3}(?=[.:：)）]\s|、))/u;
/** Marks between id and title: parallel, priority, story. */
const tag = /^\[([A-Z]{1,3}\d{0,4})\]\s*/u;

/**
 * Tasks in the notations of docs/spec-notation.md and in those that other workflows use: `- [ ] T001 [P] [US1] title`,
 * `- [ ] 1.1 title` with `_Requirements: 1.1_` below, and headings `### T-001: title` with bold-led fields.
 */
export function parseTasks(
  blocks: Blocks,
  headings: readonly PartHeading[],
  lines: LineIndex,
): readonly PartTask[] {
  const fieldItems = new Set<ListItem>();
  const tasks: PartTask[] = [];
  for (const entry of blocks.listItems) {
    // What is nested in a field of a task (dependencies one by one) names tasks and defines none.
    if (fieldItems.has(entry.node)) markNested(entry.node, fieldItems);
    else {
      const task = listTask(entry, lines, fieldItems);
      if (task !== null) tasks.push(task);
    }
  }
  tasks.push(...headingTasks(blocks, headings, lines));
  return tasks.sort((a, b) => a.line - b.line || a.column - b.column);
}

function listTask(
  { node, item }: ListItemNode,
  lines: LineIndex,
  fieldItems: Set<ListItem>,
): PartTask | null {
  const paragraph = node.children[0];
  if (paragraph?.type !== 'paragraph') return null;
  const opening = openTask(paragraph, item.text, item.checked !== null, lines);
  if (opening === null) return null;

  const fields = new Map<string, TaskField>();
  for (const field of opening.fields) addField(fields, field.label.toLowerCase(), field);
  const notes: { readonly node: ListItem; readonly text: string }[] = [];
  for (const list of node.children) {
    if (list.type !== 'list') continue;
    for (const child of list.children) {
      const first = child.children[0];
      const text = first?.type === 'paragraph' ? plainText(first).trim() : '';
      if (taskId.test(text) || looseBox.test(text)) continue;
      if (typeof child.checked === 'boolean' && numericId.test(text)) continue;
      const field = parseTaskField(child, lines);
      fieldItems.add(child);
      if (field === null) notes.push({ node: child, text: plainText(child).trim() });
      else addField(fields, field.label.toLowerCase(), field);
    }
  }
  const [firstNote] = notes;
  if (firstNote !== undefined && !fields.has('description')) {
    fields.set('description', {
      label: '',
      value: notes.map(({ text }) => text).join('\n'),
      ...rangeOf(lines, span(firstNote.node).start, span(notes.at(-1)?.node ?? firstNote.node).end),
    });
  }
  return {
    id: opening.id,
    title: opening.title,
    section: item.section,
    isHeading: false,
    done: item.checked ?? opening.done,
    fields,
    ...rangeOfNode(node),
  };
}

interface Opening {
  readonly id: string;
  readonly title: string;
  readonly done: boolean | null;
  readonly fields: readonly TaskField[];
}

function openTask(paragraph: Paragraph, text: string, boxed: boolean, lines: LineIndex): Opening | null {
  const box = boxed ? null : looseBox.exec(text);
  const plain = text.slice(box?.[0].length ?? 0);
  const id = (taskId.exec(plain) ?? (boxed || box !== null ? numericId.exec(plain) : null))?.[0];
  if (id === undefined) return null;
  const done = box === null ? null : box[1]?.toLowerCase() === 'x';
  const short = shortForm(paragraph, id, lines);
  if (short !== null) return { id, done, title: short.title, fields: [short.implements] };

  const range = rangeOf(lines, span(paragraph).start, span(paragraph).end);
  const trailing = trailingFields(plain.slice(id.length), range);
  let title = trailing.title.replace(/^[\s.:：)）、–—-]+/u, '');
  const stories: string[] = [];
  for (let match = tag.exec(title); match !== null; match = tag.exec(title)) {
    if (/^US\d/u.test(match[1] ?? '')) stories.push(match[1] ?? '');
    title = title.slice(match[0].length);
  }
  const served = [...stories, ...trailing.served].join(', ');
  const fields = served === '' ? [] : [{ label: 'Implements', value: served, ...range }];
  return { id, done, title: title.trim(), fields: [...fields, ...trailing.fields] };
}

/** Fields that a one-line task has in parentheses at its end: `(FR-001, FR-002)`, `(depends on T012, T013)`. */
function trailingFields(
  text: string,
  range: TextRange,
): { readonly title: string; readonly served: readonly string[]; readonly fields: readonly TaskField[] } {
  const served: string[] = [];
  const fields: TaskField[] = [];
  let title = text.trimEnd();
  for (;;) {
    const open = title.endsWith(')') ? title.lastIndexOf('(') : -1;
    const inner = open === -1 ? '' : title.slice(open + 1, -1).trim();
    const depends = /^(?:depends on|blocked by|requires|after)[:：]?\s+(?=T)/iu.exec(inner);
    if (depends !== null)
      fields.unshift({ label: 'Dependencies', value: inner.slice(depends[0].length), ...range });
    // In parentheses still: a remark may be the name of a standard (`SHA-256`), which is no unknown requirement.
    else if (namesRequirements(inner)) served.unshift(`(${inner})`);
    else return { title, served, fields };
    title = title.slice(0, open).trimEnd();
  }
}

function markNested(item: ListItem, into: Set<ListItem>): void {
  for (const child of item.children) {
    if (child.type === 'list') for (const nested of child.children) into.add(nested);
  }
}
