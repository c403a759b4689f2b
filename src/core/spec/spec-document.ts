import type { TextRange } from '../text/position';
import type { SpecPart } from './spec-part';
import type { LineIndex } from './text-range';

/** A technical specification as parsed from Markdown. Positions refer to `text`. */
export interface SpecDocument {
  readonly text: string;
  /**
   * The text as it was read, such as its file has it: with its byte order mark and with returns that end a line by
   * themselves, which are line feeds in `text`. To be written through `written-text.ts` only.
   */
  readonly written: string;
  readonly lines: LineIndex;
  /** The stretches that it was read by, in document order; see {@link SpecPart}. */
  readonly parts: readonly PlacedPart[];
  /** Title of the first level-1 heading, plain text, or `null`. */
  readonly title: string | null;
  /** `**Key:** value` lines and two-column tables before the first section, and front matter; keys in lower case. */
  readonly metadata: ReadonlyMap<string, MetadataEntry>;
  /** Every heading of level 2 to 6 in document order. */
  readonly sections: readonly SpecSection[];
  readonly tables: readonly SpecTable[];
  readonly listItems: readonly SpecListItem[];
  readonly tasks: readonly SpecTask[];
  readonly openQuestions: readonly OpenQuestion[];
  readonly codeBlocks: readonly CodeBlock[];
  /** Paragraphs outside lists, quotes and tables. */
  readonly paragraphs: readonly SpecParagraph[];
  /** Code spans wherever they stand, in document order. */
  readonly codeSpans: readonly CodeSpan[];
  /** Links, images and definitions of links, in document order. */
  readonly links: readonly SpecLink[];
}

/** A part where it stands. */
export interface PlacedPart {
  readonly part: SpecPart;
  /** Offset at which it begins. */
  readonly start: number;
  /** Lines before it. */
  readonly line: number;
  /** Sections that begin before it. */
  readonly section: number;
  /** List items before it. */
  readonly item: number;
}

/** The range is that of the value, so that it can be replaced. */
export interface MetadataEntry extends TextRange {
  /** As written, such as `Last Updated`. */
  readonly label: string;
  readonly value: string;
}

export interface SpecSection extends TextRange {
  /** Position in `SpecDocument.sections`. */
  readonly index: number;
  /** Heading as written, without `#`. */
  readonly heading: string;
  /** Heading without its number and markup. */
  readonly name: string;
  /** Its name as `sectionNameKey` gives it. */
  readonly nameKey: string;
  /** `5.1` of `## 5.1 API`, or `null`. */
  readonly number: string | null;
  readonly level: number;
  /** Index of the enclosing section, or `null`. */
  readonly parent: number | null;
  /** Offsets into the text: from the heading to the next heading of the same or a higher level. */
  readonly start: number;
  readonly end: number;
  /** Offset where the text after the heading begins. */
  readonly bodyStart: number;
}

export interface TableCell extends TextRange {
  /** Plain text. */
  readonly text: string;
  /** Markdown as written, trimmed. */
  readonly raw: string;
}

export interface SpecTable extends TextRange {
  /** Innermost section that holds it, or `null` before the first. */
  readonly section: number | null;
  readonly header: readonly TableCell[];
  readonly rows: readonly (readonly TableCell[])[];
}

export interface SpecListItem extends TextRange {
  readonly section: number | null;
  /** 0 for a top-level item. */
  readonly depth: number;
  /** `null` where it is no task-list item. */
  readonly checked: boolean | null;
  /** Plain text of its first paragraph. */
  readonly text: string;
  /** Markdown of its first paragraph. */
  readonly raw: string;
  /** Index in `SpecDocument.listItems` of the enclosing item, or `null`. */
  readonly parent: number | null;
  /** Line of the end of the item with all that is nested in it. */
  readonly lastLine: number;
}

export interface SpecTask extends TextRange {
  /** As written, such as `T-001`. */
  readonly id: string;
  readonly title: string;
  readonly section: number | null;
  /** Name of the phase heading it stands under, or `null`. */
  readonly phase: string | null;
  readonly done: boolean | null;
  /** Field label in lower case (`implements`, `description`, `files`, `done condition`, `dependencies`) to its value. */
  readonly fields: ReadonlyMap<string, TaskField>;
}

export interface TaskField extends TextRange {
  /** As written. */
  readonly label: string;
  /** Plain text after the label, nested items joined by new lines. */
  readonly value: string;
}

/**
 * A list item, table row or line that starts with `OQ-n`. It declares the question where its section is the one with key
 * `open-questions`; without a template every one does.
 */
export interface OpenQuestion extends TextRange {
  readonly id: string;
  readonly section: number | null;
  readonly text: string;
  readonly resolved: boolean;
}

export interface CodeBlock extends TextRange {
  readonly section: number | null;
  readonly language: string | null;
  readonly value: string;
  /** Lines between the fences. */
  readonly lines: number;
}

export interface SpecParagraph extends TextRange {
  readonly section: number | null;
  /** Plain text. */
  readonly text: string;
}

/** What a piece of inline content stands in. */
export type InlineHost = 'heading' | 'paragraph' | 'item' | 'cell';

/** The range is that of the code without its backticks, so that it can be replaced. */
export interface CodeSpan extends TextRange {
  readonly section: number | null;
  readonly host: InlineHost;
  readonly value: string;
}

/** The range is that of the whole link. */
export interface SpecLink extends TextRange {
  readonly section: number | null;
  readonly kind: 'link' | 'image' | 'definition';
  /** As the parser resolved it: without angle brackets, escapes undone. */
  readonly url: string;
  /** Plain text that is shown. */
  readonly text: string;
}
