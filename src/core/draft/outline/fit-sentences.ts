import { countSentences, countWords } from '../../spec/count-words';

interface Sentence {
  readonly text: string;
  /** Index of the fact that it is of. */
  readonly fact: number;
}

/** A sentence that begins so leans on the one before it. */
const leaning =
  /^(?:it|this|that|these|those|they|he|she|es|das|dies\p{L}*|sie|er|damit|dadurch|dabei|cela|ceci|ça|elle|ils?|esto|eso|ello|isso|isto|ele|ela)(?![\p{L}'’])/iu;

/**
 * As many sentences of the facts, from the first on, as a place has room for. Where some have no room, the last one gives way to
 * one that says what the work is: the first that names more of the title, else the first of a fact that would say nothing.
 *
 * @param fixed how many facts, from the first on, are to stay as they are
 */
export function fitSentences(
  facts: readonly string[],
  limit: { readonly sentences?: number | undefined; readonly words?: number | undefined },
  title: string,
  fixed = 0,
): string {
  const all = facts.flatMap((fact, index) =>
    splitSentences(ended(fact)).map((text) => ({ text, fact: index })),
  );
  const fits = (some: readonly Sentence[]): boolean => {
    const text = joined(some);
    return (
      countSentences(text) <= (limit.sentences ?? Infinity) && countWords(text) <= (limit.words ?? Infinity)
    );
  };
  const taken: Sentence[] = [];
  for (const sentence of all) {
    if (taken.length > 0 && !fits([...taken, sentence])) break;
    taken.push(sentence);
  }
  const rest = all.slice(taken.length);
  const last = taken.at(-1);
  if (last === undefined || taken.length < 2 || rest.length === 0 || last.fact < fixed) return joined(taken);
  const names = namedOf(title);
  const named = Math.max(...taken.map(names));
  const telling =
    rest.find((one) => names(one) > named && !leaning.test(one.text)) ??
    rest.find(({ fact }) => taken.every((one) => one.fact !== fact));
  const other = telling === undefined ? taken : [...taken.slice(0, -1), telling];
  return joined(fits(other) ? other : taken);
}

function joined(sentences: readonly Sentence[]): string {
  return sentences.map(({ text }) => text).join(' ');
}

/** How many words of a title a sentence has, in whatever number or case they stand. */
function namedOf(title: string): (sentence: Sentence) => number {
  const stems = [...new Set(title.toLowerCase().match(/\p{L}{4,}/gu) ?? [])].map((word) =>
    word.slice(0, Math.max(4, word.length - 2)),
  );
  return ({ text }) => {
    const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
    return stems.filter((stem) => words.some((word) => word.startsWith(stem))).length;
  };
}

/** A point of a list ends like a sentence where others follow it in one line. */
function ended(fact: string): string {
  if (/[.!?:;…。！？：；][)"'”»」）\]*_]*$/u.test(fact)) return fact;
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(fact) ? `${fact}。` : `${fact}.`;
}

/** Every fact begins a sentence of its own, whether or not the one before it ends with a full stop. */
function splitSentences(text: string): readonly string[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });
  return [...segmenter.segment(text)]
    .map(({ segment }) => segment.trim())
    .filter((segment) => segment !== '');
}
