const unspacedScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * A pattern that finds any of the stems: at the start of a word, or anywhere in scripts without spaces. A stem that ends in
 * `$` is a whole word.
 */
export function stemPattern(terms: readonly string[]): RegExp {
  const longest = [...new Set(terms)].sort((a, b) => b.length - a.length);
  const spaced = longest.filter((term) => !unspacedScript.test(term)).map(literal);
  const unspaced = longest.filter((term) => unspacedScript.test(term)).map(literal);
  const anywhere = unspaced.length === 0 ? '' : `|${unspaced.join('|')}`;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${spaced.join('|')})${anywhere}`, 'iu');
}

function literal(term: string): string {
  const whole = term.endsWith('$');
  const text = (whole ? term.slice(0, -1) : term)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/ /g, '\\s+');
  return whole ? `${text}(?![\\p{L}\\p{N}])` : text;
}
