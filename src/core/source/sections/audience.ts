import type { Block, Section } from '../document/document-model';
import { walkBlocks, walkSections } from '../document/document-model';
import { normalizeHeading, unnumberedHeading } from '../document/plain-heading';
import { asksWho } from '../vocabulary/heading-phrases';
import { forWhom, namesRoles, roleEnding, roleNames, toldAs } from '../vocabulary/role-names';

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Longest name of somebody who uses the product, in characters. */
const longestName = 40;
/** Most names of a document that are compared. */
const mostNames = 60;

/** Least share of a word that all its endings have in common. */
const leastShared = 0.7;

/** Names to compare a heading with, by how they begin, so that asking does not grow with their number. */
type NameIndex = ReadonlyMap<string, readonly string[]>;

/** Tells headings that only name who uses what stands below them: they sort it. */
export interface Audience {
  readonly names: NameIndex;
}

/** Letters by which names are looked up: shorter than what two forms of one name share. */
const indexed = 3;

function indexOf(names: Iterable<string>): NameIndex {
  const index = new Map<string, string[]>();
  for (const name of names) {
    const key = name.slice(0, indexed);
    const known = index.get(key);
    if (known === undefined) index.set(key, [name]);
    else known.push(name);
  }
  return index;
}

const knownRoles = indexOf(roleNames.map(normalizeHeading));

/** The names that a document gives its users where it says who they are. */
export function audienceOf(root: Section): Audience {
  const names = new Set<string>();
  for (const section of walkSections(root)) {
    if (!saysWho(section)) continue;
    for (const child of section.sections) add(names, unnumberedHeading(child.title));
    for (const block of walkBlocks(section.blocks)) add(names, nameIn(block));
  }
  return { names: indexOf([...names].slice(0, mostNames)) };
}

/** Whether a heading names one who uses the product, alone or as whom the part below is for. */
export function namesUser(title: string, { names }: Audience): boolean {
  const heading = normalizeHeading(
    unnumberedHeading(title).replace(/(?<!\s)\s*[（(][^()（）]*[)）]\s*$/u, ''),
  );
  if (isToldAs(title)) return true;
  const bare = heading.replace(forWhom, '').replace(roleEnding, '').trim();
  if (bare === '' || bare.length > longestName) return false;
  return isOneOf(bare, knownRoles) || isOneOf(bare, names);
}

/** Whether a heading says as whom what stands below it is wanted: "As a parent". */
export function isToldAs(title: string): boolean {
  return toldAs.test(unnumberedHeading(title).replace(/(?<![\s:：,，…])[\s:：,，…]+$/u, ''));
}

/** Whether a section says who uses the product, or sorts by that what they do: "Roles and what they do". */
function saysWho({ title, topic, match, role }: Section): boolean {
  const heading = normalizeHeading(unnumberedHeading(title));
  if (namesRoles.test(heading)) return true;
  if (role !== 'context' || match?.role !== 'context') return false;
  return topic === 'user' || asksWho.some((pattern) => pattern.test(heading));
}

function add(names: Set<string>, name: string | null): void {
  const bare = name === null ? '' : normalizeHeading(name).replace(forWhom, '').trim();
  if (bare !== '' && bare.length <= longestName && bare.split(' ').length <= 4) names.add(bare);
}

/** The name that a bullet, a row or a bold opening gives: what stands before the first remark. */
function nameIn({ kind, text, lead, cells }: Block): string | null {
  if (kind === 'code') return null;
  if (kind === 'row') return cells[0] ?? null;
  if (kind === 'paragraph') return lead;
  return (
    /^[^:：,，、;；(（.。—–]{2,40}?(?=\s*(?:[:：,，、;；(（.。—–]|\s-\s|$))/u.exec(lead ?? text)?.[0] ?? null
  );
}

function isOneOf(heading: string, names: NameIndex): boolean {
  return names.get(heading.slice(0, indexed))?.some((name) => isSame(heading, name)) === true;
}

/** Whether two names differ in their endings only: "посетитель" and "посетители". */
function isSame(first: string, second: string): boolean {
  if (first === second) return true;
  if (unspaced.test(first)) return false;
  const left = first.split(' ');
  const right = second.split(' ');
  return left.length === right.length && left.every((word, at) => bends(word, right[at] ?? ''));
}

function bends(first: string, second: string): boolean {
  const shorter = Math.min(first.length, second.length);
  if (shorter < 4) return first === second || `${first}s` === second || `${second}s` === first;
  // "Approval" is what an approver does.
  if (namesDoing.test(first) !== namesDoing.test(second)) return false;
  let same = 0;
  while (same < shorter && first[same] === second[same]) same += 1;
  return same >= Math.max(4, shorter - 2, Math.max(first.length, second.length) * leastShared);
}

/** How a word ends that names what somebody does, without diacritics. */
const namesDoing = /(?:al|[st]ions?|ings?|ments?|ung(?:en)?|ages?|cion|ciones|cao|coes|ни[ея]|ци[яи])$/u;
