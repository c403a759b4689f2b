import type { ModelUsage } from '../../core/ports/language-model';

/** What becomes of a document with an answer in it. */
export type PutAnswer =
  | { readonly kind: 'replaced'; readonly text: string; readonly receipt: string | null }
  | { readonly kind: 'edited' | 'changed' | 'gone' | 'unusable' };

/** An answer as far as it has come, and the document as it stands now. */
export interface AnswerToPut {
  readonly source: string;
  /** Text of the receipt, or `null`. */
  readonly receipt: string | null;
  readonly answer: string;
  /** Left out while it is not known. */
  readonly usage?: ModelUsage | undefined;
}

/**
 * Sections that a model writes anew and nobody has accepted yet. They are put into the document as it stands at each moment, so
 * that what is edited elsewhere meanwhile stays.
 */
export class Proposal {
  readonly #put: (input: AnswerToPut) => PutAnswer;
  readonly #abort = new AbortController();
  #answer = '';
  #usage: ModelUsage | undefined;
  #ready = false;

  /** @param put puts an answer into the document, and nothing else */
  constructor(put: (input: AnswerToPut) => PutAnswer) {
    this.#put = put;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Whether the answer is whole. */
  get ready(): boolean {
    return this.#ready;
  }

  write(text: string): void {
    this.#answer += text;
  }

  finish(usage: ModelUsage): void {
    this.#usage = usage;
    this.#ready = true;
  }

  stop(): void {
    this.#abort.abort();
  }

  /**
   * The document with the sections as far as they are written.
   *
   * @param source text of the document as it stands now
   * @param receipt text of its receipt, or `null`
   */
  replace(source: string, receipt: string | null): PutAnswer {
    return this.#put({ source, receipt, answer: this.#answer, usage: this.#usage });
  }

  /** The document as the diff shows it: unchanged while there is nothing to put in. */
  preview(source: string): string {
    const replaced = this.replace(source, null);
    return replaced.kind === 'replaced' ? replaced.text : source;
  }
}
