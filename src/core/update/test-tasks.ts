import { idReader } from '../spec/cite';
import { parseSpec } from '../spec/parse-spec';
import { taskField } from '../spec/task-field';
import type { Block } from './blocks';

/** What of a task tells whether it tests what another one builds. */
interface ReadTask {
  readonly implements: string;
  readonly dependencies: string;
}

const none: ReadTask = { implements: '', dependencies: '' };

/**
 * Tells tasks that test from those that build: they implement what a task implements that they need.
 *
 * @param tasks texts of tasks by id, in whichever section they stand
 */
export function testTasks(tasks: ReadonlyMap<string, string>): (block: Pick<Block, 'text'>) => boolean {
  const read = new Map<string, ReadTask>();
  const readTask = (text: string): ReadTask => {
    const known = read.get(text);
    if (known !== undefined) return known;
    const [task] = parseSpec(text).tasks;
    const field = (name: string): string => (task === undefined ? '' : (taskField(task, name)?.value ?? ''));
    const found =
      task === undefined
        ? none
        : { implements: field('implements').trim(), dependencies: field('dependencies') };
    read.set(text, found);
    return found;
  };
  const reader = idReader([...tasks.keys()]);
  return ({ text }) => {
    const own = readTask(text);
    return (
      own.implements !== '' &&
      reader.cited(own.dependencies).some((id) => readTask(tasks.get(id) ?? '').implements === own.implements)
    );
  };
}
