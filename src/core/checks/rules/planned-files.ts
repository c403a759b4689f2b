import { filePlan } from '../../spec/file-plan';
import type { Check } from '../check';
import { nameIndex, type NameIndex } from '../grounding/name-index';
import { replacementFixes } from '../grounding/replacement-fixes';
import { isPastSpec } from '../past-spec';

/**
 * Files that tables list as new, modified or deleted are worked on by a task, under the same path. Where no task names its files,
 * nothing is asked, nor of work that is done.
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

/** A path and what is left of it without its first folders. */
function endsOf(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.map((_, at) => parts.slice(at).join('/'));
}
