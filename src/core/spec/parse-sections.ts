import type { Heading, RootContent } from 'mdast';
import { plainText } from '../markdown/plain-text';
import { sectionNameKey } from './section-name';
import type { SpecSection } from './spec-document';
import { rangeOfNode, span, type LineIndex } from './text-range';

/** A number before a heading: `5`, `5.1`, `5.`, `5)`, `5、`. Years and quantities (four digits on) are none. */
const headingNumber = /^(?:§\s*)?(\d{1,3}(?:\.\d{1,3})*)(?:[.)]?\s+|[.):：、．]\s*)(?=\S)/u;

/** The heading's number, if it has one, and what remains without number, attribute and closing colon. */
export function splitHeading(plain: string): { readonly number: string | null; readonly name: string } {
  const heading = plain.replace(/(?<!\s)\s*\{[#.][^{}]*\}\s*$/u, '').trim();
  const number = headingNumber.exec(heading);
  const name = heading.slice(number?.[0].length ?? 0).replace(/(?<!\s)\s*[:：]$/u, '');
  return { number: number?.[1] ?? null, name: name.trim() };
}

/** A heading of a part, positions relative to it. */
export interface PartHeading extends Pick<
  SpecSection,
  'heading' | 'name' | 'nameKey' | 'number' | 'bodyStart'
> {
  /** 1 to 6. */
  readonly level: number;
  readonly start: number;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/** Every heading that stands in the text itself, not in a quote or a list. */
export function parseHeadings(nodes: readonly RootContent[], lines: LineIndex): readonly PartHeading[] {
  return nodes
    .filter((node): node is Heading => node.type === 'heading')
    .map((node) => {
      const { start, end } = span(node);
      const { line, column } = rangeOfNode(node);
      const { number, name } = splitHeading(plainText(node));
      return {
        number,
        name,
        nameKey: sectionNameKey(name),
        heading: headingSource(node, lines.text),
        level: node.depth,
        start,
        bodyStart: afterLineEnding(lines.text, end),
        line,
        column,
      };
    });
}

/** Nodes of a part, each with the position of its section among the part's headings of level 2 to 6. */
export function* withSections(
  nodes: readonly RootContent[],
  headings: readonly PartHeading[],
): Iterable<{ readonly node: RootContent; readonly section: number | null }> {
  const sections = headings.filter(({ level }) => level > 1);
  let next = 0;
  let section: number | null = null;
  for (const node of nodes) {
    while (next < sections.length && (sections[next]?.start ?? 0) <= span(node).start) section = next++;
    if (node.type === 'heading' && node.depth === 1) section = null;
    yield { node, section };
  }
}

/** A heading of a document: that of a part, with what its positions are to be moved by. */
export interface PlacedHeading {
  readonly heading: PartHeading;
  readonly start: number;
  readonly line: number;
}

/**
 * The sections that headings open: those of level 2 to 6, each up to the next of the same or a higher level.
 *
 * @param end where the document ends
 */
export function sectionsOf(
  headings: readonly PlacedHeading[],
  end: { readonly offset: number; readonly line: number; readonly column: number },
): readonly SpecSection[] {
  const nexts = nextOfLevel(headings);
  const sections: SpecSection[] = [];
  const open: SpecSection[] = [];
  for (const [position, { heading, start, line }] of headings.entries()) {
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    if (heading.level === 1) continue;
    const next = headings[nexts[position] ?? -1];
    const section: SpecSection = {
      index: sections.length,
      heading: heading.heading,
      name: heading.name,
      nameKey: heading.nameKey,
      number: heading.number,
      level: heading.level,
      parent: open.at(-1)?.index ?? null,
      start: heading.start + start,
      end: next === undefined ? end.offset : next.heading.start + next.start,
      bodyStart: heading.bodyStart + start,
      line: heading.line + line,
      column: heading.column,
      endLine: next === undefined ? end.line : next.heading.line + next.line,
      endColumn: next === undefined ? end.column : next.heading.column,
    };
    sections.push(section);
    open.push(section);
  }
  return sections;
}

/** For each heading the position of the next of the same or a higher level, in one pass from the end. */
function nextOfLevel(headings: readonly PlacedHeading[]): readonly (number | undefined)[] {
  const nexts: (number | undefined)[] = [];
  const next: (number | undefined)[] = [];
  for (let position = headings.length - 1; position >= 0; position -= 1) {
    const level = headings[position]?.heading.level ?? 1;
    nexts[position] = next[level];
    for (let lower = level; lower <= 6; lower += 1) next[lower] = position;
  }
  return nexts;
}

function headingSource(heading: Heading, text: string): string {
  const first = heading.children[0];
  const last = heading.children.at(-1);
  return first === undefined || last === undefined ? '' : text.slice(span(first).start, span(last).end);
}

function afterLineEnding(text: string, offset: number): number {
  const rest = /^[ \t]*(?:\r\n|\n|\r)?/u.exec(text.slice(offset, offset + 200));
  return offset + (rest?.[0].length ?? 0);
}
