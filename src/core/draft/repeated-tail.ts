/**
 * What a continuation repeats of the text that it continues.
 *
 * - `none`: nothing; it goes on exactly there
 * - `open`: what has come so far stands in the written text, and more may follow
 * - `repeat`: the first `length` characters of it are the end of the written text, space around them included
 */
export type Repetition =
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; /** Whether it repeats from the very start. */ readonly fromStart: boolean }
  | { readonly kind: 'repeat'; readonly length: number };

interface Overlap {
  /** Where in the written text it begins. */
  readonly at: number;
  readonly text: string;
  /** White space that follows it in the written text. */
  readonly after: string;
  /** White space that follows it in the continuation. */
  readonly next: string;
  /** Whether nothing else follows there. */
  readonly ends: boolean;
  /** Whether empty lines precede it there. */
  readonly apart: boolean;
}

/** The end of a text, as far as a continuation may repeat it. */
export class RepeatedTail {
  /** Without the white space at its end. */
  readonly #text: string;
  readonly #after: string;
  readonly #inCode: boolean;
  /** What was last asked for, and where in the text it stands, so that more of the same is looked for there alone. */
  #asked = '';
  #places: readonly number[] = [];

  /** @param inCode whether it ends inside of a code block, where equal lines may follow each other */
  constructor(written: string, inCode: boolean) {
    this.#text = written.trimEnd();
    this.#after = written.slice(this.#text.length);
    this.#inCode = inCode;
  }

  /**
   * @param continuation its beginning, as far as it has come
   * @param whole whether that is all of it
   */
  find(continuation: string, whole: boolean): Repetition {
    // Empty lines before it are the model's; spaces may be the text's own.
    const lead = /^(\s*\n)?/.exec(continuation)?.[0] ?? '';
    const head = continuation.slice(lead.length);
    if (head.trim() === '') return whole ? { kind: 'none' } : { kind: 'open', fromStart: false };
    let fromStart = false;
    let undecided = false;
    let accepted: Overlap | null = null;
    for (const at of this.#beginnings(head)) {
      const length = this.#text.length - at;
      if (head.length < length) {
        undecided = true;
        fromStart ||= at === 0;
        continue;
      }
      const next = /^\s*/.exec(head.slice(length))?.[0] ?? '';
      // How the space goes on decides whether a word was repeated or another one begins like it.
      if (!whole && length + next.length === head.length) undecided = true;
      else if (accepted === null) {
        const text = this.#text.slice(at);
        const ends = length + next.length === head.length;
        const overlap = { at, text, after: this.#after, next, ends, apart: lead !== '' };
        if (this.#isRepeat(overlap)) accepted = overlap;
      }
    }
    if (undecided && !whole) return { kind: 'open', fromStart };
    if (accepted !== null)
      return { kind: 'repeat', length: lead.length + accepted.text.length + spaceToDrop(accepted) };
    return undecided ? { kind: 'open', fromStart } : { kind: 'none' };
  }

  /** Places from which on the text is as the head, as far as both go; earliest first, words whole. */
  #beginnings(head: string): readonly number[] {
    const known = this.#asked !== '' && head.startsWith(this.#asked);
    const from = known ? this.#asked.length : 0;
    const fits = (at: number): boolean => {
      const left = this.#text.slice(at + from, at + head.length);
      return head.startsWith(left, from);
    };
    this.#places = (known ? this.#places : wordStarts(this.#text, head.slice(0, 1))).filter(fits);
    this.#asked = head;
    return this.#places;
  }

  /** Whether the overlap is no coincidence: texts without repetition hold such a piece twice in a row hardly ever. */
  #isRepeat(overlap: Overlap): boolean {
    const { at, text, after, next, ends, apart } = overlap;
    if (isPeriodic(this.#text + after, text + after)) return false;
    // `the` at the end and `theory` at the beginning; the last cell of a row and the first of the next one.
    if (!ends && after !== '' && (next === '' || after.includes('\n') !== next.includes('\n'))) return false;
    const words = new Set(text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []);
    const letters = [...words].join('').length;
    if (words.size >= 2 && letters >= (/\p{Script=Han}/u.test(text) ? 6 : 12)) return true;
    // A paragraph may begin with the word that ended the heading above it.
    if (apart) return false;
    const lineStart = at === 0 || this.#text[at - 1] === '\n';
    if (lineStart && !this.#inCode) {
      if (/^#{1,6} \S/.test(text)) return true;
      if ((after.includes('\n') || text.includes('\n')) && letters >= 6) return true;
    }
    // A line that was cut begins anew; cells of a table may follow each other.
    if (lineStart && after === '' && letters >= 3 && (endsInWord(text) ? !isCell(text) : isItem(text)))
      return true;
    return isWordAgain(this.#text, overlap);
  }
}

/** A single word, broken off or with one space behind it, said once more. */
function isWordAgain(written: string, { at, text, after, next }: Overlap): boolean {
  if (!/^\p{L}+$/u.test(text)) return false;
  // Cut within a word: no word goes on with all that there is of it.
  if (after === '') return text.length >= (next === '' ? 3 : 4);
  return after === ' ' && next !== '' && text.length >= 4 && /\s/.test(written[at - 1] ?? ' ');
}

/** The space after the overlap stands in the written text already; what the continuation has beyond it stays. */
function spaceToDrop({ after, next }: Overlap): number {
  if (next.startsWith(after)) return after.length;
  return after.startsWith(next) ? next.length : 0;
}

const wordCharacter = /[\p{L}\p{N}_]/u;

/** A first cell without space around it, which the next one may be like. */
function isCell(line: string): boolean {
  return /^\s*\|\S[^|]*$/.test(line);
}

function isItem(line: string): boolean {
  return /^\s*([-*+]|\d+[.)])\s/.test(line);
}

/** Where the text has a character that is not within a word. */
function wordStarts(text: string, character: string): readonly number[] {
  const inWord = wordCharacter.test(character);
  const places: number[] = [];
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1))
    if (at === 0 || !inWord || !wordCharacter.test(text[at - 1] ?? '')) places.push(at);
  return places;
}

function endsInWord(text: string): boolean {
  return wordCharacter.test(text.at(-1) ?? '');
}

/** Whether the text ends in repetitions of a piece of the tail (at least two of them), so that one more means nothing. */
function isPeriodic(text: string, tail: string): boolean {
  const period = smallestPeriod(tail);
  for (let back = 1; back <= period; back++) {
    const at = text.length - tail.length - back;
    if (at < 0 || text[at] !== text[at + period]) return tail.length + back - 1 >= 2 * period;
  }
  return true;
}

/** Length of the shortest piece whose repetition the text is, the last one perhaps cut; by the borders of its prefixes. */
function smallestPeriod(text: string): number {
  const border = new Int32Array(text.length + 1);
  let length = 0;
  for (let at = 1; at < text.length; at++) {
    while (length > 0 && text[at] !== text[length]) length = border[length] ?? 0;
    if (text[at] === text[length]) length += 1;
    border[at + 1] = length;
  }
  return text.length - (border[text.length] ?? 0);
}
