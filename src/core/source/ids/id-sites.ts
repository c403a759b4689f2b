import type { Block, Section } from '../document/document-model';
import { idDepth, walkSections } from '../document/document-model';
import type { Site } from '../requirements/definition';
import { idColumns } from '../notation/id-columns';
import { familyOf } from '../notation/id-family';
import { habitsOf, idAt, isCollecting, lineSite } from './line-sites';
import { ownKeys } from './own-keys';
import { unnumberedHeading } from '../document/plain-heading';
import { columnFields, fieldOf, fieldValue } from '../notation/requirement-fields';
import { leadingId, trailingId } from '../notation/requirement-id';
import type { LeadingId } from '../notation/requirement-id';
import { isTypeColumn } from '../notation/row-types';
import { roleOfHeading } from '../sections/section-role';
import type { SectionRole } from '../vocabulary/section-roles';
import { obligation } from '../vocabulary/story-phrases';

/** Roles in which an id is cited, deferred or belongs to something else. */
const barred: ReadonlySet<SectionRole | null> = new Set<SectionRole | null>([
  'excluded',
  'aside',
  'context',
  'acceptance',
  'metadata',
]);

/** What stays barred where a document defines nothing anywhere else: its plan may be where its stories are told. */
const barredAlways: ReadonlySet<SectionRole | null> = new Set<SectionRole | null>([
  'excluded',
  'aside',
  'acceptance',
  'metadata',
]);

/**
 * Sites at which ids define requirements, in document order.
 *
 * @param inPlans whether ids in roadmaps, task lists and the like define, too: where nothing else does
 */
export function idSites(root: Section, inPlans = false): readonly Site[] {
  const isBarred = ({ role }: Section) => (inPlans ? barredAlways : barred).has(role);
  const apart = new Set<Site>();
  const all = [...walkSections(root)].flatMap((section) => {
    const open = [
      ...headingSite(section, isBarred(section)),
      ...(isBarred(section) ? [] : blockSites(section)),
    ];
    const told = inPlans || open.length > 0 || !tellsOfPeople(section) ? [] : sitesIn(section);
    for (const site of section.role === 'annex' ? open : told) apart.add(site);
    return [...open, ...told];
  });
  const sites = all.filter((site) => !apart.has(site));
  const leading = new Set(sites.filter((site) => !isTrailing(site)).map((site) => site.id.id));
  const series = countSeries(sites);
  const identified =
    new Set(sites.filter((site) => site.id.standing === 'known' && isCollecting(site)).map(({ id }) => id.id))
      .size >= 3;
  const own = identified ? new Set<string>() : ownKeys(sites);
  const open = new Set(
    sites.filter(
      (site) =>
        (believed(site, series, identified) || isOwn(site, own)) &&
        !(isTrailing(site) && leading.has(site.id.id)),
    ),
  );
  // A row of evidence or of a plan may repeat an id whose statement stands apart; both are one requirement.
  const ids = new Set(
    [...open].flatMap((site) => (site.place === 'row' && !isCollecting(site) ? [] : [site.id.id])),
  );
  const families = new Set([...open].flatMap(({ id }) => [id.prefix, familyOf(id.id)]));
  return all.filter(
    (site) => open.has(site) || (apart.has(site) && !ids.has(site.id.id) && isStated(site, families)),
  );
}

/** Whether a section tells of people, money or a market; one about time says when what is defined elsewhere comes. */
function tellsOfPeople({ role, topic }: Section): boolean {
  return role === 'context' && topic !== 'timeline' && topic !== 'rollout';
}

function sitesIn(section: Section): readonly Site[] {
  return [...headingSite(section, false), ...blockSites(section)];
}

/** Whether a heading or a row of an index opens with one of the document's own keys. */
function isOwn({ id, place }: Site, own: ReadonlySet<string>): boolean {
  return id.standing === 'unknown' && own.has(id.prefix) && (place === 'heading' || place === 'row');
}

/**
 * Whether a place in an annex, or where people are told of, defines an id of the families defined elsewhere: it has a
 * statement that asks nothing. Letters that name requirements in an annex are believed, other places must oblige; there the
 * letters of one document name several modules, so that all in front of the number must be known.
 */
function isStated({ id, title, section }: Site, families: ReadonlySet<string>): boolean {
  if (!id.separated || title === '' || /[?？]\s*$/u.test(title)) return false;
  if (section.role === 'annex' && id.standing === 'known') return families.has(id.prefix);
  const isOwn = families.has(id.standing === 'unknown' ? id.prefix : familyOf(id.id));
  return isOwn && id.standing !== 'foreign' && obligation.test(title);
}

function headingSite(section: Section, isBarred: boolean): readonly Site[] {
  if (section.depth === 0) return [];
  const place = section.depth < idDepth ? ('heading' as const) : ('paragraph' as const);
  const common = { place, line: section.line, section, block: null };
  const opening = leadingId(section.title);
  const numbered =
    opening === null || opening.standing === 'foreign'
      ? leadingId(unnumberedHeading(section.title))
      : opening;
  // A roadmap may well carry its stories as headings; risks, tests and the like never do.
  const open =
    !isBarred || (section.role === 'context' && numbered?.standing === 'known' && place === 'heading');
  if (!open) return [];
  if (numbered !== null && numbered.standing !== 'acceptance')
    return [{ ...common, id: numbered, title: numbered.rest }];
  if (place !== 'heading' || numbered !== null) return [];
  const trailing = trailingId(section.title);
  if (trailing !== null && trailing.id.standing === 'known' && section.depth > 1)
    return [{ ...common, id: { ...trailing.id, rest: trailing.title }, title: trailing.title }];
  const field = fieldValue(section.blocks, 'id');
  const named = field === null ? null : leadingId(field);
  return named === null ||
    named.rest !== '' ||
    named.standing === 'foreign' ||
    named.standing === 'acceptance'
    ? []
    : [{ ...common, id: named, title: unnumberedHeading(section.title) }];
}

/** An id behind the title (`Login [FR-7]`) defines only where it stands in front nowhere. */
function isTrailing({ place, block, section }: Site): boolean {
  if (block !== null) return place !== 'row' && leadingId(block.text) === null;
  return place === 'heading' && leadingId(unnumberedHeading(section.title)) === null;
}

function blockSites(section: Section): readonly Site[] {
  const columns = idColumns(section.blocks);
  const habits = habitsOf(section);
  const visit = (blocks: readonly Block[], nested: boolean): readonly Site[] =>
    blocks.flatMap((block) => {
      if (block.kind === 'code') return [];
      if (block.kind === 'row') return rowSite(block, section, columns.get(block.list) ?? 0);
      if (nested && leadingId(block.text)?.standing === 'acceptance') return [];
      const within = nested || leadingId(block.text)?.standing === 'known';
      return [
        ...lineSite(block, section, habits),
        ...(citesBelow(block) ? [] : visit(block.children, within)),
      ];
    });
  return visit(section.blocks, false);
}

/** Items below "Dependencies:", "Related:" and the like cite. */
function citesBelow(block: Block): boolean {
  const label = /^([^:：]{2,60})[:：]?\s*$/u.exec(block.text)?.[1];
  if (label === undefined) return fieldOf(block.text)?.names.includes('note') === true;
  const match = roleOfHeading(label);
  return (
    (match !== null && match.share >= 0.6 && barred.has(match.role)) ||
    fieldOf(block.text)?.names.includes('note') === true
  );
}

function rowSite(row: Block, section: Section, column: number): readonly Site[] {
  if (row.isOther === true) return [];
  const cell = row.cells[column] ?? '';
  const id = declared(idAt(cell, section), row.columns[column] ?? '');
  if (id === null || id.standing === 'acceptance' || (id.rest !== '' && !id.separated)) return [];
  const named = statementCells(row, column, true);
  const statement = [id.rest, ...(named.length > 0 ? named : statementCells(row, column))].find(
    (text) => text !== '',
  );
  // A row of ids, priorities and dates says where a requirement goes, not what it is.
  return statement === undefined
    ? []
    : [{ id, place: 'row', line: row.line, section, block: row, title: statement }];
}

/** Letters that mean something else are an id all the same where a column is headed "ID". */
function declared(id: LeadingId | null, column: string): LeadingId | null {
  if (id?.standing !== 'foreign' || !columnFields(column).includes('id')) return id;
  return /^(?:P|V)\d+(?:\.|$)/.test(id.id) ? id : { ...id, standing: 'unknown' };
}

const bareCell =
  /^(?:p\d|[\d\s.,%/:~<>≤≥+–—-]*|(?:sprint|phase|release|milestone|v|q|week|iteration|阶段|迭代)\s?\d[\d.]*|high|medium|low|must|should|could|won'?t|done|todo|yes|no|pending|in progress|not started|complete[d]?|[^\p{L}]*|alta|média|media|baixa|baja|高|中|低)$/iu;

/**
 * Cells that state something: neither ids nor priorities, dates, states.
 *
 * @param stating whether to leave out columns that annotate ("Area", "Notes", "Acceptance")
 */
export function statementCells(row: Block, idColumn: number, stating = false): readonly string[] {
  return row.cells.filter((cell, at) => {
    if (at === idColumn || bareCell.test(cell.trim())) return false;
    if (
      stating &&
      (isTypeColumn(row.columns[at] ?? '') ||
        columnFields(row.columns[at] ?? '').some((name) => name !== 'description' && name !== 'story'))
    )
      return false;
    const id = leadingId(cell);
    return id === null || id.rest !== '' || id.standing === 'foreign';
  });
}

interface Series {
  readonly count: number;
  readonly padded: boolean;
  /** Whether it begins where a document begins to count: keys of a tracker go on from where it stands. */
  readonly begins: boolean;
}

function countSeries(sites: readonly Site[]): ReadonlyMap<string, Series> {
  const ids = new Map<string, Set<string>>();
  for (const site of sites) ids.set(site.id.prefix, (ids.get(site.id.prefix) ?? new Set()).add(site.id.id));
  return new Map(
    [...ids].map(([prefix, members]) => [
      prefix,
      {
        count: members.size,
        padded: [...members].some((id) => /[-_.]|\D0\d/.test(id)),
        begins: [...members].some((id) => /(?<!\d)(?:0\d*|[1-3])[a-z]?$/u.test(id)),
      },
    ]),
  );
}

/** Least ids behind statements that make letters that nobody knows a scheme. */
const trailingSeries = 3;

/**
 * Known prefixes are believed at once, single letters and unknown ones where they form a series in a fitting place.
 *
 * @param identified whether requirements have ids by convention: then other letters number something else elsewhere
 */
function believed(site: Site, series: ReadonlyMap<string, Series>, identified: boolean): boolean {
  const { id, standing, prefix } = site.id;
  const { count, padded, begins } = series.get(prefix) ?? { count: 0, padded: false, begins: false };
  const { role } = site.section;
  const collecting = isCollecting(site) || (summarizes(site) && site.place === 'row');
  if (standing === 'foreign') return false;
  if (standing === 'unknown' && isTrailing(site) && count < trailingSeries) return false;
  if (standing === 'measure') return role === 'measure' || (collecting && count >= 2);
  if (standing === 'known' && /-\p{Lu}$/u.test(id)) return count >= 2;
  if (standing === 'known') return prefix.length > 1 || collecting || count >= 2;
  if (prefix.length === 1) return collecting && count >= 2;
  if (collecting) return count >= 2 || padded;
  // Screens, tables and messages are numbered, too, where the solution is described.
  if (role === 'design' || role === 'detail' || (identified && role !== 'measure')) return false;
  return count >= 2 && padded && begins;
}

/** An overview or a summary in a chapter of requirements lists them. */
function summarizes({ section }: Site): boolean {
  return section.role === 'detail' && section.parent !== null && isCollecting({ section: section.parent });
}
