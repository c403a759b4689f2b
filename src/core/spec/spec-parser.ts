import { PartParser, treeOf, type PlacedMarkdown } from '../markdown/parse-by-parts';
import { parseMetadata } from './parse-metadata';
import { sectionsOf, type PlacedHeading } from './parse-sections';
import { placeFacts, placeTask, type PlacedFacts } from './place-part';
import { oncePerList } from '../text/remembered';
import { specPart, type SpecPart } from './spec-part';
import type { MetadataEntry, PlacedPart, SpecDocument, SpecSection, SpecTask } from './spec-document';
import { indexLines, rangeOf, type LineIndex } from './text-range';

/** A part with its facts in the places of the document. */
interface JoinedPart extends PlacedPart {
  readonly facts: PlacedFacts;
  readonly tasks: readonly SpecTask[];
}

/**
 * Reads a spec again and again while it is edited. What an edit left alone stays the same value: parts always, and
 * their facts where neither lines nor sections before them have come or gone.
 */
export class SpecParser {
  readonly #markdown = new PartParser();
  readonly #lists = new JoinedLists();
  #before: readonly JoinedPart[] = [];

  /** @param text without byte order mark */
  parse(text: string): SpecDocument {
    const joined = joinParts(text, this.#markdown.parse(text), this.#before);
    this.#before = joined.parts;
    return documentOf(text, joined, this.#lists);
  }
}

/** A document of parts that are read for the first time. */
export function joinDocument(text: string, placed: readonly PlacedMarkdown[]): SpecDocument {
  return documentOf(text, joinParts(text, placed, []), new JoinedLists());
}

interface Joined extends Pick<SpecDocument, 'lines' | 'sections'> {
  readonly parts: readonly JoinedPart[];
}

function joinParts(text: string, placed: readonly PlacedMarkdown[], before: readonly JoinedPart[]): Joined {
  const here: PlacedPart[] = [];
  const headings: PlacedHeading[] = [];
  let section = 0;
  let item = 0;
  for (const { part: markdown, start, line } of placed) {
    const part = specPart(markdown);
    here.push({ part, start, line, section, item });
    for (const heading of part.headings) {
      headings.push({ heading, start, line });
      if (heading.level > 1) section += 1;
    }
    item += part.listItems.length;
  }
  const lines = linesOf(text, here);
  const { endLine, endColumn } = rangeOf(lines, text.length, text.length);
  const sections = sectionsOf(headings, { offset: text.length, line: endLine, column: endColumn });
  const parts = here.map((place, index) => {
    // What stands before an edit is where it was from the start, what stands behind it from the end.
    const known =
      samePlace(before[index], place) ?? samePlace(before[before.length - here.length + index], place);
    const tasks = placeTasks(place, sections, known?.tasks ?? []);
    if (known?.start === place.start && known.tasks === tasks) return known;
    return { ...place, facts: known?.facts ?? placeFacts(place), tasks };
  });
  return { lines, sections, parts };
}

/** Lines of a text by those of its parts, each of which begins at the start of a line. */
function linesOf(text: string, parts: readonly PlacedPart[]): LineIndex {
  if (parts.length < 2) return parts[0]?.part.lines ?? indexLines(text);
  const starts: number[] = [];
  for (const { part, start, line } of parts) {
    // What follows the last line feed of a part is the first line of the next one.
    starts.length = line;
    for (const own of part.lines.starts) starts.push(own + start);
  }
  return { text, starts };
}

function placeTasks(
  place: PlacedPart,
  sections: readonly SpecSection[],
  before: readonly SpecTask[],
): readonly SpecTask[] {
  const tasks = place.part.tasks.map((task, index) => placeTask(task, place, sections, before[index]));
  return tasks.every((task, index) => task === before[index]) ? before : tasks;
}

function samePlace(
  old: JoinedPart | undefined,
  { part, line, section, item }: PlacedPart,
): JoinedPart | undefined {
  return old?.part === part && old.line === line && old.section === section && old.item === item
    ? old
    : undefined;
}

/** The lists of a document, each of which stays the same value for as long as those of its parts do. */
class JoinedLists {
  readonly #known = new Map<string, { readonly lists: readonly unknown[]; readonly joined: unknown }>();

  /** @param name of the list, always of the same type */
  join<T>(
    name: keyof PlacedFacts | 'tasks',
    parts: readonly JoinedPart[],
    pick: (part: JoinedPart) => readonly T[],
  ): readonly T[] {
    const lists = parts.map(pick).filter(({ length }) => length > 0);
    const before = this.#known.get(name);
    if (before?.lists.length === lists.length && lists.every((list, index) => list === before.lists[index]))
      return before.joined as readonly T[];
    const [only] = lists;
    const joined = lists.length === 1 && only !== undefined ? only : lists.flat();
    this.#known.set(name, { lists, joined });
    return joined;
  }
}

function documentOf(text: string, { lines, sections, parts }: Joined, lists: JoinedLists): SpecDocument {
  return {
    text,
    written: text,
    lines,
    parts,
    title: parts.find(({ part }) => part.title !== null)?.part.title ?? null,
    metadata: metadataOf(parts),
    sections,
    tables: lists.join('tables', parts, ({ facts }) => facts.tables),
    listItems: lists.join('listItems', parts, ({ facts }) => facts.listItems),
    tasks: lists.join('tasks', parts, ({ tasks }) => tasks),
    openQuestions: lists.join('openQuestions', parts, ({ facts }) => facts.openQuestions),
    codeBlocks: lists.join('codeBlocks', parts, ({ facts }) => facts.codeBlocks),
    paragraphs: lists.join('paragraphs', parts, ({ facts }) => facts.paragraphs),
    codeSpans: lists.join('codeSpans', parts, ({ facts }) => facts.codeSpans),
    links: lists.join('links', parts, ({ facts }) => facts.links),
  };
}

/** Metadata stands before the first section: most often in the first part or two. */
function metadataOf(parts: readonly JoinedPart[]): ReadonlyMap<string, MetadataEntry> {
  const first = parts.findIndex(({ part }) => part.headings.some(({ level }) => level > 1));
  return metadataOfParts(parts.slice(0, first === -1 ? undefined : first + 1).map(({ part }) => part));
}

/** Of the first parts of a document, which are read as one. */
const metadataOfParts = oncePerList((parts: readonly SpecPart[]) => {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return metadataOfPart(only);
  const placed: PlacedMarkdown[] = [];
  let [start, line] = [0, 0];
  for (const part of parts) {
    placed.push({ part, start, line });
    start += part.text.length;
    line += part.lines.starts.length - 1;
  }
  const text = parts.map((part) => part.text).join('');
  return metadataOfPart(specPart({ text, nodes: treeOf(placed).children }));
});

const metadataOfPart = ({ nodes, blocks, lines }: SpecPart): ReadonlyMap<string, MetadataEntry> =>
  parseMetadata(nodes, blocks, lines);
