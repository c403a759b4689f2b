import { verifiedState } from '../checklist/evaluate-checklist';
import type { CheckReport } from '../checks/check-spec';
import type { Finding } from '../checks/finding';
import type { FeatureRecords } from './read-feature';
import type { OverrideRecord, SignOffRecord, VerdictRecord } from './records';
import { artefactPath, type Criterion, type Gate, type Phase, type Workflow } from './workflow';

/** An artefact of a feature as it is now. */
export interface ArtefactState {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  /** `null` where it is not written yet. */
  readonly hash: string | null;
}

/** What a message says, to be rendered by `renderFinding`. */
export type Reason = Pick<Finding, 'message' | 'args'>;

export interface CriterionState {
  readonly criterion: Criterion;
  /** `unmet` is what a check found wrong, `open` what is still to be done, `overridden` what was let through. */
  readonly state: 'met' | 'open' | 'unmet' | 'overridden';
  /** Why it is not met; `null` where it is. */
  readonly why: Reason | null;
  readonly signOff: SignOffRecord | null;
  /** What the checks found, with the path of the artefact. */
  readonly findings: readonly { readonly path: string; readonly finding: Finding }[];
}

export interface GateState {
  readonly gate: Gate;
  readonly state: 'passed' | 'overridden' | 'open';
  readonly criteria: readonly CriterionState[];
  /** Those that hold for this round, oldest first. */
  readonly overrides: readonly OverrideRecord[];
}

export interface ReviewState {
  readonly needed: number;
  /** Those about the artefacts as they are now. */
  readonly verdicts: readonly VerdictRecord[];
  /** Those about other versions. */
  readonly outdated: readonly VerdictRecord[];
  readonly outcome: 'go' | 'no-go' | 'open';
}

export interface PhaseState {
  readonly phase: Phase;
  readonly state: 'done' | 'current' | 'waiting';
  /** How often it was begun, the first time included; 0 where it was not. */
  readonly round: number;
  /** `YYYY-MM-DD`, of the first round. */
  readonly started: string | null;
  /** Of the last round; `null` where it is not closed. */
  readonly closed: string | null;
  /** Artefacts that changed since the phase was closed: why it is open again. */
  readonly changed: readonly string[];
  readonly artefacts: readonly ArtefactState[];
  readonly gates: readonly GateState[];
  readonly review: ReviewState | null;
}

export interface FeatureState {
  readonly records: FeatureRecords;
  readonly workflow: Workflow;
  readonly phases: readonly PhaseState[];
  /** `null` where all phases are done. */
  readonly current: PhaseState | null;
  /** What keeps the current phase from being closed; empty where nothing does. */
  readonly open: readonly OpenPoint[];
}

/** What has to happen before the next phase opens. */
export interface OpenPoint {
  /** Id of the gate; `null` for what concerns the phase itself. */
  readonly gate: string | null;
  /** Id of the criterion, or of the artefact that is missing. */
  readonly id: string;
  readonly text: string;
  readonly why: Reason;
}

export interface FeatureInput {
  readonly workflow: Workflow;
  readonly records: FeatureRecords;
  /** Hash of every artefact of the workflow that exists, by id. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Reports of the artefacts that {@link artefactsToCheck} names, by id. */
  readonly reports: ReadonlyMap<string, Pick<CheckReport, 'findings' | 'ran' | 'off'>>;
}

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

/** Artefacts that sign-offs and closings of a phase are about: its own, or, where it judges or has none, all so far. */
export function boundArtefacts(workflow: Workflow, phase: Phase): readonly string[] {
  if (phase.review === null && phase.artefacts.length > 0) return phase.artefacts;
  return workflow.phases.slice(0, workflow.phases.indexOf(phase) + 1).flatMap(({ artefacts }) => artefacts);
}

/** Path to hash of what a sign-off of a phase is about now. */
export function boundHashes(
  { workflow, records, hashes }: Omit<FeatureInput, 'reports'>,
  phase: Phase,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    boundArtefacts(workflow, phase).flatMap((id) => {
      const [artefact, hash] = [workflow.artefacts[id], hashes.get(id)];
      return artefact === undefined || hash === undefined
        ? []
        : [[artefactPath(artefact, records.name), hash]];
    }),
  );
}

function lastClosing(
  { records }: Pick<FeatureInput, 'records'>,
  phase: Phase,
): FeatureRecords['events'][number] | null {
  return (
    records.events
      .filter(({ phase: id, kind }) => id === phase.id && kind === 'close')
      .sort((a, b) => b.round - a.round)[0] ?? null
  );
}

function isClosed(input: Omit<FeatureInput, 'reports'>, phase: Phase): boolean {
  const closing = lastClosing(input, phase);
  return closing !== null && isSame(closing.artefacts, boundHashes(input, phase));
}

function isSame(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  return (
    Object.keys(a).length === Object.keys(b).length &&
    Object.entries(a).every(([key, value]) => b[key] === value)
  );
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

interface PhaseMoment {
  readonly state: PhaseState['state'];
  readonly round: number;
  readonly bound: Readonly<Record<string, string>>;
}

function gateState(input: FeatureInput, phase: Phase, gate: Gate, moment: PhaseMoment): GateState {
  const overrides = input.records.overrides.filter(
    (override) => override.gate === gate.id && override.round === moment.round,
  );
  const letThrough = new Set(overrides.flatMap(({ criteria }) => criteria));
  const criteria = gate.criteria.map((criterion): CriterionState => {
    const judged = criterionState(input, phase, criterion, moment);
    // What checks said when a phase was closed is not known later: what was let through then, was not met.
    const isMet = judged.state === 'met' && (moment.state !== 'done' || criterion.verifiedBy === 'person');
    return isMet || !letThrough.has(criterion.id) ? judged : { ...judged, state: 'overridden' };
  });
  const isOpen = criteria.some(({ state }) => state === 'open' || state === 'unmet');
  const isOverridden = criteria.some(({ state }) => state === 'overridden');
  return { gate, state: isOpen ? 'open' : isOverridden ? 'overridden' : 'passed', criteria, overrides };
}

function criterionState(
  input: FeatureInput,
  phase: Phase,
  criterion: Criterion,
  { state, bound }: PhaseMoment,
): CriterionState {
  const signOff = input.records.signOffs.findLast((one) => one.criterion === criterion.id) ?? null;
  const base = { criterion, signOff, findings: [] };
  if (criterion.verifiedBy === 'person') {
    if (signOff !== null && isSame(signOff.artefacts, bound)) return { ...base, state: 'met', why: null };
    if (signOff !== null)
      return {
        ...base,
        state: 'open',
        why: {
          message: '{0} signed another version on {1}. It has to be signed again.',
          args: [signOff.name, signOff.date],
        },
      };
    return { ...base, state: 'open', why: { message: 'Nobody has signed this yet.', args: [] } };
  }
  // What was verified when the phase was closed holds as long as the artefacts are the same.
  if (state === 'done') return { ...base, state: 'met', why: null };
  return { ...base, ...verified(input, phase, criterion) };
}

function verified(
  { workflow, records, reports }: FeatureInput,
  phase: Phase,
  criterion: Criterion,
): Pick<CriterionState, 'state' | 'why' | 'findings'> {
  const found: { readonly path: string; readonly finding: Finding }[] = [];
  let state: 'met' | 'open' | 'unmet' = 'met';
  let why: Reason | null = null;
  for (const id of checkedBy(criterion, phase)) {
    const artefact = workflow.artefacts[id];
    const report = reports.get(id);
    if (artefact === undefined) continue;
    const path = artefactPath(artefact, records.name);
    if (report === undefined) {
      why ??= { message: '{0} is not written yet.', args: [path] };
      if (state === 'met') state = 'open';
      continue;
    }
    const verdict = verifiedState(criterion.checks, report);
    if (verdict === 'pass' || verdict === 'not-applicable') continue;
    if (verdict === 'fail') state = 'unmet';
    else if (state === 'met') state = 'open';
    const own = report.findings.filter(
      ({ check, severity }) => criterion.checks.includes(check) && severity !== 'info',
    );
    found.push(...own.map((finding) => ({ path, finding })));
  }
  const [first, ...more] = [...found].sort((a, b) => severityOrder(a.finding) - severityOrder(b.finding));
  if (state !== 'met' && first !== undefined)
    why = {
      message: more.length === 0 ? '{0}:{1}' : '{0}:{1} and {2} more',
      args: [first.path, String(first.finding.line), String(more.length)],
    };
  if (state !== 'met') why ??= { message: 'The checks could not run on it.', args: [] };
  return { state, why: state === 'met' ? null : why, findings: found };
}

function checkedBy(criterion: Criterion, phase: Phase): readonly string[] {
  return criterion.artefacts.length > 0 ? criterion.artefacts : phase.artefacts;
}

function reviewState(
  records: FeatureRecords,
  phase: Phase,
  needed: number,
  bound: Readonly<Record<string, string>>,
): ReviewState {
  const all = records.verdicts.filter((one) => one.phase === phase.id);
  const verdicts = all.filter(({ artefacts }) => isSame(artefacts, bound));
  const refused = verdicts.some(({ verdict }) => verdict === 'no-go');
  const outcome = refused ? 'no-go' : verdicts.length >= needed ? 'go' : 'open';
  return { needed, verdicts, outdated: all.filter((one) => !verdicts.includes(one)), outcome };
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

function whyNotGo({ outcome, verdicts, needed }: ReviewState): Reason {
  if (outcome === 'no-go') {
    const names = verdicts.filter(({ verdict }) => verdict === 'no-go').map(({ name }) => name);
    return {
      message: 'No-go from {0}. Make the required improvements and ask again.',
      args: [names.join(', ')],
    };
  }
  return {
    message: '{0} of {1} verdicts: the review has to end in go.',
    args: [String(verdicts.length), String(needed)],
  };
}

function severityOrder({ severity }: Finding): number {
  return ['error', 'warning', 'info'].indexOf(severity);
}

function byRound(a: { readonly round: number }, b: { readonly round: number }): number {
  return a.round - b.round;
}
