import type { RoleMatch } from '../sections/section-role';
import type { FactTopic } from '../source';
import type { SectionRole } from '../vocabulary/section-roles';

/** A piece of a document at one place, as plain text. */
export interface Block {
  readonly kind: 'paragraph' | 'item' | 'row' | 'code';
  readonly line: number;
  readonly endLine: number;
  readonly text: string;
  /** Where in the text each of a paragraph's lines begins, the first left out where there is but one. */
  readonly starts: readonly number[];
  /** The bold run the block opens with, or `null`. */
  readonly lead: string | null;
  readonly struck: boolean;
  /** State of a task list item, or `null` for other blocks. */
  readonly task: boolean | null;
  /** Number of an ordered list item, or `null`. */
  readonly ordinal: number | null;
  /** Cells of a table row, or the language of code in the first (`image` for a picture). */
  readonly cells: readonly string[];
  /** Column headings of a table row. */
  readonly columns: readonly string[];
  /**
   * Whether a column of types, which calls some row a requirement, calls this one something else: a heading, a note, a test.
   * Absent where there is no such column.
   */
  readonly isOther?: boolean;
  /** What stands in a list item below its first paragraph. */
  readonly children: readonly Block[];
  /** Counts lists and tables, so that blocks of one can be told from the next. */
  readonly list: number;
}

/** A heading with what stands below it. The root has depth 0 and an empty title. */
export interface Section {
  readonly title: string;
  readonly depth: number;
  readonly line: number;
  /** Last line of the section that holds text, subsections included. */
  readonly endLine: number;
  readonly struck: boolean;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly parent: Section | null;
  /** What its own heading says, or its first paragraph where that says it; else `null`. */
  readonly match: RoleMatch | null;
  /** Role in force: its own, or inherited. */
  readonly role: SectionRole | null;
  readonly topic: FactTopic | null;
}

export interface DocumentModel {
  readonly title: string | null;
  readonly frontMatter: string | null;
  readonly root: Section;
  /** Headings the author wrote, bold labels apart. */
  readonly headings: number;
}

/** Depth of a bold paragraph that opens with an id, and of other bold labels: below every heading. */
export const idDepth = 7;
export const labelDepth = 8;

/** Sections in document order, the given one first. */
export function* walkSections(section: Section): Generator<Section> {
  yield section;
  for (const child of section.sections) yield* walkSections(child);
}

/** Blocks with everything nested in them, in document order. */
export function* walkBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    yield* walkBlocks(block.children);
  }
}
