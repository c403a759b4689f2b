import { renderFinding } from '../../core/checks/render-finding';
import type { FeatureState, OpenPoint, PhaseState } from '../../core/workflow/feature-state';
import type { WorkflowMetrics } from '../../core/workflow/metrics';
import type { Schedule } from '../../core/workflow/schedule';
import { findingJson } from '../output';

/** A feature as `workflow status --format json` has it. */
export function featureJson(state: FeatureState): unknown {
  const { records, workflow, phases, current, open } = state;
  return {
    feature: records.name,
    title: records.feature.title,
    source: records.feature.source,
    workflow: workflow.id,
    phase: current?.phase.id ?? null,
    done: current === null,
    open: open.map(openJson),
    phases: phases.map(phaseJson),
  };
}

export function openJson({ gate, id, text, why }: OpenPoint): unknown {
  return { gate, id, text, why: renderFinding(why) };
}

function phaseJson(phase: PhaseState): unknown {
  return {
    id: phase.phase.id,
    name: phase.phase.name,
    role: phase.phase.role,
    state: phase.state,
    round: phase.round,
    started: phase.started,
    closed: phase.closed,
    changed: phase.changed,
    artefacts: phase.artefacts.map(({ id, path, hash }) => ({ id, path, written: hash !== null })),
    gates: phase.gates.map(({ gate, state, criteria, overrides }) => ({
      id: gate.id,
      name: gate.name,
      state: phase.state === 'waiting' ? 'waiting' : state,
      criteria: criteria.map(({ criterion, state: met, why, signOffs, findings }) => ({
        id: criterion.id,
        text: criterion.text,
        verifiedBy: criterion.verifiedBy,
        state: met,
        why: why === null ? null : renderFinding(why),
        signedBy: met === 'met' ? (signOffs[0]?.name ?? null) : null,
        signatures: signOffs.map(({ name, date, commit }) => ({ name, date, commit })),
        findings: findings.map(({ path, finding }) => ({ path, ...findingJson(finding) })),
      })),
      overrides: overrides.map(({ reason, name, date, criteria: ids }) => ({
        reason,
        name,
        date,
        criteria: ids,
      })),
    })),
    review:
      phase.review === null
        ? null
        : {
            outcome: phase.review.outcome,
            verdicts: phase.review.verdicts.map(({ name, verdict, improvements, date }) => ({
              ...{ name, verdict, improvements, date },
            })),
          },
  };
}

/** A feature for a person: where it stands, and all criteria of the current phase. */
export function featureLines(state: FeatureState): readonly string[] {
  const { records, workflow, phases, current } = state;
  const head = `${records.name}: ${records.feature.title} (${workflow.id})`;
  if (current === null) return [`${head}, all ${phases.length} phases are done`];
  const { phase, round, changed, artefacts, gates, review } = current;
  return [
    `${head}, phase ${phases.indexOf(current) + 1} of ${phases.length}: ${phase.name}${round > 1 ? ` (round ${round})` : ''}`,
    ...changed.map((path) => `  ${path} changed since the phase was closed`),
    ...artefacts.map(({ path, hash }) => `  ${hash === null ? '[ ]' : '[x]'} ${path}`),
    ...gates.flatMap(({ gate, state: passed, criteria }) => [
      `  ${gate.name} (${gate.id}): ${passed}`,
      ...criteria.map(({ criterion, state: met, why, signOffs }) => {
        const box = met === 'met' ? '[x]' : met === 'overridden' ? '[o]' : '[ ]';
        const names = signOffs.map(({ name, date }) => `${name}, ${date}`).join('; ');
        const by = met === 'met' && names !== '' ? ` (${names})` : '';
        const reason = why === null ? '' : `: ${renderFinding(why)}`;
        return `    ${box} ${criterion.id}: ${criterion.text}${by}${reason}`;
      }),
    ]),
    ...(review === null ? [] : [`  Verdict of the review: ${review.outcome}`]),
  ];
}

/** What is open, one line each. */
export function openLines(open: readonly OpenPoint[]): readonly string[] {
  return open.map(({ id, text, why }) => `  [ ] ${id}: ${text}: ${renderFinding(why)}`);
}

/** Sprints and critical path for a person. */
export function scheduleLines(schedule: Schedule): readonly string[] {
  const { sprints, criticalPath, criticalEffort, totalEffort } = schedule;
  const named = (label: string, ids: readonly string[]): readonly string[] =>
    ids.length === 0 ? [] : [`${label}: ${ids.join(', ')}`];
  return [
    ...sprints.flatMap(({ number, effort, tasks }) => [
      `Sprint ${number} (${round(effort)}):`,
      ...tasks.map(
        (task) => `  ${task.critical ? '*' : ' '} ${task.id} (${round(task.effort)}) ${task.title}`,
      ),
    ]),
    `Critical path (${criticalEffort} of ${totalEffort}): ${criticalPath.join(', ')}`,
    ...named('Without an estimate, counted as 1', schedule.withoutEstimate),
    ...named('Larger than a sprint, to be divided', schedule.tooLarge),
    ...named('Waiting for each other in a circle, in no sprint', schedule.circular),
  ];
}

/** Metrics for a person. */
export function metricsLines(metrics: WorkflowMetrics): readonly string[] {
  const percent = (share: number | null): string =>
    share === null ? 'nothing closed yet' : `${Math.round(share * 100)} %`;
  return [
    ...metrics.features.map(({ feature, started, finished, days, estimate, actual }) => {
      const took =
        finished === null ? `under way since ${started}` : `${inDays(days ?? 0)} (${started} to ${finished})`;
      const held = estimate === null || actual === null ? '' : `, estimated ${estimate}, took ${actual}`;
      return `${feature}: ${took}${held}`;
    }),
    ...metrics.cycleTimes.map(
      ({ name, median, features }) => `${name}: ${inDays(median)} (median of ${features})`,
    ),
    ...metrics.throughput.map(({ month, finished }) => `${month}: ${finished} finished`),
    `Rework: ${percent(metrics.reworkShare)}`,
    `Phases within what was expected: ${percent(metrics.onTimeShare)}`,
  ];
}

function inDays(days: number): string {
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}

function round(effort: number): number {
  return Math.round(effort * 100) / 100;
}
