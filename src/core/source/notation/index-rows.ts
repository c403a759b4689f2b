import type { Block, Section } from '../document/document-model';
import { walkSections } from '../document/document-model';
import { normalizeHeading, unnumberedHeading } from '../document/plain-heading';
import { columnFields } from './requirement-fields';

/** Titles of a document's headings, as they are compared. */
export type HeadingTitles = ReadonlySet<string>;

/** What the headings name below which `counts` says that requirements stand. */
export function headingTitles(root: Section, counts: (section: Section) => boolean): HeadingTitles {
  const titles = new Set<string>();
  for (const section of walkSections(root))
    if (section.depth > 0 && counts(section)) titles.add(normalizeHeading(unnumberedHeading(section.title)));
  return titles;
}

/** What joins the names of several headings in one cell. */
const joined = /[,;，；、\n]/u;

/** What a cell of rank or state is headed by: it says something of what another names. */
const ranking: ReadonlySet<string> = new Set(['priority', 'status', 'phase']);

/**
 * Whether a row of a table only ranks what headings elsewhere name: `| Sign-in, search | P0 |` below "Priorities". It has one
 * more cell at most, which is its rank.
 */
export function onlyRanks({ kind, cells, columns }: Block, titles: HeadingTitles): boolean {
  if (kind !== 'row') return false;
  const isRank = columns.map((column) => columnFields(column).some((name) => ranking.has(name)));
  const named = cells.filter((cell, at) => isRank[at] !== true && cell.trim() !== '');
  if (!isRank.includes(true) || named.length !== 1) return false;
  const names = (named[0] ?? '').split(joined).filter((name) => name.trim() !== '');
  return names.length > 0 && names.every((name) => titles.has(normalizeHeading(unnumberedHeading(name))));
}
