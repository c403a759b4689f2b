import { resolve } from 'node:path';
import { tasksInScope } from '../../core/checks/reading/tasks-in-scope';
import { isDone, missedTicks, tickTask } from '../../core/spec/task-ticks';
import { replaceInWritten } from '../../core/spec/written-text';
import { CliFailure } from '../failure';
import { formatOption, nowOption, specWorkspaceOption, type AddCommand } from '../options';
import { count, printJson, printLines, type Format } from '../output';
import { openCheckedSpec } from '../workspace/checked-spec';
import { readSpecFile } from '../workspace/workspace';
import { replaceFile } from '../writing/replace-file';

interface TickOptions {
  readonly format: Format;
  readonly undo?: boolean;
  readonly workspace?: string;
  readonly now?: string;
}

/** `tick SPEC T-001...`: marks tasks as done, or as open again, in the form that the spec writes its tasks in. */
export const addTick: AddCommand = (program, terminal) => {
  program
    .command('tick')
    .description('mark tasks of a spec as done, which makes what they promise due')
    .argument('<spec>', 'technical specification')
    .argument('<tasks...>', 'ids of tasks, such as T-001')
    .option('--undo', 'mark them as open again')
    .addOption(specWorkspaceOption())
    .addOption(nowOption())
    .addOption(formatOption())
    .action(async (shown: string, ids: readonly string[], options: TickOptions) => {
      const { workspace, path, check } = await openCheckedSpec(terminal, shown, options);
      const report = await check(await readSpecFile(workspace, shown));
      const { spec } = report;
      const all = tasksInScope(report);
      const wanted = new Set(ids.map((id) => id.toLowerCase()));
      const named = all.filter(({ id }) => wanted.has(id.toLowerCase()));
      const unknown = ids.filter((id) => !named.some((task) => task.id.toLowerCase() === id.toLowerCase()));
      if (unknown.length > 0)
        throw new CliFailure(
          all.length === 0
            ? `${shown} has no tasks.`
            : `${shown} has no task ${unknown.join(', ')}. Its tasks are ${all.map(({ id }) => id).join(', ')}.`,
        );
      const done = options.undo !== true;
      const changed = new Set(named.filter((task) => isDone(task) !== done));
      const edits = [...changed].flatMap((task) => tickTask(spec, task, done));
      const missed = missedTicks(spec, edits, changed, done);
      if (missed.length > 0)
        throw new CliFailure(
          `${missed.map(({ id }) => id).join(', ')} of ${shown} cannot be marked as ${done ? 'done' : 'open'} in the form that the spec has: edit its box or status by hand.`,
        );
      if (edits.length > 0)
        await replaceFile(resolve(workspace.root, path), shown, spec.written, replaceInWritten(spec, edits));
      const doneNow = all.filter((task) => (named.includes(task) ? done : isDone(task))).length;
      if (options.format === 'json')
        return printJson(terminal, {
          path: shown,
          tasks: named.map((task) => ({ id: task.id, line: task.line, done, changed: changed.has(task) })),
          ...{ done: doneNow, all: all.length },
        });
      const state = done ? 'done' : 'open';
      printLines(terminal, [
        ...named.map(
          (task) =>
            `${shown}:${task.line}: ${task.id} ${task.title}: ${state}${changed.has(task) ? '' : ' already'}`,
        ),
        `${shown}: ${doneNow} of ${count(all.length, 'task')} done`,
      ]);
    });
};
