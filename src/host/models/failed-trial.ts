import type { ModelFailure } from '../../core/ports/language-model';
import type { ModelOffer } from '../../models/list-models';

/** What a model is known by: the address of its server and its name. */
export interface TriedModel {
  readonly baseUrl: string;
  readonly name: string;
}

/** The model that failed when it was tried last, and how, until there is a reason to think otherwise. */
export class FailedTrial {
  #failed: (TriedModel & { readonly failure: ModelFailure }) | null = null;

  /** @param failure `null` where it answered */
  note({ baseUrl, name }: TriedModel, failure: ModelFailure | null): void {
    this.#failed = failure === null ? null : { baseUrl, name, failure };
  }

  /** Another key may be all that was missing. */
  forget(): void {
    this.#failed = null;
  }

  /**
   * How a model failed, or `null`.
   *
   * @param ask asks its server for its models: where that answers, the failure is over; `null` where it may not be asked
   * @param signal whose abort tells nothing of the server
   */
  async of(
    { baseUrl, name }: TriedModel,
    ask: (() => Promise<ModelOffer>) | null,
    signal: AbortSignal,
  ): Promise<ModelFailure | null> {
    const failed = this.#failed;
    if (failed?.baseUrl !== baseUrl || failed.name !== name) return null;
    if (ask === null) return failed.failure;
    const { kind } = await ask();
    if (signal.aborted || kind !== 'names') return failed.failure;
    // What was noted meanwhile is newer.
    if (this.#failed === failed) this.#failed = null;
    return null;
  }
}
