import { criterionLetters, plainCriterionLabel } from '../source/notation/criterion-label';
import { rememberTexts } from '../text/remembered';

/** Ids found in a field that should hold ids. */
export interface IdList {
  /** Known ids in order of appearance, each once, ranges expanded. */
  readonly ids: readonly string[];
  /** Tokens that look like ids and are not known; of a range its ends only, since numbers in between may be unused. */
  readonly unknown: readonly string[];
}

/** Reads ids out of texts; remembers what it has read. */
export interface IdReader {
  /** Known ids that a text cites. */
  cited(text: string): readonly string[];
  /** What a field of ids names. */
  list(text: string): IdList;
  /** Every place at which a text writes a known id, in order; ids that a range only means have none. */
  places(text: string): readonly CitedPlace[];
}

/** Where an id is written. Offsets into the text. */
export interface CitedPlace {
  /** As it is known, whatever its case here. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** `US-1`, `FR-6.5.1`, `BR-STORAGE-031-03`, `T001`; standards such as `AES-256` look the same. */
const idShape = new RegExp(
  String.raw`^[A-Z]{1,8}(?:-[A-Z][A-Z0-9]{0,11})*-?\d{1,5}(?:[.-]\d{1,4})*(?:/${criterionLetters}-\d{1,4})?[a-z]?$`,
  'u',
);
const criterionEnd = new RegExp(String.raw`/${criterionLetters}-\d+$`, 'u');
/** Letters of scripts that put spaces between words: only these, beside an id, could be part of it. */
const letter = '\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}';
const word = `[${letter}\\p{N}_]+`;
/** A word with all that a hyphen, a dot before a digit, a tilde or a slash ties to it. */
const token = `${word}(?:(?:[-~/](?=[${letter}\\p{N}_])|\\.(?=\\p{N}))${word})*`;
const wholeToken = new RegExp(`^${token}$`, 'u');
const before = `(?<![${letter}\\p{N}_]|[${letter}\\p{N}_][-.])`;
const after = `(?![${letter}\\p{N}_]|[.-]\\d|-[${letter}])`;
/** What stands between the two ends of a range of ids. */
export const rangeConnector =
  '(?:\\.{2,3}|…|~|〜|–|—|−|to|through|thru|until|a|à|al|hasta|até|bis|tot|do|до|по|至|到|から)';
const openRange = new RegExp(`^\\s*${rangeConnector}\\s*`, 'u');
const fullRange = new RegExp(`^\\s*${rangeConnector}\\s*$`, 'u');

/**
 * Ids among `known` that a text cites: whole and longest first, so `FR-1` is not found in `FR-1.2`, `FR-10` or `XFR-1`.
 * In order of appearance, each once; case and the kind of space do not count.
 */
export function citedIds(text: string, known: Iterable<string>): readonly string[] {
  return idReader(known).cited(text);
}

/** Splits a field of ids into known ids, unknown tokens and expanded ranges (`US-001..003`, `FR-01~FR-05`). */
export function idList(text: string, known: Iterable<string>): IdList {
  return idReader(known).list(text);
}

/** More sets of ids than the checks of one spec ask for. */
const mostReaders = 24;
const recent = new Map<string, IdReader>();

/**
 * A reader for a set of ids, which need not look like ids (`Requirement 3`, `InviteService`). Words are looked up, so its time
 * does not grow with the number of ids; only ids that are no single word are searched for. That of the same ids is given again
 * while it is among the last ones: several checks read the same texts, and again after each edit.
 */
export function idReader(known: Iterable<string>): IdReader {
  const ids = [...known];
  const key = ids.join('\0');
  const reader = recent.get(key) ?? makeReader(ids);
  recent.delete(key);
  recent.set(key, reader);
  const [oldest] = recent.keys();
  if (recent.size > mostReaders && oldest !== undefined) recent.delete(oldest);
  return reader;
}

function makeReader(known: readonly string[]): IdReader {
  const byKey = new Map<string, string>();
  for (const id of known) if (id.trim() !== '' && !byKey.has(keyOf(id))) byKey.set(keyOf(id), id);
  const phrases = new Set([...byKey.values()].filter((id) => !wholeToken.test(id)).map(phrasePattern));
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  const scanner = new RegExp([...longestFirst, token].join('|'), 'giu');

  const tokensOf = (text: string): readonly Token[] =>
    [...text.matchAll(scanner)].flatMap(({ 0: found, index }) => {
      const id = byKey.get(keyOf(found));
      return id === undefined ? splitToken(found, index, byKey) : [{ text: found, start: index, id }];
    });
  return {
    cited:
      byKey.size === 0
        ? () => []
        : rememberTexts((text) => unique(tokensOf(text).flatMap(({ id }) => id ?? []))),
    list: rememberTexts((text) => listIds(splitHyphenRanges(text), tokensOf, byKey)),
    places: (text) =>
      byKey.size === 0
        ? []
        : tokensOf(text).flatMap(({ id, start, text: found }) =>
            id === null ? [] : [{ id, start, end: start + found.length }],
          ),
  };
}

interface Token {
  readonly text: string;
  readonly start: number;
  /** The known id that it is, or `null`. */
  readonly id: string | null;
}

/**
 * The ids in words tied by slashes and tildes: `US-001/US-002` are two, `US-001/AC-2` is one, known as such or not, and of a
 * criterion that is not known the requirement is.
 */
function splitToken(text: string, start: number, byKey: ReadonlyMap<string, string>): readonly Token[] {
  if (!/[~/]/u.test(text)) return [{ text, start, id: null }];
  const parts = [...text.matchAll(/[^~/]+/gu)].map(({ 0: part, index }) => ({ part, index }));
  const tokens: Token[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const first = parts[at];
    const second = parts[at + 1];
    if (first === undefined) break;
    const pair = second === undefined ? '' : text.slice(first.index, second.index + second.part.length);
    const pairId = byKey.get(keyOf(pair));
    const id = byKey.get(keyOf(first.part));
    const isCriterion = criterionEnd.test(pair);
    if (pairId !== undefined || (isCriterion && id === undefined)) {
      tokens.push({ text: pair, start: start + first.index, id: pairId ?? null });
      at += 1;
    } else {
      tokens.push({ text: first.part, start: start + first.index, id: id ?? null });
      if (isCriterion) at += 1;
    }
  }
  return tokens;
}

function listIds(
  text: string,
  tokensOf: (text: string) => readonly Token[],
  byKey: ReadonlyMap<string, string>,
): IdList {
  const ids: string[] = [];
  const unknown: string[] = [];
  const add = (found: string): void => {
    const id = byKey.get(keyOf(found));
    if (id === undefined) unknown.push(found);
    else ids.push(id);
  };
  let end = 0;
  let previous: string | null = null;
  for (const found of tokensOf(text)) {
    // A phrase with another number (`Requirement 99`) is as much an id as the ones that are known.
    const looksLikeId = found.id !== null || idShape.test(found.text) || /\s/u.test(found.text);
    if (found.start < end || !looksLikeId) continue;
    if (previous !== null && fullRange.test(text.slice(end, found.start)))
      ids.push(...idsBetween(previous, found.text, byKey));
    add(found.text);
    previous = found.text;
    end = found.start + found.text.length;
    const last = shortRangeEnd(found.text, text.slice(end, end + 20));
    if (last === null) continue;
    ids.push(...idsBetween(found.text, last.id, byKey));
    add(last.id);
    end += last.length;
    previous = null;
  }
  return { ids: unique(ids), unknown: unique(unknown) };
}

function keyOf(id: string): string {
  return plainCriterionLabel(id.replace(/\s+/gu, ' ')).toLowerCase();
}

/** A pattern for an id of several words; those that differ in their number only share one (`Requirement \\d+`). */
function phrasePattern(id: string): string {
  const stem = / \d+$/u.test(id) ? id.replace(/(?<!\d)\d+$/u, '') : null;
  const body = (stem ?? id).replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&').replace(/\s+/gu, '\\s+');
  return `${before}${body}${stem === null ? '' : '\\d+'}${after}`;
}

/** `FR-1-FR-5` and `US-001-003` with the hyphen turned into a range mark; the latter only for equal widths. */
function splitHyphenRanges(text: string): string {
  return text
    .replace(/([A-Z][A-Z-]{0,40})(\d+)\s*-\s*\1(\d+)/gu, '$1$2..$1$3')
    .replace(
      /(?<![\p{L}\p{N}-])([A-Z]{1,8}-)(\d{2,5})-(\d{2,5})(?![\d.-])/gu,
      (whole, prefix: string, from: string, to: string) =>
        from.length === to.length && Number(from) < Number(to) ? `${prefix}${from}..${to}` : whole,
    );
}

function shortRangeEnd(token: string, rest: string): { readonly id: string; readonly length: number } | null {
  const mark = openRange.exec(rest);
  if (mark === null) return null;
  const digits = /^\d{1,5}(?![\p{L}\p{N}_]|[.-]\d)/u.exec(rest.slice(mark[0].length));
  const stem = stemOf(token);
  if (digits === null || stem === null) return null;
  return {
    id: `${stem.prefix}${digits[0].padStart(stem.width, '0')}`,
    length: mark[0].length + digits[0].length,
  };
}

function stemOf(
  id: string,
): { readonly prefix: string; readonly number: number; readonly width: number } | null {
  const match = /^(|.*\D)(\d+)$/su.exec(id);
  return match === null
    ? null
    : { prefix: match[1] ?? '', number: Number(match[2]), width: (match[2] ?? '').length };
}

/** Known ids strictly between two of the same prefix. */
function idsBetween(from: string, to: string, known: ReadonlyMap<string, string>): readonly string[] {
  const low = stemOf(keyOf(from));
  const high = stemOf(keyOf(to));
  if (low === null || high === null || low.prefix !== high.prefix) return [];
  const found: { readonly id: string; readonly number: number }[] = [];
  for (const [key, id] of known) {
    const stem = stemOf(key);
    if (stem?.prefix === low.prefix && stem.number > low.number && stem.number < high.number)
      found.push({ id, number: stem.number });
  }
  return found.sort((a, b) => a.number - b.number).map(({ id }) => id);
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
