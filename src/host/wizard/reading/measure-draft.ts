import type { Brief } from '../../../core/brief/brief';
import { estimateDraft } from '../../../core/cost/estimate-draft';
import { callsByWave } from '../../../core/draft/calls/call-plan';
import { chooseCalls } from '../../../core/draft/calls/choose-calls';
import { estimateView } from '../../generation/estimate-view';
import type { WizardData } from '../data/wizard-data';
import type { ModelMeter } from '../data/wizard-services';

/** What a draft of the brief would take with a model: tokens of all its prompts, time and money. */
export async function measureDraft(
  brief: Brief,
  model: string,
  meter: ModelMeter,
): Promise<Pick<WizardData, 'promptTokens' | 'estimate'>> {
  const { calls, callMode } = meter;
  const plan = chooseCalls(brief, { id: model, ...(calls === undefined ? {} : { calls }) }, callMode);
  const estimate = await estimateDraft(brief, meter, plan === null ? [1] : callsByWave(plan));
  return {
    promptTokens: estimate.promptTokens,
    estimate: estimateView(estimate, meter.price, meter.language),
  };
}
