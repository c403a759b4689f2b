import { ClosingFence } from './closing-fence';
import { documentIn } from './document-stream';
import { RepeatedTail, type Repetition } from './repeated-tail';

/**
 * Joins an answer to the text that it was asked to continue. Models repeat their last words, their last lines or the
 * heading of the section, greet, or put the rest into a fence; all of that is taken off, and every other character
 * stays. The beginning is held back until it is known which of these it is.
 */
export class ContinuationJoin {
  readonly #written: string;
  readonly #document: string;
  readonly #inCode: boolean;
  readonly #headings: readonly string[];
  /** By the place in the answer from which on a repetition is looked for. */
  readonly #tails = new Map<number, RepeatedTail>();
  #head: string | null = '';
  #closing: ClosingFence | null = null;
  #startedOver = false;

  /** @param written all that came before, as it came */
  constructor(written: string) {
    this.#written = written;
    this.#document = documentIn(written);
    this.#inCode = endsInCode(this.#document);
    this.#headings = headings(this.#document);
  }

  /** Whether the answer is the document once more from its title on, in other words; nothing of it is taken. */
  get startedOver(): boolean {
    return this.#startedOver;
  }

  /** @returns what is to be appended to the text by now */
  push(text: string): string {
    if (this.#head === null) return this.#release(text);
    this.#head += text;
    return this.#decide(false);
  }

  /** @returns what was held back and belongs to the text */
  end(): string {
    const rest = this.#head === null ? '' : this.#decide(true);
    return rest + (this.#closing?.end() ?? '');
  }

  #decide(whole: boolean): string {
    const head = this.#head ?? '';
    const start = this.#start(head, whole);
    if (start === null) return '';
    this.#head = null;
    if (start.kind === 'again') {
      this.#startedOver = true;
      return '';
    }
    if (start.fenced) this.#closing = new ClosingFence();
    return this.#release(head.slice(start.at));
  }

  #release(text: string): string {
    if (this.#startedOver) return '';
    return this.#closing === null ? text : this.#closing.push(text);
  }

  /** Where in the answer the new text begins, or `null` while that is not known. */
  #start(head: string, whole: boolean): Start | null {
    const plain = this.#repetition(head, 0, whole);
    if (plain.kind === 'repeat') return { kind: 'at', at: plain.length, fenced: false };
    if (plain.kind === 'open' && !(whole && this.#isFromTitle(head))) return whole ? begin : null;
    if (this.#isFromTitle(head)) return { kind: 'again' };
    const wrapping = this.#wrapping(head, whole);
    if (wrapping === 'open') return null;
    const { at, fenced, certain } = wrapping;
    const inner = head.slice(at);
    const within = this.#repetition(head, at, whole);
    if (within.kind === 'repeat') return { kind: 'at', at: at + within.length, fenced };
    if (within.kind === 'open' && !whole) return null;
    if (at > 0 && this.#isFromTitle(inner)) return { kind: 'again' };
    const heading = this.#repeatedHeading(inner, whole);
    if (heading === 'open') return null;
    if (heading > 0) {
      const below = this.#repetition(head, at + heading, whole);
      if (below.kind === 'open' && !whole) return null;
      return { kind: 'at', at: at + heading + (below.kind === 'repeat' ? below.length : 0), fenced };
    }
    return certain ? { kind: 'at', at, fenced } : begin;
  }

  #repetition(head: string, at: number, whole: boolean): Repetition {
    const tail = this.#tails.get(at) ?? new RepeatedTail(this.#written, this.#inCode);
    this.#tails.set(at, tail);
    return tail.find(head.slice(at), whole);
  }

  /** Whether the answer begins with the title of the document. */
  #isFromTitle(head: string): boolean {
    const [title] = this.#headings;
    return title !== undefined && head.trimStart().startsWith(`${title}\n`) && title.length >= 5;
  }

  /** Greeting and opening fence; `certain` where they can be nothing else. */
  #wrapping(head: string, whole: boolean): Wrapping | 'open' {
    const greeting = greetingIn(head);
    if (greeting === null && !whole) return 'open';
    const at = greeting ?? 0;
    if (this.#inCode) return { at, fenced: false, certain: at > 0 };
    const rest = head.slice(at);
    const fence = /^\s*`{3,}[ \t]*(?:(markdown|md)[ \t]*)?\n/i.exec(rest);
    if (fence !== null) {
      const sample = fence[1] === undefined ? true : isSample(rest.slice(fence[0].length), whole);
      if (sample === null && at === 0) return 'open';
      return { at: at + fence[0].length, fenced: true, certain: at > 0 || sample === false };
    }
    return !whole && /^\s*(`{1,2}|`{3,}[ \t]*(?:[a-z]{1,8}[ \t]*)?)?$/i.test(rest)
      ? 'open'
      : { at, fenced: false, certain: at > 0 };
  }

  /** Length of the heading of the section under way and the blank lines below it, where the answer begins with it. */
  #repeatedHeading(inner: string, whole: boolean): number | 'open' {
    const heading = this.#headings.at(-1);
    if (heading === undefined || this.#inCode) return 0;
    const lead = /^\s*/.exec(inner)?.[0].length ?? 0;
    const text = inner.slice(lead);
    if (!whole && text.length <= heading.length) return heading.startsWith(text) ? 'open' : 0;
    const blank = /^[ \t]*\n\s*/.exec(text.slice(heading.length))?.[0];
    if (!text.startsWith(heading) || blank === undefined) return 0;
    // A section that is written anew rather than continued keeps its heading: it must be seen that it stands twice.
    const body = this.#document.slice(this.#document.lastIndexOf(heading) + heading.length).trimStart();
    const anew = text.slice(heading.length + blank.length);
    const same = sharedLength(body, anew);
    if (!whole && same === anew.length && same < rewrittenFrom) return 'open';
    return same >= rewrittenFrom && same < body.length ? 0 : lead + heading.length + blank.length;
  }
}

type Start =
  { readonly kind: 'at'; readonly at: number; readonly fenced: boolean } | { readonly kind: 'again' };

interface Wrapping {
  readonly at: number;
  readonly fenced: boolean;
  readonly certain: boolean;
}

const begin: Start = { kind: 'at', at: 0, fenced: false };

/** So many characters in common make a section one that is written anew. */
const rewrittenFrom = 16;
const longestGreeting = 240;

/**
 * Length of a greeting and the blank lines below it: a line that says that it goes on, as no specification does at
 * its beginning. 0 where there is none, `null` while the line is not complete.
 */
function greetingIn(head: string): number | null {
  const line = /^\s*([^\n]*)(\n\s*)?/.exec(head);
  const [all = '', text = '', after] = line ?? [];
  const begins =
    /^(sure|certainly|of course|okay|ok|continuing|continued|here('s| is| are|,)|picking up|resuming|understood|let me|i('ll| will))\b/i;
  if (text.length < 12) return after === undefined && mayBegin(text, greetingWords) ? null : 0;
  if (!begins.test(text) || text.length > longestGreeting) return 0;
  if (after === undefined) return null;
  return /continu|left off|stopped|\brest\b|remain|resum|pick/i.test(text) && /[:.!…—-]\s*$/.test(text)
    ? all.length
    : 0;
}

/** So much of a Markdown block without its end makes it a wrapping: a sample in a specification is shorter. */
const longestSample = 1500;

/**
 * Whether a Markdown block, of which the text after its fence is given, is a sample within the document and no wrapping
 * of the rest of it: it is closed and more follows. `null` while that is not known.
 */
function isSample(block: string, whole: boolean): boolean | null {
  const fence = /^`{3,}(?!`)[ \t]*(?:(\S+)[ \t]*)?$/m.exec(block);
  // A block within it: fences of equal length do not nest, except in what models wrap.
  if (fence !== null && fence[1] !== undefined) return false;
  if (fence !== null && /\S/.test(block.slice(fence.index + fence[0].length))) return true;
  return whole || (fence === null && block.length > longestSample) ? false : null;
}

const greetingWords = [
  ...['sure', 'certainly', 'of course', 'okay', 'continuing', 'continued', "here's", 'here is', 'here are'],
  ...['picking up', 'resuming', 'understood', 'let me', "i'll", 'i will'],
];

/** Whether a text may be the beginning of one of these. */
function mayBegin(text: string, words: readonly string[]): boolean {
  const begun = text.toLowerCase();
  return begun !== '' && words.some((word) => word.startsWith(begun) || begun.startsWith(word));
}

/** Lines of headings, those in code blocks left out. */
function headings(document: string): readonly string[] {
  return [...outsideCode(document)]
    .filter((line) => /^#{1,6}[ \t]+\S/.test(line))
    .map((line) => line.trimEnd());
}

function endsInCode(document: string): boolean {
  const lines = outsideCode(document);
  let next = lines.next();
  while (next.done !== true) next = lines.next();
  return next.value;
}

/** Yields the lines outside of code blocks and returns whether the text ends inside of one. */
function* outsideCode(document: string): Generator<string, boolean> {
  let fence: string | null = null;
  for (const line of document.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark === undefined) {
      if (fence === null) yield line;
    } else if (fence === null) fence = mark;
    else if (mark.startsWith(fence)) fence = null;
  }
  return fence !== null;
}

function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}
