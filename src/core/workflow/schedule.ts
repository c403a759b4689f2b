import type { PlannedTask } from './estimate';

export interface ScheduledTask extends PlannedTask {
  /** The estimate, or what stands for one that is missing. */
  readonly effort: number;
  readonly critical: boolean;
}

export interface Sprint {
  /** From 1. */
  readonly number: number;
  readonly tasks: readonly ScheduledTask[];
  /** Sum of the efforts; above the capacity only where one task alone is. */
  readonly effort: number;
}

export interface Schedule {
  readonly sprints: readonly Sprint[];
  /** Ids of the longest chain of tasks that wait for each other. */
  readonly criticalPath: readonly string[];
  /** Its effort: no team of any size is faster. */
  readonly criticalEffort: number;
  readonly totalEffort: number;
  /** Ids of tasks without an estimate; they count as `unestimated`. */
  readonly withoutEstimate: readonly string[];
  /** Ids of tasks larger than a sprint. */
  readonly tooLarge: readonly string[];
  /** Ids of tasks that wait for each other in a circle; they are in no sprint. */
  readonly circular: readonly string[];
}

/** Effort of a task without an estimate. */
export const unestimated = 1;

/**
 * Divides tasks into sprints: none before what it depends on, what the longest chain hangs on first, none more than fits.
 *
 * @param capacity effort of one sprint, in the unit of the estimates, above 0
 */
export function scheduleTasks(tasks: readonly PlannedTask[], capacity: number): Schedule {
  const efforts = new Map(tasks.map(({ id, estimate }) => [id, estimate ?? unestimated]));
  const effortOf = (id: string): number => efforts.get(id) ?? unestimated;
  const { ordered, circular } = inOrder(tasks);
  const tails = longestTails(ordered, effortOf);
  const criticalPath = longestChain(ordered, tails);
  const critical = new Set(criticalPath);

  const sprintOf = new Map<string, number>();
  const sprints: { tasks: ScheduledTask[]; effort: number }[] = [];
  const waiting = [...ordered];
  while (waiting.length > 0) {
    const next = longestOf(
      waiting.filter(({ dependencies }) => dependencies.every((id) => sprintOf.has(id))),
      tails,
    );
    if (next === undefined) break;
    waiting.splice(waiting.indexOf(next), 1);
    const effort = effortOf(next.id);
    let at = Math.max(0, ...next.dependencies.map((id) => sprintOf.get(id) ?? 0));
    for (; ; at += 1) {
      const sprint = (sprints[at] ??= { tasks: [], effort: 0 });
      if (sprint.tasks.length > 0 && sprint.effort + effort > capacity) continue;
      sprint.tasks.push({ ...next, effort, critical: critical.has(next.id) });
      sprint.effort += effort;
      break;
    }
    sprintOf.set(next.id, at);
  }
  return {
    sprints: sprints.map((sprint, index) => ({ number: index + 1, ...sprint })),
    criticalPath,
    criticalEffort: sum(criticalPath.map(effortOf)),
    totalEffort: sum(tasks.map(({ id }) => effortOf(id))),
    withoutEstimate: tasks.flatMap(({ id, estimate }) => (estimate === null ? [id] : [])),
    tooLarge: tasks.flatMap(({ id }) => (effortOf(id) > capacity ? [id] : [])),
    circular,
  };
}

/** Tasks so that each comes after what it depends on, in their own order otherwise. */
function inOrder(tasks: readonly PlannedTask[]): {
  readonly ordered: readonly PlannedTask[];
  readonly circular: readonly string[];
} {
  const placed = new Set<string>();
  const ordered: PlannedTask[] = [];
  let left = [...tasks];
  for (;;) {
    const ready = left.filter(({ dependencies }) => dependencies.every((id) => placed.has(id)));
    if (ready.length === 0) break;
    for (const task of ready) placed.add(task.id);
    ordered.push(...ready);
    left = left.filter(({ id }) => !placed.has(id));
  }
  return { ordered, circular: left.map(({ id }) => id) };
}

/** Effort from the start of each task to the end of the longest chain that hangs on it. */
function longestTails(
  ordered: readonly PlannedTask[],
  effortOf: (id: string) => number,
): ReadonlyMap<string, number> {
  const after = new Map<string, number>();
  const tails = new Map<string, number>();
  for (const { id, dependencies } of [...ordered].reverse()) {
    const tail = effortOf(id) + (after.get(id) ?? 0);
    tails.set(id, tail);
    for (const before of dependencies) after.set(before, Math.max(after.get(before) ?? 0, tail));
  }
  return tails;
}

function longestChain(
  ordered: readonly PlannedTask[],
  tails: ReadonlyMap<string, number>,
): readonly string[] {
  const chain: string[] = [];
  let at = longestOf(ordered, tails);
  while (at !== undefined) {
    const { id } = at;
    chain.push(id);
    at = longestOf(
      ordered.filter(({ dependencies }) => dependencies.includes(id)),
      tails,
    );
  }
  return chain;
}

/** The task on which most hangs, the first of equals. */
function longestOf(
  tasks: readonly PlannedTask[],
  tails: ReadonlyMap<string, number>,
): PlannedTask | undefined {
  return tasks.reduce<PlannedTask | undefined>(
    (best, one) => (best === undefined || (tails.get(one.id) ?? 0) > (tails.get(best.id) ?? 0) ? one : best),
    undefined,
  );
}

function sum(numbers: readonly number[]): number {
  // Thirds of days add up to whole ones.
  return Math.round(numbers.reduce((total, one) => total + one, 0) * 100) / 100;
}
