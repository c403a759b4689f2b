import * as v from 'valibot';

/**
 * Everything that passes between the coverage view and the extension host. The host sends the whole matrix after each
 * change; the view draws it and asks to open places and
 * to copy briefs of tasks. Both sides check every message and drop what does not fit.
 */

export const coverageStates = ['covered', 'out-of-scope', 'open', 'uncovered', 'measured'] as const;
const coverageState = v.picklist(coverageStates);
/** `measured`: a success criterion, which no task covers. */
export type CoverageState = v.InferOutput<typeof coverageState>;

/** A place that can be opened. */
const place = v.object({ path: v.string(), line: v.number() });
export type CoveragePlace = v.InferOutput<typeof place>;

const criterion = v.object({
  /** `AC-2`. */
  name: v.string(),
  text: v.string(),
  state: v.picklist(['tested', 'open', 'untested']),
  /** Where its test is described, or `null`. */
  place: v.nullable(place),
});
export type CriterionView = v.InferOutput<typeof criterion>;

export const workStates = ['missing', 'deviating', 'found', 'planned', 'unknown'] as const;
const workState = v.picklist(workStates);
/** `planned`: not there as promised, and not due yet. `unknown`: the workspace does not tell. */
export type WorkState = v.InferOutput<typeof workState>;

/** A file, symbol, endpoint, table, setting, event or test that the spec promises. */
const work = v.object({
  name: v.string(),
  state: workState,
  /** Where the code has it, or what stands for it; else where the spec promises it. */
  place,
  /** Whether that is in the code. */
  inCode: v.boolean(),
  /** What differs, in words; empty where nothing does. */
  differences: v.array(v.string()),
});
export type WorkView = v.InferOutput<typeof work>;

const row = v.object({
  id: v.string(),
  title: v.string(),
  priority: v.nullable(v.string()),
  state: coverageState,
  /** Where the source states it. */
  stated: v.nullable(place),
  /** Where the spec maps or excludes it. */
  mapped: v.nullable(place),
  /** `task` is the id of one that has a brief, or `null`. */
  coveredBy: v.array(
    v.object({ name: v.string(), title: v.string(), place, task: v.nullable(v.string()), done: v.boolean() }),
  ),
  criteria: v.array(criterion),
  /** What its tasks make; `null` where there is no code to look at. */
  code: v.nullable(v.array(work)),
  /** Tests of its tasks and criteria; `null` where there is no code to look at. */
  tests: v.nullable(v.array(work)),
  /** Why it is out of scope. */
  reason: v.nullable(v.string()),
});
export type CoverageRowView = v.InferOutput<typeof row>;

const coverageView = v.object({
  /** Path and title of the spec. */
  path: v.string(),
  title: v.string(),
  /** Path of the source, or `null` where none was found. */
  source: v.nullable(v.string()),
  rows: v.array(row),
});
export type CoverageView = v.InferOutput<typeof coverageView>;

const toView = v.variant('type', [
  v.object({ type: v.literal('strings'), language: v.string(), bundle: v.record(v.string(), v.string()) }),
  /** `null` where no spec is open. */
  v.object({ type: v.literal('coverage'), coverage: v.nullable(coverageView) }),
]);
export type ToCoverageView = v.InferOutput<typeof toView>;

const fromView = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('open'), place }),
  v.object({ type: v.literal('copyBrief'), task: v.string() }),
  /** `done`: what the task is to be, so that a view that is behind undoes nothing. */
  v.object({ type: v.literal('tickTask'), task: v.string(), done: v.boolean() }),
]);
export type FromCoverageView = v.InferOutput<typeof fromView>;

/** A message of the host, or `null` where it is none. */
export function readToCoverageView(value: unknown): ToCoverageView | null {
  const parsed = v.safeParse(toView, value);
  return parsed.success ? parsed.output : null;
}

/** A message of the view, or `null` where it is none. */
export function readFromCoverageView(value: unknown): FromCoverageView | null {
  const parsed = v.safeParse(fromView, value);
  return parsed.success ? parsed.output : null;
}
