import { withoutSecretsIn } from '../../../core/secrets/mask-secrets';
import type { SourceKind } from '../../../core/source/source';
import type { WebviewMessage, WizardState } from '../../../shared/wizard/protocol';
import type { StepId } from '../../../shared/wizard/steps';
import { emptyInput, type WizardInput } from '../../../shared/wizard/wizard-input';
import type { GenerationSnapshot } from '../../generation/generation-snapshot';
import { SourceWriting } from '../../source-writing/source-writing';
import { doNoticeAction } from './notice-actions';
import { initialData } from '../data/initial-data';
import { WizardContextChoices } from '../input/wizard-context-choices';
import { WizardCorrections } from '../input/wizard-corrections';
import { WizardAnswers } from '../input/wizard-answers';
import { WizardAsking } from '../input/wizard-asking';
import { WizardDrafting } from './wizard-drafting';
import { WizardSources } from '../input/wizard-sources';
import { editsAnswers } from '../data/wizard-data';
import { WizardReader } from '../reading/wizard-reader';
import { inputWith, isAbout, type ResumedDraft } from '../data/resumed-draft';
import type { WizardServices } from '../data/wizard-services';
import { mayName } from './nameable-paths';
import { furtherStep, isReachable, wizardState } from '../state/wizard-state';
import type { SessionChange } from '../data/wizard-store';
import { WizardStore } from '../data/wizard-store';

/**
 * One walk through the wizard: takes what the person does, has read what follows from it and tells listeners that the
 * state changed. It outlives the webview, which is thrown away whenever its tab is hidden.
 */
export class WizardSession {
  readonly #services: WizardServices;
  readonly #store: WizardStore;
  readonly #reader: WizardReader;
  readonly #drafting: WizardDrafting;
  readonly #choices: WizardContextChoices;
  readonly #corrections: WizardCorrections;
  readonly #answers: WizardAnswers;
  readonly #asking: WizardAsking;
  readonly #writing: SourceWriting;
  readonly #sources: WizardSources;
  /** How often a question was pointed at. */
  #turns = 0;

  constructor(services: WizardServices, input: WizardInput = emptyInput) {
    this.#services = services;
    this.#store = new WizardStore(initialData(services, input));
    this.#reader = new WizardReader(services, this.#store);
    this.#choices = new WizardContextChoices(this.#store, this.#reader);
    this.#corrections = new WizardCorrections(services, this.#store, this.#reader);
    this.#answers = new WizardAnswers(services, this.#store, this.#reader);
    this.#asking = new WizardAsking(services, this.#store, this.#reader, this.#answers);
    this.#drafting = new WizardDrafting(services, this.#store, this.#reader, this.#corrections);
    this.#sources = new WizardSources(services, this.#store, {
      reader: this.#reader,
      corrections: this.#corrections,
      answers: this.#answers,
      asking: this.#asking,
      drafting: this.#drafting,
    });
    this.#writing = new SourceWriting(services, this.#store, {
      select: (path, kind) => this.#sources.select(path, kind),
      refreshCandidates: () => this.#reader.candidates(),
    });
  }

  get state(): WizardState {
    return wizardState(this.#store.data);
  }

  get input(): WizardInput {
    return this.#store.data.input;
  }

  /** How far the draft is. */
  get progress(): GenerationSnapshot {
    return this.#store.data.generation;
  }

  /** Whether a draft is under way. */
  get busy(): boolean {
    return this.#drafting.busy;
  }

  /**
   * Whether a person who wants a new spec goes on here: only for the same source, only until its spec is written, and not
   * where the answers of a spec that exists are edited.
   *
   * @param source what it is to be made from; `null` where that is still to be chosen
   */
  goesOnFor(source: string | null): boolean {
    const isWritten = this.progress.phase === 'done' || (this.input.written ?? null) !== null;
    if (isWritten || editsAnswers(this.#store.data)) return false;
    return source === null || source === this.input.source;
  }

  /** @returns a function that ends the subscription */
  onDidChange(listener: (change: SessionChange) => void): () => void {
    return this.#store.onDidChange(listener);
  }

  /** Reads everything that the input asks for. */
  async start(): Promise<void> {
    if (this.#services.workspace === null) return;
    await Promise.all([
      this.#reader.candidates(),
      this.#reader.templates(),
      // A restored choice of one of the editor's models was an action of the person.
      this.#reader.models(this.input.model?.startsWith('editor:') ?? false),
      this.#reader.source(),
    ]);
    await Promise.all([this.#writing.start(), this.#answers.load(), this.#drafting.recall()]);
    // One that begins behind the first steps has passed them.
    if (this.input.step !== 'source') await this.#reader.catchUp();
  }

  /**
   * Shows a draft that goes on from a journal as if it had begun here.
   *
   * @returns whether it is about this source, and no other draft is under way here
   */
  goOn(draft: ResumedDraft): boolean {
    if (this.busy || !isAbout(draft, this.input) || editsAnswers(this.#store.data)) return false;
    this.#store.setInput(inputWith(draft, this.input));
    this.#drafting.follow(draft.run, true);
    void this.#reader.catchUp();
    return true;
  }

  dispose(): void {
    this.#asking.stop();
    this.#reader.dispose();
    this.#store.dispose();
  }

  /** Brings a question before the person. */
  pointAt(question: string): Promise<void> {
    this.#turns += 1;
    this.#store.set({ pointedAt: { question, turn: this.#turns } });
    return this.#goTo('questions');
  }

  /** Does what a message from the webview asks for. */
  async handle(message: WebviewMessage): Promise<void> {
    const { window, models } = this.#services;
    const isPointing = this.#store.data.pointedAt !== null;
    if (isPointing && endsPointing.has(message.type)) this.#store.set({ pointedAt: null });
    switch (message.type) {
      case 'ready':
        return;
      case 'close':
        return window.close();
      case 'goTo':
        return this.#goTo(message.step);
      case 'selectSource':
        return this.#mayName(message.path) ? this.#sources.select(message.path) : undefined;
      case 'browseSource': {
        const path = await window.browseSource();
        return path === null ? undefined : this.#sources.select(path);
      }
      case 'setKind':
        return this.#setKind(message.kind);
      case 'correct':
        return this.#corrections.make(message.wish);
      case 'undoCorrection':
        return this.#corrections.undo(message.index);
      case 'resetCorrections':
        return this.#corrections.reset();
      case 'toggleDocuments':
        return this.#choices.toggle(
          message.paths.filter((path) => this.#mayName(path)),
          message.included,
        );
      case 'browseDocument': {
        const path = await window.browseDocument();
        return path === null ? undefined : this.#choices.toggle([path], true);
      }
      case 'editStack':
        return this.#choices.editStack(message);
      case 'resetStack':
        return this.#choices.resetStack(message.facet, message.detected);
      case 'readProject':
        return this.#reader.project();
      case 'stopProject':
        return this.#reader.stopProject();
      case 'refreshContext':
        return this.#reader.source();
      case 'selectTemplate':
        this.#store.setInput({ template: message.id });
        return this.#reader.derived();
      case 'selectLanguage':
        this.#store.setInput({ language: message.id });
        return this.#reader.derived();
      case 'answer':
        return this.#answers.give(message.answer.questionId, withoutSecretsIn(message.answer));
      case 'clearAnswer':
        return this.#answers.give(message.questionId, null);
      case 'deferRest':
        return this.#answers.deferRest();
      case 'askModel':
        return this.#asking.start();
      case 'stopAsking':
        return this.#asking.stop();
      case 'selectModel':
        this.#choose(message.id);
        await models.remember(message.id);
        await this.#reader.budget();
        return this.#reader.promptTokens();
      case 'setOpenAi':
        this.#drafting.forgetFailure();
        await models.configureOpenAi(message.baseUrl.trim(), message.modelName.trim());
        return this.#reader.models(false);
      case 'enterApiKey':
        return this.#enterApiKey();
      case 'refreshModels':
        return this.#reader.models(true);
      case 'setOutput':
        this.#store.setInput({ output: message.path.trim() === '' ? null : message.path.trim() });
        await this.#reader.output();
        await this.#corrections.save();
        return this.#answers.save();
      case 'generate':
        // Answers that came from an earlier spec lie beside the new one, too.
        await this.#answers.save();
        return this.#drafting.start();
      case 'stop':
        return this.#drafting.stop();
      case 'openProblems':
        return window.openProblems();
      case 'openFile':
        return this.#mayName(message.path) ? window.openFile(message.path, message.line) : undefined;
      case 'noticeAction':
        return doNoticeAction(message.id, {
          services: this.#services,
          store: this.#store,
          reader: this.#reader,
          drafting: this.#drafting,
          enterApiKey: () => this.#enterApiKey(),
          handle: (next) => this.handle(next),
        });
      default:
        return this.#writing.handle(message);
    }
  }

  /** To be called when a file of the workspace was saved. */
  async fileSaved(path: string): Promise<void> {
    if (path === this.input.source && !this.busy) await this.#reader.source();
  }

  /** To be called when the person has trusted the workspace. */
  async trustGranted(): Promise<void> {
    this.#store.set({ trusted: this.#services.trusted(), generateNotice: null });
    await this.#reader.templates();
  }

  /**
   * To be called when model settings, keys or the editor's models changed.
   *
   * @param connected the model that the person has just connected, which is chosen here too, `null` where none; a draft under way
   *   stays with the one that it was begun with
   */
  async modelsChanged(connected: string | null): Promise<void> {
    if (connected !== null && !this.busy) this.#choose(connected);
    // To connect one of the editor's models was an action of the person.
    await this.#reader.models(connected?.startsWith('editor:') ?? false);
  }

  #choose(model: string): void {
    if (model !== this.input.model) this.#drafting.forgetFailure();
    this.#store.setInput({ model });
  }

  async #goTo(step: StepId): Promise<void> {
    if (!isReachable(this.#store.data, step)) return;
    this.#store.setInput({ step, furthest: furtherStep(this.input.furthest, step) });
    if (step !== 'source') await this.#reader.catchUp();
    if (step !== 'generate') return;
    await Promise.all([this.#reader.output(), this.#reader.models(true)]);
  }

  #mayName(path: string): boolean {
    return mayName(this.state, path);
  }

  #setKind(kind: SourceKind): Promise<void> {
    this.#store.setInput({ kind });
    return this.#reader.source();
  }

  async #enterApiKey(): Promise<void> {
    if (await this.#services.models.enterApiKey()) await this.#reader.models(false);
  }
}

/** By these a person goes their own way: the question that they came for must not take the focus again. */
const endsPointing = new Set<WebviewMessage['type']>(['goTo', 'answer', 'clearAnswer', 'deferRest']);
