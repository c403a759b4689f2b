import type { SourceKind } from '../../../core/source/source';
import type { WizardInput } from '../../../shared/wizard/wizard-input';
import { notGenerated } from '../data/initial-data';
import type { WizardAnswers } from './wizard-answers';
import type { WizardAsking } from './wizard-asking';
import type { WizardCorrections } from './wizard-corrections';
import { editsAnswers, notAsking, nothingAsked, notLoaded } from '../data/wizard-data';
import type { WizardDrafting } from '../session/wizard-drafting';
import type { WizardReader } from '../reading/wizard-reader';
import type { WizardServices } from '../data/wizard-services';
import type { WizardStore } from '../data/wizard-store';

/** What begins anew with another source. */
interface SourceParts {
  readonly reader: WizardReader;
  readonly corrections: WizardCorrections;
  readonly answers: WizardAnswers;
  readonly asking: WizardAsking;
  readonly drafting: WizardDrafting;
}

/** Which document the spec is made from. What was said about others is kept for when the person returns to them. */
export class WizardSources {
  readonly #services: Pick<WizardServices, 'trusted'>;
  readonly #store: WizardStore;
  readonly #parts: SourceParts;
  /** The template that a person chose, by the kind of source that it was chosen for. */
  readonly #templates = new Map<SourceKind, string | null>();
  readonly #others = new Map<string | null, Pick<WizardInput, 'answers' | 'asked' | 'corrections'>>();

  constructor(services: Pick<WizardServices, 'trusted'>, store: WizardStore, parts: SourceParts) {
    this.#services = services;
    this.#store = store;
    this.#parts = parts;
  }

  /** Starts over with another source, or reads the same one anew. */
  async select(path: string, kind: SourceKind | null = null): Promise<void> {
    const { reader, answers } = this.#parts;
    const isOther = path !== this.#store.data.input.source;
    if (isOther) this.#startOver(path, kind);
    await reader.source();
    if (!isOther) return;
    await this.#chooseAsBefore(path);
    await answers.load();
  }

  /** The template of another source of this kind holds, until the person chooses. */
  async #chooseAsBefore(path: string): Promise<void> {
    const { input, source } = this.#store.data;
    const template = source.value === null ? null : (this.#templates.get(source.value.kind) ?? null);
    if (template === null || input.template !== null || input.source !== path) return;
    this.#store.setInput({ template });
    await this.#parts.reader.derived();
  }

  #startOver(path: string, kind: SourceKind | null): void {
    const { corrections, answers, asking, drafting } = this.#parts;
    const { input, source, writing } = this.#store.data;
    const edited = editsAnswers(this.#store.data);
    // Those of a spec whose answers were edited are its own.
    if (source.value !== null && !edited) this.#templates.set(source.value.kind, input.template);
    this.#others.set(input.source, {
      answers: input.answers,
      asked: input.asked,
      corrections: input.corrections,
    });
    asking.stop();
    this.#store.setInput({
      furthest: 'source',
      source: path,
      kind,
      answersOf: null,
      answersTitle: null,
      template: input.source === null ? input.template : null,
      language: edited ? null : input.language,
      ...(this.#others.get(path) ?? { answers: [], asked: [], corrections: null }),
      excludedDocuments: [],
      includedDocuments: [],
      output: null,
      written: null,
    });
    corrections.forget();
    answers.forget();
    this.#store.set({
      asking: notAsking,
      source: notLoaded(),
      reading: null,
      correctionsPath: null,
      context: notLoaded(),
      clarification: nothingAsked,
      suggestedOutput: '',
      writing: { ...writing, conversations: [], takenOut: [] },
      ...(drafting.busy ? {} : notGenerated(this.#services)),
    });
  }
}
