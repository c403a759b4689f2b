import { filePlan } from '../../spec/file-plan';
import type { Check } from '../check';
import { numberOption } from '../reading/options';
import { tokenPlace } from '../../spec/place';
import { tasksInScope } from '../reading/tasks-in-scope';

/** What a title says is done. */
const opensWithVerb =
  /^(?:add|adjust|announce|build|change|clean up|configure|connect|convert|create|define|delete|deploy|disable|document|enable|enforce|expose|extend|extract|fix|generate|implement|import|install|integrate|introduce|measure|migrate|move|notify|optimi[sz]e|publish|record|refactor|register|release|remove|rename|render|replace|rewrite|roll out|seed|send|set up|show|split|store|switch|test|train|translate|update|upgrade|validate|verify|wire|write)(?![\p{L}\p{N}_-])/iu;
const joint = /[,;&+]|(?<![\p{L}\p{N}_])(?:and|then)(?![\p{L}\p{N}_])/iu;

/**
 * A task is about one commit: it touches no more files than a reviewer can follow, and its title does not string things
 * together that each could be done alone.
 *
 * Options: `files`, the most files of one task, 12 by default; `verbs`, the most things a title does, 3 by default.
 *
 * Good: `Create the invites table`; `Add the endpoint and its route`.
 * Bad: `Create the table, add the endpoints, build the page and write the tests`; a task that modifies 30 files.
 */
export const taskSize: Check = {
  id: 'task-size',
  title: 'Every task is about one commit.',
  severity: 'warning',
  needsTemplate: false,
  needsRequirements: false,
  *run(context) {
    const { spec, options } = context;
    const mostFiles = numberOption(options, 'files') ?? 12;
    const mostVerbs = numberOption(options, 'verbs') ?? 3;
    const files = new Map<unknown, Set<string>>();
    for (const { task, path } of filePlan(spec)) {
      if (task === null) continue;
      files.set(task, (files.get(task) ?? new Set()).add(path));
    }
    for (const task of tasksInScope(context)) {
      const place = tokenPlace(spec, task, task.id);
      const count = files.get(task)?.size ?? 0;
      if (count > mostFiles) {
        const message = 'Task {0} touches {1} files, {2} are the most of one commit: split it.';
        yield { message, args: [task.id, String(count), String(mostFiles)], ...place };
      }
      const done = task.title.split(joint).filter((part) => opensWithVerb.test(part.trim())).length;
      if (done > mostVerbs) {
        const message = 'Task {0} does {1} things, {2} are the most of one commit: split it.';
        yield { message, args: [task.id, String(done), String(mostVerbs)], ...place };
      }
    }
  },
};
