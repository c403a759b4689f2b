import { features, overlap } from '../requirements/same-meaning';

/** Words that say nothing about what a statement is about. */
const common: ReadonlySet<string> = new Set(
  'the and for with that this should must need needs have has will can let lets instead actually scratch then from into our they was not but all any you your use want make sure also only just are yes okay agreed decided would could may take going after before within per each every que una los las para con por pero mejor não uma para com mas les des une est pas pour dans mais der die das und ist nicht mit auf für eine einen doch это что для или как так'.split(
    ' ',
  ),
);

/** Letters by which two forms of one word are known as one. */
const stem = 5;

/** What a statement is about: its telling words, shortened so that "expire" and "expires" are one. */
export function subjectOf(text: string): ReadonlySet<string> {
  const words = [...features(text)].filter((word) => !common.has(word) && !/^\p{N}+$/u.test(word));
  return new Set(words.map((word) => (/^\p{Script=Han}/u.test(word) ? word : word.slice(0, stem))));
}

/** Share of the smaller subject that both have, 0 to 1; 0 where one of them is empty. */
export function shared(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  return first.size === 0 || second.size === 0 ? 0 : overlap(first, second);
}
