/** What a task gave, unless a newer one has taken its place. */
export type Outcome<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'error'; readonly error: unknown }
  | { readonly kind: 'stale' };

/** Runs one task at a time: a newer one aborts the older, whose late result is reported as stale. */
export class Latest {
  #generation = 0;
  #abort: AbortController | null = null;

  async run<T>(task: (signal: AbortSignal) => Promise<T>): Promise<Outcome<T>> {
    this.cancel();
    const generation = this.#generation;
    const abort = new AbortController();
    this.#abort = abort;
    try {
      const value = await task(abort.signal);
      return generation === this.#generation ? { kind: 'value', value } : { kind: 'stale' };
    } catch (error) {
      return generation === this.#generation ? { kind: 'error', error } : { kind: 'stale' };
    }
  }

  /** Drops the running task, if any. */
  cancel(): void {
    this.#generation++;
    this.#abort?.abort();
    this.#abort = null;
  }
}
