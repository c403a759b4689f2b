/** How long a document that refuses a text is asked again, in milliseconds. */
export interface Insistence {
  readonly longest: number;
  /** Between two attempts. */
  readonly pause: number;
}

/** What became of an attempt to put a text in; `later` where now is not the time for it. */
export type Put = 'taken' | 'refused' | 'later';

/** Text on its way into a document, which refuses an edit whenever somebody typed just before. */
export class WaitingText {
  #text = '';

  get isEmpty(): boolean {
    return this.#text === '';
  }

  add(text: string): void {
    this.#text += text;
  }

  /**
   * Puts in what waits, and what comes meanwhile, one edit at a time. What is not taken goes on waiting.
   *
   * @param put asks the document to take a text
   * @returns whether nothing waits any more
   */
  async putIn(put: (text: string) => Promise<Put>, { longest, pause }: Insistence): Promise<boolean> {
    let refusedSince: number | null = null;
    while (this.#text !== '') {
      const text = this.#text;
      const came = await put(text);
      if (came === 'later') return false;
      if (came === 'taken') {
        this.#text = this.#text.slice(text.length);
        refusedSince = null;
        continue;
      }
      refusedSince ??= performance.now();
      if (performance.now() - refusedSince >= longest) return false;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    return true;
  }
}
