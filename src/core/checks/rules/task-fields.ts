import { taskField } from '../../spec/task-field';
import type { Check } from '../check';
import { contentOf } from '../../text/content';
import { textsOption } from '../reading/options';
import { firstLine, tokenPlace } from '../../spec/place';
import { tasksInScope } from '../reading/tasks-in-scope';

/**
 * Every task has a title and the fields that the template asks for, each with a value. `OQ-n` as a value is a gap.
 *
 * Options: `fields`, labels in lower case (`implements`, `description`, `files`, `done condition`, `dependencies`); none by
 * default, since plans without fields are a notation too.
 *
 * Good: `_Dependencies:_ None`, `_Files:_` with `Create:` and `Modify:` items below.
 * Bad: no `_Done condition:_`; `_Files:_` with nothing behind it.
 */
export const taskFields: Check = {
  id: 'task-fields',
  title: 'Every task has all its fields.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  *run(context) {
    const { spec, options } = context;
    const names = textsOption(options, 'fields', []);
    for (const task of tasksInScope(context)) {
      const place = tokenPlace(spec, task, task.id);
      if (!contentOf(task.title).facts)
        yield { message: 'Task {0} has no title.', args: [task.id], ...place };
      const missing = names.filter((name) => taskField(task, name.toLowerCase()) === undefined);
      if (missing.length > 0)
        yield {
          message: missing.length === 1 ? 'Task {0} has no field "{1}".' : 'Task {0} lacks the fields {1}.',
          args: [task.id, missing.join(', ')],
          ...place,
        };
      for (const name of names) {
        const field = taskField(task, name.toLowerCase());
        if (field === undefined) continue;
        const { facts, gaps } = contentOf(field.value);
        const [gap] = gaps;
        if (facts) continue;
        yield gap === undefined
          ? { message: 'Field "{1}" of task {0} is empty.', args: [task.id, name], ...firstLine(spec, field) }
          : {
              message: 'Field "{1}" of task {0} waits for {2}.',
              args: [task.id, name, gap],
              gap,
              ...tokenPlace(spec, field, gap),
            };
      }
    }
  },
};
