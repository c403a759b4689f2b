import { editStack, resetStack, type StackWish } from '../../../core/workspace/stack/stack-edits';
import type { StackFacet } from '../../../core/workspace/stack/stack-facets';
import { isSent } from '../state/context-view';
import type { WizardReader } from '../reading/wizard-reader';
import type { WizardStore } from '../data/wizard-store';

/** What a person decides about the context: which documents go in, and what of the stack was not right. */
export class WizardContextChoices {
  readonly #store: WizardStore;
  readonly #reader: WizardReader;

  constructor(store: WizardStore, reader: WizardReader) {
    this.#store = store;
    this.#reader = reader;
  }

  /** Puts documents in or takes them out, but for the source: a spec without it makes no sense. */
  async toggle(toggled: readonly string[], included: boolean): Promise<void> {
    const { input, context } = this.#store.data;
    const isIn = isSent(context.value, input);
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

  /** Sets a value of the stack right. */
  async editStack({ facet, from, to }: StackWish): Promise<void> {
    const { input, context } = this.#store.data;
    const stack = context.value?.stack;
    if (stack === undefined) return;
    this.#store.setInput({ stackEdits: [...editStack(input.stackEdits, stack, { facet, from, to })] });
    await this.#reader.derived();
  }

  /**
   * Goes back to what was detected.
   *
   * @param facet `null` for all of them
   * @param detected of one value; `null` for the whole facet
   */
  resetStack(facet: StackFacet | null, detected: string | null): Promise<void> {
    const { stackEdits } = this.#store.data.input;
    this.#store.setInput({ stackEdits: [...resetStack(stackEdits, facet, detected)] });
    return this.#reader.derived();
  }
}
