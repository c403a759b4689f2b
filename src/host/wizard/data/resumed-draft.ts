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
