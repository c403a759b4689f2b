import { t } from '@vscode/l10n';
import type { Brief } from '../../../core/brief/brief';
import { readKeptQuestions } from '../../../core/clarify/model-questions';
import { decided } from '../../../core/clarify/clarify';
import { prepareBrief } from '../../../core/brief/prepare-brief';
import type { SourceRecords } from '../../../core/receipt/find-records';
import { knowSource } from '../../../core/receipt/know-source';
import { readCorrections } from '../../../core/source/corrections/corrections-file';
import type { Source } from '../../../core/source/source';
import type { Template } from '../../../core/template/template';
import { conversationsOf } from '../../source-writing/writing-data';
import { Latest } from './latest';
import { measureDraft } from './measure-draft';
import { offerTemplates } from '../../../core/template/offer-templates';
import type { WizardData } from '../data/wizard-data';
import {
  chosenOutput,
  knownContext,
  modelWindow,
  selectedModel,
  selectedTemplate,
} from '../data/wizard-data';
import { sourceNotice, unexpectedNotice, unsavedNotice } from '../data/wizard-notices';
import type { ContextChoice, WizardServices } from '../data/wizard-services';
import type { WizardStore } from '../data/wizard-store';

/**
 * Reads what the person's input asks for and what follows from it. Everything is read in the background; what a newer
 * choice has made stale is dropped. Nothing here rejects: what can't be read becomes a notice.
 */
export class WizardReader {
  readonly #services: Pick<WizardServices, 'inputs' | 'models'>;
  readonly #store: WizardStore;
  readonly #tasks = {
    candidates: new Latest(),
    source: new Latest(),
    context: new Latest(),
    templates: new Latest(),
    models: new Latest(),
    output: new Latest(),
    tokens: new Latest(),
    project: new Latest(),
  };
  /** Templates as found, before they are ordered for a source. */
  #found: readonly Template[] = [];
  #contextDue = false;
  #contextReading: Promise<void> = Promise.resolve();
  #reading: Promise<void> = Promise.resolve();

  constructor(services: Pick<WizardServices, 'inputs' | 'models'>, store: WizardStore) {
    this.#services = services;
    this.#store = store;
  }

  get #data(): WizardData {
    return this.#store.data;
  }

  async candidates(): Promise<void> {
    const outcome = await this.#tasks.candidates.run((signal) =>
      this.#services.inputs.findSources(this.#data.input.source, signal),
    );
    if (outcome.kind === 'value') this.#store.set({ candidates: outcome.value });
  }

  async templates(): Promise<void> {
    const outcome = await this.#tasks.templates.run(() => this.#services.inputs.discoverTemplates());
    if (outcome.kind === 'stale') return;
    if (outcome.kind === 'error')
      return this.#store.set({ notice: unexpectedNotice(t('The templates could not be read.')) });
    this.#found = outcome.value.templates;
    this.#store.set({ templateProblems: outcome.value.problems });
    await this.derived();
  }

  /** @param ask whether an action of the person allows to ask the editor for its models */
  async models(ask: boolean): Promise<void> {
    const outcome = await this.#tasks.models.run((signal) => this.#services.models.list(ask, signal));
    if (outcome.kind === 'stale') return;
    if (outcome.kind === 'value') {
      this.#store.set(outcome.value);
      await this.budget();
    }
    // Another model may be the chosen one now.
    await this.promptTokens();
  }

  /** Fits the context anew where another model has another window. */
  async budget(): Promise<void> {
    const { context } = this.#data;
    if (context.value !== null && context.value.budget.window !== modelWindow(this.#data))
      await this.context();
  }

  async source(): Promise<void> {
    const { source: path, kind } = this.#data.input;
    if (path === null) return;
    this.#store.set({ source: { ...this.#data.source, loading: true } });
    // What is being read for the source as it was is nobody's any more.
    this.#tasks.context.cancel();
    this.#tasks.project.cancel();
    if (this.#data.context.loading) this.#store.set({ context: { ...this.#data.context, loading: false } });
    const outcome = await this.#tasks.source.run(() => this.#services.inputs.readSource(path, kind));
    if (outcome.kind === 'stale') return;
    if (outcome.kind === 'error') {
      const notice = sourceNotice(outcome.error, path);
      return this.#store.set({ source: { loading: false, value: null, notice }, reading: null });
    }
    const { source, unsaved, records } = outcome.value;
    this.#store.set({
      source: { loading: false, value: source, notice: unsaved ? unsavedNotice() : null },
      writing: { ...this.#data.writing, conversations: conversationsOf(source) },
    });
    this.#understand(source, records);
    this.#store.set({ correctionsPath: records.corrections?.path ?? null });
    if (!this.#data.candidates.some((candidate) => candidate.path === path)) {
      const listed = { path, title: source.title, kind: source.kind, reason: t('Chosen by you') };
      this.#store.set({ candidates: [listed, ...this.#data.candidates] });
    }
    await Promise.all([this.derived(), this.context()]);
  }

  /** Applies the corrections that the input holds now. Context follows when it is asked for next. */
  async corrected(): Promise<void> {
    const { reading } = this.#data;
    if (reading === null) return;
    this.#understand(reading.raw, reading.records);
    this.#contextDue = true;
    await this.derived();
  }

  /** Settles when the context is that of the source as it is now, and of what the person wants in it. */
  async catchUp(): Promise<void> {
    if (this.#contextDue) void this.context();
    let last: Promise<void> | null = null;
    while (last !== this.#contextReading) {
      last = this.#contextReading;
      await last;
    }
  }

  #understand(raw: Source, records: SourceRecords): void {
    const { input } = this.#data;
    const corrections =
      input.corrections === null
        ? (records.corrections?.file.corrections ?? [])
        : readCorrections(input.corrections);
    const known = knowSource(raw, records.previous, corrections);
    this.#store.set({
      source: { ...this.#data.source, value: known.source },
      reading: { ...known, raw, records, corrections },
    });
  }

  context(): Promise<void> {
    this.#contextReading = this.#readContext();
    return this.#contextReading;
  }

  async #readContext(): Promise<void> {
    this.#contextDue = false;
    const { source, input } = this.#data;
    const value = source.value;
    if (value === null) return;
    this.#store.set({ context: { ...this.#data.context, loading: true } });
    const choice: ContextChoice = {
      excludedPaths: input.excludedDocuments,
      includedPaths: input.includedDocuments,
      modelWindow: modelWindow(this.#data),
      target: input.output ?? undefined,
    };
    const outcome = await this.#tasks.context.run((signal) =>
      this.#services.inputs.gatherContext(value, choice, signal),
    );
    if (outcome.kind === 'stale') return;
    if (outcome.kind === 'error') {
      const notice = unexpectedNotice(t('The workspace could not be read.'), 'reload');
      return this.#store.set({ context: { ...this.#data.context, loading: false, notice } });
    }
    this.#store.set({ context: { loading: false, value: outcome.value, notice: null } });
    // Nobody waits for the code; a person who stopped it does not want it.
    if (this.#data.project.state !== 'stopped') void this.project();
    await this.derived();
  }

  /** Reads what the code has. */
  project(): Promise<void> {
    this.#reading = this.#readProject();
    return this.#reading;
  }

  async #readProject(): Promise<void> {
    const files = this.#data.context.value?.files;
    if (files === undefined) return;
    this.#store.set({ project: { ...this.#data.project, state: 'reading' } });
    const outcome = await this.#tasks.project.run((signal) =>
      this.#services.inputs.readProject(files, signal),
    );
    if (outcome.kind === 'stale') return;
    if (outcome.kind === 'error')
      return this.#store.set({ project: { ...this.#data.project, state: 'failed' } });
    this.#store.set({ project: { state: 'ready', value: outcome.value } });
    await this.derived();
  }

  /** Ends the reading of the code; what was read before stays. */
  stopProject(): void {
    if (this.#data.project.state !== 'reading') return;
    this.#tasks.project.cancel();
    this.#store.set({ project: { ...this.#data.project, state: 'stopped' } });
  }

  /** Settles when the code has been read, or was stopped; a draft is made from all there is. */
  async projectRead(): Promise<void> {
    let last: Promise<void> | null = null;
    while (last !== this.#reading && this.#data.project.state === 'reading') {
      last = this.#reading;
      await last;
    }
  }

  /** What follows from source, context and template: the order of the offer, questions, output, size of the prompt. */
  async derived(): Promise<void> {
    const { inputs } = this.#services;
    const source = this.#data.source.value;
    this.#store.set({
      templates: offerTemplates(this.#found, source?.kind ?? null, inputs.preferredTemplate()),
      defaultLanguage: inputs.preferredLanguage(),
    });
    if (source === null) return;
    this.clarify();
    await Promise.all([this.output(), this.promptTokens()]);
  }

  /** What is to be asked now; an answer may open further questions. */
  clarify(): void {
    const source = this.#data.source.value;
    if (source === null) return;
    const context = knownContext(this.#data);
    const template = selectedTemplate(this.#data);
    const { answers, asked } = this.#data.input;
    const clarification = this.#services.inputs.clarify({
      ...{ source, context, template, answers },
      asked: readKeptQuestions(asked),
    });
    this.#store.set({ clarification });
  }

  async output(): Promise<void> {
    const source = this.#data.source.value;
    const template = selectedTemplate(this.#data);
    if (source === null || template === null) return;
    const entered = this.#data.input.output;
    const outcome = await this.#tasks.output.run(async () => {
      const suggestedOutput = await this.#services.inputs.suggestOutput(template, source);
      const judgedOutput = entered ?? suggestedOutput;
      const outputProblem = await this.#services.inputs.outputProblem(judgedOutput);
      return { suggestedOutput, judgedOutput, outputProblem };
    });
    if (outcome.kind === 'value') this.#store.set(outcome.value);
  }

  async promptTokens(): Promise<void> {
    // The prompt is long; it is only built where its size is shown.
    if (this.#data.input.step !== 'generate') return;
    const brief = this.brief();
    if (brief === null) return;
    const chosen = selectedModel(this.#data);
    if (chosen?.provider === 'outline') {
      this.#tasks.tokens.cancel();
      return this.#store.set({ promptTokens: 0, estimate: null });
    }
    const meter = this.#services.models.meter(chosen?.id ?? '');
    const outcome = await this.#tasks.tokens.run(() => measureDraft(brief, chosen?.id ?? '', meter));
    if (outcome.kind === 'value') this.#store.set(outcome.value);
  }

  /** What a draft would be made from now; `null` while something is missing. */
  brief(): Brief | null {
    const { source, clarification, input } = this.#data;
    const context = knownContext(this.#data);
    const template = selectedTemplate(this.#data);
    if (source.value === null || context === null || template === null) return null;
    // What a person has just left out is still in the context that was read before.
    if (source.loading || this.#data.context.loading) return null;
    return prepareBrief({
      source: source.value,
      context,
      template,
      ...decided(clarification, input.answers),
      clock: this.#services.inputs.clock,
      output: chosenOutput(this.#data),
    });
  }

  dispose(): void {
    for (const task of Object.values(this.#tasks)) task.cancel();
  }
}
