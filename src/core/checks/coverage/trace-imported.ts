import { isImported } from '../../spec/front-matter-names-spec';
import { taskField } from '../../spec/task-field';
import { contentOf } from '../../text/content';
import { plainRange, type TextRange } from '../../text/position';
import { tokenPlace } from '../../spec/place';
import { tasksInScope } from '../reading/tasks-in-scope';
import { exclusionReason, type Exclusion } from './out-of-scope';
import type { RuleTrace, TraceScope } from './trace-rule';

/** Whether a spec is traced as an imported one: it is ours, though it has the sections of none of our templates. */
export function isTracedAsImported({ spec, template }: Pick<TraceScope, 'spec' | 'template'>): boolean {
  return template === null && isImported(spec.text);
}

/**
 * What covers the requirements of an imported spec: the tasks that name them. That its text holds the requirements' own words
 * covers nothing; a row may leave one out with a reason, or open.
 */
export function traceImported(scope: TraceScope): RuleTrace {
  const { spec, ids } = scope;
  const covered = new Set(
    tasksInScope(scope).flatMap((task) => ids.read(taskField(task, 'implements')?.value ?? '').ids),
  );
  const rows = new Map<string, TextRange>();
  const excluded: Exclusion[] = [];
  const gaps = new Map<string, string>();
  for (const [first, ...cells] of spec.tables.flatMap((table) => table.rows)) {
    if (first === undefined) continue;
    for (const id of ids.read(first.text).ids) {
      rows.set(id, tokenPlace(spec, first, id));
      for (const cell of cells) {
        const reason = exclusionReason(cell.text);
        if (reason !== null) excluded.push({ id, reason, place: plainRange(cell) });
        const [question] = contentOf(cell.text).gaps;
        if (question !== undefined) gaps.set(id, question);
      }
    }
  }
  return { rows, covered, excluded, gaps, problems: [] };
}
