import type { WizardInput } from '../../../shared/wizard/wizard-input';
import type { GenerationRun } from '../../generation/generation-run';

/** A draft that goes on from its journal, and what it was begun with. */
export interface ResumedDraft {
  readonly run: GenerationRun;
  /** Path in the folder. */
  readonly source: string;
  /** Its id. */
  readonly template: string;
  /** Where it goes, in the folder. */
  readonly output: string;
  readonly answers: WizardInput['answers'];
  readonly asked: WizardInput['asked'];
  /** The artefact of a workflow that it is; absent where it is none. */
  readonly artefact?: WizardInput['artefact'];
}

/** Whether a draft is of the source and the artefact that somebody has before them. */
export function isAbout({ source, artefact }: ResumedDraft, input: WizardInput): boolean {
  const { feature, id } = input.artefact ?? {};
  return source === input.source && artefact?.feature === feature && artefact?.id === id;
}

/** What the draft was begun with, as far as the input says nothing else; it is shown where drafts are made. */
export function inputWith(
  { template, output, answers, asked }: ResumedDraft,
  input: WizardInput,
): Partial<WizardInput> {
  const given = new Set(input.answers.map(({ questionId }) => questionId));
  return {
    ...{ template, output },
    answers: [...input.answers, ...answers.filter(({ questionId }) => !given.has(questionId))],
    asked: [...input.asked, ...asked],
    ...{ step: 'generate', furthest: 'generate' },
  };
}
