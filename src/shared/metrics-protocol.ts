import * as v from 'valibot';

/** Everything that passes between the metrics view and the extension host; see `coverage-protocol.ts` for the rest. */

const days = v.nullable(v.number());
const phase = v.object({
  phase: v.string(),
  name: v.string(),
  started: v.nullable(v.string()),
  closed: v.nullable(v.string()),
  days,
  expected: days,
  rework: v.number(),
  overrides: v.number(),
});
const feature = v.object({
  feature: v.string(),
  title: v.string(),
  started: v.string(),
  finished: v.nullable(v.string()),
  days,
  estimate: days,
  actual: days,
  phases: v.array(phase),
});
const metrics = v.object({
  features: v.array(feature),
  throughput: v.array(v.object({ month: v.string(), finished: v.number() })),
  cycleTimes: v.array(
    v.object({ phase: v.string(), name: v.string(), median: v.number(), features: v.number() }),
  ),
  reworkShare: v.nullable(v.number()),
  onTimeShare: v.nullable(v.number()),
});
export type MetricsView = v.InferOutput<typeof metrics>;

const toView = v.object({ type: v.literal('metrics'), metrics });
export type ToMetricsView = v.InferOutput<typeof toView>;

const fromView = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('exportCsv') }),
]);
export type FromMetricsView = v.InferOutput<typeof fromView>;

/** A message of the host, or `null` where it is none. */
export function readToMetricsView(value: unknown): ToMetricsView | null {
  const parsed = v.safeParse(toView, value);
  return parsed.success ? parsed.output : null;
}

/** A message of the view, or `null` where it is none. */
export function readFromMetricsView(value: unknown): FromMetricsView | null {
  const parsed = v.safeParse(fromView, value);
  return parsed.success ? parsed.output : null;
}
