import { oncePer } from '../text/remembered';
import type { SpecDocument, SpecTask, TaskField } from '../spec/spec-document';
import { lineText } from '../spec/text-range';
import type { TextRange } from '../text/position';
import { escapeExactly } from '../text/escape-markdown';

/** A task with its text as Markdown, so that it can be written down elsewhere without loss. */
export interface TaskSource {
  readonly task: SpecTask;
  readonly id: string;
  /** Markdown on one line. */
  readonly title: string;
  /** `null` where it has no box. */
  readonly done: boolean | null;
  /** Whether it is written in the form without fields: `1. **T-001 Title**: US-001`. */
  readonly short: boolean;
  /** In document order. */
  readonly fields: readonly FieldSource[];
  /** Lines of the task that are in no field, their common indentation taken off. */
  readonly notes: readonly string[];
}

export interface FieldSource {
  /** As written, such as `Done condition`. */
  readonly label: string;
  /** Markdown: the rest of the label's line, then what is nested below it without its indentation. */
  readonly lines: readonly string[];
}

/** Tasks of a document with their text, in document order. Made once per document. */
export const taskSources = oncePer((spec: SpecDocument): readonly TaskSource[] =>
  spec.tasks.map((task) => sourceOf(spec, task)),
);

function sourceOf(spec: SpecDocument, task: SpecTask): TaskSource {
  const item = spec.listItems.find(({ line, column }) => line === task.line && column === task.column);
  const titleEnd = task.line + (item?.raw.trimEnd().match(/\n/gu)?.length ?? 0);
  const taken = new Set<number>();
  for (let line = task.line; line <= titleEnd; line++) taken.add(line);
  for (const other of spec.tasks)
    if (other !== task && other.line > task.line && other.line <= task.endLine)
      for (let line = other.line; line <= other.endLine; line++) taken.add(line);
  const fields: FieldSource[] = [];
  for (const field of task.fields.values()) {
    if (field.label === '') continue;
    if (field.line <= titleEnd) fields.push({ label: field.label, lines: field.value.split('\n') });
    else {
      for (let line = field.line; line <= field.endLine; line++) taken.add(line);
      fields.push({ label: field.label, lines: fieldLines(spec, field) });
    }
  }
  const start = lineText(spec.lines, task.line);
  const inline = [...task.fields.values()].some(({ label, line }) => label !== '' && line <= titleEnd);
  return {
    task,
    id: task.id,
    title: inline ? escapeExactly(task.title) : titleOf(spec, task, titleEnd),
    done: task.done,
    short: inline && fields.length === 1 && new RegExp(`^\\d+\\. \\*\\*${task.id} `, 'u').test(start),
    fields,
    notes: dedented(
      Array.from(
        { length: Math.max(0, lastLineOf(spec, task) - task.line) },
        (_, index) => task.line + 1 + index,
      )
        .filter((line) => !taken.has(line))
        .map((line) => lineText(spec.lines, line)),
    ),
  };
}

/** Blank lines at the end of a task, and a rule between sections, are not its own. */
export function lastLineOf(spec: SpecDocument, task: TextRange): number {
  // A range may end at the first column of the line behind it.
  let last = task.endColumn === 1 && task.endLine > task.line ? task.endLine - 1 : task.endLine;
  while (last > task.line && /^(?:-{3,}|\*{3,})?$/u.test(lineText(spec.lines, last).trim())) last--;
  return last;
}

/** Marks and box in front of an id are shorter than this. */
const longestLead = 200;
/** A label with its marks is shorter than this. */
const longestLabel = 200;

/** The title with its markup: what is left of the line behind box and id. */
function titleOf(spec: SpecDocument, task: SpecTask, endLine: number): string {
  const lines = Array.from({ length: endLine - task.line + 1 }, (_, index) =>
    lineText(spec.lines, task.line + index).trim(),
  );
  const line = lines.join(' ');
  const at = line.indexOf(task.id);
  const lead = at === -1 ? '' : line.slice(0, at);
  if (at === -1 || at > longestLead || !/^(?:[-*+#]+|\d+[.)])?\s*(?:\[[ xX~-]\]\*?\s*)?[*_]*$/u.test(lead))
    return escapeExactly(task.title);
  const opened = /(?<![*_])[*_]+$/u.exec(lead)?.[0] ?? '';
  let rest = line.slice(at + task.id.length);
  // `**T-001:** Title`: the emphasis ends behind the id. `**T-001: Title**`: it holds the title, too.
  rest = rest.replace(/^[\s.:：)）、–—-]+/u, '');
  if (opened !== '' && rest.startsWith(opened)) rest = rest.slice(opened.length);
  else if (opened !== '' && rest.endsWith(opened)) rest = rest.slice(0, -opened.length);
  else if (opened !== '') return escapeExactly(task.title);
  return rest.replace(/^[\s.:：)）、–—-]+/u, '').trim();
}

/** `_Files:_ value`, `**Files**: value`, `_Requirements: 1.1_`, `Files: value`. */
const labelled = /^(?:[-*+]\s+)?(\*\*|__|\*|_)?([^*_:：]{1,60}?)(?:\1\s*[:：]|[:：]\s*\1|[:：])\s*/u;

function fieldLines(spec: SpecDocument, field: TaskField): readonly string[] {
  const lines: string[] = [];
  for (let line = field.line; line <= field.endLine; line++) lines.push(lineText(spec.lines, line));
  const first = (lines[0] ?? '').slice(field.column - 1);
  const match = labelled.exec(first.slice(0, longestLabel));
  if (match === null) return field.value.split('\n');
  let value = first.slice(match[0].length).trim();
  const mark = match[1] ?? '';
  const closed = mark === '' || match[0].split(mark).length > 2;
  if (!closed) {
    if (!value.endsWith(mark)) return field.value.split('\n');
    value = value.slice(0, -mark.length).trim();
  }
  return [value, ...dedented(lines.slice(1))];
}

/** Lines without their common indentation and without blank ones at the ends. */
export function dedented(lines: readonly string[]): readonly string[] {
  const filled = lines.filter((line) => line.trim() !== '');
  if (filled.length === 0) return [];
  const indent = Math.min(...filled.map((line) => line.length - line.trimStart().length));
  const bare = lines.map((line) => line.slice(indent).trimEnd());
  const from = bare.findIndex((line) => line !== '');
  const to = bare.findLastIndex((line) => line !== '');
  return bare.slice(from, to + 1);
}
