import { stemOf } from '../../workspace/relevance/terms';
import { neutralWords, oneWord, sameThing } from '../vocabulary/neutral-words';

/** Letters of a word by which its forms (`invitation`, `invitations`, `приглашения`) are taken as one. */
const stemLength = 6;

const run = /[\p{L}\p{M}\p{N}]+(?:[’'-][\p{L}\p{M}\p{N}]+)*/gu;
const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const hangul = /\p{Script=Hangul}/u;
const particles =
  /(?<=..)(?:에서는|에서|에게|으로|까지|부터|하고|처럼|은|는|이|가|을|를|의|에|로|와|과|도|만)$/u;
const verbEndings =
  /(?<=..)(?:됩니다|합니다|됐다|되어야|된다|한다|해야|되며|하며|되고|하고|되면|하면|됨|함|된|한|할|될|시)$/u;

/**
 * What a text is about: its words without those that do not change that, in one form for all their inflections, each
 * once and sorted. Texts with the same subject are about the same thing.
 */
export function subjectOf(text: string): readonly string[] {
  return [...new Set(wordsOf(text).flatMap((word) => canonical(word) ?? []))].sort();
}

/** Words in order, lower case; those of scripts without spaces by the segmenter of the platform. */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  const written = oneWord.reduce(
    (rest, [pattern, word]) => rest.replace(pattern, word),
    text.normalize('NFKC').toLowerCase(),
  );
  for (const [found] of written.matchAll(run)) {
    if (ideographs.test(found)) words.push(...segments(found));
    else words.push(found);
  }
  return words;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segments(text: string): readonly string[] {
  const locale = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 'ja' : 'zh';
  const segmenter = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' });
  segmenters.set(locale, segmenter);
  return [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike !== false)
    .map(({ segment }) => segment);
}

/** One form for a word and its inflections; `null` for words that say nothing about the subject. */
function canonical(word: string): string | null {
  if (neutralWords.has(word)) return null;
  const bare = hangul.test(word) ? word.replace(verbEndings, '').replace(particles, '') : word;
  if (neutralWords.has(bare)) return null;
  const group = sameThing.find((members) => members.some((member) => startsLike(bare, member)));
  if (group?.[0] !== undefined) return `=${group[0]}`;
  const stem = ideographs.test(bare) || hangul.test(bare) ? bare : stemOf(bare);
  return /\d/.test(stem) ? stem : stem.slice(0, stemLength);
}

/** Short members are whole words, long ones beginnings. */
function startsLike(word: string, member: string): boolean {
  return member.length <= 4 && !ideographs.test(member) ? word === member : word.startsWith(member);
}
