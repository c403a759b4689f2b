const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+(?:['’._/-][\p{L}\p{N}]+)*/gu;

/** Words of a text: a hyphenated word, a path or a number is one; in scripts without spaces each character is. */
export function countWords(text: string): number {
  return text.match(word)?.length ?? 0;
}

/** Sentences of plain text; a line without a full stop is one. Dots in numbers, paths and `e.g.` end none. */
export function countSentences(text: string): number {
  return text
    .replace(/\b(?:e\.g|i\.e|etc|vs|approx)\./giu, ' ')
    .split(/(?<![.!?])[.!?]+(?=\s|$)|[。！？]+|\n/u)
    .filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}
