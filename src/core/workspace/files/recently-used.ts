/** Values by key, of which the longest unused are forgotten. */
export class RecentlyUsed<V> {
  readonly #most: number;
  readonly #values = new Map<string, V>();

  /** @param most values that are kept */
  constructor(most: number) {
    this.#most = most;
  }

  /** Keeps a value as the one used last, and says so of one that is kept already. */
  use(key: string, value: V): V {
    this.#values.delete(key);
    this.#values.set(key, value);
    const [oldest] = this.#values.keys();
    if (this.#values.size > this.#most && oldest !== undefined) this.#values.delete(oldest);
    return value;
  }

  get(key: string): V | undefined {
    return this.#values.get(key);
  }
}
