import * as v from 'valibot';
import { readGuarded, type DataProblem } from '../text/guarded-yaml';
import type { Gate, Workflow, WorkflowOrigin } from './workflow';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(400));
const texts = v.optional(v.pipe(v.array(text), v.readonly()), []);
/** Becomes a part of file names. */
export const workflowId = v.pipe(v.string(), v.maxLength(80), v.regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/));
const ids = v.optional(v.pipe(v.array(workflowId), v.readonly()), []);
const days = v.pipe(v.number(), v.minValue(0));
/** Below the root, with the feature's name in it, and Markdown. */
const path = v.pipe(
  v.string(),
  v.regex(/^(?![/\\]|[A-Za-z]:|(?:.*[/\\])?\.\.(?:[/\\]|$))(?=.*\{feature\})[^\\]+\.(?:md|markdown)$/),
);

const criterion = v.strictObject({
  id: workflowId,
  text,
  verifiedBy: v.picklist(['check', 'person']),
  checks: ids,
  artefacts: ids,
  about: ids,
});
const gate = v.strictObject({
  id: workflowId,
  name: text,
  criteria: v.pipe(v.array(criterion), v.minLength(1), v.readonly()),
});
const phase = v.strictObject({
  id: workflowId,
  name: text,
  input: text,
  output: text,
  artefacts: ids,
  role: v.strictObject({
    name: text,
    agent: v.optional(v.nullable(text), null),
    model: v.optional(v.nullable(text), null),
  }),
  duration: v.optional(v.nullable(v.strictObject({ min: days, max: days })), null),
  process: texts,
  deliverables: texts,
  quality: texts,
  gates: ids,
  review: v.optional(
    v.nullable(v.strictObject({ verdicts: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
    null,
  ),
});
const schema = v.strictObject({
  version: v.literal(1),
  id: workflowId,
  name: text,
  summary: text,
  artefacts: v.optional(v.record(workflowId, v.strictObject({ name: text, template: text, path })), {}),
  phases: v.pipe(v.array(phase), v.minLength(1), v.readonly()),
  gates: v.pipe(v.array(gate), v.readonly()),
});

export type ParsedWorkflow = { readonly workflow: Workflow } | { readonly problems: readonly DataProblem[] };

/**
 * Reads a workflow file: `templates/workflows/*.yaml`, or one of a workspace.
 *
 * @param knownChecks ids that a criterion may be verified by
 * @returns the workflow, or each mistake at its line
 */
export function parseWorkflow(
  source: string,
  origin: WorkflowOrigin,
  knownChecks: ReadonlySet<string>,
): ParsedWorkflow {
  const read = readGuarded(source, schema, 1);
  if ('problems' in read) return read;
  const { value, lineOf } = read;
  const problems: DataProblem[] = [];
  const complain = (at: readonly (string | number)[], message: string, ...args: readonly string[]): void => {
    problems.push({ line: lineOf(at), message, args });
  };
  const gates = new Map<string, Gate>();
  const criteria = new Set<string>();
  for (const [index, one] of value.gates.entries()) {
    if (gates.has(one.id))
      complain(['gates', index], 'There are two gates {0}. Give each its own id.', one.id);
    gates.set(one.id, one);
    for (const [place, { id, verifiedBy, checks, artefacts }] of one.criteria.entries()) {
      const at = ['gates', index, 'criteria', place];
      if (criteria.has(id)) complain(at, 'There are two criteria {0}. Give each its own id.', id);
      criteria.add(id);
      if (verifiedBy === 'check' && checks.length === 0)
        complain(at, 'Name the checks that verify {0}, or let a person sign it.', id);
      for (const check of checks)
        if (!knownChecks.has(check))
          complain(at, 'There is no check {0}. The checks are listed in docs/checks/README.md.', check);
      for (const artefact of artefacts)
        if (!(artefact in value.artefacts))
          complain(at, 'There is no artefact {0} in this workflow.', artefact);
    }
  }
  const phases = new Set<string>();
  const closing = new Set<string>();
  const written = new Set<string>();
  for (const [index, { id, gates: named, artefacts }] of value.phases.entries()) {
    const at = ['phases', index];
    if (phases.has(id)) complain(at, 'There are two phases {0}. Give each its own id.', id);
    phases.add(id);
    for (const one of named) {
      if (!gates.has(one)) complain([...at, 'gates'], 'There is no gate {0} in this workflow.', one);
      if (closing.has(one))
        complain([...at, 'gates'], 'The gate {0} closes two phases. It can close one.', one);
      closing.add(one);
    }
    for (const one of artefacts) {
      if (!(one in value.artefacts))
        complain([...at, 'artefacts'], 'There is no artefact {0} in this workflow.', one);
      if (written.has(one)) complain([...at, 'artefacts'], 'Two phases write the artefact {0}.', one);
      written.add(one);
    }
  }
  for (const [index, { id }] of value.gates.entries())
    if (!closing.has(id)) complain(['gates', index], 'The gate {0} closes no phase. Name it in one.', id);
  if (problems.length > 0) return { problems: [...problems].sort((a, b) => a.line - b.line) };
  const { id, name, summary, artefacts } = value;
  return {
    workflow: {
      ...{ id, name, summary, artefacts },
      origin,
      phases: value.phases.map((one) => ({
        ...one,
        gates: one.gates.flatMap((name) => gates.get(name) ?? []),
      })),
    },
  };
}
