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
 * Brings what the engine itself writes in a document up to date with the sections that were put in, such as the line below it.
 *
 * @param receipt text of the receipt that goes with it, or `null`
 */
export type Conclude = (text: string, receipt: string | null) => Promise<string>;

/**
 * Sections that a model writes anew and nobody has accepted yet. They are put into the document as it stands at each moment, so
 * that what is edited elsewhere meanwhile stays.
 */
export class Proposal {
  readonly #put: (input: AnswerToPut) => PutAnswer;
  readonly #conclude: Conclude;
  readonly #abort = new AbortController();
  #answer = '';
  #usage: ModelUsage | undefined;
  #ready = false;
  #accepting = false;
  #concluded: { readonly source: string; readonly text: string } | null = null;

  /** @param put puts an answer into the document, and nothing else */
  constructor(put: (input: AnswerToPut) => PutAnswer, conclude: Conclude = (text) => Promise.resolve(text)) {
    this.#put = put;
    this.#conclude = conclude;
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

  /** The same as it is to be accepted: with what follows from the sections. The diff shows that from then on. */
  async concluded(source: string, receipt: string | null): Promise<PutAnswer> {
    const replaced = this.replace(source, receipt);
    if (replaced.kind !== 'replaced') return replaced;
    // What only follows from the sections must not keep them from being accepted.
    const text = await this.#conclude(replaced.text, replaced.receipt).catch(() => replaced.text);
    this.#concluded = { source, text };
    return { ...replaced, text };
  }

  /**
   * Puts the answer into a document that may be typed in until it is worked out: what is typed stays. Does nothing where it is
   * being accepted already, or was stopped meanwhile, since a person then has thought better of it.
   *
   * @param putIn is given the text that the answer is for
   */
  async accept(
    textNow: () => string,
    receipt: string | null,
    putIn: (before: string, answer: PutAnswer) => Promise<void>,
  ): Promise<void> {
    if (this.#accepting) return;
    this.#accepting = true;
    try {
      let before: string;
      let answer: PutAnswer;
      do {
        before = textNow();
        answer = await this.concluded(before, receipt);
      } while (textNow() !== before);
      if (!this.#abort.signal.aborted) await putIn(before, answer);
    } finally {
      this.#accepting = false;
    }
  }

  /** The document as the diff shows it. */
  shown(source: string): string {
    return this.#concluded?.source === source ? this.#concluded.text : this.preview(source);
  }

  /** The document with nothing but the sections put in: unchanged while there are none. */
  preview(source: string): string {
    const replaced = this.replace(source, null);
    return replaced.kind === 'replaced' ? replaced.text : source;
  }
}
