import { filePlan } from '../../spec/file-plan';
import type { SpecTask } from '../../spec/spec-document';
import { taskField } from '../../spec/task-field';
import { migrationStatus } from '../../workspace/stack/migration-status';
import type { Check, CheckContext } from '../check';
import { commandsIn } from '../commands/command-line';
import { scriptCalls } from '../commands/runners';
import { contentOf } from '../../text/content';
import { firstLine } from '../../spec/place';
import { tasksInScope } from '../reading/tasks-in-scope';

/** A script or target that asks for the state of migrations, by its name. */
const statusScript =
  /migrat[\w.:/-]*(?:status|info|list|check|show|current|version|pending)|(?:status|info|check|show)[\w.:/-]*migrat|\bdb[.:/_-](?:status|current|version)\b/iu;

/**
 * A task that adds a migration is done when the migration tool says that it was applied. Which tool that is comes from the
 * files of the workspace; a script or target that is named after it (`make migrate-status`) counts.
 *
 * Options: none.
 *
 * Good: `` `goose status` lists the migration as applied ``; `` `make migrate-status` lists it ``.
 * Bad: a task that creates `migrations/0007_invites.sql` and is done when `go test ./...` passes.
 */
export const migrationDone: Check = {
  id: 'migration-done',
  title: "A task with a migration is done when the migration tool's own status says so.",
  severity: 'warning',
  needsTemplate: false,
  needsRequirements: false,
  needsSurroundings: true,
  *run(context) {
    const { spec, surroundings } = context;
    const migrations = surroundings?.stack.migrations ?? null;
    if (migrations === null) return;
    const { tool, folder } = migrations;
    const status = Object.hasOwn(migrationStatus, tool) ? migrationStatus[tool] : undefined;
    if (status === undefined) return;
    const creating = new Set<SpecTask>();
    for (const { task, path, action } of filePlan(spec))
      if (
        task !== null &&
        action === 'create' &&
        path.startsWith(folder === '' ? '' : `${folder}/`) &&
        isMigration(path)
      )
        creating.add(task);
    for (const task of tasksInScope(context)) {
      const field = creating.has(task) ? taskField(task, 'done condition') : undefined;
      // An empty field and an open question are for other checks to report.
      if (field === undefined || !contentOf(field.value).facts || asks(context, field, status.pattern))
        continue;
      yield {
        message:
          'Task {0} adds a migration: it is done when {1} says that it was applied, for example by `{2}`.',
        args: [task.id, tool, status.command],
        ...firstLine(spec, field),
      };
    }
  },
};

/** Not the notes and lock files that lie beside migrations. */
function isMigration(path: string): boolean {
  return /\.(?:sql|go|py|rb|php|exs|cs|[cm]?[jt]s|java|kt|xml|ya?ml|json)$/iu.test(path);
}

function asks(
  { spec, surroundings }: CheckContext,
  field: NonNullable<ReturnType<typeof taskField>>,
  pattern: RegExp,
): boolean {
  return commandsIn(spec, field).some(({ words }) => {
    if (pattern.test(words.join(' '))) return true;
    return scriptCalls(words).some(({ name, runner }) => {
      const script = surroundings?.project.scripts.find(
        (other) => other.name === name && other.runner === runner,
      );
      return statusScript.test(name) || pattern.test(script?.command ?? '');
    });
  });
}
