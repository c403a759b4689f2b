/** What came of a piece of an answer. */
export interface TextPiece {
  /** Text of the document; empty where there is none yet. */
  readonly text: string;
  /** Whether the piece held thoughts. */
  readonly thought: boolean;
}

const openings = ['<think>', '<thinking>', '<thought>'] as const;

/**
 * Puts the text of an answer together from its pieces. Thoughts in tags at its very beginning are left out: many local
 * servers send them as content. Half a character (an emoji cut between two events) waits for its other half, so that
 * each piece can be written as UTF-8.
 */
export class AnswerText {
  #state: 'start' | 'thought' | 'gap' | 'text' = 'start';
  #held = '';
  #closing = '';

  push(piece: string): TextPiece {
    this.#held += piece;
    let thought = false;
    if (this.#state === 'start') this.#begin();
    if (this.#state === 'thought') {
      thought = true;
      this.#skipThought();
    }
    if (this.#state === 'gap') {
      this.#held = this.#held.trimStart();
      if (this.#held !== '') this.#state = 'text';
    }
    return { text: this.#state === 'text' ? this.#take() : '', thought };
  }

  /**
   * What was held back; thoughts that never ended are none of it, nor is half a character that no other half came for:
   * whoever goes on with the text writes that character whole.
   */
  end(): string {
    const rest = this.#state === 'thought' || this.#state === 'gap' ? '' : this.#held;
    this.#held = '';
    return rest.replace(/[\ud800-\udbff]$/, '');
  }

  #begin(): void {
    const begun = this.#held.trimStart();
    const opening = openings.find((tag) => begun.startsWith(tag));
    if (opening !== undefined) {
      this.#state = 'thought';
      this.#closing = opening.replace('<', '</');
      this.#held = begun.slice(opening.length);
    } else if (!openings.some((tag) => tag.startsWith(begun))) this.#state = 'text';
  }

  #skipThought(): void {
    const at = this.#held.indexOf(this.#closing);
    if (at < 0) {
      this.#held = this.#held.slice(-this.#closing.length);
      return;
    }
    this.#held = this.#held.slice(at + this.#closing.length);
    this.#state = 'gap';
  }

  #take(): string {
    const last = this.#held.charCodeAt(this.#held.length - 1);
    const whole = last >= 0xd800 && last <= 0xdbff ? this.#held.length - 1 : this.#held.length;
    const text = this.#held.slice(0, whole);
    this.#held = this.#held.slice(whole);
    return text;
  }
}
