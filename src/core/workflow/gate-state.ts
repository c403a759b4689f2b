import { decidesItem } from '../checklist/checklist';
import { aboutOf, verifiedState } from '../checklist/evaluate-checklist';
import type { Finding } from '../checks/finding';
import { byDate, isSame } from './closings';
import type { CriterionState, FeatureInput, GateState, PhaseState, Reason } from './feature-state';
import { artefactPath, type Criterion, type Gate, type Phase } from './workflow';

/** The phase of a gate as it is judged. */
export interface PhaseMoment {
  readonly state: PhaseState['state'];
  readonly round: number;
  readonly bound: Readonly<Record<string, string>>;
}

/** Judges a gate by what was signed, what the checks found and what was overridden. */
export function gateState(input: FeatureInput, phase: Phase, gate: Gate, moment: PhaseMoment): GateState {
  const overrides = input.records.overrides
    .filter((override) => override.gate === gate.id && override.round === moment.round)
    .sort(byDate);
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
  const all = input.records.signOffs.filter((one) => one.criterion === criterion.id).sort(byDate);
  const signOffs = all.filter(({ artefacts }) => isSame(artefacts, bound));
  const base = { criterion, signOffs, findings: [] };
  if (criterion.verifiedBy === 'person') {
    if (signOffs.length > 0) return { ...base, state: 'met', why: null };
    const outdated = all.at(-1);
    if (outdated !== undefined)
      return {
        ...base,
        state: 'open',
        why: {
          message: '{0} signed another version on {1}. It has to be signed again.',
          args: [outdated.name, outdated.date],
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
    const about = aboutOf(criterion.about, report.template, report.sections);
    const verdict = verifiedState(criterion.checks, about, report);
    if (verdict === 'pass' || verdict === 'not-applicable') continue;
    if (verdict === 'fail') state = 'unmet';
    else if (state === 'met') state = 'open';
    const own = report.findings.filter(
      (finding) => decidesItem(finding, { checks: criterion.checks, about }) && finding.severity !== 'info',
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

/** Ids of the artefacts that the checks of a criterion look at. */
export function checkedBy(criterion: Criterion, phase: Phase): readonly string[] {
  return criterion.artefacts.length > 0 ? criterion.artefacts : phase.artefacts;
}

function severityOrder({ severity }: Finding): number {
  return ['error', 'warning', 'info'].indexOf(severity);
}
