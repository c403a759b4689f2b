import { stopWords } from './stop-words';

const words = /[\p{L}\p{N}\p{M}]+/gu;
/** What words lie in: classes of characters are slow to look up, and most runs are words as they are. */
const runs = /[A-Za-z\d\x80-\uffff]+/g;
const beyondAscii = /[\x80-\uffff]/;
/** Scripts without spaces between words, or with endings that are written together with them. */
const packed = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]/;
/** Parts of such a run: ideographs, katakana, syllables, the rest. Hiragana holds the grammar and is left out. */
const packedParts =
  /[\u3400-\u9fff\uf900-\ufaff]+|[\u30a1-\u30ff]+|[\uac00-\ud7af]+|[^\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]+/gu;
const pairShape = /^[\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]{2}$/;
/** Numbers written out as ideographs. */
const numerals = /^[〇一二三四五六七八九十百千万两半]{2}$/u;
/** Most words of most texts, told faster than by properties of characters. */
const plainWord = /^[A-Za-z]?[a-z\d]*$/;
const endings = ['ations', 'ation', 'ings', 'ing', 'ed', 'es', 's', 'e'];
const shortestStem = 4;

/** A word as it stands in a text and what it is compared by. */
export interface Term {
  readonly word: string;
  readonly stem: string;
}

/**
 * Words of a text that can say what it is about: function words and the vocabulary of every requirements document
 * left out, English endings cut, text without spaces between words taken as pairs of characters.
 */
export function termsOf(text: string): readonly Term[] {
  const terms: Term[] = [];
  for (const run of text.match(runs) ?? []) addRun(run, terms);
  return terms;
}

/** The same with how often each comes up, in the order of their first: a text says most of its words more than once. */
export function countedTermsOf(text: string): readonly (Term & { readonly count: number })[] {
  const counts = new Map<string, number>();
  for (const run of text.match(runs) ?? []) counts.set(run, (counts.get(run) ?? 0) + 1);
  const terms: (Term & { readonly count: number })[] = [];
  for (const [run, count] of counts) {
    const within: Term[] = [];
    addRun(run, within);
    for (const { word, stem } of within) terms.push({ word, stem, count });
  }
  return terms;
}

/** Whether a stem is a pair of ideographs or syllables. */
export function isPair(stem: string): boolean {
  return pairShape.test(stem);
}

function addRun(run: string, terms: Term[]): void {
  if (!beyondAscii.test(run)) addWords(run, terms);
  else for (const word of run.match(words) ?? []) (packed.test(word) ? addPacked : addWords)(word, terms);
}

function addWords(run: string, terms: Term[]): void {
  if (plainWord.test(run)) addWord(run, terms);
  else for (const word of splitCase(run)) addWord(word, terms);
}

function addWord(word: string, terms: Term[]): void {
  const lower = word.toLowerCase();
  if (lower.length < 3 || stopWords.has(lower) || /^\d+$/.test(lower)) return;
  const stem = stemOf(lower);
  if (!stopWords.has(stem)) terms.push({ word: lower, stem });
}

function addPacked(run: string, terms: Term[]): void {
  for (const [part] of run.matchAll(packedParts)) {
    if (!packed.test(part)) addWords(part, terms);
    else if (/^[\u30a1-\u30ff]/.test(part)) {
      if (part.length > 1 && !stopWords.has(part)) terms.push({ word: part, stem: part });
    } else {
      for (let index = 0; index + 1 < part.length; index += 1) {
        const pair = part.slice(index, index + 2);
        if (!stopWords.has(pair) && !numerals.test(pair)) terms.push({ word: pair, stem: pair });
      }
    }
  }
}

/** `sendInvite` is about sending and about invites. */
function splitCase(run: string): readonly string[] {
  return /\p{Ll}\p{Lu}/u.test(run) ? run.split(/(?<=\p{Ll})(?=\p{Lu})/u) : [run];
}

/** One stem for `invite`, `invites`, `invited`, `inviting` and `invitation`. */
export function stemOf(word: string): string {
  for (const ending of endings) {
    const shortest = ending === 's' ? 3 : shortestStem;
    if (!word.endsWith(ending) || word.length - ending.length < shortest) continue;
    if (ending === 's' && word.endsWith('ss')) continue;
    return word.slice(0, -ending.length);
  }
  return word;
}
