import { ClosingFence } from './closing-fence';

/**
 * Models like to wrap a document in a Markdown fence, or to greet before it. This takes the wrapping off while the
 * text streams: what comes before the first heading is held back until it is known to be a wrapper, and a fence that
 * opened before the document is closed with it.
 */
export class DocumentStream {
  #head: string | null = '';
  #closing: ClosingFence | null = null;

  /** @returns the part of the document that is certain by now */
  push(text: string): string {
    if (this.#head === null) return this.#release(text);
    this.#head += text;
    const start = documentStart(this.#head);
    if (start === null) return '';
    const body = this.#head.slice(start.offset);
    if (start.wrapped) this.#closing = new ClosingFence();
    this.#head = null;
    return this.#release(body);
  }

  /** @returns what was held back */
  end(): string {
    const rest = this.#head ?? this.#closing?.end() ?? '';
    this.#head = null;
    return rest;
  }

  #release(text: string): string {
    return this.#closing === null ? text : this.#closing.push(text);
  }
}

/** The document in an answer that has come, or broken off. */
export function documentIn(answer: string): string {
  const stream = new DocumentStream();
  return stream.push(answer) + stream.end();
}

/** Beyond this many characters without a heading the text is taken as it is. */
const longestPreamble = 2000;

function documentStart(text: string): { readonly offset: number; readonly wrapped: boolean } | null {
  const heading = /^(#|---[ \t]*$)/m.exec(text);
  if (heading === null) return text.length > longestPreamble ? { offset: 0, wrapped: false } : null;
  const before = text.slice(0, heading.index);
  return { offset: heading.index, wrapped: /^[ \t]*```(markdown|md)?[ \t]*\n\s*$/m.test(before) };
}
