/** Lines that an editor shows, from 0. */
export interface VisibleLines {
  readonly first: number;
  readonly last: number;
}

/**
 * Whether an editor is to be scrolled along with the text that comes at its end: until the person scrolls up, and again once
 * the person is back at the end. What an editor shows is told late, so an end that is below it says nothing by itself; only
 * a person makes it show lines further up.
 */
export class FollowedEnd {
  #shown: VisibleLines | undefined;
  #follows = true;

  get follows(): boolean {
    return this.#follows;
  }

  /**
   * @param shown what the editor shows now, as it tells itself
   * @param end line where the text goes on, from 0
   */
  scrolled(shown: VisibleLines, end: number): void {
    const before = this.#shown;
    this.#shown = shown;
    if (shown.last >= end) this.#follows = true;
    else if (before === undefined || shown.first < before.first) this.#follows = false;
  }
}
