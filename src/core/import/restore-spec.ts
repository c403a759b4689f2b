import * as v from 'valibot';
import { marks, type DocumentMark } from '../export/marks';
import { relink } from '../export/relink';
import { ownTaskLines } from '../export/task-lines';
import type { TaskSource } from '../export/task-source';
import { parseSpec } from '../spec/parse-spec';
import { saysDone } from '../spec/task-state';
import { taskFieldLabels } from '../spec/vocabulary/task-field-labels';
import { parentPath } from '../text/path';

const documentMark = new RegExp(`^<!-- ${marks.document} (\\{.*\\}) -->[ \\t]*$`, 'mu');
const tasksMark = new RegExp(`<!-- ${marks.tasks} ([^>]*) -->`, 'u');
const partMark = new RegExp(`<!-- ${marks.part} (\\S+) -->`, 'u');
const markSchema = v.object({ title: v.nullable(v.string()), frontMatter: v.string() });

/**
 * The spec that an export of ours was made from, with the tasks as they are in the export now.
 *
 * @param design the document that holds the spec's own text
 * @param tasks of the export
 * @param partOf text of a file beside the design, by its path relative to it; `null` where it is gone
 * @param folder of the design; `null` where links can only stay
 * @param to folder of the new spec
 * @returns `null` where the design was not exported by us
 */
export function restoreSpec(
  design: string,
  tasks: readonly TaskSource[],
  partOf: (file: string) => string | null,
  folder: string | null,
  to: string,
): string | null {
  const match = documentMark.exec(design);
  const mark = match === null ? null : readMark(match[1] ?? '');
  if (match === null || mark === null) return null;
  const lines = design
    .slice(match.index + match[0].length)
    .trim()
    .split(/\r?\n/u);
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const named = new Set<string>();
  const lastMark = lines.findLastIndex((line) => tasksMark.test(line));
  const marked = new Set(lines.flatMap((line) => idsOf(line).map(({ id }) => id)));
  const body = lines.flatMap((line, position) => {
    const part = partMark.exec(line)?.[1];
    if (part !== undefined) return partLines(partOf(part), part, folder) ?? [line];
    if (!tasksMark.test(line)) return [line];
    const here = idsOf(line).flatMap(({ id, notation }, index) => {
      const task = named.has(id) ? undefined : byId.get(id);
      named.add(id);
      return task === undefined ? [] : linesIn(notation, task, index + 1);
    });
    // Tasks that were added in the other tool stand behind the last of ours.
    const added = position === lastMark ? tasks.filter(({ id }) => !marked.has(id)) : [];
    return [...here, ...added.flatMap(ownTaskLines)];
  });
  const orphans = lastMark === -1 ? tasks.flatMap(ownTaskLines) : [];
  const text = [
    ...(mark.frontMatter === '' ? [] : [mark.frontMatter, '']),
    ...(mark.title === null ? [] : [`# ${mark.title}`, '']),
    ...body,
    ...(orphans.length === 0 ? [] : ['', '## Tasks', '', ...orphans]),
    '',
  ].join('\n');
  return folder === null ? text : relink(parseSpec(text), folder, to);
}

function readMark(json: string): DocumentMark | null {
  try {
    const parsed = v.safeParse(markSchema, JSON.parse(json));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

type Notation = 'plain' | 'boxed' | 'short';

/** Ids of a mark with how they were written, see `marks.tasks`. */
function idsOf(line: string): readonly { readonly id: string; readonly notation: Notation }[] {
  const list = tasksMark.exec(line)?.[1] ?? '';
  return list
    .split(' ')
    .filter((entry) => entry !== '')
    .map((entry) => ({
      id: entry.replace(/[*~]$/u, ''),
      notation: entry.endsWith('*') ? 'boxed' : entry.endsWith('~') ? 'short' : 'plain',
    }));
}

function isDoneStatus({ label, lines }: TaskSource['fields'][number]): boolean {
  const name = label.toLowerCase();
  return (
    (name === 'status' || taskFieldLabels['status']?.includes(name) === true) && saysDone(lines.join('\n'))
  );
}

/** Formats need a box at each task; where the spec had none, only a tick brings one that no status tells of. */
function linesIn(notation: Notation, task: TaskSource, position: number): readonly string[] {
  if (notation === 'boxed' || (task.done === true && !task.fields.some(isDoneStatus)))
    return ownTaskLines(task);
  const [field, ...others] = task.fields;
  const served = field?.lines.join(' ') ?? '';
  return notation === 'short' && others.length === 0 && task.notes.length === 0 && served !== ''
    ? [`${position}. **${task.id} ${task.title}**: ${served}`]
    : ownTaskLines({ ...task, done: null });
}

function partLines(text: string | null, file: string, folder: string | null): readonly string[] | null {
  if (text === null) return null;
  const mark = `<!-- ${marks.document} -->`;
  const at = text.indexOf(mark);
  const body = at === -1 ? text.replace(/^# .*\n/u, '') : text.slice(at + mark.length);
  const within = parentPath(file);
  const moved =
    folder === null || within === ''
      ? body
      : relink(parseSpec(body), folder === '' ? within : `${folder}/${within}`, folder);
  return moved
    .replace(/^\s*\n/u, '')
    .trimEnd()
    .split('\n');
}
