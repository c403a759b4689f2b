import { plainRange } from '../../text/position';
import { idReader } from '../../spec/cite';
import type { SpecTask } from '../../spec/spec-document';
import { taskField } from '../../spec/task-field';
import type { CoverRule } from '../../template/template';
import type { TextRange } from '../../text/position';
import type { Problem } from '../check';
import { contentOf } from '../../text/content';
import { disagreements, mappingFixes } from './mapping-fixes';
import { mappingRows } from './mapping-rows';
import { exclusionReason, type Exclusion } from './out-of-scope';
import { isWithin, tokenPlace } from '../../spec/place';
import { type RuleTrace, type TraceScope } from './trace-rule';

/** Holds a table of requirements and their tasks against what each task says it implements, both ways. */
export function traceTasks(scope: TraceScope, rule: CoverRule): RuleTrace {
  const { spec, ids } = scope;
  const tasks = new Map<string, SpecTask>();
  for (const task of spec.tasks) {
    if (isWithin(spec, task.section, scope.sections.get(rule.items)) && !tasks.has(task.id))
      tasks.set(task.id, task);
  }
  const reader = idReader(tasks.keys());
  const rows = new Map<string, TextRange>();
  const mapped = new Map<string, Set<string>>();
  const covered = new Set<string>();
  const gaps = new Map<string, string>();
  const excluded: Exclusion[] = [];
  const problems: Problem[] = [];

  const isMapping = (cell: string): boolean =>
    reader.cited(cell).length > 0 || exclusionReason(cell) !== null || contentOf(cell).gaps.length > 0;
  for (const { first, items } of mappingRows(scope, rule.mapping, rule.column, isMapping)) {
    const cell = items?.text ?? '';
    const reason = exclusionReason(cell);
    const [question] = contentOf(cell).gaps;
    const named = reason === null ? reader.list(cell).ids : [];
    for (const id of ids.read(first.text).ids) {
      if (!rows.has(id)) rows.set(id, tokenPlace(spec, first, id));
      if (reason !== null) excluded.push({ id, reason, place: plainRange(items ?? first) });
      else if (named.length === 0 && question !== undefined) gaps.set(id, question);
      const already = mapped.get(id) ?? new Set();
      mapped.set(id, new Set([...already, ...named]));
      for (const taskId of named) {
        const task = tasks.get(taskId);
        if (task === undefined) continue;
        const field = taskField(task, 'implements');
        const value = field?.value ?? '';
        const [open] = contentOf(value).gaps;
        if (ids.read(value).ids.includes(id)) covered.add(id);
        else if (!already.has(taskId)) {
          const place = tokenPlace(spec, items ?? first, taskId);
          problems.push({
            ...disagreement(scope, disagreements.taskLacksRequirement, [id, taskId], place),
            ...(open === undefined ? {} : { gap: open }),
          });
        }
      }
    }
  }
  for (const task of tasks.values()) problems.push(...taskProblems(scope, task, rows, mapped));
  return { rows, covered, excluded, gaps, problems };
}

function disagreement(
  scope: TraceScope,
  message: string,
  args: readonly string[],
  place: TextRange,
): Problem {
  return { message, args, fixable: mappingFixes(scope, message, args, place).length > 0, ...place };
}

function* taskProblems(
  scope: TraceScope,
  task: SpecTask,
  rows: ReadonlyMap<string, TextRange>,
  mapped: ReadonlyMap<string, ReadonlySet<string>>,
): Iterable<Problem> {
  const { spec, ids, requirements } = scope;
  const field = taskField(task, 'implements');
  const value = field?.value ?? '';
  const { ids: served, unknown } = ids.read(value);
  const place = tokenPlace(spec, task, task.id);
  if (served.length === 0) {
    const [gap] = contentOf(value).gaps;
    // What it names instead is reported as unknown, at its own place.
    if (unknown.length > 0 && requirements !== null) return;
    if (unknown.length === 0) {
      const message = 'Task {0} serves no requirement: name one under Implements, or drop the task.';
      yield { message, args: [task.id], ...(gap === undefined ? {} : { gap }), ...place };
      return;
    }
  }
  // Without a source the mapping's ids are all that is known, so an id it lacks is one without a row.
  for (const id of requirements === null ? [...served, ...unknown] : served) {
    const kind = requirements?.find((requirement) => requirement.id === id)?.kind;
    if (mapped.get(id)?.has(task.id) === true || (kind === 'success-criterion' && !rows.has(id))) continue;
    const message = rows.has(id) ? disagreements.rowLacksTask : disagreements.noRow;
    const where = field === undefined ? place : tokenPlace(spec, field, id);
    yield disagreement(scope, message, [task.id, id], where);
  }
}
