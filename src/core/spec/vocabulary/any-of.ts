/** Scripts that put no spaces between words: their words need no bounds. */
const packed = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * A pattern for any of some words, whole: no letter or digit stands directly before or behind one. Words of scripts without spaces are
 * found wherever they stand.
 *
 * @param words as parts of a regular expression
 * @param where `alone` where nothing else may stand in the text, `first` where the text has to begin with it
 * @param letters what may not stand beside one, as a class of characters
 */
export function anyOf(
  words: readonly string[],
  where: 'alone' | 'first' | 'anywhere' = 'anywhere',
  letters = '\\p{L}\\p{N}',
): RegExp {
  const spaced = words.filter((word) => !packed.test(word)).join('|');
  const unspaced = words.filter((word) => packed.test(word)).join('|');
  if (where === 'alone') return new RegExp(`^(?:${words.join('|')})$`, 'iu');
  const whole = spaced === '' ? [] : [`(?:${spaced})(?![${letters}])`];
  const inside = unspaced === '' ? [] : [`(?:${unspaced})`];
  return where === 'first'
    ? new RegExp(`^(?:${[...whole, ...inside].join('|')})`, 'iu')
    : new RegExp([...whole.map((part) => `(?<![${letters}])${part}`), ...inside].join('|'), 'iu');
}
