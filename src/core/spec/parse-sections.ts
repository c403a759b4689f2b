import type { Heading, Root } from 'mdast';
import { plainText } from '../markdown/plain-text';
import type { SpecSection } from './spec-document';
import { rangeOf, span, type LineIndex } from './text-range';

/** A number before a heading: `5`, `5.1`, `5.`, `5)`, `5、`. Years and quantities (four digits on) are none. */
const headingNumber = /^(?:§\s*)?(\d{1,3}(?:\.\d{1,3})*)(?:[.)]?\s+|[.):：、．]\s*)(?=\S)/u;

/** The heading's number, if it has one, and what remains without number, attribute and closing colon. */
export function splitHeading(plain: string): { readonly number: string | null; readonly name: string } {
  const heading = plain.replace(/\s*\{[#.][^{}]*\}\s*$/u, '').trim();
  const number = headingNumber.exec(heading);
  const name = heading.slice(number?.[0].length ?? 0).replace(/\s*[:：]$/u, '');
  return { number: number?.[1] ?? null, name: name.trim() };
}

/** Every heading of level 2 to 6 that stands in the document itself, not in a quote or a list. */
export function parseSections(tree: Root, lines: LineIndex): readonly SpecSection[] {
  const headings = tree.children.filter((node): node is Heading => node.type === 'heading');
  const ends = sectionEnds(headings, lines.text.length);
  const sections: SpecSection[] = [];
  const open: SpecSection[] = [];
  for (const [position, heading] of headings.entries()) {
    while ((open.at(-1)?.level ?? 0) >= heading.depth) open.pop();
    if (heading.depth === 1) continue;
    const { start } = span(heading);
    const end = ends[position] ?? lines.text.length;
    const { number, name } = splitHeading(plainText(heading));
    const section: SpecSection = {
      index: sections.length,
      heading: headingSource(heading, lines.text),
      name,
      number,
      level: heading.depth,
      parent: open.at(-1)?.index ?? null,
      start,
      end,
      bodyStart: afterLineEnding(lines.text, span(heading).end),
      ...rangeOf(lines, start, end),
    };
    sections.push(section);
    open.push(section);
  }
  return sections;
}

/** For each heading the offset of the next of the same or a higher level, in one pass from the end. */
function sectionEnds(headings: readonly Heading[], length: number): readonly number[] {
  const ends: number[] = [];
  const next = new Array<number>(7).fill(length);
  for (let position = headings.length - 1; position >= 0; position -= 1) {
    const heading = headings[position];
    if (heading === undefined) continue;
    ends[position] = next[heading.depth] ?? length;
    for (let level: number = heading.depth; level <= 6; level += 1) next[level] = span(heading).start;
  }
  return ends;
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
