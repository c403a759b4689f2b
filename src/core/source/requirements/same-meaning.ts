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

const none: ReadonlySet<string> = new Set();

/**
 * Whether two statements seem to say the same, by the words they share.
 *
 * @param everywhere words of their document that tell nothing of the two, where there are others
 */
export function sameMeaning(first: string, second: string, everywhere: ReadonlySet<string> = none): boolean {
  const [one, other] = [telling(first), telling(second)];
  const [own, others] = [one, other].map(
    (words) => new Set([...words].filter((word) => !everywhere.has(word))),
  );
  const said = own !== undefined && others !== undefined && own.size > 0 && others.size > 0;
  return (said ? overlap(own, others) : overlap(one, other)) >= 0.34;
}

function telling(text: string): ReadonlySet<string> {
  return new Set([...features(text)].filter((word) => !common.has(word)));
}

/** Fewest ids, and least share of them, whose titles a word stands in to be what all of them are about. */
const shared = { titles: 3, share: 0.25 };

/** Words that the titles of many of a document's ids share: what all of it is about. */
export function wordsEverywhere(
  titles: readonly (readonly [id: string, title: string])[],
): ReadonlySet<string> {
  const found = new Map<string, Set<string>>();
  for (const [id, title] of titles)
    for (const word of telling(title)) found.set(word, (found.get(word) ?? new Set()).add(id));
  const ids = new Set(titles.map(([id]) => id)).size;
  const least = Math.max(shared.titles, ids * shared.share);
  return new Set([...found].flatMap(([word, having]) => (having.size >= least ? [word] : [])));
}
