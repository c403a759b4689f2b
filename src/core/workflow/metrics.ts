import type { FeatureState } from './feature-state';

/** How long one phase of a feature took. */
export interface PhaseMetrics {
  readonly feature: string;
  readonly phase: string;
  readonly name: string;
  readonly started: string | null;
  readonly closed: string | null;
  /** Calendar days from the first start to the last close, both included; `null` where it is not closed. */
  readonly days: number | null;
  /** What the workflow expects at most; `null` where it varies. */
  readonly expected: number | null;
  /** How often it was closed again after its artefacts had changed. */
  readonly rework: number;
  readonly overrides: number;
}

export interface FeatureMetrics {
  readonly feature: string;
  readonly title: string;
  readonly started: string;
  /** `null` where it is under way. */
  readonly finished: string | null;
  /** Cycle time, as the days of a phase. */
  readonly days: number | null;
  /** Sum of the estimates of its tasks; `null` where there are none. */
  readonly estimate: number | null;
  /** Days of the phases that the estimate is about: those without artefacts of their own, which do the work. */
  readonly actual: number | null;
  readonly phases: readonly PhaseMetrics[];
}

export interface WorkflowMetrics {
  readonly features: readonly FeatureMetrics[];
  /** Features finished, by month (`YYYY-MM`), in order; months without any between two others included. */
  readonly throughput: readonly { readonly month: string; readonly finished: number }[];
  /** Median days of each phase over all features that closed it, in the order in which phases are first met. */
  readonly cycleTimes: readonly {
    readonly phase: string;
    readonly name: string;
    readonly median: number;
    readonly features: number;
  }[];
  /** Closings that repeated an earlier one, of all closings; `null` where nothing was closed. */
  readonly reworkShare: number | null;
  /** Phases done within what was expected, of all that are done and had an expectation; `null` where none. */
  readonly onTimeShare: number | null;
}

/**
 * What the recorded dates tell of the process.
 *
 * @param features each with the sum of its tasks' estimates, in days, or `null`
 */
export function workflowMetrics(
  features: readonly { readonly state: FeatureState; readonly estimate: number | null }[],
): WorkflowMetrics {
  const all = features.map(({ state, estimate }) => metricsOf(state, estimate));
  const phases = all.flatMap((feature) => feature.phases);
  const closings = features.flatMap(({ state }) => closingsOf(state));
  const judged = phases.filter(({ days, expected }) => days !== null && expected !== null);
  return {
    features: all,
    throughput: throughput(all.flatMap(({ finished }) => finished ?? [])),
    cycleTimes: cycleTimes(phases),
    reworkShare: share(closings.filter(({ round }) => round > 1).length, closings.length),
    onTimeShare: share(
      judged.filter(({ days, expected }) => (days ?? 0) <= (expected ?? 0)).length,
      judged.length,
    ),
  };
}

/** Closings of a feature, each round of a phase once: two branches may have closed the same one. */
function closingsOf({ records }: FeatureState): readonly { readonly round: number }[] {
  const closings = records.events.filter(({ kind }) => kind === 'close');
  return [...new Map(closings.map((one) => [`${one.phase} ${one.round}`, one])).values()];
}

function metricsOf(state: FeatureState, estimate: number | null): FeatureMetrics {
  const { records, phases } = state;
  const name = records.name;
  const measured = phases.map(({ phase, started, closed, gates }): PhaseMetrics => {
    const closings = records.events.filter((event) => event.phase === phase.id && event.kind === 'close');
    const gateIds = new Set(gates.map(({ gate }) => gate.id));
    return {
      feature: name,
      phase: phase.id,
      name: phase.name,
      started,
      closed,
      days: daysBetween(started, closed),
      expected: phase.duration?.max ?? null,
      rework: Math.max(0, ...closings.map(({ round }) => round - 1)),
      overrides: records.overrides.filter(({ gate }) => gateIds.has(gate)).length,
    };
  });
  const finished = state.current === null ? latest(measured.flatMap(({ closed }) => closed ?? [])) : null;
  const working = phases.flatMap(({ phase, artefacts }, index) =>
    artefacts.length === 0 && phase.review === null ? (measured[index] ?? []) : [],
  );
  const worked = working.flatMap(({ days }) => days ?? []);
  return {
    feature: name,
    title: records.feature.title,
    started: records.feature.date,
    finished,
    days: daysBetween(records.feature.date, finished),
    estimate,
    actual:
      worked.length === 0 || worked.length < working.length
        ? null
        : worked.reduce((sum, one) => sum + one, 0),
    phases: measured,
  };
}

/** Days from one date to another, both included, at least 1. */
function daysBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null;
  return Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1);
}

function latest(dates: readonly string[]): string | null {
  return [...dates].sort().at(-1) ?? null;
}

function throughput(finished: readonly string[]): WorkflowMetrics['throughput'] {
  const months = finished.map((date) => date.slice(0, 7)).sort();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: { month: string; finished: number }[] = [];
  for (let month = first; month <= last && all.length < 1200; month = nextMonth(month))
    all.push({ month, finished: months.filter((one) => one === month).length });
  return all;
}

function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function cycleTimes(phases: readonly PhaseMetrics[]): WorkflowMetrics['cycleTimes'] {
  const byPhase = new Map<string, { name: string; days: number[] }>();
  for (const { phase, name, days } of phases) {
    const known = byPhase.get(phase) ?? { name, days: [] };
    if (days !== null) known.days.push(days);
    byPhase.set(phase, known);
  }
  return [...byPhase].flatMap(([phase, { name, days }]) =>
    days.length === 0 ? [] : [{ phase, name, median: median(days), features: days.length }],
  );
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 100) / 100;
}
