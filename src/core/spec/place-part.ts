import type { TextRange } from '../text/position';
import type { PlacedPart, SpecDocument, SpecSection, SpecTask } from './spec-document';
import { phaseOf, type PartTask } from './task-notation';

/** What a part says with the positions of the document. */
export type PlacedFacts = Pick<
  SpecDocument,
  'tables' | 'listItems' | 'openQuestions' | 'codeBlocks' | 'paragraphs' | 'codeSpans' | 'links'
>;

/** The facts of a part where it stands; the part's own at the start of the document. */
export function placeFacts(place: PlacedPart): PlacedFacts {
  const { part, line, section, item } = place;
  if (line === 0 && section === 0 && item === 0) return part;
  const placed = <T extends TextRange & { readonly section: number | null }>(fact: T): T => ({
    ...fact,
    section: sectionAt(place, fact.section),
    line: fact.line + line,
    endLine: fact.endLine + line,
  });
  return {
    tables: part.tables.map((table) => ({
      ...placed(table),
      header: table.header.map((cell) => onLine(cell, line)),
      rows: table.rows.map((row) => row.map((cell) => onLine(cell, line))),
    })),
    listItems: part.listItems.map((entry) => ({
      ...placed(entry),
      parent: entry.parent === null ? null : entry.parent + item,
      lastLine: entry.lastLine + line,
    })),
    openQuestions: part.openQuestions.map(placed),
    codeBlocks: part.codeBlocks.map(placed),
    paragraphs: part.paragraphs.map(placed),
    codeSpans: part.codeSpans.map(placed),
    links: part.links.map(placed),
  };
}

/**
 * A task of a part where it stands, with what only the whole document says of it: its phase, and for a heading its end.
 *
 * @param sections of the document
 * @param before the task as it was placed last, which is given back where nothing about it has changed
 */
export function placeTask(
  task: PartTask,
  place: PlacedPart,
  sections: readonly SpecSection[],
  before: SpecTask | undefined,
): SpecTask {
  const { isHeading, ...own } = task;
  const section = sectionAt(place, task.section);
  const holder = section === null ? undefined : sections[section];
  const phase = phaseOf(isHeading ? (holder?.parent ?? null) : section, sections);
  const end = isHeading && holder !== undefined ? holder : onLine(task, place.line);
  if (before?.phase === phase && before.endLine === end.endLine && before.endColumn === end.endColumn)
    return before;
  return {
    ...own,
    section,
    phase,
    fields: new Map([...task.fields].map(([key, field]) => [key, onLine(field, place.line)])),
    line: task.line + place.line,
    endLine: end.endLine,
    endColumn: end.endColumn,
  };
}

function sectionAt(place: PlacedPart, section: number | null): number | null {
  return section === null ? null : section + place.section;
}

function onLine<T extends TextRange>(fact: T, line: number): T {
  return { ...fact, line: fact.line + line, endLine: fact.endLine + line };
}
