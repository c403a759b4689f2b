import { PartParser, treeOf, type PlacedMarkdown } from '../markdown/parse-by-parts';
import { parseMetadata } from './parse-metadata';
import { sectionsOf, type PlacedHeading } from './parse-sections';
import { placeFacts, placeTask, type PlacedFacts } from './place-part';
import { oncePer } from './remembered';
import { specPart, type SpecPart } from './spec-part';
import type { MetadataEntry, PlacedPart, SpecDocument, SpecSection, SpecTask } from './spec-document';
import { indexLines, rangeOf } from './text-range';

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
  #before: readonly JoinedPart[] = [];

  /** @param text without byte order mark */
  parse(text: string): SpecDocument {
    const joined = joinParts(text, this.#markdown.parse(text), this.#before);
    this.#before = joined.parts;
    return documentOf(text, joined);
  }
}

/** A document of parts that are read for the first time. */
export function joinDocument(text: string, placed: readonly PlacedMarkdown[]): SpecDocument {
  return documentOf(text, joinParts(text, placed, []));
}

interface Joined extends Pick<SpecDocument, 'lines' | 'sections'> {
  readonly parts: readonly JoinedPart[];
}

function joinParts(text: string, placed: readonly PlacedMarkdown[], before: readonly JoinedPart[]): Joined {
  const lines = indexLines(text);
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
  const { endLine, endColumn } = rangeOf(lines, text.length, text.length);
  const sections = sectionsOf(headings, { offset: text.length, line: endLine, column: endColumn });
  const parts = here.map((place, index) => {
    // What stands before an edit is where it was from the start, what stands behind it from the end.
    const known =
      samePlace(before[index], place) ?? samePlace(before[before.length - here.length + index], place);
    return {
      ...place,
      facts: known?.facts ?? placeFacts(place),
      tasks: placeTasks(place, sections, known?.tasks ?? []),
    };
  });
  return { lines, sections, parts };
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

function documentOf(text: string, { lines, sections, parts }: Joined): SpecDocument {
  const all = <T>(pick: (part: JoinedPart) => readonly T[]): readonly T[] => {
    const lists = parts.map(pick).filter(({ length }) => length > 0);
    return lists.length === 1 ? (lists[0] ?? []) : lists.flat();
  };
  return {
    text,
    lines,
    parts,
    title: parts.find(({ part }) => part.title !== null)?.part.title ?? null,
    metadata: metadataOf(text, parts),
    sections,
    tables: all(({ facts }) => facts.tables),
    listItems: all(({ facts }) => facts.listItems),
    tasks: all(({ tasks }) => tasks),
    openQuestions: all(({ facts }) => facts.openQuestions),
    codeBlocks: all(({ facts }) => facts.codeBlocks),
    paragraphs: all(({ facts }) => facts.paragraphs),
    codeSpans: all(({ facts }) => facts.codeSpans),
    links: all(({ facts }) => facts.links),
  };
}

/** Metadata stands before the first section: most often in the first part. */
function metadataOf(text: string, parts: readonly JoinedPart[]): ReadonlyMap<string, MetadataEntry> {
  const first = parts.findIndex(({ part }) => part.headings.some(({ level }) => level > 1));
  const leading = parts.slice(0, first === -1 ? undefined : first + 1);
  const [only] = leading;
  if (only !== undefined && leading.length === 1) return metadataOfPart(only.part);
  const end = first === -1 ? text.length : (parts[first + 1]?.start ?? text.length);
  return metadataOfPart(
    specPart({
      text: text.slice(0, end),
      nodes: treeOf(leading.map(({ part, start, line }) => ({ part, start, line }))).children,
    }),
  );
}

const metadataOfPart = oncePer(({ nodes, blocks, lines }: SpecPart) => parseMetadata(nodes, blocks, lines));
