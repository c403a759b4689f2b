import * as v from 'valibot';
import { writingInput } from './source-writing';
import { stackFacet } from './context-state';
import { answer } from './questions-state';
import { sourceKind } from './source-state';
import { stepId } from './steps';

/**
 * What the webview stores with `setState` so that a reload loses nothing: the person's input and no derived data.
 * The host computes it and sends it along with the state.
 */
export const wizardInput = v.object({
  step: stepId,
  /** The furthest step that was shown: what lies ahead is not called done, even where nothing is left to do. */
  furthest: v.optional(stepId, 'source'),
  /** Address of the workspace folder that paths are relative to: a window may have several. */
  folder: v.optional(v.nullable(v.string()), null),
  source: v.nullable(v.string()),
  kind: v.nullable(sourceKind),
  /** The spec whose answers are edited, by its path; absent where a new one is made. */
  answersOf: v.optional(v.nullable(v.string())),
  /** Title of that spec. */
  answersTitle: v.optional(v.nullable(v.string())),
  /** The artefact of a workflow that is drafted; absent where it is none. */
  artefact: v.optional(v.nullable(v.object({ feature: v.string(), id: v.string() }))),
  excludedDocuments: v.array(v.string()),
  includedDocuments: v.array(v.string()),
  template: v.nullable(v.string()),
  /** Language of the spec; `null` where the settings say. */
  language: v.optional(v.nullable(v.string()), null),
  answers: v.array(answer),
  /** Questions of models as core has them, which guards them. */
  asked: v.optional(v.array(v.unknown()), []),
  model: v.nullable(v.string()),
  output: v.nullable(v.string()),
  /** The spec that was written from all this last, by its path; absent before. */
  written: v.optional(v.nullable(v.string())),
  /** Corrections to the source as core has them, which guards them; `null` where those found on disk hold. */
  corrections: v.optional(v.nullable(v.array(v.unknown())), null),
  /** Absent in what an earlier version stored. */
  writing: v.optional(writingInput),
  /** What the person set right about the stack. */
  stackEdits: v.optional(
    v.array(v.object({ facet: stackFacet, detected: v.nullable(v.string()), value: v.nullable(v.string()) })),
    [],
  ),
});
export type WizardInput = v.InferOutput<typeof wizardInput>;

/** Of a wizard that was just opened. */
export const emptyInput: WizardInput = {
  step: 'source',
  furthest: 'source',
  folder: null,
  source: null,
  kind: null,
  excludedDocuments: [],
  includedDocuments: [],
  template: null,
  language: null,
  answers: [],
  asked: [],
  model: null,
  output: null,
  corrections: null,
  stackEdits: [],
};

/** What `getState` gave back, or `null` where it is none of ours (an older version, say). */
export function readWizardInput(value: unknown): WizardInput | null {
  const result = v.safeParse(wizardInput, value);
  return result.success ? result.output : null;
}
