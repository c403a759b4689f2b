import { plainWidth } from '../document/plain-heading';
import { inlinePriorityOf } from './requirement-fields';
import type { RequirementKind } from '../source';
import {
  acceptancePrefixes,
  foreignPrefixes,
  knownPrefixes,
  measurePrefixes,
  qualitySegments,
  saysOfSeveral,
  wordIds,
} from '../vocabulary/requirement-ids';

/** An id found where a line opens, and what follows it. */
export interface LeadingId {
  /** As written. */
  readonly id: string;
  readonly prefix: string;
  readonly standing: 'known' | 'measure' | 'acceptance' | 'foreign' | 'unknown';
  readonly kind: RequirementKind | null;
  /** How many characters stand before it where its sort does: `Use case UC-01`. */
  readonly at?: number;
  /** Text after the id and its separator. */
  readonly rest: string;
  /** Whether a separator (or the end) follows: `FR-1: text`, not `FR-1 depends on`. */
  readonly separated: boolean;
}

/** Requirement ids by shape: letters, then groups of letters and digits joined by `-`, `_` or `.`, a digit at the end. */
const shape =
  /^(\p{Lu}[\p{Lu}]{0,13}|\p{Lu}{1,4}\d?\p{Lu}{1,9})((?:[-_.]?\d{1,5})?(?:[-_.](?:\p{Lu}{1,14}\d{0,3}|\d{1,5})){0,5}|(?:\/\p{Lu}{1,14}){0,3}\/\d{1,4}(?:\.\d{1,3}){0,3})([a-z]?)$/u;
/** `FEAT/7` and `HRL/ESS/01` are one, `FR-1/FR-2` are two. */
const token =
  /^(?:(?:\p{Lu}{1,14}\/){1,4}(?=\p{Nd}))?[\p{Lu}\p{Ll}\p{Nd}](?:[\p{Lu}\p{Ll}\p{Nd}]|[-_.](?=[\p{Lu}\p{Ll}\p{Nd}])){0,47}/u;
/** An id with the slash behind it that the one in front of it calls for, and a statement. */
const slashAround = /^\p{Lu}{1,4}-?\d{1,4}(?:\.\d{1,3})?\/(?=\s|$)/u;
/** `OBJ-A`: counted by letters, behind letters that name requirements or goals by convention. */
const lettered = /^(\p{Lu}{2,6})-\p{Lu}$/u;
const loose =
  /^(req|fr|nfr|us|uc|story|feat|rf|rnf|hu|rn|br|cu|cdu|rq)((?:[-_ .:]|\.\s|\s?(?:[-–—]|n[º°o]\.?|#)\s?|\s?[([]\s?)?)(\d{1,4}(?:[.-]\d{1,3}){0,3})(?![\p{L}\p{Nd}])/iu;
/** Symbols, a checkbox, brackets and quotes that may stand in front of an id. */
const opening = /^(?:\[[ xX~-]\]|[^\p{L}\p{Nd}])*/u;
const closing = /^[\])】）>"'`*_~]+/u;
/** What makes the ids on a line citations: a range, a list of ids, an arrow to what implements them. */
const citation =
  /^\s*(?:\.{2,3}|…|~|〜|～|→|=>|->|⇒|&|\+|(?:[-–—,、，;/]|(?<![\p{L}\p{N}_])(?:to|through|thru|until|and|or|a|al|até|hasta|à|bis|do|e|y|et|und|до|по|и|đến)(?![\p{L}\p{N}_])|至|到|から|부터|和|と|및)\s*(?=[[(`*]*(?:\p{Lu}{1,10}[-_.]?(?:\p{Lu}{1,10}[-_.])*\d|\d{1,4}(?:\s|$|[)\],;]))))/u;
/** `R3 – 20 seats are kept free`: a dash with spaces around it, and a number that more is said of than where a range ends. */
const countedBehind = /^(?:\s+[-–—]+\s+|—|,\s+)(?!0\d)\d{1,4}\s+([^\s)\],;].*)$/su;
const separator = /^\s*(?:[:：|.·、．。]|[-–—]+(?=\s|\p{L})|[)）\]】]\s*[:：]?|$)\s*/u;

/** Hyphens that a word processor or a model puts in place of the plain one, also a dash between letters and a number. */
const hyphens = /[\u2010-\u2012\u2212\ufe63]|(?<=\p{Lu})\u2013(?=\d)/gu;

/** The text with plain hyphens and plain width, character for character. */
function plainMarks(text: string): string {
  return plainWidth(text).replace(hyphens, '-');
}

/** `3.1.2 ` in front of an id: a clause of a contract or a specification. */
const clause = /^\d{1,2}(?:\.\d{1,2}){1,4}\.?\s+[^\p{L}\p{Nd}]{0,4}(?=\p{Lu})/u;

/** Id at the start of `text`, where it does not cite a range or a list of ids. */
export function leadingId(text: string): LeadingId | null {
  if (wikiLink.test(text)) return null;
  const plain = plainMarks(text.slice(0, 500));
  const read = (from: number) => idOf(plain.slice(from, from + 400), plain.slice(from) + text.slice(500));
  let start = opening.exec(plain)?.[0].length ?? 0;
  let found = read(start);
  const numbered = found === null ? (clause.exec(plain.slice(start))?.[0].length ?? 0) : 0;
  if (numbered > 0) {
    const behind = read(start + numbered);
    // "2.1 API-2 speaks to ..." is a sentence; "2.1 API-2 The server shall ..." is not.
    if (behind !== null && (behind.separated || /^\p{Lu}/u.test(behind.rest))) {
      found = { ...behind, separated: true };
      start += numbered;
    }
  }
  // As the author wrote it, whatever marks were read for it.
  const at = start + (found?.at ?? 0);
  return found === null ? null : { ...found, id: text.slice(at, at + found.id.length) };
}

function idOf(body: string, whole: string): LeadingId | null {
  const found = shapedId(body, whole) ?? wordId(body, whole);
  if (found !== null) return found;
  // "Use case UC-01: Login" names its sort in front of the id.
  const sort = sortInFront.exec(body)?.[0] ?? '';
  const id = sort === '' ? null : shapedId(body.slice(sort.length), whole.slice(sort.length));
  return id?.standing === 'known' ? { ...id, at: sort.length } : null;
}

function shapedId(body: string, whole: string): LeadingId | null {
  let id = token.exec(body)?.[0] ?? '';
  const parts = /\d/.test(id) ? shape.exec(id) : null;
  let prefix = parts?.[1];
  let plain = id;
  const counted = lettered.exec(id)?.[1];
  if (counted !== undefined && knownPrefixes.has(counted)) prefix = counted;
  else if (prefix === undefined || !/\d/.test(parts?.[2] ?? '')) {
    const found = loose.exec(body);
    if (found?.[1] === undefined) return null;
    id = found[0];
    prefix = found[1].toUpperCase();
    plain = `${prefix}-${found[3] ?? ''}`;
  }
  // `/LF10/ The treasurer ...`: slashes around an id are brackets.
  const slashed = slashAround.test(whole);
  const raw = whole.slice(id.length + (slashed ? 1 : 0));
  const after = raw.replace(closing, '');
  if (cites(raw) || cites(after)) return null;
  const bracketed = slashed || /^[\])】）]/u.test(raw);
  const rest = split(after);
  // "GOAL-A player scores" is a word and an article.
  if (counted === prefix && !bracketed && !rest.separated) return null;
  return { id, prefix, ...standingOf(plain, prefix), ...rest, separated: rest.separated || bracketed };
}

function standingOf(id: string, prefix: string): Pick<LeadingId, 'standing' | 'kind'> {
  const segments = id
    .toUpperCase()
    .split(/[-_./]/)
    .map((part) => part.replace(/(?<!\d)\d+$/, ''));
  if (acceptancePrefixes.includes(prefix) || segments.slice(1).some((part) => part === 'AC' || part === 'CA'))
    return { standing: 'acceptance', kind: null };
  // `V2-3` puts an item off to a later version; `P0-1` is the first item of a priority.
  if (/^V\d+(?:[-.]|$)/.test(id)) return { standing: 'foreign', kind: null };
  if (/^P\d-\d{1,3}$/.test(id)) return { standing: 'unknown', kind: null };
  // `IP68` says how tight something is.
  if (/^IP[2-6]\d$/.test(id)) return { standing: 'foreign', kind: null };
  const ofQuality = segments.some((part) => qualitySegments.includes(part));
  const kind = knownPrefixes.get(prefix);
  if (kind !== undefined) return { standing: 'known', kind: ofQuality ? 'non-functional' : kind };
  if (measurePrefixes.includes(prefix)) return { standing: 'measure', kind: 'success-criterion' };
  return {
    standing: foreignPrefixes.includes(prefix) ? 'foreign' : 'unknown',
    kind: ofQuality ? 'non-functional' : null,
  };
}

const words = wordIds
  .flatMap((entry) => entry.words.map((word) => ({ word, kind: entry.kind })))
  .sort((a, b) => b.word.length - a.word.length);
const sortInFront = new RegExp(
  String.raw`^(?:${words.map(({ word }) => word).join('|')})\s*[:：#-]?\s*[[(（*_\x60]{0,3}(?=\p{Lu})`,
  'iu',
);
const wordNumber =
  /^(?:\s*(?:(?:#|№|nº|n°|no\.|[-–](?=\d))\s*)?(?:\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|[一二三四五六七八九十]{1,3})|\s+[A-Z]\d{0,2})(?![\p{L}\p{Nd}])/u;

function wordId(body: string, whole: string): LeadingId | null {
  const lower = body.toLowerCase();
  for (const { word, kind } of words) {
    if (!lower.startsWith(word)) continue;
    const number = wordNumber.exec(body.slice(word.length));
    if (number === null) continue;
    const id = body.slice(0, word.length + number[0].length);
    const after = whole.slice(id.length).replace(closing, '');
    if (cites(after)) return null;
    const rest = split(after);
    // `Feature 1 depends on ...` is prose: a word and a number need a separator behind them.
    if (!rest.separated) return null;
    return { id: id.trim(), prefix: word, standing: 'known', kind, ...rest };
  }
  return null;
}

function split(after: string): Pick<LeadingId, 'rest' | 'separated'> {
  const found = separator.exec(after);
  const rest = after.slice(found?.[0].length ?? 0).replace(/^[*_`\s]+/, '');
  return { rest: rest.trim(), separated: found !== null || isRanked(after) };
}

/** `FR-1 (must): text`, `FR-1 [P0] - text`: the rank stands between an id and its separator, and stays with the statement. */
function isRanked(after: string): boolean {
  const rank = rankBeforeSeparator.exec(after)?.[0];
  return rank !== undefined && inlinePriorityOf(rank) !== null;
}

const rankBeforeSeparator = /^\s{0,3}[([（][^()[\]（）]{1,30}[)\]）](?=\s{0,3}(?:[:：|]|[-–—]+\s))/u;

/** `[[QT-04 - Pay]]` leads to another note. */
const wikiLink = /^\s*\[\[[^\]\n]{1,200}\]\]/u;

/** Whether a line opens with a range or a list of ids: it cites them. */
export function opensWithCitation(text: string): boolean {
  if (wikiLink.test(text)) return true;
  const body = text.slice(opening.exec(text)?.[0].length ?? 0).slice(0, 400);
  const id = token.exec(body)?.[0] ?? '';
  const after = body.slice(id.length);
  return /\d/.test(id) && shape.test(id) && (cites(after) || cites(after.replace(closing, '')));
}

/** Whether what stands behind an id makes it one of several that the line is about. */
function cites(after: string): boolean {
  if (!citation.test(after)) return false;
  const said = countedBehind.exec(after.slice(0, 60))?.[1];
  return said === undefined || saysOfSeveral.test(said);
}

/** `V2-01: Metal cards`: an item whose id puts it off to a later version. */
export function isOfLaterVersion(text: string): boolean {
  const id = leadingId(text);
  return id?.standing === 'foreign' && /^V(?:[2-9]|1\d)-\d/.test(id.id) && id.rest !== '';
}

/** Longest end of a text that is looked at for an id behind it, in characters. */
const farEnd = 60;

/** Id in brackets at the end of a heading or a statement: `Login (US-001)`, `The system shall sign out. (LH-120)`. */
export function trailingId(text: string): { readonly id: LeadingId; readonly title: string } | null {
  const start = Math.max(0, text.length - farEnd);
  const found = /[([（【]([^()[\]（）【】]{2,42})[)\]）】][\s.。]*$/u.exec(text.slice(start));
  const title = text.slice(0, start + (found?.index ?? 0)).trim();
  if (found?.[1] === undefined || title === '') return null;
  const inside = found[1].trim();
  const plain = plainMarks(inside);
  const inner = shapedId(plain, plain);
  return inner === null || inner.rest !== ''
    ? null
    : { id: { ...inner, id: inside.slice(0, inner.id.length) }, title };
}
