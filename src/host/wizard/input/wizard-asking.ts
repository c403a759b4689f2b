import { t } from '@vscode/l10n';
import { askModel, type AskProgress, type AskResult } from '../../../core/clarify/ask-model';
import type { ModelOutcome } from '../../../core/ports/language-model';
import type { Notice } from '../../../shared/wizard/notice';
import type { WizardAnswers } from './wizard-answers';
import type { AskingData } from '../data/wizard-data';
import { askableModel } from '../data/wizard-data';
import type { WizardReader } from '../reading/wizard-reader';
import type { WizardServices } from '../data/wizard-services';
import type { WizardStore } from '../data/wizard-store';

/** Lets a model ask, when the person wants it to: it costs something, so nothing starts by itself. */
export class WizardAsking {
  readonly #services: Pick<WizardServices, 'models' | 'trusted'>;
  readonly #store: WizardStore;
  readonly #reader: WizardReader;
  readonly #answers: WizardAnswers;
  #asking: AbortController | null = null;

  constructor(
    services: Pick<WizardServices, 'models' | 'trusted'>,
    store: WizardStore,
    reader: WizardReader,
    answers: WizardAnswers,
  ) {
    this.#services = services;
    this.#store = store;
    this.#reader = reader;
    this.#answers = answers;
  }

  /** Ends the model's answer; what came of it counts. */
  stop(): void {
    this.#asking?.abort();
  }

  async start(): Promise<void> {
    const chosen = askableModel(this.#store.data);
    if (this.#asking !== null || chosen === null || !this.#services.trusted()) return;
    const asking = new AbortController();
    this.#asking = asking;
    const { source } = this.#store.data.input;
    this.#set({ phase: 'asking', received: 0, notice: null });
    const outcome = await this.#ask(chosen.id, asking.signal).catch((error: unknown): Notice => ({
      severity: 'error',
      text: t('The model could not be asked: {0}', error instanceof Error ? error.message : String(error)),
      actions: [],
    }));
    this.#asking = null;
    // Another source was chosen meanwhile.
    if (source !== this.#store.data.input.source) return;
    if ('severity' in outcome) return this.#set({ phase: 'idle', notice: withRest(outcome) });
    const { asked } = this.#store.data.input;
    this.#store.setInput({ asked: [...asked, ...outcome.questions] });
    this.#reader.clarify();
    const { answers } = this.#store.data.input;
    this.#set({ phase: 'asked', answers, notice: noticeOf(outcome) });
    if (outcome.questions.length > 0 && answers.length > 0) await this.#answers.save();
  }

  async #ask(id: string, signal: AbortSignal): Promise<AskResult | Notice> {
    await this.#reader.catchUp();
    await this.#reader.projectRead();
    const brief = this.#reader.brief();
    if (brief === null)
      return { severity: 'info', text: t('The workspace is still being read. Try again.'), actions: [] };
    const model = await this.#services.models.connect(id);
    if (!('stream' in model))
      return { severity: 'error', text: `${model.message} ${model.remedy}`, actions: [] };
    const { clarification, input } = this.#store.data;
    return askModel({
      ...{ model, brief, signal, answers: input.answers },
      questions: [...clarification.questions, ...clarification.settled],
      onProgress: (progress) => this.#progress(progress),
    });
  }

  #progress(progress: AskProgress): void {
    if (progress.type === 'received') return this.#set({ received: progress.characters, notice: null });
    if (progress.type === 'thinking') return;
    const { seconds, attempt } = progress.wait;
    const wait = Math.ceil(seconds);
    const text =
      wait === 1
        ? t('The model has to wait: attempt {0} in 1 second.', attempt)
        : t('The model has to wait: attempt {0} in {1} seconds.', attempt, wait);
    this.#set({ notice: { severity: 'info', text, actions: [] } });
  }

  #set(change: Partial<AskingData>): void {
    this.#store.set({ asking: { ...this.#store.data.asking, ...change } });
  }
}

function noticeOf({ outcome, questions, dropped, form }: AskResult): Notice {
  if (outcome.kind !== 'complete')
    return withRest({
      severity: outcome.kind === 'cancelled' ? 'info' : 'warning',
      text: endText(outcome),
      actions: [],
    });
  const found =
    questions.length === 0
      ? t('The model asks nothing more.')
      : t('The model asks {0} more.', questions.length);
  const plain = form === 'list' ? t('It answered with a plain list: reasons and options are missing.') : '';
  const said = [found, droppedText(dropped), plain].filter((text) => text !== '');
  return { severity: 'info', text: said.join(' '), actions: [] };
}

function droppedText(dropped: number): string {
  if (dropped === 0) return '';
  return dropped === 1
    ? t('One of its entries was no question, or asked already.')
    : t('{0} of its entries were no questions, or asked already.', dropped);
}

function endText(outcome: Exclude<ModelOutcome, { kind: 'complete' }>): string {
  switch (outcome.kind) {
    case 'cancelled':
      return t('Stopped.');
    case 'length':
      return t('The model reached its output limit; its whole questions are taken.');
    case 'empty':
      return t('The model gave an empty answer. Ask again or choose another model.');
    case 'filtered':
      return t("The provider's content filter stopped the answer. Choose another model.");
    case 'refused':
      return t('The model refused: {0}', outcome.message);
    case 'failed':
      return `${outcome.failure.message} ${outcome.failure.remedy}`;
  }
}

/** Whatever became of the model, nothing else is lost. */
function withRest(notice: Notice): Notice {
  return { ...notice, text: `${notice.text} ${t('All other questions are here as before.')}` };
}
