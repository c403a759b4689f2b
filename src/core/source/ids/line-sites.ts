import { collectingRoles } from '../vocabulary/section-roles';
import type { Site } from '../requirements/definition';
import type { Block, Section } from '../document/document-model';
import { walkBlocks } from '../document/document-model';
import { unnumberedHeading } from '../document/plain-heading';
import { leadingId, trailingId } from '../notation/requirement-id';
import type { LeadingId } from '../notation/requirement-id';
import { doublePrefixes } from '../vocabulary/requirement-ids';

/** How the author of a section writes ids, seen from all that stands in it. */
export interface Habits {
  /** Lists of which each item opens with an id of its own: "- FR1 users can sign in" defines as "- FR1: ..." does. */
  readonly identified: ReadonlySet<number>;
  /** Letters of the ids that most statements end with. */
  readonly endings: ReadonlySet<string>;
  /** Letters of ids that several items set off clearly: others of them need nothing behind them. */
  readonly families: ReadonlySet<string>;
}

/** The habits of a section's author; none where the section does not hold requirements. */
export function habitsOf(section: Section): Habits {
  return isCollecting({ section })
    ? {
        identified: identifiedLists(section.blocks),
        endings: commonEndings(section.blocks),
        families: clearFamilies(section.blocks),
      }
    : { identified: new Set(), endings: new Set(), families: new Set() };
}

/** Least items that set off ids of one family clearly for the family to be the author's own. */
const clearItems = 2;

function clearFamilies(blocks: readonly Block[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { kind, text, lead } of walkBlocks(blocks)) {
    const id = kind === 'item' ? leadingId(text) : null;
    if (id === null || id.standing !== 'unknown' || id.rest === '') continue;
    if (id.separated || (lead !== null && leadingId(lead) !== null))
      counts.set(id.prefix, (counts.get(id.prefix) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([prefix, count]) => (count >= clearItems ? [prefix] : [])));
}

/** Least items of a list that must all open with an id of one kind for the id to need nothing behind it. */
const regularItems = 3;

function identifiedLists(blocks: readonly Block[]): ReadonlySet<number> {
  const lists = new Map<number, readonly (LeadingId | null)[]>();
  for (const { kind, list, text } of walkBlocks(blocks))
    if (kind === 'item') lists.set(list, [...(lists.get(list) ?? []), leadingId(text)]);
  return new Set(
    [...lists].flatMap(([list, ids]) => {
      const known = ids.flatMap((id) => (id?.standing === 'known' && id.rest !== '' ? [id] : []));
      const each = new Set(known.map(({ id }) => id)).size === ids.length && ids.length >= regularItems;
      return each && new Set(known.map(({ prefix }) => prefix)).size === 1 ? [list] : [];
    }),
  );
}

function commonEndings(blocks: readonly Block[]): ReadonlySet<string> {
  const beside = blocks.filter(({ kind }) => kind === 'item' || kind === 'paragraph');
  const counts = new Map<string, number>();
  for (const { text } of beside) {
    const prefix = trailingId(text)?.id.prefix;
    if (prefix !== undefined) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([prefix, count]) => (count * 2 > beside.length ? [prefix] : [])));
}

/**
 * The id a text opens with. Some letters mean criteria in one document and capabilities in the next: where they list
 * features or requirements below no requirement, they are read as the latter.
 */
export function idAt(text: string, section: Section): LeadingId | null {
  const id = leadingId(text);
  if (id?.standing !== 'acceptance' || !doublePrefixes.includes(id.prefix)) return id;
  const lists = section.role === 'features' || section.role === 'requirements';
  return lists && !isBelowRequirement(section) ? { ...id, standing: 'unknown' } : id;
}

function isBelowRequirement(section: Section): boolean {
  for (let at: Section | null = section; at !== null; at = at.parent)
    if (leadingId(unnumberedHeading(at.title))?.standing === 'known') return true;
  return false;
}

/** Where a list item or a paragraph defines an id: at its front, or behind its statement. */
export function lineSite(block: Block, section: Section, habits: Habits): readonly Site[] {
  const id = idAt(block.text, section);
  if (id === null) return trailingSite(block, section, habits);
  if (id.standing === 'acceptance' || (block.kind === 'paragraph' && id.rest === '')) return [];
  const bold = block.lead !== null && leadingId(block.lead) !== null;
  const isOwn = id.standing === 'known' || habits.families.has(id.prefix);
  const capital = isOwn && /^["“„«「『]?[\p{Lu}\p{Lo}\p{Nd}]/u.test(id.rest);
  if (!id.separated && !bold && !capital && !habits.identified.has(block.list)) return [];
  const place = block.kind === 'item' ? ('item' as const) : ('paragraph' as const);
  return [{ id, place, line: block.line, section, block, title: titleBesideId(block, id) }];
}

/**
 * `Users can log in. [FR-7]` among requirements. Letters that nobody knows, and any behind a paragraph, are an id there
 * where most of what stands beside it ends so: an author's own scheme, not a remark.
 */
function trailingSite(block: Block, section: Section, { endings }: Habits): readonly Site[] {
  const listed = isCollecting({ section }) && section.role !== 'scope';
  const found = listed ? trailingId(block.text) : null;
  if (found === null) return [];
  const { standing, prefix } = found.id;
  const place = block.kind === 'item' ? ('item' as const) : ('paragraph' as const);
  const isDefined = endings.has(prefix)
    ? standing === 'known' || standing === 'unknown'
    : standing === 'known';
  // A paragraph between others cites more often than it defines.
  if (!isDefined || (place === 'paragraph' && !endings.has(prefix))) return [];
  const id = { ...found.id, rest: found.title };
  return [{ id, place, line: block.line, section, block, title: found.title }];
}

/** `**FR-1: Login** text` is titled by its bold part, `**FR-1**: text` by the text. */
function titleBesideId(block: Block, id: LeadingId): string {
  const lead = block.lead === null ? null : leadingId(block.lead);
  return lead !== null && lead.rest !== '' ? lead.rest : id.rest;
}

/** Whether a section says that it holds requirements. */
export function isCollecting({ section }: Pick<Site, 'section'>): boolean {
  return section.role !== null && collectingRoles.has(section.role);
}
