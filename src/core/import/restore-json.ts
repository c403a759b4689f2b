import * as v from 'valibot';
import { jsonVersion } from '../export/json';
import { relink } from '../export/relink';
import { parseSpec } from '../spec/parse-spec';
import type { SpecDocument } from '../spec/spec-document';
import { isDone, tickTask } from '../spec/task-ticks';
import { replaceInWritten } from '../spec/written-text';
import { parentPath } from '../text/path';

/** What of the JSON export is read: fields that are added do not matter. */
const exported = v.object({
  version: v.literal(jsonVersion),
  spec: v.object({ path: v.string() }),
  tasks: v.array(v.object({ id: v.string(), done: v.boolean() })),
  markdown: v.string(),
});

/**
 * The spec that a JSON export of ours was made from, its links leading where they led, and the ticks of its tasks as the JSON has
 * them: another program may have done some.
 *
 * @param to folder of the new spec, relative to the root
 * @returns `null` where the text is no such export
 */
export function restoreJson(text: string, to: string): string | null {
  const read = readJson(text);
  if (read === null) return null;
  const { markdown, spec, tasks } = read;
  const done = new Map(tasks.map((task) => [task.id, task.done]));
  return relink(parseSpec(withTicks(parseSpec(markdown), done)), parentPath(spec.path), to);
}

function readJson(text: string): v.InferOutput<typeof exported> | null {
  if (!/^\s*\{/u.test(text)) return null;
  try {
    const parsed = v.safeParse(exported, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

function withTicks(spec: SpecDocument, done: ReadonlyMap<string, boolean>): string {
  return replaceInWritten(
    spec,
    spec.tasks.flatMap((task) => tickTask(spec, task, done.get(task.id) ?? isDone(task))),
  );
}
