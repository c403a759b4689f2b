/** How long a server may say nothing, in seconds; 0 for as long as it likes. */
export interface SilenceLimits {
  /** Until the first byte of an answer: a large prompt on a small machine takes its time. */
  readonly firstByte: number;
  /** Between two signs of life. */
  readonly idle: number;
}

export const usualSilence: SilenceLimits = { firstByte: 300, idle: 120 };

/** Aborts a request when its server stays silent, or when the person does. */
export class SilenceWatch {
  readonly #abort = new AbortController();
  readonly #outer: AbortSignal;
  readonly #limits: SilenceLimits;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #silentFor: number | null = null;

  constructor(limits: SilenceLimits, signal: AbortSignal) {
    this.#limits = limits;
    this.#outer = signal;
    signal.addEventListener('abort', this.#stop);
    if (signal.aborted) this.#stop();
    this.#expect(limits.firstByte);
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Seconds of the silence that ended the request, or `null`. */
  get silentFor(): number | null {
    return this.#silentFor;
  }

  readonly heard = (): void => this.#expect(this.#limits.idle);

  /** To be called when the request is over. */
  end(): void {
    clearTimeout(this.#timer);
    this.#outer.removeEventListener('abort', this.#stop);
  }

  readonly #stop = (): void => this.#abort.abort();

  #expect(seconds: number): void {
    clearTimeout(this.#timer);
    if (seconds <= 0) return;
    this.#timer = setTimeout(() => {
      this.#silentFor = seconds;
      this.#stop();
    }, seconds * 1000);
  }
}
