/** The part of a document change that moves an offset; the shape of `vscode.TextDocumentContentChangeEvent`. */
export interface OffsetChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/**
 * An offset that stays at the same place of the text while others edit around it. Text inserted exactly at it goes
 * before it, which is also how our own insertions move it on.
 */
export class InsertionPoint {
  #offset: number;

  constructor(offset: number) {
    this.#offset = offset;
  }

  get offset(): number {
    return this.#offset;
  }

  /** @param changes of one event: each refers to the document before the event */
  apply(changes: readonly OffsetChange[]): void {
    const before = this.#offset;
    let shift = 0;
    for (const { rangeOffset, rangeLength, text } of changes) {
      const end = rangeOffset + rangeLength;
      if (end <= before) shift += text.length - rangeLength;
      // A replacement across the point: what follows goes after the replacement.
      else if (rangeOffset < before) shift += rangeOffset + text.length - before;
    }
    this.#offset = before + shift;
  }
}
