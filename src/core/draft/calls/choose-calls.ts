import { outlineId } from '../../receipt/build-receipt';
import type { Brief } from '../../brief/brief';
import { expectedOutput } from '../../cost/estimate-draft';
import type { LanguageModel } from '../../ports/language-model';
import { planCalls, type CallPlan } from './call-plan';

/** `auto` makes several calls where the template asks for them and the spec will be long. */
export const callModes = ['auto', 'one', 'several'] as const;
export type CallMode = (typeof callModes)[number];

/** Whether a text from a setting is a mode; what is none counts as `auto`. */
export function callModeOf(value: unknown): CallMode {
  return callModes.find((mode) => mode === value) ?? 'auto';
}

/**
 * Expected output, in tokens, from which on several calls are worth what they send again: some minutes of most models, and more than
 * many write in one answer.
 */
const longSpec = 20_000;

/** @returns the calls to make, or `null` for one */
export function chooseCalls(
  brief: Brief,
  model: Pick<LanguageModel, 'id' | 'calls'>,
  mode: CallMode,
): CallPlan | null {
  if (mode === 'one' || model.id === outlineId) return null;
  const plan = planCalls(brief.template);
  if (plan === null || mode === 'several' || model.calls === 'several') return plan;
  if (model.calls === 'one') return null;
  const { min, max } = expectedOutput(brief).outputTokens;
  return (min + max) / 2 >= longSpec ? plan : null;
}
