import type { Block, Section } from '../document/document-model';
import type { LeadingId } from '../notation/requirement-id';
import type { OutOfScopeItem, Requirement } from '../source';

/** A place where the document defines a requirement, before ids are made unique. */
export interface Definition extends Omit<Requirement, 'id' | 'explicitId' | 'fingerprint'> {
  /** The author's id, or `null` where the statement has none. */
  readonly id: string | null;
  readonly site: 'heading' | 'item' | 'row' | 'paragraph';
  /** Column headings of a row's table; empty for other sites. */
  readonly form: string;
  /** Section that encloses the definition; its own for a heading. */
  readonly section: Section;
}

/** Where an id opens a line, before it is known whether it defines anything. */
export interface Site {
  readonly id: LeadingId;
  readonly place: Definition['site'];
  readonly line: number;
  readonly section: Section;
  /** The item or row; `null` for headings. */
  readonly block: Block | null;
  /** Title as it stands at the site, id removed. */
  readonly title: string;
}

/** What was found in a document. */
export interface Extraction {
  readonly definitions: readonly Definition[];
  readonly outOfScope: readonly OutOfScopeItem[];
}
