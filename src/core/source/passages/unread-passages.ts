import { quantitiesOf } from '../claims/quantities';
import { unnumberedHeading } from '../document/plain-heading';
import type { Correction } from '../corrections/correction';
import type { Block, Section } from '../document/document-model';
import { idDepth } from '../document/document-model';
import { factText } from '../facts/fact-text';
import { isOwnField, isOwnRecord } from '../notation/metadata';
import { standingOfText } from '../notation/requirement-fields';
import { leadingId } from '../notation/requirement-id';
import { states } from '../notation/statement';
import { isStory } from '../notation/story-opening';
import { parseDocument } from '../parsing/parse-document';
import { normalText } from '../requirements/fingerprint';
import { ownRequirements } from '../requirements/own-requirements';
import { demandsSomething, sentencesOf } from '../sections/prose-statements';
import { topicOfSection } from '../sections/section-topic';
import type { FactTopic, Requirement, Source } from '../source';
import { isRemark, speaksOfItself } from '../vocabulary/authors-own';
import { opensAction } from '../vocabulary/capability-names';
import { emptyStatement } from '../vocabulary/fields';
import { forbids, future } from '../vocabulary/modality';
import { rules } from '../vocabulary/rule-words';
import { collectingRoles } from '../vocabulary/section-roles';
import { obligation } from '../vocabulary/story-phrases';
import type { Passage, UnreadSection } from './passage';
import { longestPassage, roleBy } from './passage';
import type { PassageRole } from './passage-role';
import { statedBy } from './stated';
import { unreadTalk } from './unread-talk';

/** By what all copies of a source share: ids and corrections change none of what is read here. */
const known = new WeakMap<Source['facts'], readonly UnreadSection[]>();

/**
 * What of a source is neither a requirement nor part of one, nor out of scope, nor an open question, in the order of the document:
 * bullets with what stands below them, rows, paragraphs, and headings with nothing below. Sentences of a paragraph that could be
 * requirements are passages of their own. What leads to a list, code, pictures and what is struck through are left out.
 *
 * It is for finding what was missed: where the words are clear, a passage is `possible`; where they are not, a person sees by the
 * titles of the sections and by how these were read which of them to look into.
 *
 * @param read the source without corrections
 * @param corrected the same with them: what a person has made a requirement is none of it any more
 */
export function unreadPassages(read: Source, corrected: Source = read): readonly UnreadSection[] {
  const sections = known.get(read.facts) ?? (read.kind === 'conversation' ? unreadTalk : ofDocument)(read);
  known.set(read.facts, sections);
  const added = new Set<Passage>();
  const all = sections.flatMap(({ passages }) => passages);
  for (const one of corrected.corrected?.corrections ?? []) {
    // Its id may be that of a requirement that the source has by now: then it made none.
    if (one.type !== 'add' || read.requirements.some(({ id }) => id === one.id)) continue;
    const passage = passageOf(
      one,
      all.filter((other) => !added.has(other)),
    );
    if (passage !== undefined) added.add(passage);
  }
  if (added.size === 0) return sections;
  return sections
    .map((section) => ({ ...section, passages: section.passages.filter((passage) => !added.has(passage)) }))
    .filter(({ passages }) => passages.length > 0);
}

/** The passage that an added requirement was made of: of those with its words the one nearest to where it stood. */
export function passageOf(
  { title, text, line = 1 }: Pick<Extract<Correction, { type: 'add' }>, 'title' | 'text' | 'line'>,
  passages: readonly Passage[],
): Passage | undefined {
  const said = normalText(text.trim() === '' ? title : text);
  const away = (passage: Passage) => Math.abs(passage.line - line);
  return passages
    .filter((passage) => normalText(passage.text) === said)
    .reduce<Passage | undefined>(
      (nearest, one) => (nearest === undefined || away(one) < away(nearest) ? one : nearest),
      undefined,
    );
}

/** The passages of all sections. */
export function passagesOf(read: Source, corrected: Source = read): readonly Passage[] {
  return unreadPassages(read, corrected).flatMap(({ passages }) => passages);
}

interface Reading {
  readonly source: Source;
  /** Lines of requirements and their criteria, of what is out of scope, and of open questions. */
  readonly taken: ReadonlySet<number>;
  /** Statements of requirements by the lines on which these begin. */
  readonly stated: ReadonlyMap<number, string>;
  readonly ids: ReadonlySet<string>;
  readonly topics: ReadonlyMap<number, FactTopic>;
}

function ofDocument(source: Source): readonly UnreadSection[] {
  const own = ownRequirements(source);
  const open = source.facts.filter(({ topic }) => topic === 'open-question');
  const reading: Reading = {
    source,
    taken: new Set([...own.flatMap(linesOf), ...[...source.outOfScope, ...open].map(({ line }) => line)]),
    stated: statedBy(own),
    ids: new Set(source.requirements.flatMap(({ explicitId }) => explicitId ?? [])),
    topics: new Map(
      source.facts.filter(({ path }) => path === undefined).map((fact) => [fact.line, fact.topic]),
    ),
  };
  const sections: { title: string; line: number; passages: Passage[] }[] = [];
  for (const { section, passages } of passagesBelow(parseDocument(source.text).root, reading)) {
    const { title, line } = heading(section);
    const last = sections.at(-1);
    if (last?.line === line && last.title === title) last.passages.push(...passages);
    else sections.push({ title, line, passages: [...passages] });
  }
  return sections;
}

function linesOf({ line, endLine, acceptance }: Requirement): readonly number[] {
  const within = Array.from({ length: Math.max(1, endLine - line + 1) }, (_, at) => line + at);
  return [...within, ...acceptance.map((criterion) => criterion.line)];
}

/** The section that a label in bold stands in. */
function heading(section: Section): Section {
  return section.depth >= idDepth && section.parent !== null ? heading(section.parent) : section;
}

interface Found {
  readonly section: Section;
  readonly passages: readonly Passage[];
}

function passagesBelow(section: Section, reading: Reading): readonly Found[] {
  const { title, role, struck, blocks, sections, line } = section;
  const id = leadingId(unnumberedHeading(title))?.id;
  if (struck || role === 'excluded' || (id !== undefined && reading.ids.has(id))) return [];
  const passages = blocks.flatMap((block) => passagesIn(block, section, reading));
  const isEmpty = blocks.length === 0 && sections.length === 0 && title !== '' && !reading.taken.has(line);
  // A heading of a chapter that holds nothing yet says nothing, one that nobody knows may be all that is said of a wish.
  if (isEmpty && section.match === null)
    passages.push({ line, text: title, role: roleBy(section.topic, role), possible: isStory(title) });
  return [
    ...(passages.length === 0 ? [] : [{ section, passages }]),
    ...sections.flatMap((child) => passagesBelow(child, reading)),
  ];
}

function passagesIn(block: Block, section: Section, reading: Reading): readonly Passage[] {
  const { kind, line, text, struck, children } = block;
  if (kind === 'code' || struck || standingOfText(text) !== 'live') return [];
  // A paragraph may open with what is none, and state requirements further down.
  if (reading.taken.has(line) || (kind === 'paragraph' && saidIn(block, reading) !== ''))
    return kind === 'paragraph' ? leftOf(block, section, reading) : [];
  if (isTakenBelow(block, reading)) return children.flatMap((child) => passagesIn(child, section, reading));
  if (addsTo(block, reading.ids)) return [];
  const whole = factText(block, section.topic).slice(0, longestPassage);
  if (
    (whole.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < 2 ||
    emptyStatement.test(whole) ||
    whole === reading.source.title
  )
    return [];
  // It leads to what stands below.
  if (kind === 'paragraph' && /[:：]\s*$/u.test(text)) return [];
  const role = roleOf(block, section, reading);
  const strict = role === 'document' || saysWhatItHolds(section);
  if (kind !== 'paragraph') {
    const possible =
      (role === 'without-id' && lacksAnId(block)) || [block, ...children].some((one) => couldBe(one, strict));
    return [{ line, text: whole, role, possible }];
  }
  const sentences = sentencesOf(block);
  // Among requirements a paragraph of several sentences may tell what happens, as they do, in words that oblige nobody.
  const tells = holdsRequirements(section) && sentences.length > 1 && !speaksOfItself(text);
  const possible = sentences.filter((sentence) => tells || couldBe(sentence, strict));
  if (possible.length === 0 || possible.length === sentences.length)
    return [{ line, text: whole, role, possible: possible.length > 0 }];
  const others = sentences.filter((sentence) => !possible.includes(sentence));
  const rest = others.map(oneLine).join(' ').slice(0, longestPassage);
  return [
    { line: others[0]?.line ?? line, text: rest, role, possible: false },
    ...possible.map((sentence) => ({ line: sentence.line, text: oneLine(sentence), role, possible: true })),
  ].sort((one, other) => one.line - other.line);
}

function oneLine({ text }: Block): string {
  return text.replace(/\s+/gu, ' ').slice(0, longestPassage);
}

/** Sentences of a paragraph that oblige, where others of it are requirements. */
function leftOf(block: Block, section: Section, reading: Reading): readonly Passage[] {
  const said = saidIn(block, reading);
  if (said === '') return [];
  const role = roleBy(section.topic, section.role);
  return (
    sentencesOf(block)
      // Of what opens with a number and an id only the end is said the same way.
      .filter((sentence) => couldBe(sentence, true) && !said.includes(lastHalf(normalText(sentence.text))))
      .map((sentence) => ({ line: sentence.line, text: oneLine(sentence), role, possible: true }))
  );
}

/** What requirements state that begin within a block. */
function saidIn({ line, endLine }: Block, { stated }: Reading): string {
  const texts: string[] = [];
  for (let at = line; at <= endLine; at += 1) texts.push(stated.get(at) ?? '');
  return texts.join(' ').trim();
}

function lastHalf(text: string): string {
  return text.slice(text.length >> 1);
}

function isTakenBelow({ children }: Block, reading: Reading): boolean {
  return children.some((child) => reading.taken.has(child.line) || isTakenBelow(child, reading));
}

/** Whether a later place of an id adds to its requirement: `FR-1: see above`, a row of a matrix. */
function addsTo({ kind, text, cells }: Block, ids: ReadonlySet<string>): boolean {
  return (kind === 'row' ? cells : [text]).some((part) => ids.has(leadingId(part)?.id ?? ''));
}

function roleOf(block: Block, section: Section, { source, topics, ids }: Reading): PassageRole {
  if (tellsOfDocument(block, source)) return 'document';
  const { role } = section;
  if (holdsRequirements(section))
    return ids.size > 0 && (block.kind !== 'paragraph' || sentencesOf(block).some(demands))
      ? 'without-id'
      : 'around';
  return roleBy(topics.get(block.line) ?? topicOfSection(section) ?? section.topic, role);
}

function tellsOfDocument(block: Block, { metadata }: Source): boolean {
  if (block.kind === 'row') return Object.hasOwn(metadata, (block.cells[0] ?? '').toLowerCase());
  return isOwnRecord(block) || isOwnField(block.text);
}

/** Whether an item states something like those that have an id; rows hold values as well. */
function lacksAnId(block: Block): boolean {
  return block.kind === 'item' && states(block) && leadingId(block.text) === null;
}

/** Whether a heading tells what stands below it, and that it is nothing that is wanted. */
function saysWhatItHolds(section: Section): boolean {
  const { role, topic } = section;
  return !holdsRequirements(section) && roleBy(topicOfSection(section) ?? topic, role) !== 'none';
}

/** Whether a heading says that what stands below it is wanted. */
function holdsRequirements({ role }: Section): boolean {
  return role !== null && role !== 'constraints' && collectingRoles.has(role);
}

/** @param strict whether a sentence has to leave no choice; else it may say in any way what holds */
function couldBe(block: Block, strict: boolean): boolean {
  const { text } = block;
  if (speaksOfItself(text) || isRemark(text) || /[?？]\s*$/u.test(text)) return false;
  return isStory(text) || sentencesOf(block).some(strict ? demands : tellsWhatHolds);
}

/** Whether a sentence says what somebody must or can do, a rule, or how much of something there may be. */
function tellsWhatHolds({ text }: Block): boolean {
  return (
    [obligation, future, rules, opensAction].some((words) => words.test(text)) ||
    text.search(forbids) >= 0 ||
    quantitiesOf(text).some(({ bound }) => bound !== 'exact')
  );
}

function demands({ text }: Block): boolean {
  return demandsSomething(text);
}
