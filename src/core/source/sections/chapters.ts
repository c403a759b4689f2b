import { collectingRoles, sayingWhat } from '../vocabulary/section-roles';
import type { Section } from '../document/document-model';
import { walkSections } from '../document/document-model';
import { isSentence } from './judge-bullets';
import { evidenceOf } from './section-evidence';
import { saysWhatHolds, statingParagraphs } from './prose-statements';
import type { FactTopic } from '../source';
import type { SectionRole } from '../vocabulary/section-roles';

/** What the author of a document has in chapters with names of their own. */
export interface OwnChapters {
  /** Chapters that state what is wanted, though no vocabulary knows their titles. */
  readonly stating: ReadonlySet<Section>;
  /** Chapters behind those that say what is left out: they tell what else there is to say. */
  readonly closing: ReadonlySet<Section>;
}

/** Roles of chapters that stand around those that state what is wanted. */
const around: ReadonlySet<SectionRole> = new Set<SectionRole>([
  ...(['excluded', 'measure', 'context', 'detail', 'aside', 'annex', 'acceptance'] as const),
]);

/** Fewest chapters around, and kinds of them, by which a document is known as one that says what is wanted. */
const fewest = { around: 3, kinds: 2 };
/** Share of a title from which on it says what its chapter is. */
const clearly = 0.5;
/** Share from which on nothing speaks against it. */
const surely = 0.8;
/** Evidence from which on a list states what is wanted: by itself, beside chapters titled so, or part by part. */
const enough = { list: 0.1, beside: 0.7, parts: 0.4, part: 2, against: 1.4 };
/** Share of the paragraphs of all chapters of running text that says what holds, for each of them to state something. */
const leastHolding = 0.35;
/** What a chapter beside titled ones describes, in which nothing is wanted. */
const described: ReadonlySet<FactTopic> = new Set<FactTopic>(['interface', 'architecture', 'data']);
/** Fewest paragraphs that make a chapter of running text. */
const fewestParagraphs = 2;

/**
 * The chapters of a document that says around them why, for whom and what not: what stands between is what is wanted,
 * whatever its author calls it. Empty where the document is not of that kind.
 */
export function ownChapters(root: Section): OwnChapters {
  const chapters = chaptersOf(root);
  const framing = chapters.filter(frames);
  const kinds = new Set(framing.map(({ role }) => role));
  const end = closingAt(chapters);
  if (end === null || framing.length < fewest.around || kinds.size < fewest.kinds)
    return { stating: new Set(), closing: new Set() };
  const before = chapters.slice(0, end);
  const titled = before.findIndex(({ role }) => sayingWhat.has(role));
  const opening = 1 + before.findLastIndex(introduces);
  const own = before
    .map((chapter, at) => ({ chapter, at }))
    .filter(({ chapter, at }) => at >= opening && isOwn(chapter));
  const told = mostHold(own.flatMap(({ chapter }) => [...walkSections(chapter)]));
  const read = own.filter(({ chapter }) => (isProse(chapter) ? told : states(chapter, titled < 0)));
  // One chapter in front of those titled so leads to them.
  const isLead = read.filter(({ at }) => at < titled).length < fewestInFront;
  const stating = read.filter(
    ({ chapter: { topic }, at }) =>
      titled < 0 || ((!isLead || at > titled) && (topic === null || !described.has(topic))),
  );
  const closing = stating.length === 0 ? [] : chapters.slice(end).filter(({ role }) => role === null);
  const all = stating.flatMap(({ chapter }) => [chapter, ...partsOf(chapter, told)]);
  return { stating: new Set(all), closing: new Set(closing) };
}

/** The parts of a chapter that hold several paragraphs or a list of sentences: they sort them as it does itself. */
function partsOf(chapter: Section, told: boolean): readonly Section[] {
  return [...walkSections(chapter)].filter(
    (part) =>
      part !== chapter &&
      part.role === null &&
      part.sections.length === 0 &&
      (isProse(part) ? told : evidenceOf(part) >= enough.part),
  );
}

/** Whether enough of what stands in sections says what holds for each of their paragraphs to state something. */
function mostHold(sections: readonly Section[]): boolean {
  const stated = sections.flatMap(({ blocks }) => [
    ...statingParagraphs(blocks),
    ...blocks.filter(({ kind }) => kind === 'item'),
  ]);
  return stated.filter(saysWhatHolds).length >= stated.length * leastHolding;
}

/** Chapters in front of those titled as requirements from which on they state some, too. */
const fewestInFront = 2;

/** The highest headings below the title. */
function chaptersOf(root: Section): readonly Section[] {
  const only = root.sections.length === 1 ? root.sections[0] : undefined;
  return only === undefined ? root.sections : only.sections;
}

function frames({ role, match }: Section): boolean {
  return role !== null && around.has(role) && match !== null && match.share >= clearly;
}

/** Whether a chapter leads to what is wanted: nothing in front of it is. */
function introduces({ role, topic }: Section): boolean {
  return role === 'detail' || (role === 'context' && (topic === 'problem' || topic === 'user'));
}

/** Where the chapter stands that says what is left out, behind some that may say what is wanted. */
function closingAt(chapters: readonly Section[]): number | null {
  const at = chapters.findIndex(
    ({ role }, index) =>
      role === 'excluded' &&
      chapters.slice(0, index).some((before) => before.role === null || sayingWhat.has(before.role)),
  );
  return at < 0 ? null : at;
}

/**
 * Whether nothing is known of a chapter's title that it tells; a word in it that may also be of a plan or a design weighs
 * less than a list that demands.
 */
function isOwn(chapter: Section): boolean {
  const { role, match } = chapter;
  if (role === null) return match === null || collectingRoles.has(match.role);
  // Conditions told in paragraphs are one each, as what stands in front of them is.
  if (role === 'constraints') return isProse(chapter);
  const isWeak = (role === 'design' || role === 'context') && match !== null && match.share < surely;
  return (
    isWeak && chapter.sections.length === 0 && isListed(chapter) && evidenceOf(chapter) >= enough.against
  );
}

function isListed({ blocks }: Section): boolean {
  return blocks.some(({ kind }) => kind === 'item') && blocks.every(({ kind }) => kind !== 'row');
}

function isProse({ blocks, sections }: Section): boolean {
  return (
    sections.length === 0 &&
    blocks.every(({ kind }) => kind === 'paragraph') &&
    statingParagraphs(blocks).length >= fewestParagraphs
  );
}

function states(chapter: Section, alone: boolean): boolean {
  const { blocks, sections } = chapter;
  if (sections.length > 0) {
    const weights = sections.map(evidenceOf);
    return weights.reduce((sum, weight) => sum + weight, 0) >= enough.parts * weights.length;
  }
  const rows = blocks.filter(({ kind }) => kind === 'row');
  if (rows.length > 0)
    return alone && rows.filter(({ cells }) => cells.some(isSentence)).length * 2 > rows.length;
  const least = alone ? enough.list : enough.beside;
  return blocks.some(({ kind }) => kind === 'item') && evidenceOf(chapter) >= least;
}
