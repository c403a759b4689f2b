import { withoutSecretsIn } from '../../core/secrets/mask-secrets';
import type { SourceKind } from '../../core/source/source';
import type { StackWish } from '../../core/workspace/stack/stack-edits';
import { editStack, resetStack } from '../../core/workspace/stack/stack-edits';
import type { WebviewMessage, WizardState } from '../../shared/wizard/protocol';
import type { AnswerView } from '../../shared/wizard/questions-state';
import type { StepId } from '../../shared/wizard/steps';
import { emptyInput, type WizardInput } from '../../shared/wizard/wizard-input';
import type { GenerationRun, GenerationSnapshot } from '../generation/generation-run';
import { idleGeneration } from '../generation/generation-run';
import { isSent } from './context-view';
import { engineeringAnswer, productQuestionId } from '../../core/clarify/product-question';
import { SourceWriting } from '../source-writing/source-writing';
import { emptyWriting } from '../source-writing/writing-data';
import type { WizardData } from './wizard-data';
import { notAsking, nothingAsked, notLoaded } from './wizard-data';
import { WizardCorrections } from './wizard-corrections';
import { WizardAnswers } from './wizard-answers';
import { WizardAsking } from './wizard-asking';
import { WizardDrafting } from './wizard-drafting';
import { noFolderNotice, untrustedNotice } from './wizard-notices';
import { WizardReader } from './wizard-reader';
import type { WizardServices } from './wizard-services';
import { mayName } from './nameable-paths';
import { furtherStep, isReachable, wizardState } from './wizard-state';
import type { SessionChange } from './wizard-store';
import { WizardStore } from './wizard-store';

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

/**
 * One walk through the wizard: takes what the person does, has read what follows from it and tells listeners that the
 * state changed. It outlives the webview, which is thrown away whenever its tab is hidden.
 */
export class WizardSession {
  readonly #services: WizardServices;
  readonly #store: WizardStore;
  readonly #reader: WizardReader;
  readonly #drafting: WizardDrafting;
  readonly #corrections: WizardCorrections;
  readonly #answers: WizardAnswers;
  readonly #asking: WizardAsking;
  readonly #writing: SourceWriting;
  /** Answers to the questions of other sources, kept for when the person returns to them. */
  readonly #otherAnswers = new Map<string | null, Pick<WizardInput, 'answers' | 'asked'>>();
  readonly #otherCorrections = new Map<string | null, WizardInput['corrections']>();

  constructor(services: WizardServices, input: WizardInput = emptyInput) {
    this.#services = services;
    this.#store = new WizardStore(initialData(services, input));
    this.#reader = new WizardReader(services, this.#store);
    this.#corrections = new WizardCorrections(services, this.#store, this.#reader);
    this.#answers = new WizardAnswers(services, this.#store, this.#reader);
    this.#asking = new WizardAsking(services, this.#store, this.#reader, this.#answers);
    this.#drafting = new WizardDrafting(services, this.#store, this.#reader, this.#corrections);
    this.#writing = new SourceWriting(services, this.#store, {
      select: (path, kind) => this.selectSource(path, kind),
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

  /** Whether a spec was written; another one deserves a fresh start. */
  get finished(): boolean {
    return this.progress.phase === 'done';
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
    await Promise.all([this.#writing.start(), this.#answers.load()]);
    // One that begins behind the first steps has passed them.
    if (this.input.step !== 'source') await this.#reader.catchUp();
  }

  /**
   * Shows a draft that goes on from a journal as if it had begun here.
   *
   * @returns whether it is about this source, and no other draft is under way here
   */
  goOn({ run, source, template, output, answers, asked, artefact }: ResumedDraft): boolean {
    const { input } = this;
    if (this.busy || source !== input.source || !isSameArtefact(artefact, input.artefact)) return false;
    const given = new Set(input.answers.map(({ questionId }) => questionId));
    this.#store.setInput({
      ...{ template, output },
      answers: [...input.answers, ...answers.filter(({ questionId }) => !given.has(questionId))],
      asked: [...input.asked, ...asked],
      ...{ step: 'generate', furthest: 'generate' },
    });
    this.#drafting.follow(run, true);
    void this.#reader.catchUp();
    return true;
  }

  dispose(): void {
    this.#asking.stop();
    this.#reader.dispose();
    this.#store.dispose();
  }

  /** Does what a message from the webview asks for. */
  async handle(message: WebviewMessage): Promise<void> {
    const { window, models } = this.#services;
    switch (message.type) {
      case 'ready':
        return;
      case 'close':
        return window.close();
      case 'goTo':
        return this.#goTo(message.step);
      case 'selectSource':
        return this.#mayName(message.path) ? this.selectSource(message.path) : undefined;
      case 'browseSource': {
        const path = await window.browseSource();
        return path === null ? undefined : this.selectSource(path);
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
        return this.#toggleDocuments(
          message.paths.filter((path) => this.#mayName(path)),
          message.included,
        );
      case 'browseDocument': {
        const path = await window.browseDocument();
        return path === null ? undefined : this.#toggleDocuments([path], true);
      }
      case 'editStack':
        return this.#editStack(message);
      case 'resetStack':
        this.#store.setInput({
          stackEdits: [...resetStack(this.input.stackEdits, message.facet, message.detected)],
        });
        return this.#reader.derived();
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
        return this.#deferRest();
      case 'askModel':
        return this.#asking.start();
      case 'stopAsking':
        return this.#asking.stop();
      case 'selectModel':
        this.#store.setInput({ model: message.id });
        await models.remember(message.id);
        await this.#reader.budget();
        return this.#reader.promptTokens();
      case 'setOpenAi':
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
        return this.#act(message.id);
      default:
        return this.#writing.handle(message);
    }
  }

  /** Starts over with another source, or reads the same one anew. */
  async selectSource(path: string, kind: SourceKind | null = null): Promise<void> {
    const { input } = this;
    if (path !== input.source) {
      this.#otherAnswers.set(input.source, { answers: input.answers, asked: input.asked });
      this.#asking.stop();
      this.#otherCorrections.set(input.source, input.corrections);
      this.#store.setInput({
        furthest: 'source',
        source: path,
        kind,
        answersOf: null,
        ...(this.#otherAnswers.get(path) ?? { answers: [], asked: [] }),
        excludedDocuments: [],
        includedDocuments: [],
        output: null,
        corrections: this.#otherCorrections.get(path) ?? null,
      });
      this.#corrections.forget();
      this.#answers.forget();
      this.#store.set({
        asking: notAsking,
        source: notLoaded(),
        reading: null,
        correctionsPath: null,
        context: notLoaded(),
        clarification: nothingAsked,
        suggestedOutput: '',
        writing: { ...this.#store.data.writing, conversations: [], takenOut: [] },
        ...(this.busy ? {} : notGenerated(this.#services)),
      });
    }
    const isOther = path !== input.source;
    await this.#reader.source();
    if (isOther) await this.#answers.load();
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

  /** To be called when model settings, keys or the editor's models changed. */
  async modelsChanged(): Promise<void> {
    await this.#reader.models(false);
  }

  async #goTo(step: StepId): Promise<void> {
    if (!isReachable(this.#store.data, step)) return;
    this.#store.setInput({ step, furthest: furtherStep(this.input.furthest, step) });
    if (step !== 'source') await this.#reader.catchUp();
    if (step !== 'generate') return;
    await Promise.all([this.#reader.output(), this.#reader.models(true)]);
    await this.#reader.promptTokens();
  }

  #mayName(path: string): boolean {
    return mayName(this.state, path);
  }

  #setKind(kind: SourceKind): Promise<void> {
    this.#store.setInput({ kind });
    return this.#reader.source();
  }

  async #toggleDocuments(toggled: readonly string[], included: boolean): Promise<void> {
    const { input } = this;
    // A spec without its source makes no sense.
    const isIn = isSent(this.#store.data.context.value, input);
    const paths = new Set(toggled.filter((path) => path !== input.source && isIn(path) !== included));
    if (paths.size === 0) return;
    const others = (list: readonly string[]): string[] => list.filter((path) => !paths.has(path));
    const leftByHand = new Set(input.excludedDocuments);
    const addedByHand = new Set(input.includedDocuments);
    // A second thought takes the first one back; only what would not follow by itself is remembered.
    const undone = [...paths].filter((path) => (included ? leftByHand : addedByHand).has(path));
    const said = [...paths].filter((path) => !undone.includes(path));
    this.#store.setInput({
      excludedDocuments: [...others(input.excludedDocuments), ...(included ? [] : said)],
      includedDocuments: [...others(input.includedDocuments), ...(included ? said : [])],
    });
    await this.#reader.context();
  }

  async #editStack(wish: StackWish): Promise<void> {
    const stack = this.#store.data.context.value?.stack;
    if (stack === undefined) return;
    const { facet, from, to } = wish;
    this.#store.setInput({ stackEdits: [...editStack(this.input.stackEdits, stack, { facet, from, to })] });
    await this.#reader.derived();
  }

  #deferRest(): Promise<void> {
    const answered = new Set(this.input.answers.map(({ questionId }) => questionId));
    const deferred = this.#store.data.clarification.questions
      .filter(({ id }) => !answered.has(id))
      .map(({ id }): AnswerView => ({ kind: 'defer', questionId: id }));
    return this.#answers.change([...this.input.answers, ...deferred]);
  }

  async #enterApiKey(): Promise<void> {
    if (await this.#services.models.enterApiKey()) await this.#reader.models(false);
  }

  /** Does what a notice's button says. */
  async #act(id: string): Promise<void> {
    const { window } = this.#services;
    const { source } = this.input;
    const { run } = this.#drafting;
    const [, line, answers] = /^openAnswers:(\d+):(.+)$/.exec(id) ?? [];
    const isOffered = this.#store.data.answersNotice?.actions.some((action) => action.id === id) === true;
    if (answers !== undefined && isOffered) return window.openFile(answers, Number(line));
    switch (id) {
      case 'openFolder':
        return window.openFolder();
      case 'manageTrust':
        return window.manageTrust();
      case 'browseSource':
        return this.handle({ type: 'browseSource' });
      case 'reload':
        return this.#reader.source();
      case 'createPrd':
        return this.handle({ type: 'createPrd' });
      case 'engineeringWork': {
        const answer = { kind: 'text', questionId: productQuestionId, text: engineeringAnswer } as const;
        return this.handle({ type: 'answer', answer });
      }
      case 'saveSource':
        return source === null ? undefined : window.saveDocument(source);
      case 'modelSettings':
        return window.openSettings('techSpec.model');
      case 'enterKey':
        await this.#enterApiKey();
        return this.#store.set({ generateNotice: null });
      case 'useOutline':
        return this.handle({ type: 'selectModel', id: 'outline' });
      case 'retry':
        return this.#drafting.start();
      case 'resume':
        return run === null ? undefined : window.resumeDraft(run);
      case 'openText':
        return run === null ? undefined : window.openText(run);
    }
  }
}

function isSameArtefact(one: WizardInput['artefact'], other: WizardInput['artefact']): boolean {
  return one?.feature === other?.feature && one?.id === other?.id;
}

function initialData(services: WizardServices, input: WizardInput): WizardData {
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
function notGenerated(
  services: Pick<WizardServices, 'trusted'>,
): Pick<WizardData, 'generation' | 'generateNotice'> {
  return { generation: idleGeneration, generateNotice: services.trusted() ? null : untrustedNotice() };
}
