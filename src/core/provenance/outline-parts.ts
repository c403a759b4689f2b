import type { Brief } from '../brief/brief';
import { renderOutline } from '../draft/outline';
import { OpenQuestionRegister } from '../draft/outline/open-question-register';
import { matchSections } from '../spec/match-sections';
import { parseSpec } from '../spec/parse-spec';
import { shortHash } from './section-uses';

/** Sections of an outline by key, open questions named by what they ask. */
export type OutlineParts = ReadonlyMap<string, string>;

/** How many questions were answered stands in the note below the title; no section says anything by it. */
const answered = /answered questions: \d+ of \d+/gu;

/**
 * Makes outlines of variants of a brief and takes them apart. Open questions are named by what they ask instead of by their
 * number, so that one more of them changes the sections that have it and no other.
 */
export class OutlineVariants {
  readonly #brief: Brief;
  /** Keys of sections by heading line; the outlines of one template have the same. */
  readonly #keys: ReadonlyMap<string, string>;
  /** The outline of the brief itself. */
  readonly own: OutlineParts;

  constructor(brief: Brief) {
    this.#brief = brief;
    const text = render(brief);
    const headings = headingsOf(text);
    const sections = matchSections(parseSpec(headings), brief.template);
    this.#keys = new Map(
      [...sections].map(([key, { start }]) => [headings.slice(start).split('\n', 1)[0] ?? '', key]),
    );
    this.own = this.#apart(text);
  }

  /** The outline with something else in the brief. */
  with(change: Partial<Brief>): OutlineParts {
    return this.#apart(render({ ...this.#brief, ...change }));
  }

  #apart(text: string): OutlineParts {
    const parts = new Map<string, string>();
    let key: string | undefined;
    for (const part of text.split(/^(?=#{1,6} )/mu)) {
      // What no key stands for belongs to the section before.
      key = this.#keys.get(part.split('\n', 1)[0] ?? '') ?? key;
      if (key !== undefined) parts.set(key, (parts.get(key) ?? '') + part.replace(answered, ''));
    }
    return parts;
  }
}

/** Nothing but the headings, which tell the sections: to read all that stands below them takes many times as long. */
function headingsOf(text: string): string {
  let fence = '';
  const headings = text.split('\n').filter((line) => {
    const mark = /^(?:`{3,}|~{3,})/.exec(line)?.[0];
    if (mark === undefined) return fence === '' && /^#{1,6} /.test(line);
    if (fence === '') fence = mark;
    else if (mark.startsWith(fence)) fence = '';
    return false;
  });
  return headings.join('\n\n');
}

function render(brief: Brief): string {
  return renderOutline(brief, () => new OpenQuestionRegister((_, words) => `OQ-${nameOf(words)}`));
}

/** Digits, so that it is read as an id. */
function nameOf(words: string): string {
  return String(Number.parseInt(shortHash(words.toLowerCase()), 16));
}

/** Keys of the sections in which two outlines differ. */
export function differing(one: OutlineParts, other: OutlineParts): readonly string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((key) => one.get(key) !== other.get(key));
}

/** Keys of the sections that have a word. */
export function having(parts: OutlineParts, word: string): readonly string[] {
  return [...parts].flatMap(([key, text]) => (text.includes(word) ? [key] : []));
}
