import type { WizardInput } from '../../../shared/wizard/wizard-input';
import type { WizardData } from './wizard-data';

/** What a listener has to tell the webview: all of it, or only how far the draft is. */
export type SessionChange = 'state' | 'progress';

/** Holds what the wizard knows and tells listeners of each change. */
export class WizardStore {
  readonly #listeners = new Set<(change: SessionChange) => void>();
  #data: WizardData;

  constructor(data: WizardData) {
    this.#data = data;
  }

  get data(): WizardData {
    return this.#data;
  }

  set(change: Partial<WizardData>, kind: SessionChange = 'state'): void {
    this.#data = { ...this.#data, ...change };
    for (const listener of this.#listeners) listener(kind);
  }

  setInput(change: Partial<WizardInput>): void {
    this.set({ input: { ...this.#data.input, ...change } });
  }

  /** @returns a function that ends the subscription */
  onDidChange(listener: (change: SessionChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispose(): void {
    this.#listeners.clear();
  }
}
