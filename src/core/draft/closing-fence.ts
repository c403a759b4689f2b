/** Takes the closing fence of a wrapped answer off while it streams: it can only be the last thing of the answer. */
export class ClosingFence {
  #held = '';

  /** @returns what can not be part of the closing fence */
  push(text: string): string {
    const all = this.#held + text;
    const possible = /\n?`{0,3}\s*$/.exec(all);
    const cut = possible === null ? all.length : possible.index;
    this.#held = all.slice(cut);
    return all.slice(0, cut);
  }

  /** @returns what was held back, without the fence */
  end(): string {
    const rest = this.#held.replace(/\n?```\s*$/, '\n');
    this.#held = '';
    return rest;
  }
}
