import { filePlan, type PlannedFile } from '../../spec/file-plan';
import type { SpecTask } from '../../spec/spec-document';
import { taskField } from '../../spec/task-field';
import { lineText } from '../../spec/text-range';
import type { Check, CheckContext, Problem } from '../check';
import { commandsIn } from '../commands/command-line';
import { pathArguments } from '../commands/path-arguments';
import { existingPaths } from '../reading/paths';
import { filesSaidInTasks } from '../reading/said-files';
import { placeOfText } from '../../spec/place';
import { tasksInScope } from '../reading/tasks-in-scope';
import { sayingOf } from '../../template/localize-template';

/**
 * No task changes, deletes or checks a file that a later task creates, and no two tasks create the same file.
 *
 * Options: none.
 *
 * Good: T-001 creates `internal/invites/store.go`, T-002 modifies it.
 * Bad: T-001 modifies it and T-002 creates it; both create it; T-001 is done when `pytest tests/test_invites.py` passes,
 * which T-002 creates.
 */
export const createdLater: Check = {
  id: 'created-later',
  title: 'No task needs a file that a later task creates.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  *run(context) {
    const position = new Map(tasksInScope(context).map((task, index) => [task, index]));
    const said = [...filePlan(context.spec), ...filesSaidInTasks(context.spec)];
    const plan = said.flatMap((file) => {
      const index = file.task === null ? undefined : position.get(file.task);
      return file.task === null || index === undefined ? [] : [{ ...file, task: file.task, position: index }];
    });
    const first = firstCreations(plan);
    yield* wrongOrder(context, plan, first);
    yield* checkedTooEarly(context, first);
  },
  fixes({ message, args, line, column }, { spec, template }) {
    const lead = leadOf(lineText(spec.lines, line), column);
    if (lead === null || message !== twice) return [];
    const { word } = lead;
    const range = placeOfText(line, lead.column, lead.column + word.length);
    const said = sayingOf(template)('Modify');
    const newText = /^\p{Lu}/u.test(word) ? said : said.toLowerCase();
    return [
      { message: 'Modify {0} instead', args: [args[0] ?? ''], edits: [{ range, newText }], safe: false },
    ];
  },
};

type TaskFile = PlannedFile & { readonly task: SpecTask; readonly position: number };

function firstCreations(plan: readonly TaskFile[]): ReadonlyMap<string, TaskFile> {
  const first = new Map<string, TaskFile>();
  for (const file of plan)
    if (file.action === 'create' && !file.path.endsWith('/') && !first.has(file.path))
      first.set(file.path, file);
  return first;
}

function* wrongOrder(
  context: CheckContext,
  plan: readonly TaskFile[],
  first: ReadonlyMap<string, TaskFile>,
): Iterable<Problem> {
  const { surroundings } = context;
  const deleted = new Set<string>();
  for (const file of plan) {
    const { path, action, task } = file;
    const creation = first.get(path);
    if (action === 'delete') deleted.add(path);
    if (creation === undefined || creation.task === task) continue;
    if (action === 'create' && !deleted.has(path) && creation.position < file.position) {
      yield {
        message: twice,
        args: [path, creation.task.id, task.id],
        fixable: leadOf(lineText(context.spec.lines, file.line), file.column) !== null,
        ...placeOfText(file.line, file.column, file.endColumn),
      };
    }
    // What is there already may be deleted and created anew.
    const isThere = surroundings !== null && existingPaths(surroundings.project).files.has(path);
    if (action !== 'modify' || isThere || creation.position < file.position) continue;
    yield {
      message: 'Task {0} changes {1}, which only task {2} creates: create it before, or move the task.',
      args: [task.id, path, creation.task.id],
      ...placeOfText(file.line, file.column, file.endColumn),
    };
  }
}

/** Commands of a done condition that name a file which is created later. */
function* checkedTooEarly(context: CheckContext, first: ReadonlyMap<string, TaskFile>): Iterable<Problem> {
  const { spec, surroundings } = context;
  const existing = surroundings === null ? null : existingPaths(surroundings.project);
  for (const [position, task] of tasksInScope(context).entries()) {
    const field = taskField(task, 'done condition');
    if (field === undefined) continue;
    for (const command of commandsIn(spec, field)) {
      for (const { path } of pathArguments(command)) {
        const creation = first.get(path);
        if (creation === undefined || creation.position <= position || existing?.files.has(path) === true)
          continue;
        yield {
          message: 'The done condition of task {0} needs {1}, which only task {2} creates.',
          args: [task.id, path, creation.task.id],
          ...command.place,
        };
      }
    }
  }
}

const twice = '{0} is created by task {1} and again by task {2}: let the later one modify it.';

/** The word `Create` in front of a path. */
function leadOf(line: string, column: number): { readonly column: number; readonly word: string } | null {
  const match = /(?<![\p{L}\p{N}])(Create|create)[sd]?(?=[:：\s*_]{0,6}`*$)/u.exec(line.slice(0, column - 1));
  return match === null ? null : { column: match.index + 1, word: match[0] };
}
