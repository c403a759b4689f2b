import { knownAcronyms } from '../../vocabulary/known-acronyms';
import { demands, forbids } from '../../vocabulary/modality';
import { neutralWords } from '../../vocabulary/neutral-words';
import { familyOf } from '../../notation/id-family';
import { spanPlace } from '../../document/places';
import type { SourceReview, SourceRule } from '../source-rule';

/** How often a term must be used in requirements to be one of the document's own. */
const fewestUses = 3;
/** Longest stretch of a line that is read, in characters. */
const longestLine = 5000;
/** How many terms a document must explain before the others are missed. */
const fewestExplained = 2;

/**
 * A document that explains its terms explains all of them: acronyms in any case, Capitalised Terms where its glossary
 * has such.
 *
 * Good: "Single Sign-On (SSO)", a glossary with every acronym; a document that explains none.
 * Bad: a glossary of three acronyms, and DPA in four requirements without a word about it.
 */
export const undefinedTerm: SourceRule = {
  id: 'prd-undefined-term',
  title: 'A document that explains its terms explains all it uses.',
  severity: 'info',
  *run(review) {
    const glossary = review.facts.filter(({ topic }) => topic === 'term').map(({ text }) => text);
    const explained = glossary.length + spelledOut(review).size;
    if (explained < fewestExplained) return;
    const prose = review.lines.filter((_, at) => !review.unread.has(at + 1)).join('\n');
    const families = new Set(
      review.requirements.flatMap(({ explicitId }) =>
        explicitId === null ? [] : familyOf(explicitId).split(/[-_.\d]/u),
      ),
    );
    for (const [term, uses] of [
      ...acronyms(review),
      ...(usesTitleCase(glossary) ? capitalised(review) : []),
    ]) {
      if (uses.count < fewestUses || families.has(term) || isExplained(term, prose, glossary)) continue;
      yield {
        message: '{0} is used {1} times and explained nowhere. Add it to the terms, or spell it out.',
        args: [term, String(uses.count)],
        fixable: glossary.length > 0,
        ...spanPlace(uses.line, uses.offset, term.length),
      };
    }
  },
};

interface Uses {
  readonly count: number;
  readonly line: number;
  readonly offset: number;
}

const acronym = /(?<![\p{L}\p{N}_\-/.`@#{[<(])\p{Lu}{2,6}(?=s?(?![\p{L}\p{N}_\-/`]|\.\p{L}))/gu;
/** Two to four capitalised words within a sentence. */
const titleCase = /(?<=\p{Ll}[,;]?\s)\p{Lu}\p{Ll}{2,}(?:[ -]\p{Lu}\p{Ll}{2,}){1,3}(?![\p{L}\p{N}])/gu;

function acronyms(review: SourceReview): ReadonlyMap<string, Uses> {
  return usesOf(
    review,
    acronym,
    (term, text) => !knownAcronyms.has(term) && !isCommonWord(term) && !isShouted(text),
  );
}

function capitalised(review: SourceReview): ReadonlyMap<string, Uses> {
  return usesOf(review, titleCase, (_, text) => !/^\s*(?:#|\|)/.test(text));
}

/** Uses of each term on the lines of requirements; the first is where it is reported. */
function usesOf(
  { lines, unread, requirements }: SourceReview,
  pattern: RegExp,
  accepts: (term: string, text: string) => boolean,
): ReadonlyMap<string, Uses> {
  const uses = new Map<string, Uses>();
  const seen = new Set<number>();
  for (const { line, endLine } of requirements)
    for (let at = line; at <= endLine; at += 1) {
      if (seen.has(at) || unread.has(at)) continue;
      seen.add(at);
      const text = (lines[at - 1] ?? '')
        .slice(0, longestLine)
        .replace(/`[^`]*`/g, (code) => '`'.repeat(code.length));
      for (const { 0: term, index } of text.matchAll(pattern)) {
        if (!accepts(term, text)) continue;
        const known = uses.get(term);
        uses.set(
          term,
          known === undefined ? { count: 1, line: at, offset: index } : { ...known, count: known.count + 1 },
        );
      }
    }
  return uses;
}

/** `DEBERÁ` is a verb in capitals. */
function isCommonWord(term: string): boolean {
  const lower = term.toLowerCase();
  return neutralWords.has(lower) || lower.replace(demands, '') === '' || lower.replace(forbids, '') === '';
}

/** A line of capitals is shouted, not full of acronyms. */
function isShouted(text: string): boolean {
  const capitals = text.match(/\p{Lu}{2,}/gu)?.join('').length ?? 0;
  return capitals > 20 && capitals * 2 > (text.match(/\p{L}/gu)?.length ?? 0);
}

/** Acronyms behind the words they stand for: `Single Sign-On (SSO)`. */
function spelledOut({ lines, unread }: SourceReview): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [at, text] of lines.entries()) {
    if (unread.has(at + 1)) continue;
    for (const { 1: short = '', index } of text.slice(0, longestLine).matchAll(/\((\p{Lu}{2,6})\)/gu)) {
      const words = text.slice(Math.max(0, index - 120), index).match(/\p{L}+/gu) ?? [];
      const initials = words.map((word) => word.slice(0, 1).toUpperCase()).join('');
      if (initials.endsWith(short)) found.add(short);
    }
  }
  return found;
}

function isExplained(term: string, prose: string, glossary: readonly string[]): boolean {
  const escaped = term.replace(/[-\\]/g, '\\$&');
  const plain = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu');
  if (glossary.some((text) => plain.test(text.slice(0, 120)))) return true;
  const definition = new RegExp(
    `[(（]\\s*${escaped}s?\\s*[)）]|(?<![\\p{L}\\p{N}])${escaped}s?[*_\`]*[^\\S\\n]*(?:[(（]\\s*\\p{L}|[:：=]\\s*\\p{L}|[–—]\\s|-\\s|\\|\\s*\\p{L}|(?<!\\p{L})(?:means|stands for|is an?|refers to|significa|signifie|bedeutet|означает)(?!\\p{L})|是指|とは|란\\s)`,
    'u',
  );
  return definition.test(prose);
}

/** Whether the glossary itself lists Capitalised Terms, so that such are the author's way of marking them. */
function usesTitleCase(glossary: readonly string[]): boolean {
  const marked = glossary.filter((text) => /^\W{0,4}\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.test(text));
  return marked.length >= fewestExplained && marked.length * 2 >= glossary.length;
}
