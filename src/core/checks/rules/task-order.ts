import { idReader } from '../../spec/cite';
import type { SpecTask, TaskField } from '../../spec/spec-document';
import { taskField } from '../../spec/task-field';
import type { Check, CheckContext, Problem } from '../check';
import { removeFromList } from '../coverage/id-list-edits';
import { tokenPlace } from '../../spec/place';
import { firstOutOfOrder, renumberTasks } from '../fixes/renumber-tasks';
import { tasksInScope } from '../reading/tasks-in-scope';

const later = 'Task {0} depends on {1}, which comes later: reorder them or drop the dependency.';
const unknown = 'Task {0} depends on {1}, which is no task of this spec.';
const itself = 'Task {0} depends on itself.';
const numbering = 'Task {0} stands behind {1}: number the tasks in the order in which they are done.';

/**
 * Tasks can be done from first to last: each depends on earlier ones only, no id is used twice, and the numbers follow the
 * order. Since a cycle always has a dependency on a later task, there is none either.
 *
 * Options: none.
 *
 * Good: T-003 with `_Dependencies:_ T-001, T-002`.
 * Bad: T-001 with `_Dependencies:_ T-003`; a dependency on T-099 or on the task itself; T-002 behind T-003 (a warning).
 */
export const taskOrder: Check = {
  id: 'task-order',
  title: 'Every task depends on earlier tasks only.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  *run(context) {
    const { spec } = context;
    const tasks = tasksInScope(context);
    const order = new Map<string, number>();
    for (const [position, task] of tasks.entries()) {
      if (!order.has(task.id)) order.set(task.id, position);
      else
        yield { message: 'Task {0} is defined twice.', args: [task.id], ...tokenPlace(spec, task, task.id) };
    }
    const unsorted =
      order.size === tasks.length ? firstOutOfOrder(tasks, (task) => phaseOf(spec, task)) : null;
    if (unsorted !== null) {
      const { task, before } = unsorted;
      yield {
        message: numbering,
        args: [task.id, before.id],
        severity: 'warning',
        fixable: renumberTasks(spec, tasks).length > 0,
        ...tokenPlace(spec, task, task.id),
      };
    }
    const reader = idReader(order.keys());
    const first = Math.min(...tasks.map(({ id }) => numberOf(id)));
    for (const [position, task] of tasks.entries()) {
      const field = taskField(task, 'dependencies');
      if (field === undefined) continue;
      const list = field.value.replace(/\([^()]*\)/gu, ' ');
      const { ids, unknown: strangers } = reader.list(list);
      for (const id of ids) {
        const message = problemOf(task, id, position, order.get(id) ?? 0);
        if (message !== null)
          yield { message, args: [task.id, id], fixable: true, ...tokenPlace(spec, field, id) };
      }
      for (const token of [...strangers, ...unknownNumbers(list, order)])
        if (!token.startsWith('OQ-')) yield stranger(context, task, field, token, first);
    }
  },
  fixes({ message, args, ...place }, context) {
    const { spec } = context;
    if (message === numbering) {
      // Issues, commits and exports name tasks by their numbers: whoever gives them out anew has to know of these.
      const edits = renumberTasks(spec, tasksInScope(context));
      return [{ message: 'Number the tasks in the order in which they stand', args: [], edits, safe: false }];
    }
    const [, id = ''] = args;
    // A task waits for itself by mistake only; of any other two the author knows which comes first.
    return [
      {
        message: 'Remove {0}',
        args: [id],
        edits: [removeFromList(context, place)],
        safe: message === itself,
      },
    ];
  },
};

/** The section in which a task is listed; a task that is a heading stands in the section around it. */
function phaseOf({ sections }: CheckContext['spec'], { section, line }: SpecTask): number | null {
  const own = section === null ? undefined : sections[section];
  return own?.line === line ? own.parent : section;
}

function problemOf(task: SpecTask, id: string, position: number, other: number): string | null {
  if (id === task.id) return itself;
  return other > position ? later : null;
}

/** A dependency that the spec does not define. Where its ids go on from another document, that one may define it. */
function stranger(
  { spec }: CheckContext,
  task: SpecTask,
  field: TaskField,
  token: string,
  first: number,
): Problem {
  const place = tokenPlace(spec, field, token);
  const number = numberOf(token);
  if (first > 1 && number < first && prefixOf(token) === prefixOf(task.id)) {
    const message =
      'Task {0} depends on {1}, which another document must define: this one begins with a later number.';
    return { message, args: [task.id, token], severity: 'warning', ...place };
  }
  return { message: unknown, args: [task.id, token], fixable: true, ...place };
}

/** Where tasks are numbered `2.1`, numbers in a list of dependencies are ids as well. */
function unknownNumbers(list: string, order: ReadonlyMap<string, number>): readonly string[] {
  if (!/^[\d.,;、，\s]+$/u.test(list) || ![...order.keys()].some((id) => /^\d/u.test(id))) return [];
  const numbers = list.match(/\d+(?:\.\d+)*/gu) ?? [];
  return numbers.filter((number) => !order.has(number) && !order.has(number.replace(/\.0$/u, '')));
}

function numberOf(id: string): number {
  return Number(/^T(?:ASK)?-?(\d+)$/u.exec(id)?.[1] ?? Number.NaN);
}

function prefixOf(id: string): string {
  return id.replace(/(?<!\d)\d+[a-z]?$/u, '');
}
