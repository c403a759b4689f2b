import { functionWords } from '../../language/function-words';

/** What may not follow an article in English: where it often does, words were shuffled. */
const articles = new Set(['a', 'an', 'the']);
const neverAfterArticle = new Set(
  'of and is are to in a an the it for by with at from or be was were as has have been must shall will should may we they'.split(
    ' ',
  ),
);
const filler = new Set(
  (
    'lorem ipsum dolor sit amet consectetur adipiscing adipisicing elit sed do eiusmod tempor incididunt ut labore et dolore magna ' +
    'aliqua enim minim veniam quis nostrud exercitation ullamco laboris nisi aliquip ex ea commodo consequat duis aute irure in ' +
    'reprehenderit voluptate velit esse cillum fugiat nulla pariatur excepteur sint occaecat cupidatat non proident sunt culpa qui ' +
    'officia deserunt mollit anim id est laborum'
  ).split(' '),
);

/** With its figures: `US-001` and `US-002` are two. */
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’_.-]*/gu;
const packed = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Marks that hold a list, a label, a name or a figure together: such a line is no sentence and need not be one. */
const structure = /[,;:，、；：。/\\|()[\]{}<>=_`"“”«»→+]|\d|\.\p{L}|\p{Ll}\p{Lu}/u;

/** Fewer words than these may be a title. */
const sentenceWords = 10;
/** So many words are looked at at once for repetition, since a long text repeats its words by nature. */
const stretch = 30;
const fewestForRepetition = 12;
/** Longest line that is looked at, in characters. */
const longest = 20_000;

/**
 * Whether a line only heaps words up: filler text, the same few words again and again, ten and more words of which none ties
 * two others together, or words in an order in which no sentence has them. What it is about does not matter.
 */
export function isWordSalad(line: string): boolean {
  const text = line.slice(0, longest);
  const words = text.toLowerCase().match(word) ?? [];
  return isFiller(words) || isRepetition(text, words) || isHeap(text, words) || isShuffled(words);
}

/** The lines that say something as sentences, names or figures do; none where all of them repeat the same few words. */
export function withoutWordSalad(lines: readonly string[]): readonly string[] {
  const all = lines.join('\n').slice(0, longest);
  const words = all.toLowerCase().match(word) ?? [];
  if (isRepetition(all, words)) return [];
  return lines.filter((line) => !isWordSalad(line));
}

function isFiller(words: readonly string[]): boolean {
  if (words.length < 5 || !words.includes('ipsum')) return false;
  return words.filter((each) => filler.has(each)).length * 2 > words.length;
}

function isRepetition(text: string, words: readonly string[]): boolean {
  const parts = packed.test(text) ? pairsOf(text) : words;
  if (parts.length < fewestForRepetition) return false;
  let seen = 0;
  let distinct = 0;
  for (let from = 0; from + fewestForRepetition <= parts.length; from += stretch) {
    const window = parts.slice(from, from + stretch);
    seen += window.length;
    distinct += new Set(window).size;
  }
  return distinct / seen < 0.38;
}

/** Neighbouring characters, for scripts that put no spaces between words. */
function pairsOf(text: string): readonly string[] {
  const letters = [...text].filter((char) => /[\p{L}\p{N}]/u.test(char));
  return letters.slice(1).map((char, index) => `${letters[index] ?? ''}${char}`);
}

function isHeap(text: string, words: readonly string[]): boolean {
  if (words.length < sentenceWords || packed.test(text) || structure.test(text)) return false;
  return words.every((each) => !functionWords.has(each));
}

function isShuffled(words: readonly string[]): boolean {
  let found = 0;
  let broken = 0;
  for (const [index, each] of words.entries()) {
    if (!articles.has(each)) continue;
    found += 1;
    const next = words[index + 1];
    if (next !== undefined && neverAfterArticle.has(next)) broken += 1;
  }
  return broken >= 2 && broken * 4 >= found;
}
