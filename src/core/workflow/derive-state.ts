import { boundHashes, byDate, isClosed, lastClosing } from './closings';
import type { FeatureInput, FeatureState, OpenPoint, PhaseState } from './feature-state';
import { checkedBy, gateState } from './gate-state';
import type { EventRecord } from './records';
import { reviewState, whyNotGo } from './review-state';
import { artefactPath, type Phase } from './workflow';

/** Ids of the artefacts whose checks decide on the current phase. */
export function artefactsToCheck(input: Omit<FeatureInput, 'reports'>): readonly string[] {
  const phase = input.workflow.phases.find((one) => !isClosed(input, one));
  if (phase === undefined) return [];
  const named = phase.gates.flatMap(({ criteria }) =>
    criteria.flatMap((criterion) => (criterion.verifiedBy === 'check' ? checkedBy(criterion, phase) : [])),
  );
  return [...new Set(named)].filter((id) => input.hashes.has(id));
}

/**
 * Where a feature stands: derived from what was recorded and from the artefacts as they are, never stored. A phase is done
 * once it was closed, and as long as what was closed is what there is.
 */
export function featureState(input: FeatureInput): FeatureState {
  const { workflow, records } = input;
  const at = workflow.phases.findIndex((phase) => !isClosed(input, phase));
  const phases = workflow.phases.map((phase, index) =>
    phaseState(input, phase, at < 0 || index < at ? 'done' : index === at ? 'current' : 'waiting'),
  );
  const current = at < 0 ? null : (phases[at] ?? null);
  return { records, workflow, phases, current, open: current === null ? [] : openPoints(current) };
}

function phaseState(input: FeatureInput, phase: Phase, state: PhaseState['state']): PhaseState {
  const { workflow, records, hashes } = input;
  const events = records.events.filter((event) => event.phase === phase.id);
  const closing = lastClosing(input, phase);
  const bound = boundHashes(input, phase);
  const changed =
    closing === null || state === 'waiting'
      ? []
      : [...new Set([...Object.keys(closing.artefacts), ...Object.keys(bound)])].filter(
          (path) => closing.artefacts[path] !== bound[path],
        );
  // Whoever closed it last began that round; a changed artefact begins the next one, recorded or not.
  const round =
    state === 'current' ? (closing?.round ?? 0) + 1 : Math.max(0, ...events.map((event) => event.round));
  return {
    phase,
    state,
    round: state === 'waiting' && events.length === 0 ? 0 : round,
    started: events.filter(({ kind }) => kind === 'start').sort(byRound)[0]?.date ?? null,
    closed: state === 'done' ? (closing?.date ?? null) : null,
    changed,
    artefacts: phase.artefacts.flatMap((id) => {
      const artefact = workflow.artefacts[id];
      return artefact === undefined
        ? []
        : [
            {
              id,
              name: artefact.name,
              path: artefactPath(artefact, records.name),
              hash: hashes.get(id) ?? null,
            },
          ];
    }),
    gates: phase.gates.map((gate) => gateState(input, phase, gate, { state, round, bound })),
    review: phase.review === null ? null : reviewState(records, phase, phase.review.verdicts, bound),
  };
}

function openPoints({ phase, artefacts, gates, review }: PhaseState): readonly OpenPoint[] {
  return [
    ...artefacts
      .filter(({ hash }) => hash === null)
      .map(({ id, name, path }) => ({
        gate: null,
        id,
        text: name,
        why: { message: '{0} is not written yet.', args: [path] },
      })),
    ...gates.flatMap(({ gate, criteria }) =>
      criteria
        .filter(({ state }) => state === 'open' || state === 'unmet')
        .map(({ criterion, why }) => ({
          gate: gate.id,
          id: criterion.id,
          text: criterion.text,
          why: why ?? { message: 'It is open.', args: [] },
        })),
    ),
    ...(review === null || review.outcome === 'go'
      ? []
      : [{ gate: null, id: phase.id, text: phase.name, why: whyNotGo(review) }]),
  ];
}

function byRound(a: EventRecord, b: EventRecord): number {
  return a.round - b.round || byDate(a, b);
}
