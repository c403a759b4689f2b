import { parseSpec } from '../spec/parse-spec';
import type { WrittenArtefact } from './artefact-source';
import { plannedTasks, type PlannedTask } from './estimate';

/** The tasks of a feature: those of the artefact that has most. Empty where none has any. */
export function tasksOfFeature(artefacts: Iterable<WrittenArtefact>): readonly PlannedTask[] {
  return [...artefacts]
    .map(({ text }) => plannedTasks(parseSpec(text)))
    .reduce<readonly PlannedTask[]>((most, one) => (one.length > most.length ? one : most), []);
}

/** Sum of the estimates of tasks; `null` where not one is estimated. */
export function totalEstimate(tasks: readonly PlannedTask[]): number | null {
  const estimates = tasks.flatMap(({ estimate }) => estimate ?? []);
  return estimates.length === 0 ? null : Math.round(estimates.reduce((sum, one) => sum + one, 0) * 100) / 100;
}
