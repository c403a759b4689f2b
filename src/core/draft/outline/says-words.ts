/** Whether a text has words as such, in whatever case: not within a longer word. */
export function saysWords(text: string, words: string): boolean {
  const [all, wanted] = [text.toLowerCase(), words.toLowerCase()];
  // Scripts that part no words by spaces have words within others.
  const parts = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) {
    const around = [all[at - 1] ?? '', all[at + wanted.length] ?? ''];
    if (!around.some((character) => /[\p{L}\p{N}_]/u.test(character) && !parts.test(character))) return true;
  }
  return false;
}
