import * as v from 'valibot';
import { taskBrief } from '../export/agent-brief';
import { isDone } from '../spec/task-ticks';
import { handOffOf, type HandOff, type HandOffTask } from '../export/hand-off';
import { agentTool, ToolError } from './agent-tool';
import { namedFile, pathArgument } from './named-file';

/** The task to do next, with all that it takes to do it. */
export const nextTaskTool = agentTool({
  name: 'techspec_next_task',
  title: 'Next Task of a Tech Spec',
  description:
    'Gives the first task of a technical specification that is not done and whose dependencies are, or a named one, as a self-contained brief: requirements with acceptance criteria, files, contracts, rules that apply and the done condition. Tick the task in the specification once its done condition holds, then ask again.',
  readOnly: true,
  input: {
    path: pathArgument('Path of the specification, relative to the root of the workspace'),
    task: v.optional(
      v.pipe(v.string(), v.description('Id of a task, such as T-003, instead of the next one')),
    ),
  },
  async run({ path, task: wanted }, workspace) {
    const spec = await namedFile(workspace.files, path);
    const handOff = handOffOf(await workspace.check(spec), workspace.today());
    const { tasks } = handOff;
    if (tasks.length === 0)
      throw new ToolError(`${spec} has no tasks. Add them, or name another specification.`);
    const open = tasks.filter(({ task }) => !isDone(task));
    const next = wanted === undefined ? open.find((one) => isReady(one, open)) : named(handOff, wanted);
    const progress = { all: tasks.length, done: tasks.length - open.length };
    if (next === undefined)
      return { text: nothingLeft(spec, open), data: { path: spec, task: null, progress } };
    const { id, title } = next.task;
    return {
      text: taskBrief(handOff, id),
      data: {
        ...{ path: spec, progress, files: next.files, implements: next.implements },
        ...{ task: { id, title, line: next.task.line, dependencies: next.dependencies } },
      },
    };
  },
});

function isReady({ dependencies }: HandOffTask, open: readonly HandOffTask[]): boolean {
  return !open.some(({ task }) => dependencies.includes(task.id));
}

function named({ tasks, path }: HandOff, wanted: string): HandOffTask {
  const found = tasks.find(({ task }) => task.id.toLowerCase() === wanted.trim().toLowerCase());
  if (found !== undefined) return found;
  const ids = tasks.map(({ task }) => task.id).join(', ');
  throw new ToolError(`${path} has no task ${wanted}. Its tasks are ${ids}.`);
}

function nothingLeft(spec: string, open: readonly HandOffTask[]): string {
  if (open.length === 0) return `All tasks of ${spec} are done.`;
  const ids = open.map(({ task }) => task.id).join(', ');
  return `No task of ${spec} can be done: ${ids} wait for each other. Check the specification and mend its dependencies.`;
}
