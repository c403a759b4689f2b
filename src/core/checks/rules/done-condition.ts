import type { SpecTask } from '../../spec/spec-document';
import { taskField } from '../../spec/task-field';
import { isCompletedStatus } from '../../workspace/documents/spec-status';
import type { Check } from '../check';
import { contentOf } from '../../text/content';
import { firstLine, sourceOf, tokenPlace } from '../../spec/place';
import { tasksInScope } from '../reading/tasks-in-scope';
import { clauseEnd, opinion } from '../../spec/vocabulary/opinions';

/** A command, path or symbol in backticks, also when the backticks are doubled. */
const code = /`[^`\s][^`]*`/u;
/** A number, a comparison, a quoted text or a criterion's label: something to hold the result against. */
const measure = /\d|[<>≤≥=]|["“«「][^"“«「”»」]+["”»」]|\/AC-\d/u;

/**
 * The done condition of every task can be verified: it has a command in backticks, or an assertion with a number, a
 * comparison, a quoted text or an acceptance criterion. An opinion is none, whatever figures stand beside it. `OQ-n` is a gap.
 * Tasks that are done are left alone, and without a template it is a warning.
 *
 * Options: none.
 *
 * Good: `` `go test ./internal/invites/...` passes ``; `A second invite returns 409`; `US-001/AC-2 holds`.
 * Bad: `Works as expected`; `Code review passes`; `All 3 pages work as expected`.
 */
export const doneCondition: Check = {
  id: 'done-condition',
  title: 'Every done condition can be verified.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  *run(context) {
    const { spec } = context;
    for (const task of tasksInScope(context)) {
      const field = taskField(task, 'done condition');
      if (field === undefined || isFinished(task)) continue;
      const { facts, gaps } = contentOf(field.value);
      const [gap] = gaps;
      if (!facts && gap === undefined) continue; // An empty field is for task-fields to report.
      if (facts && isVerifiable(sourceOf(spec, field), field.value)) continue;
      yield gap === undefined
        ? {
            message:
              'The done condition of task {0} has nothing to verify it by: give a command in backticks or a measurable result.',
            args: [task.id],
            // Without a template nothing says that this team works by such conditions.
            ...(context.template === null ? { severity: 'warning' as const } : {}),
            ...firstLine(spec, field),
          }
        : {
            message: 'The done condition of task {0} waits for {1}.',
            args: [task.id, gap],
            gap,
            ...tokenPlace(spec, field, gap),
          };
    }
  },
};

/** Whether a task says that it is done: what proved it then is no matter now. */
function isFinished(task: SpecTask): boolean {
  const status = taskField(task, 'status')?.value.replace(/^\[[ xX]\]\s*/u, '');
  return task.done === true || (status !== undefined && isCompletedStatus(status));
}

/** Whether a part of it that is no opinion has a command or something to hold the result against. */
function isVerifiable(source: string, value: string): boolean {
  if (!opinion.test(source)) return code.test(source) || measure.test(value);
  // A command holds together, whatever is in it.
  const commands: string[] = [];
  const masked = source.replace(/`[^`\n]*`/gu, (command) => `\uE000${commands.push(command) - 1}\uE000`);
  return masked
    .split(clauseEnd)
    .filter((clause) => !opinion.test(clause))
    .map((clause) =>
      clause.replace(/\uE000(\d+)\uE000/gu, (_, index: string) => commands[Number(index)] ?? ''),
    )
    .some((clause) => code.test(clause) || measure.test(clause));
}
