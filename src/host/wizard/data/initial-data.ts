import type { WizardInput } from '../../../shared/wizard/wizard-input';
import { idleGeneration } from '../../generation/generation-snapshot';
import { emptyWriting } from '../../source-writing/writing-data';
import { notAsking, nothingAsked, notLoaded, type WizardData } from './wizard-data';
import { noFolderNotice, untrustedNotice } from './wizard-notices';
import type { WizardServices } from './wizard-services';

/** What a wizard knows that has read nothing yet. */
export function initialData(services: WizardServices, input: WizardInput): WizardData {
  return {
    input,
    workspace: services.workspace,
    trusted: services.trusted(),
    notice: services.workspace === null ? noFolderNotice() : null,
    candidates: [],
    source: notLoaded(),
    reading: null,
    correctionsPath: null,
    context: notLoaded(),
    project: { state: 'waiting', value: null },
    templates: [],
    templateProblems: [],
    defaultLanguage: services.inputs.preferredLanguage(),
    displayLanguage: services.inputs.displayLanguage,
    clarification: nothingAsked,
    answersNotice: null,
    pointedAt: null,
    asking: notAsking,
    models: [],
    openai: { baseUrl: '', modelName: '', hasKey: false },
    defaultModel: '',
    suggestedOutput: '',
    outputProblem: null,
    judgedOutput: '',
    promptTokens: 0,
    estimate: null,
    writing: emptyWriting,
    ...notGenerated(services),
  };
}

/** Nothing was drafted yet; where that is not possible the Generate step says so from the start. */
export function notGenerated(
  services: Pick<WizardServices, 'trusted'>,
): Pick<WizardData, 'generation' | 'generateNotice'> {
  return { generation: idleGeneration, generateNotice: services.trusted() ? null : untrustedNotice() };
}
