import { t } from '@vscode/l10n';
import type { Correction } from '../../../core/source/corrections/correction';
import { correctionsPath, type CorrectionsFile } from '../../../core/source/corrections/corrections-file';
import { withCorrection } from '../../../core/source/corrections/make-correction';
import { shownPassage } from '../../../core/source/passages/passage';
import type { CorrectionWish } from '../../../shared/wizard/source-state';
import type { Notice } from '../../../shared/wizard/notice';
import type { SourceReading } from '../data/wizard-data';
import { writableOutput } from '../data/wizard-data';
import type { WizardReader } from '../reading/wizard-reader';
import type { WizardServices } from '../data/wizard-services';
import type { WizardStore } from '../data/wizard-store';

/**
 * The person's corrections to what was found in the source. They are part of the input, and lie in a file beside the
 * spec's path as soon as there is one, so that they outlive the wizard.
 */
export class WizardCorrections {
  readonly #services: Pick<WizardServices, 'inputs' | 'trusted'>;
  readonly #store: WizardStore;
  readonly #reader: WizardReader;
  /** Where this wizard has written them last. */
  #written: string | null = null;
  /** What was said last of a wish. */
  #said: Notice | null = null;
  /** One write after the other. */
  #saving: Promise<void> = Promise.resolve();

  constructor(
    services: Pick<WizardServices, 'inputs' | 'trusted'>,
    store: WizardStore,
    reader: WizardReader,
  ) {
    this.#services = services;
    this.#store = store;
    this.#reader = reader;
  }

  async make(wish: CorrectionWish): Promise<void> {
    const { reading } = this.#store.data;
    if (reading === null) return;
    const { corrections, source, read } = reading;
    const changed = withCorrection(corrections, wish, source, read);
    if (changed === corrections && wish.type === 'promote' && !isAdded(corrections, wish.text))
      this.#warn(
        t(
          'This passage is no longer in the source, so no requirement was made of it. Look for it in the list as it is now, or add the requirement in your own words.',
        ),
      );
    else if (changed !== corrections) this.#warn(null);
    await this.#change(changed);
  }

  /** @param index of the correction, in the order in which they were made */
  async undo(index: number): Promise<void> {
    const { reading } = this.#store.data;
    if (reading?.corrections[index] === undefined) return;
    await this.#change(reading.corrections.filter((_, at) => at !== index));
  }

  async reset(): Promise<void> {
    await this.#change([]);
  }

  /** To be called when the source is another one. */
  forget(): void {
    this.#written = null;
  }

  /** Writes them where the spec will go, if the person has made any; a change of path takes them along. */
  save(): Promise<void> {
    this.#saving = this.#saving.then(() => this.#save());
    return this.#saving;
  }

  /**
   * Makes sure that a spec has the corrections it is made with beside it, also those found beside an earlier one.
   *
   * @returns whether that is so
   */
  async carry(output: string): Promise<boolean> {
    await this.#saving;
    const { reading } = this.#store.data;
    if (reading === null || reading.corrections.length === 0) return true;
    const path = correctionsPath(output);
    const found = reading.records.corrections;
    if (this.#written === path || (this.#own === null && found?.path === path)) return true;
    return this.#write(path, this.#file(reading));
  }

  get #own(): readonly unknown[] | null {
    return this.#store.data.input.corrections;
  }

  async #change(corrections: readonly Correction[]): Promise<void> {
    if (corrections === this.#store.data.reading?.corrections) return;
    this.#store.setInput({ corrections: [...corrections] });
    await this.#reader.corrected();
    await this.save();
  }

  async #save(): Promise<void> {
    const { data } = this.#store;
    const { reading } = data;
    const output = writableOutput(data);
    if (reading === null || this.#own === null || output === null) return;
    if (!this.#services.trusted()) return;
    const path = correctionsPath(output);
    const earlier = this.#written;
    // An empty list is worth a file only where it has to say that an earlier one no longer holds.
    const empty = reading.corrections.length === 0 && reading.records.corrections === null;
    if (empty && earlier === null) return;
    if (!(await this.#write(path, empty ? null : this.#file(reading)))) {
      const text = t(
        'The corrections cannot be written to {0}. They are kept while this wizard is open.',
        path,
      );
      this.#warn(text);
      return;
    }
    this.#written = empty ? null : path;
    this.#store.set({ correctionsPath: this.#written });
    if (earlier !== null && earlier !== path) await this.#write(earlier, null);
  }

  /** @param text `null` takes back what was said of an earlier wish */
  #warn(text: string | null): void {
    const { source } = this.#store.data;
    if (text === null && source.notice !== this.#said) return;
    this.#said = text === null ? null : { severity: 'warning', text, actions: [] };
    this.#store.set({ source: { ...source, notice: this.#said } });
  }

  /** One revision after what was found, so that these are the ones that hold from now on. */
  #file({ raw, source, records, corrections }: SourceReading): CorrectionsFile {
    const found = records.corrections?.file.revision ?? 0;
    const revision = this.#own === null ? Math.max(found, 1) : found + 1;
    return { version: 1, source: raw.path, revision, corrections, ids: source.ids };
  }

  async #write(path: string, file: CorrectionsFile | null): Promise<boolean> {
    try {
      await this.#services.inputs.keepCorrections(path, file);
      return true;
    } catch {
      return false;
    }
  }
}

/** Whether a passage was made a requirement before: a second press is none of one that is gone. */
function isAdded(corrections: readonly Correction[], shown: string): boolean {
  return corrections.some((one) => one.type === 'add' && shownPassage(one) === shown);
}
