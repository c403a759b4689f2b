import { normalizeHeading } from '../document/plain-heading';

/** A word or phrase of the vocabulary, as it is looked for in headings. */
export interface Term<T> {
  readonly value: T;
  readonly text: string;
  readonly length: number;
  /** Scripts without spaces between words are searched as a substring. */
  readonly inner: boolean;
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Terms of the vocabulary with what each stands for, made ready to be looked for. */
export function compile<T>(entries: readonly (readonly [T, readonly string[]])[]): readonly Term<T>[] {
  return entries.flatMap(([value, texts]) =>
    texts.map((raw) => {
      const text = normalizeHeading(raw);
      return {
        value,
        text: unspaced.test(text) ? text : ` ${text} `,
        length: weight(text),
        inner: unspaced.test(text),
      };
    }),
  );
}

/** Length that makes one ideograph count about as much as a short word. */
export function weight(text: string): number {
  let total = 0;
  for (const char of text) total += char === ' ' ? 0 : unspaced.test(char) ? 3 : 1;
  return total;
}

/** The longest of some terms that occurs in a heading, as headings are compared; `null` where none does. */
export function longest<T>(terms: readonly Term<T>[], heading: string): Term<T> | null {
  const spaced = ` ${heading} `;
  let best: Term<T> | null = null;
  for (const term of terms)
    if ((best === null || term.length >= best.length) && spaced.includes(term.text)) best = term;
  return best;
}
