import type { Heading, RootContent } from 'mdast';
import { parseMarkdown } from '../markdown/parse-markdown';
import { plainText } from '../markdown/plain-text';
import { span } from '../spec/text-range';
import { closeOpenBlocks } from './close-open-blocks';
import { nameKey, type SectionTarget } from './section-target';
import { unwrapAnswer } from './unwrap-answer';

/** A heading of an answer. */
interface AnswerHeading {
  readonly name: string;
  readonly level: number;
  readonly start: number;
  readonly end: number;
}

/** How an answer begins that is none. */
const refusal =
  /^(?:i(?:['’]m| am) (?:sorry|unable|not able)|i (?:cannot|can['’]?t|won['’]?t)|sorry\b|as an ai\b)/iu;

/**
 * Cuts a model's answer to exactly the sections that were asked for: wrappings, sections that were not asked for and the
 * headings themselves go; headings below a section are moved to the levels below its own. A single section is found even
 * where its heading is missing or was renamed.
 *
 * @param others names of the document's other sections, as `nameKey` writes them
 * @returns content of each section that the answer has, without its heading, by the target's index in the spec; may be
 * taken from an answer that is still coming
 */
export function tidySections(
  answer: string,
  targets: readonly SectionTarget[],
  others: ReadonlySet<string>,
): ReadonlyMap<number, string> {
  const text = unwrapAnswer(answer);
  const headings = headingsOf(text);
  const found = new Map<number, string>();
  const owned = ownHeadings(targets, headings);
  for (const target of targets) {
    const own = owned.get(target) ?? (targets.length === 1 ? renamed(target, headings, others) : null);
    if (own === null && (targets.length > 1 || refusal.test(text.trimStart()))) continue;
    const end = endOf(own, target, headings, others, owned);
    const content = text.slice(own?.end ?? 0, end);
    const tidied = closeOpenBlocks(
      moveHeadings(content, target.section.level, own?.level ?? target.section.level),
    )
      .replace(/^(?:[ \t]*\n)+/u, '')
      .trimEnd();
    if (tidied !== '') found.set(target.section.index, tidied);
  }
  return found;
}

/** The heading of each target that the answer has; none serves two. */
function ownHeadings(
  targets: readonly SectionTarget[],
  headings: readonly AnswerHeading[],
): ReadonlyMap<SectionTarget, AnswerHeading> {
  const owned = new Map<SectionTarget, AnswerHeading>();
  const taken = new Set<AnswerHeading>();
  for (const target of targets) {
    const own = headingOf(target, headings, taken);
    if (own === null) continue;
    taken.add(own);
    owned.set(target, own);
  }
  return owned;
}

/** The heading that names the target: of several the one at its level, else the first. */
function headingOf(
  { names, section }: SectionTarget,
  headings: readonly AnswerHeading[],
  taken: ReadonlySet<AnswerHeading>,
): AnswerHeading | null {
  const named = headings.filter((heading) => !taken.has(heading) && names.has(heading.name));
  return named.find(({ level }) => level === section.level) ?? named[0] ?? null;
}

/** A heading that stands where the section's own should: first, and not deeper. */
function renamed(
  { section }: SectionTarget,
  headings: readonly AnswerHeading[],
  others: ReadonlySet<string>,
): AnswerHeading | null {
  const [first] = headings;
  if (first === undefined || first.level > section.level) return null;
  return first.start === 0 && !others.has(first.name) ? first : null;
}

/**
 * Where the section ends in the answer: at a heading that is not below its own, or that is another section's. An answer may leave out
 * all that stands between two targets: then a deeper one follows, which is not below this one in the spec.
 */
function endOf(
  own: AnswerHeading | null,
  { section }: SectionTarget,
  headings: readonly AnswerHeading[],
  others: ReadonlySet<string>,
  owned: ReadonlyMap<SectionTarget, AnswerHeading>,
): number | undefined {
  const level = Math.min(own?.level ?? section.level, section.level);
  const moved = own !== null && own.level !== section.level;
  const outside = new Set(
    [...owned].flatMap(([other, heading]) => {
      const { start, index } = other.section;
      // One that the spec lacks is put in with the section around it.
      if (index < 0) return [];
      return start < section.start || start >= section.end ? [heading] : [];
    }),
  );
  return headings.find(
    (heading) =>
      heading.start >= (own?.end ?? 0) &&
      (heading.level <= level ||
        outside.has(heading) ||
        (moved && heading.level <= own.level && others.has(heading.name))),
  )?.start;
}

/**
 * Moves the headings below a section with its own, and further down where one would end it, all by the same number of
 * levels.
 */
function moveHeadings(content: string, level: number, answered: number): string {
  const headings = headingNodes(nodesOf(content));
  const highest = Math.min(...headings.map(({ depth }) => depth));
  const shift = Math.max(Math.min(0, level - answered), level + 1 - highest);
  if (headings.length === 0 || shift === 0) return content;
  let moved = content;
  for (const heading of headings.reverse()) {
    const { start, end } = span(heading);
    const marks = '#'.repeat(Math.min(6, heading.depth + shift));
    const [first] = heading.children;
    const last = heading.children.at(-1);
    const words =
      first === undefined || last === undefined ? '' : content.slice(span(first).start, span(last).end);
    // At the sixth level there is no deeper one; below it a heading is a line in bold.
    const line = level >= 6 ? `**${words}**` : `${marks} ${words.replace(/(?:(?<!\s)\s+)?\n\s*/gu, ' ')}`;
    moved = moved.slice(0, start) + line + moved.slice(end);
  }
  return moved;
}

function headingsOf(text: string): readonly AnswerHeading[] {
  return headingNodes(nodesOf(text)).map((node) => ({
    name: nameKey(plainText(node)),
    level: node.depth,
    ...span(node),
  }));
}

function headingNodes(nodes: readonly RootContent[]): Heading[] {
  return nodes.filter((node): node is Heading => node.type === 'heading');
}

/** The parser gives up on some texts (nesting deeper than the stack): nothing in them can be relied upon. */
function nodesOf(text: string): readonly RootContent[] {
  try {
    return parseMarkdown(text).children;
  } catch {
    return [];
  }
}
