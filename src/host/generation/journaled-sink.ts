import type { DraftJournal } from './journal/draft-journal';
import type { SinkResult, TextSink } from './generation-run';

/** Hands text on as soon as all that it came from is on disk; what gathers meanwhile goes along at once. */
export class JournaledSink implements TextSink {
  readonly #sink: TextSink;
  readonly #journal: DraftJournal;
  #waiting = '';
  #handing: Promise<void> | null = null;

  constructor(sink: TextSink, journal: DraftJournal) {
    this.#sink = sink;
    this.#journal = journal;
  }

  write(text: string): void {
    this.#waiting += text;
    this.#handing ??= this.#hand();
  }

  async finish(isWhole: boolean): Promise<SinkResult> {
    await this.#handing;
    return this.#sink.finish(isWhole);
  }

  async #hand(): Promise<void> {
    while (this.#waiting !== '') {
      const text = this.#waiting;
      this.#waiting = '';
      await this.#journal.written();
      this.#sink.write(text);
    }
    this.#handing = null;
  }
}
