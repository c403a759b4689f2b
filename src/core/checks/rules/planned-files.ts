import { isTestFile } from '../../project/test-file';
import { emptyFileTables, filePlan, type PlannedFile } from '../../spec/file-plan';
import type { SpecDocument } from '../../spec/spec-document';
import type { Check, Problem } from '../check';
import { nameIndex, type NameIndex } from '../grounding/name-index';
import { replacementFixes } from '../grounding/replacement-fixes';
import { isPastSpec } from '../past-spec';

/**
 * Files that tables list as new, modified or deleted are worked on by a task, under the same path. A table that says that there
 * are none is not contradicted by a task; tests and migrations are listed elsewhere. Where no task names its files, nothing is
 * asked, nor of work that is done.
 *
 * Options: none.
 *
 * Good: `internal/invites/token.go` under New Files and in a task's `Create:`.
 * Bad: `internal/invites/tokens.go` under New Files while the task creates `internal/invites/token.go`.
 */
export const plannedFiles: Check = {
  id: 'planned-files',
  title: 'Every file in a table of files is worked on by a task.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  *run(context) {
    const { spec, template } = context;
    if (isPastSpec(context)) return;
    const plan = filePlan(spec);
    const worked = new Set(plan.filter(({ task }) => task !== null).map(({ path }) => path));
    const ends = new Set([...worked].flatMap(endsOf));
    if (worked.size === 0) return;
    yield* contradictions(spec, plan, template === null ? { severity: 'warning' } : {});
    let index: NameIndex | null = null;
    for (const { path, action, task, line, column, endLine, endColumn } of plan) {
      if (task !== null || action === 'mention' || path.endsWith('/')) continue;
      if (ends.has(path) || endsOf(path).some((end) => worked.has(end))) continue;
      const similar = (index ??= nameIndex(worked)).nearest(path);
      const range = { line, column, endLine, endColumn };
      yield similar === null
        ? {
            message: 'No task works on {0}.',
            args: [path],
            ...(template === null ? { severity: 'warning' as const } : {}),
            ...range,
          }
        : {
            message: 'No task works on {0}: did you mean {1}?',
            args: [path, similar],
            fixable: true,
            ...range,
          };
    }
  },
  fixes: replacementFixes,
};

/** Tables of files that say there is none while a task creates or changes one. */
function* contradictions(
  spec: SpecDocument,
  plan: readonly PlannedFile[],
  severity: Pick<Problem, 'severity'>,
): Iterable<Problem> {
  const told = new Set<string>();
  for (const { action, ...range } of emptyFileTables(spec)) {
    const [against] = plan.flatMap(({ path, task, action: done }) =>
      task !== null && done === action && !isListedElsewhere(path) ? [{ path, task }] : [],
    );
    if (against === undefined || told.has(action)) continue;
    told.add(action);
    yield {
      message:
        action === 'create'
          ? 'This says that no file is new, and {0} creates {1}: list it here.'
          : 'This says that no file changes, and {0} changes {1}: list it here.',
      args: [against.task.id, against.path],
      ...severity,
      ...range,
    };
  }
}

/** Tests and migrations have sections of their own. */
function isListedElsewhere(path: string): boolean {
  return isTestFile(path) || /(?:^|\/)(?:migrations?|migrate)\/|\.sql$/iu.test(path);
}

/** A path and what is left of it without its first folders. */
function endsOf(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.map((_, at) => parts.slice(at).join('/'));
}
