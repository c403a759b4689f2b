import { outlineId } from '../../receipt/build-receipt';
import type { Brief } from '../../brief/brief';
import { expectedOutput } from '../../cost/estimate-draft';
import type { LanguageModel } from '../../ports/language-model';
import type { CallMode } from './call-mode';
import { planCalls, type CallPlan } from './call-plan';

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
