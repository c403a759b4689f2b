/** A staged workflow as data: phases with what goes in and comes out, and the gates between them. */
export interface Workflow {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  /** Documents that its phases write, by id. */
  readonly artefacts: Readonly<Record<string, Artefact>>;
  /** In the order in which they are gone through; at least one. */
  readonly phases: readonly Phase[];
  /** `built-in` or the path in the workspace that brought it. */
  readonly origin: WorkflowOrigin;
}

export type WorkflowOrigin =
  { readonly kind: 'built-in' } | { readonly kind: 'workspace'; readonly path: string };

export interface Artefact {
  readonly name: string;
  /** Id of the template that it is drafted from. */
  readonly template: string;
  /** Where it lies, with `{feature}` for the name of the feature. */
  readonly path: string;
}

export interface Phase {
  readonly id: string;
  readonly name: string;
  readonly input: string;
  readonly output: string;
  /** Ids of the artefacts that it writes, in that order. */
  readonly artefacts: readonly string[];
  readonly role: PhaseRole;
  /** Expected, in days; `null` where it varies. */
  readonly duration: { readonly min: number; readonly max: number } | null;
  readonly process: readonly string[];
  readonly deliverables: readonly string[];
  readonly quality: readonly string[];
  /** All have to pass before the next phase opens. */
  readonly gates: readonly Gate[];
  /** Set where the phase ends in go or no-go: how many reviewers have to say go, with nobody saying no-go. */
  readonly review: { readonly verdicts: number } | null;
}

/** Who is responsible for a phase. */
export interface PhaseRole {
  /** Person or team. */
  readonly name: string;
  /** Role that a model takes when it drafts, such as `a product analyst`; `null` for that of the template. */
  readonly agent: string | null;
  /** Preferred model; `null` for any. */
  readonly model: string | null;
}

export interface Gate {
  readonly id: string;
  readonly name: string;
  readonly criteria: readonly Criterion[];
}

export interface Criterion {
  /** Unique in the workflow. */
  readonly id: string;
  readonly text: string;
  /** Checks of the product, or a person who signs. */
  readonly verifiedBy: 'check' | 'person';
  /** Check ids whose findings decide it; empty where a person does. */
  readonly checks: readonly string[];
  /** Artefacts that the checks look at; those of the phase where empty. */
  readonly artefacts: readonly string[];
  /** Keys of sections of their templates: while one of them is missing or waits for an answer, the criterion is not met. */
  readonly about: readonly string[];
}

/** Where an artefact of a feature lies, relative to the root. */
export function artefactPath(artefact: Artefact, feature: string): string {
  return artefact.path.replaceAll('{feature}', feature);
}

/** Every criterion of a workflow with its gate and phase. */
export function criteriaOf(
  workflow: Workflow,
): readonly { readonly phase: Phase; readonly gate: Gate; readonly criterion: Criterion }[] {
  return workflow.phases.flatMap((phase) =>
    phase.gates.flatMap((gate) => gate.criteria.map((criterion) => ({ phase, gate, criterion }))),
  );
}
