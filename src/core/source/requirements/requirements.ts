import type { AcceptanceCriterion, Requirement } from '../source';
import { collectingRoles, sayingWhat } from '../vocabulary/section-roles';
import { ownChapters } from '../sections/chapters';
import { criteriaApart } from './criteria-apart';
import type { Definition, Extraction, Site } from './definition';
import { defineByIds } from './define-by-id';
import { faqAnswers } from './faq-answers';
import { assumeFeatures } from '../sections/assume-features';
import { defineByStatements } from './define-by-statement';
import type { DocumentModel, Section } from '../document/document-model';
import { walkSections } from '../document/document-model';
import { siteOfFrontMatter } from '../ids/front-matter-id';
import { idSites } from '../ids/id-sites';
import { fingerprintOf } from './fingerprint';
import { mergeMeanings, unique } from './merge-meanings';
import type { Duplicate, Merged } from './merge-meanings';
import { weakStatements } from './weak-statements';
import { withoutPutOff } from '../sections/put-off-remarks';
import { evidenceOf } from '../sections/section-evidence';
import type { SectionRole } from '../vocabulary/section-roles';

/** Requirements of a document in order, with what it says about ids and scope. */
export interface Requirements extends Extraction {
  readonly requirements: readonly Requirement[];
  /** Second meanings of one id: the new id, the author's id and both lines. */
  readonly duplicates: readonly Duplicate[];
}

/** Sections whose items count even where other requirements carry ids. */
const titledRoles: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'requirements',
  'non-functional',
  'use-cases',
]);

/** As many ids as make a document one that identifies its requirements, whatever else it states. */
const fewIds = 3;

/** Finds every requirement the document defines. */
export function findRequirements(document: DocumentModel): Requirements {
  const { root } = document;
  const inText = idSites(root);
  const named = inText.length > 0 ? null : siteOfFrontMatter(document);
  let found = extract(root, named === null ? inText : [named]);
  if (found.definitions.length === 0) found = extract(root, idSites(root, true));
  const answers = found.definitions.length > 0 ? found : faqAnswers(root);
  const all = answers.definitions.length > 0 ? answers.definitions : weakStatements(root);
  const apart = criteriaApart(root, new Set(all.flatMap(({ id }) => id ?? [])));
  return {
    definitions: all,
    requirements: number(all, found.renamed, apart),
    duplicates: found.duplicates,
    outOfScope: answers === found ? found.outOfScope : [...found.outOfScope, ...answers.outOfScope],
  };
}

const none: ReadonlySet<Section> = new Set();

/** Definitions at the sites of ids, and statements without ids as far as they count beside them. */
function extract(root: Section, sites: readonly Site[]): Merged & Extraction {
  const byId = defineByIds(sites);
  const merged = mergeMeanings(byId.definitions);
  const lines = sites.map((site) => site.line).sort((a, b) => a - b);
  const common = {
    taken: spans(sites.map(regionOf)),
    holdsTaken: (section: Section) => hasLineWithin(lines, section.line + 1, section.endLine),
  };
  const own = ownChapters(root);
  const read = (likely: (section: Section) => boolean) => {
    const assumed = assumeFeatures(root, likely, own);
    const { chapters } = assumed;
    return defineByStatements(assumed.root, { ...common, roles: collectingRoles, withIds: false, chapters });
  };
  const open = read(likelyFeatures(root));
  const statements = identifies(sites, open.definitions.length)
    ? defineByStatements(root, { ...common, roles: titledRoles, withIds: true, chapters: none })
    : merged.definitions.length === 0
      ? fuller(open, () => read((section) => evidenceOf(section) > unlikely))
      : open;
  const definitions = [...merged.definitions, ...statements.definitions].sort((a, b) => a.line - b.line);
  const all = { definitions, outOfScope: [...byId.outOfScope, ...statements.outOfScope] };
  return { ...merged, ...withoutPutOff(all, root) };
}

/**
 * Evidence from which on a section without a role states requirements: the more of what the document lists stands in
 * sections that say they hold requirements, the less of the rest is likely to be any.
 */
const needed = { least: 0.7, more: 1.3 };
/** Evidence below which a section states no requirement even where nothing else does. */
const unlikely = -1.2;

/** Which sections without a role state requirements, by what stands in them. */
function likelyFeatures(root: Section): (section: Section) => boolean {
  const listed = { known: 0, unknown: 0 };
  for (const { role, blocks } of walkSections(root)) {
    const items = blocks.filter(({ kind }) => kind === 'item' || kind === 'row').length;
    if (role === null) listed.unknown += items;
    else if (sayingWhat.has(role)) listed.known += items;
  }
  const known = listed.known / Math.max(1, listed.known + listed.unknown);
  const enough = needed.least + needed.more * known;
  const speaks = (section: Section) => section.depth > 0 && evidenceOf(section) >= enough;
  // Documents are regular: where most headings below one state requirements, the others do, unless they say otherwise.
  const regular = new Map<Section, boolean>();
  const amongSuch = ({ parent }: Section) => {
    if (parent === null || parent.depth === 0) return false;
    const known = regular.get(parent);
    if (known !== undefined) return known;
    const most = parent.sections.filter(speaks).length * 2 > parent.sections.length;
    regular.set(parent, most);
    return most;
  };
  return (section) => speaks(section) || (evidenceOf(section) >= 0 && amongSuch(section));
}

/** Whether a document identifies its requirements: an id or two among many statements without do not make it one. */
function identifies(sites: readonly Site[], statements: number): boolean {
  const ids = sites
    .filter(({ id, section }) => id.kind !== 'success-criterion' && section.role !== 'measure')
    .map(({ id }) => id.id);
  const count = new Set(ids).size;
  return count >= fewIds || count * 4 > statements;
}

/**
 * The other reading where no section says that it lists requirements or features, and that reading finds three times as
 * many.
 */
function fuller(titled: Extraction, other: () => Extraction): Extraction {
  if (titled.definitions.some(({ section, kind }) => kind === 'story' || sayingWhat.has(section.role)))
    return titled;
  const assumed = other();
  return assumed.definitions.length >= Math.max(1, titled.definitions.length * 3) ? assumed : titled;
}

/** Lines that detail the requirement at a site. A document's title answers only for what stands right below it. */
function regionOf(site: Site): { readonly line: number; readonly endLine: number } {
  const { line, block, section } = site;
  if (block !== null) return { line, endLine: block.endLine };
  if (section.depth > 1) return { line, endLine: section.endLine };
  return { line, endLine: Math.max(line, ...section.blocks.slice(-1).map((last) => last.endLine)) };
}

/** Whether a line lies in one of the spans; spans are merged once so that asking is fast. */
function spans(
  ranges: readonly { readonly line: number; readonly endLine: number }[],
): (line: number) => boolean {
  const lines = new Set<number>();
  let reached = 0;
  for (const range of [...ranges].sort((a, b) => a.line - b.line)) {
    for (let line = Math.max(range.line, reached); line <= range.endLine; line++) lines.add(line);
    reached = Math.max(reached, range.endLine + 1);
  }
  return (line) => lines.has(line);
}

/** Whether one of the sorted lines lies between two others, both included. */
function hasLineWithin(sorted: readonly number[], from: number, to: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return (sorted[low] ?? Infinity) <= to;
}

/** Gives ids to those that have none and makes all of them unique. */
function number(
  definitions: readonly Definition[],
  renamed: ReadonlyMap<Definition, string>,
  apart: ReadonlyMap<string, readonly AcceptanceCriterion[]>,
): readonly Requirement[] {
  const used = new Set(
    definitions.map((definition) => renamed.get(definition) ?? definition.id).filter((id) => id !== null),
  );
  let next = 0;
  const derive = () => {
    let id: string;
    do id = `R-${String((next += 1)).padStart(3, '0')}`;
    while (used.has(id));
    return id;
  };
  return definitions.map((definition) => ({
    id: renamed.get(definition) ?? definition.id ?? derive(),
    explicitId: definition.id,
    line: definition.line,
    endLine: definition.endLine,
    kind: definition.kind,
    title: definition.title === '' ? titleFallback(definition) : definition.title,
    text: definition.text === '' ? titleFallback(definition) : definition.text,
    priority: definition.priority,
    acceptance: unique([
      ...definition.acceptance,
      ...((renamed.has(definition) ? undefined : apart.get(definition.id ?? '')) ?? []),
    ]),
    fingerprint: fingerprintOf(definition.text),
    group: definition.group,
  }));
}

function titleFallback(definition: Definition): string {
  return definition.text.split('\n')[0]?.slice(0, 120) || definition.id || `line ${definition.line}`;
}
