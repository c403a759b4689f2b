/** Words of a text, or pairs of characters where the script has no spaces. */
export function features(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of text
    .slice(0, 2000)
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word))
      for (let at = 0; at < Math.max(1, word.length - 1); at++) found.add(word.slice(at, at + 2));
    else if (word.length > 2) found.add(word);
  }
  return found;
}

/** Share of the smaller set that both have, 0 to 1; 1 where one of them is empty. */
export function overlap(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  const [small, large] = first.size <= second.size ? [first, second] : [second, first];
  if (small.size === 0) return 1;
  let shared = 0;
  for (const feature of small) if (large.has(feature)) shared += 1;
  return shared / small.size;
}

/** Words that say nothing about what a statement is about. */
const common: ReadonlySet<string> = new Set(
  'the and for with that this should must shall system user users will can has have are not from into when then una para que con los las der die das und der les des une est pour dans как для что или при система должна'.split(
    ' ',
  ),
);

/** Whether two statements seem to say the same, by the words they share. */
export function sameMeaning(first: string, second: string): boolean {
  return overlap(telling(first), telling(second)) >= 0.34;
}

function telling(text: string): ReadonlySet<string> {
  return new Set([...features(text)].filter((word) => !common.has(word)));
}
