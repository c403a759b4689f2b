/** More specs than this are rarely looked at in turns; the oldest waits no more. */
const mostWaiting = 50;

/**
 * What is to be asked about specs once somebody looks at them: a report is made once, mostly for a list of all specs, and
 * kept when its spec is opened.
 */
export class WaitingDoubts {
  readonly #isShown: (spec: string) => boolean;
  readonly #waiting = new Map<string, () => void>();

  /** @param isShown whether a spec, as a URI, is in sight */
  constructor(isShown: (spec: string) => boolean) {
    this.#isShown = isShown;
  }

  /**
   * Asks at once where the spec is in sight, else when it is.
   *
   * @param ask takes the place of what was to be asked about the spec before
   */
  add(spec: string, ask: () => void): void {
    this.#waiting.delete(spec);
    this.#waiting.set(spec, ask);
    for (const oldest of this.#waiting.keys()) {
      if (this.#waiting.size <= mostWaiting) break;
      this.#waiting.delete(oldest);
    }
    this.look();
  }

  /** Other specs may be in sight. */
  look(): void {
    for (const [spec, ask] of [...this.#waiting]) {
      if (!this.#isShown(spec)) continue;
      this.#waiting.delete(spec);
      ask();
    }
  }

  /** What the reports say does not hold any more. */
  forget(): void {
    this.#waiting.clear();
  }
}
