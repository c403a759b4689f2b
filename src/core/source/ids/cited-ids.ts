import { rangeConnector } from '../../spec/cite';
import type { Block, Section } from '../document/document-model';
import { walkBlocks, walkSections } from '../document/document-model';
import { spanPlace } from '../document/places';
import { familyOf, idKey } from '../notation/id-family';
import { statementCells } from './id-sites';
import { unnumberedHeading } from '../document/plain-heading';
import { leadingId, trailingId } from '../notation/requirement-id';
import type { CitedIds, Requirement } from '../source';
import { cancelledWords, deferredWords } from '../vocabulary/fields';
import { plainPrefixes } from '../vocabulary/plain-prefixes';

/** A range that spans more ids than this is taken for something else. */
const longestRange = 200;
/** Longest line that is read for citations, in characters. */
const longestLine = 5000;

export interface CitingDocument {
  readonly lines: readonly string[];
  /** Numbers of lines that are code, comments or front matter. */
  readonly unread: ReadonlySet<number>;
  readonly requirements: readonly Pick<Requirement, 'explicitId' | 'acceptance'>[];
  readonly root: Section;
}

/**
 * Ids of the document's own scheme that it cites and does not define, in document order: single ones and those within
 * ranges (`US-001..006`, `FR-01~FR-05`, `US-24 a US-28`, "through"). Its own scheme are the letters of the ids it
 * defines, and those that name requirements everywhere (`US-012`). Standards, tracker keys and ids of other documents
 * have other letters.
 */
export function unresolvedIds(document: CitingDocument): readonly CitedIds[] {
  const defined = definedIds(document);
  const scanner = citationScanner(document, defined);
  if (scanner === null) return [];
  const found: CitedIds[] = [];
  for (const [at, text] of document.lines.entries()) {
    if (document.unread.has(at + 1) || isWithdrawal(text)) continue;
    for (const citation of scanner(text, at + 1)) {
      const ids = citation.ids.filter((id) => !isDefined(id, defined));
      if (ids.length > 0) found.push({ ...citation, ids });
    }
  }
  return believable(found, defined);
}

interface Defined {
  /** Keys of every id that opens a definition, whether it counts as a requirement or was cancelled. */
  readonly keys: ReadonlySet<string>;
  /** Families of ids that count as requirements. */
  readonly families: ReadonlySet<string>;
  /** Families of which children (`FR-1.2`) are defined. */
  readonly nested: ReadonlySet<string>;
  /** Families whose numbers are joined by hyphens (`BR-STORAGE-031-03`). */
  readonly hyphened: ReadonlySet<string>;
}

function definedIds({ requirements, root }: CitingDocument): Defined {
  const ids = requirements.flatMap(({ explicitId }) => (explicitId === null ? [] : [explicitId]));
  const criteria = requirements.flatMap(({ acceptance }) => acceptance.flatMap(({ id }) => id ?? []));
  const opened = [...walkSections(root)].flatMap(openedIds);
  return {
    keys: new Set([...ids, ...criteria, ...opened].map(idKey)),
    families: new Set(ids.map(familyOf)),
    nested: new Set(ids.filter((id) => /\d\.\d/.test(id)).map(familyOf)),
    hyphened: new Set(ids.filter((id) => /\d-\d/.test(id)).map(familyOf)),
  };
}

/** Ids at the front of headings, items and rows that go on to say something. */
function openedIds(section: Section): readonly string[] {
  const cites = section.role === 'aside' || section.role === 'annex' || section.role === 'context';
  const heading = [
    leadingId(section.title),
    leadingId(unnumberedHeading(section.title)),
    trailingId(section.title)?.id ?? null,
  ];
  const blocks = cites ? [] : [...walkBlocks(section.blocks)].map(openedId);
  return [...heading, ...blocks].flatMap((id) => id?.id ?? []);
}

function openedId(block: Block): ReturnType<typeof leadingId> {
  if (block.kind === 'code') return null;
  if (block.kind !== 'row') {
    const id = leadingId(block.text);
    if (id === null || (!id.separated && block.lead === null)) return null;
    return id.rest !== '' || block.children.length > 0 ? id : null;
  }
  const at = block.cells.findIndex((cell) => leadingId(cell) !== null);
  const id = at < 0 || at > 1 ? null : leadingId(block.cells[at] ?? '');
  return id !== null && (id.rest !== '' || statementCells(block, at).length > 0) ? id : null;
}

function isDefined(id: string, { keys, families, nested }: Defined): boolean {
  const key = idKey(id);
  if (keys.has(key)) return true;
  // `FR-1.2` is the second criterion of FR-1 where the document counts no children itself.
  const parent = key.replace(/[.]\d+[a-z]?$/u, '').replace(/[a-z]$/u, '');
  if (parent !== key && keys.has(parent) && !nested.has(familyOf(id))) return true;
  // `FR-1` may head FR-1.1 and FR-1.2 without being defined itself.
  return (
    families.has(familyOf(id)) &&
    [...keys].some((known) => /^[.-]\d/.test(known.slice(key.length)) && known.startsWith(key))
  );
}

/** What is said to be gone may well be named. */
function isWithdrawal(text: string): boolean {
  return (
    text.length > longestLine || cancelledWords.test(text) || deferredWords.test(text) || text.includes('~~')
  );
}

type Scanner = (text: string, line: number) => Iterable<CitedIds>;

function citationScanner({ lines }: CitingDocument, { families, hyphened }: Defined): Scanner | null {
  const plain = plainPrefixes.filter((prefix) => lines.some((line) => line.includes(`${prefix}-`)));
  const all = [...new Set([...families, ...plain.map((prefix) => `${prefix}-`)])].filter(
    (family) => family !== '',
  );
  if (all.length === 0) return null;
  const numberOf = (family: string): string =>
    hyphened.has(family) ? String.raw`\d{1,5}(?:[.-]\d{1,4})*` : String.raw`\d{1,5}(?:\.\d{1,4})*`;
  const ids = all
    .toSorted((a, b) => b.length - a.length)
    .map((family) => escape(family).replace(/ /g, String.raw`\s`) + numberOf(family))
    .join('|');
  const own = all.map(escape).join('|');
  const id = new RegExp(
    String.raw`(?<![\p{L}\p{N}_.#/]|(?<!\d)-)(?:${ids})[a-z]?(?![\p{L}\p{N}_]|[-._](?!(?:${own})\d)\p{L})`,
    'gu',
  );
  return (text, line) => citations(text, line, id, families);
}

const rangeEnd = new RegExp(String.raw`^[\s*_\x60\])]*(?:${rangeConnector}|-)[\s*_\x60[(]*`, 'u');

function* citations(
  text: string,
  line: number,
  pattern: RegExp,
  families: ReadonlySet<string>,
): Iterable<CitedIds> {
  const visible = withoutAddresses(text);
  const found = [...visible.matchAll(pattern)];
  // `R3 – 20 seats`: the id that a line defines has a statement behind it, which may begin with a number.
  const opened = found[0] === undefined ? null : leadingId(visible);
  for (let at = 0; at < found.length; at += 1) {
    const first = found[at];
    if (first === undefined) break;
    const start = first.index;
    const end = start + first[0].length;
    const next = found[at + 1];
    const between = next === undefined ? null : rangeEnd.exec(visible.slice(end, next.index));
    const closes = next !== undefined && between?.[0].length === next.index - end && between[0].trim() !== '';
    const states = at === 0 && opened?.id === first[0] && opened.separated && opened.rest !== '';
    const short = closes || states ? null : shortEnd(first[0], visible.slice(end, end + 16));
    const ids = closes ? idsFromTo(first[0], next[0]) : short === null ? null : idsFromTo(first[0], short.id);
    if (closes && ids !== null) at += 1;
    const last =
      closes && ids !== null ? next.index + next[0].length : end + (ids === null ? 0 : (short?.length ?? 0));
    if (ids === null && isWeak(first[0], families) && !standsInList(visible, start, end)) continue;
    yield { ids: ids ?? [first[0]], ...spanPlace(line, start, last - start) };
  }
}

/** `..006`, `~05`, `–12` behind an id: the same letters with that number. */
function shortEnd(id: string, rest: string): { readonly id: string; readonly length: number } | null {
  const found = /^(\s?(?:\.{2,3}|…|~|〜|–|—|-(?=\d{2,5}(?!\d)))\s?)(\d{1,5})(?![\p{L}\p{N}_]|[.-]\d)/u.exec(
    rest,
  );
  const stem = /^(|.*\D)(\d+)$/su.exec(id);
  if (found === null || stem === null) return null;
  const [, prefix = '', from = ''] = stem;
  const to = found[2] ?? '';
  if (Number(to) <= Number(from) || (found[1] === '-' && to.length !== from.length)) return null;
  return { id: `${prefix}${to.padStart(from.length, '0')}`, length: found[0].length };
}

/** All ids from one to the other, both included; `null` where they span no range. */
function idsFromTo(from: string, to: string): readonly string[] | null {
  const low = /^(|.*\D)(\d+)$/su.exec(from);
  const high = /^(|.*\D)(\d+)$/su.exec(to);
  if (low === null || high === null || low[1] !== high[1]) return null;
  const [first, last] = [Number(low[2]), Number(high[2])];
  if (last <= first || last - first >= longestRange) return null;
  const width = low[2]?.startsWith('0') === true ? low[2].length : 0;
  return Array.from(
    { length: last - first + 1 },
    (_, index) => `${low[1] ?? ''}${String(first + index).padStart(width, '0')}`,
  );
}

/** `R2` and `F1` are many things: one letter and a number count only in a list of ids. */
function isWeak(id: string, families: ReadonlySet<string>): boolean {
  const family = familyOf(id);
  return families.has(family) && /^\p{L}-?$/u.test(family);
}

function standsInList(text: string, start: number, end: number): boolean {
  const before = /(?:[(（[:：,，、;|]|^)\s*[*_`]*$/u.test(text.slice(0, start));
  return before && /^[*_`]*\s*(?:[)）\],，、;|.]|$)/u.test(text.slice(end));
}

/** The line with link targets and addresses blanked, every column at its place. */
function withoutAddresses(text: string): string {
  const blank = (found: string): string => ' '.repeat(found.length);
  return text
    .slice(0, longestLine)
    .replace(/(?<=\])\([^()\s]*\)/gu, blank)
    .replace(/<?https?:\/\/[^\s>)]+/giu, blank);
}

/** One mention of an id that only its letters speak for may come from anywhere. */
function believable(found: readonly CitedIds[], { families }: Defined): readonly CitedIds[] {
  const foreign = new Map<string, Set<string>>();
  for (const { ids } of found)
    for (const id of ids) {
      const family = familyOf(id);
      if (!families.has(family)) foreign.set(family, (foreign.get(family) ?? new Set()).add(idKey(id)));
    }
  return found.filter(({ ids: [id = ''] }) => (foreign.get(familyOf(id))?.size ?? 2) >= 2);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
