/**
 * Models like to wrap a document in a Markdown fence, or to greet before it. This takes the wrapping off while the
 * text streams: what comes before the first heading is held back until it is known to be a wrapper, and a fence that
 * opened before the document is closed with it.
 */
export class DocumentStream {
  #head: string | null = '';
  #wrapped = false;
  #tail = '';

  /** @returns the part of the document that is certain by now */
  push(text: string): string {
    if (this.#head !== null) {
      this.#head += text;
      const start = documentStart(this.#head);
      if (start === null) return '';
      const body = this.#head.slice(start.offset);
      this.#wrapped = start.wrapped;
      this.#head = null;
      return this.#release(body);
    }
    return this.#release(text);
  }

  /** @returns what was held back */
  end(): string {
    const rest = this.#head ?? (this.#wrapped ? this.#tail.replace(/\n?```\s*$/, '\n') : this.#tail);
    this.#head = null;
    this.#tail = '';
    return rest;
  }

  #release(text: string): string {
    if (!this.#wrapped) return text;
    // A closing fence can only be the last thing; hold back what could still be it.
    const all = this.#tail + text;
    const held = /\n?`{0,3}\s*$/.exec(all);
    const cut = held === null ? all.length : held.index;
    this.#tail = all.slice(cut);
    return all.slice(0, cut);
  }
}

/** Beyond this many characters without a heading the text is taken as it is. */
const longestPreamble = 2000;

function documentStart(text: string): { readonly offset: number; readonly wrapped: boolean } | null {
  const heading = /^(#|---[ \t]*$)/m.exec(text);
  if (heading === null) return text.length > longestPreamble ? { offset: 0, wrapped: false } : null;
  const before = text.slice(0, heading.index);
  return { offset: heading.index, wrapped: /^\s*```(markdown|md)?[ \t]*\n\s*$/m.test(before) };
}
