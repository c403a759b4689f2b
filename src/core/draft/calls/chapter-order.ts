import { closeOpenBlocks } from '../../regenerate/close-open-blocks';
import type { CallPlan } from './call-plan';
import type { ChapterPiece } from './chapter-splitter';

interface Kept {
  readonly call: number;
  /** All of it that has come. */
  text: string;
  /** What of it was not handed on yet. */
  waiting: string;
}

/**
 * Puts chapters that come at once into the order of the template: hands on the text of the first one that is not complete, and
 * keeps that of later ones until it is their turn, so that the document never has a gap.
 */
export class ChapterOrder {
  /** What stands before the first chapter comes first. */
  readonly #kept: readonly Kept[];
  /** Chapters that each call has begun, the last one that came last. */
  readonly #begun = new Map<number, number[]>();
  readonly #done = new Set<number>();
  #turn = 0;
  #anything = false;

  constructor({ chapters, calls }: CallPlan) {
    const opening = calls.findIndex((call) => call.opening);
    this.#kept = [{ call: opening }, ...chapters].map(({ call }) => ({ call, text: '', waiting: '' }));
  }

  put({ chapter, text }: ChapterPiece): void {
    const kept = this.#kept[chapter + 1];
    if (kept === undefined) return;
    kept.text += text;
    kept.waiting += text;
    const begun = this.#begun.get(kept.call) ?? [];
    if (begun.at(-1) !== chapter) this.#begun.set(kept.call, [...begun, chapter]);
  }

  /** Nothing more comes of a call. */
  end(call: number): void {
    this.#done.add(call);
  }

  /** @returns what the document goes on with now */
  release(): string {
    let text = '';
    for (; this.#turn < this.#kept.length; this.#turn += 1) {
      const kept = this.#kept[this.#turn];
      if (kept === undefined) break;
      const isNew = kept.text.length === kept.waiting.length;
      const complete = this.#isComplete(this.#turn - 1, kept.call);
      // Line ends wait: behind the last text of a chapter exactly one blank line stands.
      const next = kept.waiting.trimEnd();
      if (next !== '') {
        text += (isNew && this.#anything ? '\n\n' : '') + next;
        kept.waiting = kept.waiting.slice(next.length);
        this.#anything = true;
      }
      if (!complete) return text;
      const whole = kept.text.trimEnd();
      text += closeOpenBlocks(whole).slice(whole.length);
    }
    return text;
  }

  /** All that came, without regard to gaps. */
  all(): string {
    return this.written(() => true);
  }

  /** What calls wrote, in order. */
  written(ofCall: (call: number) => boolean): string {
    return this.#kept
      .flatMap(({ call, text }) =>
        text.trim() !== '' && ofCall(call) ? [closeOpenBlocks(text.trimEnd())] : [],
      )
      .join('\n\n');
  }

  /** Whether nothing more is expected of a chapter: its call has ended, or writes another one by now. */
  #isComplete(chapter: number, call: number): boolean {
    if (this.#done.has(call)) return true;
    const begun = this.#begun.get(call) ?? [];
    // Nothing can come before the first chapter any more once one has begun.
    return (chapter === -1 ? begun.length > 0 : begun.includes(chapter)) && begun.at(-1) !== chapter;
  }
}
