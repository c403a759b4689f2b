/** Takes the closing fence of a wrapped answer off while it streams: it can only be the last thing of the answer. */
export class ClosingFence {
  #held = '';

  /** @returns what can not be part of the closing fence */
  push(text: string): string {
    const all = this.#held + text;
    const cut = possibleFence(all);
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

/** Where up to three backticks, a line end before them and white space behind them begin, at the end of a text. */
function possibleFence(text: string): number {
  const end = text.trimEnd().length;
  let start = end;
  while (end - start < 3 && text[start - 1] === '`') start -= 1;
  return start < end && text[start - 1] === '\n' ? start - 1 : start;
}
