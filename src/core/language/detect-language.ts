import type { Source } from '../source/source';
import { functionWordsOf } from './function-words';

/** Longest text that is looked at, in characters. */
const longest = 40_000;
/** Fewer function words than these may be names. */
const fewestWords = 6;
/** How much more the words of one language must be than those of the next. */
const lead = 1.15;

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const han = /\p{Script=Han}/gu;
const hangul = /\p{Script=Hangul}/gu;
const letter = /\p{L}/gu;
/** What is the same in every language: code, addresses, ids. */
const noProse = /```[\s\S]*?(?:```|$)|`[^`\n]*`|https?:\S+|\b[A-Z]{1,8}-\d+\b/gu;

/**
 * The language that a text is written in, told by its script and by the words that tie others together.
 *
 * @returns its id as VS Code names it (`de`, `pt-br`, `zh-cn`), or `null` where that can not be told
 */
export function detectLanguage(text: string): string | null {
  const prose = text.slice(0, longest).replace(noProse, ' ');
  const letters = countOf(prose, letter);
  if (letters === 0) return null;
  const [kanas, hans, hanguls] = [kana, han, hangul].map((script) => countOf(prose, script));
  const packed = (kanas ?? 0) + (hans ?? 0);
  // Among English names, one ideograph says as much as a word.
  if (packed * 3 > letters - packed) return (kanas ?? 0) * 8 > packed ? 'ja' : 'zh-cn';
  if ((hanguls ?? 0) * 3 > letters) return 'ko';
  return byFunctionWords(prose);
}

/** The language of a source, told once. */
export function languageOfSource(source: Pick<Source, 'text'>): string | null {
  const before = known.get(source);
  if (before !== undefined) return before;
  const language = detectLanguage(source.text);
  known.set(source, language);
  return language;
}

const known = new WeakMap<Pick<Source, 'text'>, string | null>();

function byFunctionWords(prose: string): string | null {
  const words = prose.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const counts = [...functionWordsOf].map(([language, known]) => ({
    language,
    score: words.filter((word) => known.has(word)).length,
  }));
  const [best, next] = counts.sort((a, b) => b.score - a.score);
  if (best === undefined || best.score < fewestWords) return null;
  return best.score >= (next?.score ?? 0) * lead ? best.language : null;
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
