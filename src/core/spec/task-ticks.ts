import type { Stretch } from '../text/replace-stretches';
import { parseSpec } from './parse-spec';
import type { SpecDocument, SpecTask, TaskField } from './spec-document';
import { taskField } from './task-field';
import { isPlainState, restOf, saysDone, stateWords, withState } from './task-state';
import { lineText, offsetOf } from './text-range';
import { lineEndAt, replaceInWritten } from './written-text';

/** What a task in a list begins with: its bullet, and the box that it may have. */
const listed = /^(?<bullet>[\s>]*(?:[-*+]|\d{1,9}[.)])\s+)(?<box>\[(?<tick>[ xX~-])\](?:(?=\*\s)|\s+|$))?/u;
/** Label of a field up to its colon, with the emphasis that ends there. */
const label = /^[^:：]*[:：](?:\*\*|__|\*|_)?/u;

/** Whether a task is ticked or says by its status that it is done. */
export function isDone(task: SpecTask): boolean {
  return task.done === true || saysDone(taskField(task, 'status')?.value ?? '');
}

/**
 * The edits that mark a task as done, or as open again, in the form that it has: its box, its status where it tells one, both
 * where it has both. One in a list that has neither gets a box; one that is a heading a line with its status, in the words that other
 * tasks of the spec use. By offsets of the spec; empty where it is so already.
 */
export function tickTask(spec: SpecDocument, task: SpecTask, done: boolean): readonly Stretch[] {
  if (isDone(task) === done) return [];
  const { bullet, box, tick } = listed.exec(lineText(spec.lines, task.line))?.groups ?? {};
  const status = statusOf(task);
  const edits: Stretch[] = [];
  if (status !== null && saysDone(status.value) !== done) {
    const start = offsetOf(spec.lines, status.line, 1);
    const written = lineText(spec.lines, status.line);
    const { from, to, gap } = valuePlace(written);
    const value = withState(valueIn(written), statusWord(spec, done));
    edits.push({ start: start + from, end: start + to, newText: gap + value });
  }
  const start = offsetOf(spec.lines, task.line, 1) + (bullet?.length ?? 0);
  if (box !== undefined && /x/iu.test(tick ?? '') !== done)
    edits.push({ start: start + 1, end: start + 2, newText: done ? 'x' : ' ' });
  // Neither says anything of its state yet, so it is to be marked as done.
  if (done && box === undefined && status === null)
    edits.push(bullet === undefined ? newStatus(spec, task) : { start, end: start, newText: '[x] ' });
  return edits;
}

/** Which of some tasks would not be done, or not open, with edits made: what is told of them is read from the text, not hoped for. */
export function missedTicks(
  spec: SpecDocument,
  edits: readonly Stretch[],
  tasks: Iterable<SpecTask>,
  done: boolean,
): readonly SpecTask[] {
  const after = parseSpec(replaceInWritten(spec, edits)).tasks;
  return [...tasks].filter((task) => {
    const read = after[spec.tasks.indexOf(task)];
    return read?.id !== task.id || isDone(read) !== done;
  });
}

/**
 * What makes of a spec the text that it would be had none of its tasks been marked as done or open: boxes of tasks and lines of their
 * status go, or, to keep boxes that were there, only the ticks in them.
 */
export function withoutTicks(spec: SpecDocument, boxes: 'gone' | 'empty'): readonly Stretch[] {
  return spec.tasks.flatMap((task) => {
    const { bullet, box, tick } = listed.exec(lineText(spec.lines, task.line))?.groups ?? {};
    const from = offsetOf(spec.lines, task.line, 1) + (bullet?.length ?? 0);
    if (boxes === 'empty')
      return /x/iu.test(tick ?? '') ? [{ start: from + 1, end: from + 2, newText: ' ' }] : [];
    const marks = box === undefined ? [] : [{ start: from, end: from + box.length, newText: '' }];
    const status = statusOf(task);
    return status === null ? marks : [...marks, withoutState(spec, status)];
  });
}

/** The whole line, with the blank lines before it, which stand there for it; a note in it stays. */
function withoutState({ lines, text }: SpecDocument, { line }: TaskField): Stretch {
  const start = offsetOf(lines, line, 1);
  const { from, to } = valuePlace(lineText(lines, line));
  const rest = restOf(valueIn(lineText(lines, line)));
  if (rest !== '') return { start: start + from, end: start + to - rest.length, newText: '' };
  return {
    start: text.slice(0, start).trimEnd().length,
    end: start + lineText(lines, line).length,
    newText: '',
  };
}

/** The status that has a line of its own. */
function statusOf(task: SpecTask): TaskField | null {
  const field = taskField(task, 'status');
  return field === undefined || field.line <= task.line ? null : field;
}

/** As the spec says it of other tasks, else in its language. What a person noted of another task is not taken over. */
function statusWord(spec: SpecDocument, done: boolean): string {
  const said = spec.tasks.flatMap((task) => statusOf(task)?.value ?? []);
  return (
    said.find((value) => value !== '' && isPlainState(value) && saysDone(value) === done) ??
    stateWords(spec.text)[done ? 'done' : 'open']
  );
}

/** A line below a heading; one that stands there already is followed at once, others with a blank line between. */
function newStatus(spec: SpecDocument, task: SpecTask): Stretch {
  const isAtx = lineText(spec.lines, task.line).trimStart().startsWith('#');
  const line = isAtx ? task.line : task.line + 1;
  const at = offsetOf(spec.lines, line, 1) + lineText(spec.lines, line).length;
  const others = spec.tasks.filter((other) => !listed.test(lineText(spec.lines, other.line)));
  const written = others.flatMap((other) => lineText(spec.lines, statusOf(other)?.line ?? 0));
  const like = written.find((one) => one !== '' && !/[*_`]/u.test(valueIn(one)));
  const { from, to } = valuePlace(like ?? '');
  const [before, after] =
    like === undefined ? [`**${stateWords(spec.text).label}:** `, ''] : [like.slice(0, from), like.slice(to)];
  const own = before + statusWord(spec, true) + after;
  const gap = lineText(spec.lines, line + 1).trim() === '' ? '\n\n' : '\n';
  return { start: at, end: at, newText: `${gap}${own}`.replaceAll('\n', lineEndAt(spec, at)) };
}

/** Where the value of a field stands on its line: `_Status:_ done`, `**Status**: done`, `_Status: done_`, `Status: done`. */
function valuePlace(line: string): { readonly from: number; readonly to: number; readonly gap: string } {
  const start = label.exec(line)?.[0].length ?? line.length;
  const from = start + (/^[\s*_]*/u.exec(line.slice(start))?.[0].length ?? 0);
  const to = from + line.slice(from).replace(/(?<![\s*_])[\s*_]+$/u, '').length;
  return { from, to, gap: start === line.length ? ' ' : '' };
}

function valueIn(line: string): string {
  const { from, to } = valuePlace(line);
  return line.slice(from, to);
}
