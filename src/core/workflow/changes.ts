import { boundHashes } from './closings';
import type { FeatureInput, FeatureState, OpenPoint, PhaseState } from './feature-state';
import {
  eventFile,
  featurePath,
  overrideFile,
  serialiseRecord,
  signOffFile,
  verdictFile,
  type EventRecord,
  type FeatureRecord,
} from './records';
import { criteriaOf, type Phase, type Workflow } from './workflow';

/** Who does something and when, as it is recorded. */
export interface Stamp {
  readonly name: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly commit: string | null;
}

/** A file to write. Where it may not replace one that is there, that file is somebody else's word. */
export interface RecordWrite {
  readonly path: string;
  readonly text: string;
  readonly replaces: boolean;
}

/** Why something can not be done, to be rendered by `renderFinding`. */
export interface Refusal {
  readonly refused: { readonly message: string; readonly args: readonly string[] };
}

export type Change = { readonly writes: readonly RecordWrite[] } | Refusal;

/** What a change needs to know of a feature. */
export interface Standing {
  readonly input: Omit<FeatureInput, 'reports'>;
  readonly state: FeatureState;
}

/** Begins a feature: what it is, and that its first phase has begun. */
export function startFeature(
  name: string,
  feature: Omit<FeatureRecord, 'version' | keyof Stamp>,
  workflow: Workflow,
  stamp: Stamp,
): readonly RecordWrite[] {
  const [first] = workflow.phases;
  return [
    { path: featurePath(name), text: serialiseRecord({ version: 1, ...feature, ...stamp }), replaces: false },
    ...(first === undefined ? [] : [eventWrite(name, first, 'start', 1, {}, stamp)]),
  ];
}

/** A person answers for a criterion of the current phase. */
export function sign(
  { input, state }: Standing,
  criterion: string,
  stamp: Stamp & { readonly name: string },
): Change {
  const found = criteriaOf(state.workflow).find((one) => one.criterion.id === criterion);
  if (found === undefined)
    return refuse('There is no criterion {0} in the workflow {1}.', criterion, state.workflow.id);
  if (found.criterion.verifiedBy === 'check')
    return refuse(
      '{0} is verified by checks and signed by nobody: mend what they find, or override the gate.',
      criterion,
    );
  const ready = readyFor(state, found.phase);
  if (ready !== null) return ready;
  const known = state.current?.gates
    .flatMap(({ criteria }) => criteria)
    .find((one) => one.criterion.id === criterion)
    ?.signOffs.find(({ name }) => name === stamp.name);
  if (known !== undefined)
    return refuse('{0} has signed {1} on {2} already.', known.name, criterion, known.date);
  const record = { version: 1 as const, criterion, artefacts: boundHashes(input, found.phase), ...stamp };
  const path = signOffFile(state.records.name, record);
  return { writes: [{ path, text: serialiseRecord(record), replaces: false }] };
}

/** A gate of the current phase lets through what is open, for a reason. */
export function override({ state }: Standing, gate: string, reason: string, stamp: Stamp): Change {
  const phase = state.workflow.phases.find(({ gates }) => gates.some(({ id }) => id === gate));
  if (phase === undefined)
    return refuse('There is no gate {0} in the workflow {1}.', gate, state.workflow.id);
  if (reason.trim() === '') return refuse('Give the reason why {0} is overridden.', gate);
  const ready = readyFor(state, phase);
  if (ready !== null) return ready;
  const criteria = state.open.flatMap((point) => (point.gate === gate ? [point.id] : []));
  if (criteria.length === 0) return refuse('Nothing of {0} is open: there is nothing to override.', gate);
  const number = state.records.overrides.filter((one) => one.gate === gate).length + 1;
  const round = state.current?.round ?? 1;
  const record = { version: 1 as const, gate, round, reason: reason.trim(), criteria, ...stamp };
  const path = overrideFile(state.records.name, number, record);
  return { writes: [{ path, text: serialiseRecord(record), replaces: false }] };
}

/** A reviewer says go or no-go about the artefacts as they are. */
export function giveVerdict(
  { input, state }: Standing,
  verdict: 'go' | 'no-go',
  improvements: readonly string[],
  stamp: Stamp & { readonly name: string },
): Change {
  const phase = state.workflow.phases.find(({ review }) => review !== null);
  if (phase === undefined) return refuse('The workflow {0} has no review.', state.workflow.id);
  if (verdict === 'no-go' && improvements.length === 0)
    return refuse('A no-go needs at least one improvement that would make it a go.');
  const ready = readyFor(state, phase);
  if (ready !== null) return ready;
  const path = verdictFile(state.records.name, phase.id, stamp.name);
  const known = state.records.verdicts.some(
    (one) => verdictFile(state.records.name, one.phase, one.name) === path,
  );
  const record = {
    version: 1 as const,
    phase: phase.id,
    verdict,
    improvements,
    artefacts: boundHashes(input, phase),
    ...stamp,
  };
  return { writes: [{ path, text: serialiseRecord(record), replaces: known }] };
}

/** What comes next in a feature. */
export type NextStep =
  /** This artefact of the current phase is to be written first. */
  | { readonly kind: 'draft'; readonly phase: PhaseState; readonly artefact: string }
  /** The gate is closed. */
  | { readonly kind: 'blocked'; readonly phase: PhaseState; readonly open: readonly OpenPoint[] }
  /** The current phase ends; `opens` is the one that begins, `null` where the feature is done. */
  | {
      readonly kind: 'close';
      readonly phase: PhaseState;
      readonly opens: Phase | null;
      readonly writes: readonly RecordWrite[];
    }
  | { readonly kind: 'done' };

/** Tells what comes next; see {@link NextStep}. */
export function nextStep({ input, state }: Standing, stamp: Stamp): NextStep {
  const { current, records, workflow } = state;
  if (current === null) return { kind: 'done' };
  const missing = current.artefacts.find(({ hash }) => hash === null);
  if (missing !== undefined) return { kind: 'draft', phase: current, artefact: missing.id };
  if (state.open.length > 0) return { kind: 'blocked', phase: current, open: state.open };
  const { phase, round } = current;
  const opens = workflow.phases[workflow.phases.indexOf(phase) + 1] ?? null;
  const hasStart = (id: string, of: number): boolean =>
    records.events.some((event) => event.phase === id && event.kind === 'start' && event.round === of);
  const closing = eventWrite(records.name, phase, 'close', round, boundHashes(input, phase), stamp);
  return {
    kind: 'close',
    phase: current,
    opens,
    writes: [
      ...(hasStart(phase.id, round) ? [] : [eventWrite(records.name, phase, 'start', round, {}, stamp)]),
      ...(opens === null || hasStart(opens.id, 1)
        ? []
        : [eventWrite(records.name, opens, 'start', 1, {}, stamp)]),
      // Last: what was interrupted before is done again.
      closing,
    ],
  };
}

/** Why no person can say anything of the current phase yet, to be told before they are asked; `null` where they can. */
export function notReady({ state }: Standing): Refusal | null {
  return state.current === null ? null : readyFor(state, state.current.phase);
}

function readyFor(state: FeatureState, phase: Phase): Refusal | null {
  const at = state.phases.find((one) => one.phase.id === phase.id);
  if (at?.state === 'done') return refuse('The phase {0} is closed already.', phase.name);
  if (at?.state !== 'current')
    return refuse(
      'The phase {0} has not begun: {1} comes first.',
      phase.name,
      state.current?.phase.name ?? '',
    );
  const missing = at.artefacts.find(({ hash }) => hash === null);
  return missing === undefined ? null : refuse('{0} is not written yet: draft it first.', missing.path);
}

function refuse(message: string, ...args: readonly string[]): Refusal {
  return { refused: { message, args } };
}

function eventWrite(
  feature: string,
  phase: Phase,
  kind: EventRecord['kind'],
  round: number,
  artefacts: Readonly<Record<string, string>>,
  stamp: Stamp,
): RecordWrite {
  const record: EventRecord = {
    version: 1,
    phase: phase.id,
    kind,
    round,
    artefacts: { ...artefacts },
    ...stamp,
  };
  return { path: eventFile(feature, record), text: serialiseRecord(record), replaces: false };
}
