import { withLeftOutLists } from '../sections/left-out-lists';
import { roleOfHeading, topicOfHeading } from '../sections/section-role';
import type { RoleMatch } from '../sections/section-role';
import type { Block, Section } from '../document/document-model';
import { idDepth, labelDepth } from '../document/document-model';
import { normalizeHeading, numberOfHeading, unnumberedHeading } from '../document/plain-heading';
import { leadingId } from '../notation/requirement-id';
import type { FactTopic } from '../source';
import { settle } from '../sections/settle-role';
import { isStory } from '../notation/story-opening';
import { recordOrThing } from '../vocabulary/plan-or-thing';
import { saidRole } from '../vocabulary/said-roles';
import { collectingRoles } from '../vocabulary/section-roles';
import type { SectionRole } from '../vocabulary/section-roles';

/** A heading or a block, in document order: what a parser hands over. */
export type Part =
  | {
      readonly type: 'heading';
      readonly title: string;
      readonly depth: number;
      readonly line: number;
      readonly struck: boolean;
      /** What it says, where its words are no title. */
      readonly match?: RoleMatch;
    }
  | {
      readonly type: 'block';
      readonly block: Block;
      /** Sections of this depth and below end before the block. */
      readonly closes?: number;
    };

/** The heading that is the document's title: the first, where no other is as high. */
function titleOf(parts: readonly Part[]): Extract<Part, { type: 'heading' }> | null {
  const headings = parts.filter((part) => part.type === 'heading' && part.depth < idDepth);
  const first = headings[0];
  if (first?.type !== 'heading') return null;
  const rivals = headings.filter(
    (part) => part !== first && part.type === 'heading' && part.depth <= first.depth,
  );
  return rivals.length === 0 && (first.depth === 1 || headings.length > 1) ? first : null;
}

type Growing = { -readonly [K in keyof Section]: Section[K] } & { blocks: Block[]; sections: Growing[] };

/** Builds the tree of sections and settles what each is about. */
export function buildSections(parts: readonly Part[]): Section {
  const root = open(null, { title: '', depth: 0, line: 1, struck: false }, null, false);
  const soleTitle = titleOf(parts);
  let current = root;
  for (const part of withLeftOutLists(parts)) {
    if (part.type === 'block') {
      while (current.depth >= (part.closes ?? Infinity) && current.parent !== null)
        current = current.parent as Growing;
      if (current.blocks.length === 0 && current.line !== soleTitle?.line) hearRole(current, part.block);
      current.blocks.push(part.block);
    } else {
      const depth = part.depth < idDepth ? depthByNumber(part, current) : part.depth;
      while (current.depth >= depth && current.parent !== null) current = current.parent as Growing;
      current = open(current, { ...part, depth }, current, part === soleTitle);
    }
  }
  close(root);
  return root;
}

/**
 * Depth of a heading, mended by its number where the author slipped: `3.4` stands beside `3.3` and below `3`, however
 * many signs stand in front.
 */
function depthByNumber({ title, depth }: Pick<Section, 'title' | 'depth'>, current: Growing): number {
  const number = numberOfHeading(title);
  if (number.length < 2) return depth;
  for (let at: Section | null = current; at !== null && at.depth > 0; at = at.parent) {
    const other = at.depth < idDepth ? numberOfHeading(at.title) : [];
    if (
      other.length === number.length &&
      other.every((part, index) => index === number.length - 1 || part === number[index])
    )
      return at.depth;
    if (other.length === number.length - 1 && other.every((part, index) => part === number[index]))
      return Math.max(depth, at.depth + 0.1);
  }
  return depth;
}

function open(
  parent: Growing | null,
  heading: Pick<Section, 'title' | 'depth' | 'line' | 'struck'> & { readonly match?: RoleMatch },
  into: Growing | null,
  isTitle: boolean,
): Growing {
  const match = parent === null ? null : (heading.match ?? matchOf(heading.title, isTitle));
  const topic =
    parent === null || isTitle
      ? null
      : (topicOf(heading.title, match) ?? (match === null ? parent.topic : null));
  const section: Growing = {
    title: heading.title,
    depth: heading.depth,
    line: heading.line,
    struck: heading.struck,
    endLine: heading.line,
    blocks: [],
    sections: [],
    parent,
    match,
    role:
      parent === null
        ? null
        : isLaterVersion(heading, parent)
          ? 'excluded'
          : settle({
              parent: announced(parent, heading, match) ?? parent.role,
              match,
              depth: heading.depth,
              topic,
              isVersion: versionOf(heading.title) !== null,
              isPart: partWords.test(heading.title),
              isOneMore: isOneMore(heading, parent),
            }),
    topic,
  };
  into?.sections.push(section);
  return section;
}

/**
 * Takes from the first paragraph of a section whose title says nothing clear what it holds: "How fast, how safe", "This part is
 * the non-functional requirements:".
 */
function hearRole(section: Growing, { kind, text }: Block): void {
  const { parent, depth, match, topic, sections } = section;
  if (kind !== 'paragraph' || parent === null || depth >= labelDepth || sections.length > 0) return;
  const role = match !== null && match.share >= known.itself ? null : saidRole(text);
  if (role === null) return;
  section.match = { role, share: 1 };
  const heard = { parent: parent.role, match: section.match, depth, topic };
  section.role = settle({ ...heard, isVersion: false, isPart: false, isOneMore: false });
}

/** What the last heading without a word below it says of those that follow it beside it. */
const announcements = new WeakMap<Section, SectionRole>();

/**
 * `## Features`, nothing, `## Accounts`: an empty heading speaks for those that its author should have set one deeper, up
 * to the next that says itself what it is.
 */
function announced(
  parent: Growing,
  { depth }: Pick<Section, 'depth'>,
  match: RoleMatch | null,
): SectionRole | null {
  if (depth >= labelDepth) return null;
  const before = parent.sections.at(-1);
  if (before?.depth === depth && before.match !== null && before.match.share >= known.empty) {
    const isEmpty = before.blocks.length === 0 && before.sections.length === 0;
    if (isEmpty && collectingRoles.has(before.match.role)) announcements.set(parent, before.match.role);
    else if (before.match.share >= known.itself) announcements.delete(parent);
  }
  return match !== null && match.share >= known.itself ? null : (announcements.get(parent) ?? null);
}

/** How much of a heading must be known words for it to speak for others while empty, and not to be spoken for. */
const known = { empty: 0.3, itself: 0.5 };

/** "v2 Requirements" below the same heading as "v1 Requirements": this release is the first, the others wait. */
function isLaterVersion({ title, depth }: Pick<Section, 'title' | 'depth'>, parent: Growing): boolean {
  const version = versionOf(title);
  if (version === null) return false;
  const first = parent.sections.find(
    (sibling) => sibling.depth === depth && versionOf(sibling.title) !== null,
  );
  const least = first === undefined ? null : versionOf(first.title);
  return least !== null && (least[0] < version[0] || (least[0] === version[0] && least[1] < version[1]));
}

/** Version that a short heading names: `v1.1 Requirements`, `Требования v2`, `Scope (V2)`, `MVP features` (0). */
function versionOf(title: string): readonly [number, number] | null {
  const bare = unnumberedHeading(title);
  if (bare.length > 60) return null;
  if (/^mvp(?!\p{L})/iu.test(bare)) return [0, 0];
  const found =
    /(?<![\p{L}\d/._-])v(?:er(?:sion|são|sión)?\s?)?(\d{1,2})(?:\.(\d{1,2}))?(?![\p{L}\d/_-])/iu.exec(bare);
  return found === null ? null : [Number(found[1] ?? 0), Number(found[2] ?? 0)];
}

/** The title of a requirement says what is wanted, not what the text below is about. */
function topicOf(title: string, match: RoleMatch | null): FactTopic | null {
  const id = match === null ? leadingId(title) : null;
  return (id !== null && id.standing !== 'foreign') || isStory(title) ? null : topicOfHeading(title);
}

/** Last line with text, from the inside out. */
function close(section: Growing): number {
  for (const block of section.blocks) section.endLine = Math.max(section.endLine, block.endLine);
  for (const child of section.sections) section.endLine = Math.max(section.endLine, close(child));
  return section.endLine;
}

const documentWord =
  /document|specification|\bspec\b|\bprd\b|文档|文書|문서|dokument|документ|tai lieu|产品需求|要件定義/iu;

function matchOf(title: string, isTitle: boolean): RoleMatch | null {
  const id = leadingId(title);
  if ((id !== null && id.standing !== 'foreign') || isStory(title)) return null;
  const match = roleOfHeading(title);
  // The title of a document names its genre; only a bare "Functional Requirements" speaks for all that follows, and a
  // "Backlog" or a "Product" as a whole is not put off or set aside.
  if (
    isTitle &&
    match !== null &&
    (match.share < 0.8 || documentWord.test(title) || !collectingRoles.has(match.role))
  )
    return null;
  return match;
}

/** "History" behind "Borrowing" and "Returning", or first below "Features": what people can look up, not the document's own. */
function isOneMore({ title, depth }: Pick<Section, 'title' | 'depth'>, parent: Growing): boolean {
  const before = parent.sections.at(-1);
  // Below a document's title they are the document's.
  const isFirst =
    before === undefined &&
    parent.depth > 1 &&
    parent.match !== null &&
    collectingRoles.has(parent.match.role);
  return (
    (isFirst || (before?.depth === depth && before.match === null)) &&
    recordOrThing.has(normalizeHeading(unnumberedHeading(title)))
  );
}

const partWords = /modul|m[óo]dulo|модул|模块|模組|モジュール|모듈|phân hệ/iu;
