import { escapeMarkdown } from '../../text/escape-markdown';

export interface OpenQuestionLine {
  /** Such as `OQ-1`. */
  readonly id: string;
  /** Markdown. */
  readonly text: string;
  /** Who is to answer it, as plain text; `null` where nobody was named. */
  readonly owner: string | null;
}

/**
 * Gives every gap its `OQ-n`, in order of first appearance; asking the same again gives the same id. Keeps, too, which
 * answers stand in the document: what was answered is open no more, so its answer must not be lost.
 */
export class OpenQuestionRegister {
  readonly #ids = new Map<string, string>();
  readonly #placed = new Set<string>();
  readonly #lines: OpenQuestionLine[] = [];
  readonly #nameOf: (number: number, markdown: string) => string;

  /** @param nameOf gives an id by the number, from 1, and the question */
  constructor(nameOf: (number: number, markdown: string) => string = (number) => `OQ-${number}`) {
    this.#nameOf = nameOf;
  }

  /**
   * @param text the question as plain text
   * @param owner who is to answer it, where somebody was named
   */
  ask(text: string, owner: string | null = null): string {
    return this.askMarkdown(escapeMarkdown(text), owner);
  }

  /** @param markdown the question on one line, escaped already */
  askMarkdown(markdown: string, owner: string | null = null): string {
    const text = markdown.replace(/\s+/g, ' ').trim();
    const known = this.#ids.get(text.toLowerCase());
    if (known !== undefined) {
      // Where the gap stands nobody is named; where it was deferred somebody may be.
      const at = this.#lines.findIndex(({ id }) => id === known);
      const line = this.#lines[at];
      if (owner !== null && line?.owner === null) this.#lines[at] = { ...line, owner };
      return known;
    }
    const id = this.#nameOf(this.#lines.length + 1, text);
    this.#ids.set(text.toLowerCase(), id);
    this.#lines.push({ id, text, owner });
    return id;
  }

  /** One that goes on from here without touching this one. */
  copy(): OpenQuestionRegister {
    const copy = new OpenQuestionRegister(this.#nameOf);
    for (const [text, id] of this.#ids) copy.#ids.set(text, id);
    copy.#lines.push(...this.#lines);
    for (const id of this.#placed) copy.#placed.add(id);
    return copy;
  }

  /** Notes that the answer to a question stands in the document. */
  place(questionId: string): void {
    this.#placed.add(questionId);
  }

  hasPlaced(questionId: string): boolean {
    return this.#placed.has(questionId);
  }

  lines(): readonly OpenQuestionLine[] {
    return [...this.#lines];
  }
}
