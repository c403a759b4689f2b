import type { SpecFileReport } from '../checks/check-spec-file';
import type { Finding } from '../checks/finding';
import type { FeatureRecords } from './read-feature';
import type { OverrideRecord, SignOffRecord, VerdictRecord } from './records';
import type { Criterion, Gate, Phase, Workflow } from './workflow';

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
  /** Those about the artefacts as they are now, oldest first. */
  readonly signOffs: readonly SignOffRecord[];
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

/** What a gate asks of the report of an artefact. */
export type ArtefactReport = Pick<SpecFileReport, 'findings' | 'ran' | 'off' | 'sections' | 'template'>;

export interface FeatureInput {
  readonly workflow: Workflow;
  readonly records: FeatureRecords;
  /** Hash of every artefact of the workflow that exists, by id. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Reports of the artefacts that {@link artefactsToCheck} names, by id. */
  readonly reports: ReadonlyMap<string, ArtefactReport>;
}
