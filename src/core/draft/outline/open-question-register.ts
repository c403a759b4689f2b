import { escapeMarkdown } from '../../text/escape-markdown';

export interface OpenQuestionLine {
  /** Such as `OQ-1`. */
  readonly id: string;
  /** Markdown. */
  readonly text: string;
}

/** Gives every gap its `OQ-n`, in order of first appearance; asking the same again gives the same id. */
export class OpenQuestionRegister {
  readonly #ids = new Map<string, string>();
  readonly #lines: OpenQuestionLine[] = [];

  /** @param text the question as plain text */
  ask(text: string): string {
    return this.askMarkdown(escapeMarkdown(text));
  }

  /** @param markdown the question on one line, escaped already */
  askMarkdown(markdown: string): string {
    const text = markdown.replace(/\s+/g, ' ').trim();
    const known = this.#ids.get(text.toLowerCase());
    if (known !== undefined) return known;
    const id = `OQ-${this.#lines.length + 1}`;
    this.#ids.set(text.toLowerCase(), id);
    this.#lines.push({ id, text });
    return id;
  }

  lines(): readonly OpenQuestionLine[] {
    return [...this.#lines];
  }
}
