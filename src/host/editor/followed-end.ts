/** Lines that an editor shows, from 0. */
export interface VisibleLines {
  readonly first: number;
  readonly last: number;
}

/** Edits after which an editor has told what a scroll of ours made it show: what it tells may come behind the first one's answer. */
const editsUntilTold = 2;
/** Milliseconds after which it has, too: none may come while a model thinks. */
const longestUntold = 1_000;

/**
 * Whether an editor is to be scrolled along with the text that comes at its end: until the person scrolls up or types further up,
 * and again once the person is back at the end. What an editor shows is told late, so an end that is below it says nothing by
 * itself; only a person makes it show lines further up. An end that comes into sight right after a scroll of ours is no wish
 * of the person's either: on a slow machine each key would else bring the person's place and ours in turn.
 */
export class FollowedEnd {
  #shown: VisibleLines | undefined;
  #follows = true;
  /** Edits to come until no scroll of ours is still to be told, and when the last one was. */
  #untold = 0;
  #revealedAt = 0;
  readonly #now: () => number;

  /** @param now the time in milliseconds */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

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
    if (shown.last >= end) {
      if (!this.#isUntold() && before !== undefined && shown.first > before.first) this.#follows = true;
    } else if (before === undefined || shown.first < before.first) this.#follows = false;
  }

  /**
   * The person typed or moved the cursor with a key.
   *
   * @param line where the cursor is now, from 0
   * @param end line where the text goes on, from 0
   */
  worksAt(line: number, end: number): void {
    this.#follows = line >= end;
  }

  /** Text was put in, and the editor has answered. */
  edited(): void {
    this.#untold = Math.max(0, this.#untold - 1);
  }

  /** The editor was asked to show the end. */
  revealed(): void {
    this.#untold = editsUntilTold;
    this.#revealedAt = this.#now();
  }

  /** Whether a scroll of ours may be what the editor tells next. */
  #isUntold(): boolean {
    return this.#untold > 0 && this.#now() - this.#revealedAt < longestUntold;
  }
}
