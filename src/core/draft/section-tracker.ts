import { atxHeading } from '../markdown/atx-heading';
import type { Template, TemplateSection } from '../template/template';

/** What is wrong with a section as far as the document has come. */
export type SectionIssue =
  /** A later one has begun and this one, which a spec may not leave out, has not come. */
  | 'missing'
  /** Its heading stands there again. */
  | 'repeated'
  /** It came after one that follows it in the template. */
  | 'misplaced';

export interface SectionProgress {
  readonly key: string;
  readonly heading: string;
  readonly level: number;
  readonly state: 'todo' | 'writing' | 'done';
  readonly issue?: SectionIssue;
}

const fence = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Follows a document while it streams and tells which of its template's sections are written, and which are missing,
 * stand twice or out of their order. It reads line by line and never goes back, so its cost is that of reading the
 * text once.
 */
export class SectionTracker {
  readonly #sections: readonly TemplateSection[];
  readonly #byName: ReadonlyMap<string, readonly number[]>;
  readonly #byNumber: ReadonlyMap<string, number>;
  readonly #seen = new Set<number>();
  readonly #repeated = new Set<number>();
  readonly #misplaced = new Set<number>();
  #title: string | null = null;
  #startedOver = false;
  #current = -1;
  /** The last section of the template that has begun. */
  #furthest = -1;
  #line = '';
  #fence: string | null = null;

  constructor(template: Pick<Template, 'sections'>) {
    this.#sections = template.sections;
    const byName = new Map<string, number[]>();
    const byNumber = new Map<string, number>();
    template.sections.forEach((section, index) => {
      for (const name of new Set([section.heading, ...section.aliases].map(normalise)))
        byName.set(name, [...(byName.get(name) ?? []), index]);
      if (section.number !== null) byNumber.set(`${section.level} ${section.number}`, index);
    });
    this.#byName = byName;
    this.#byNumber = byNumber;
  }

  /** Whether the document's title stands there once more: the model began anew in the middle. */
  get startedOver(): boolean {
    return this.#startedOver;
  }

  /** @returns whether a section began, so that a listener need not compare */
  push(text: string): boolean {
    const lines = (this.#line + text).split('\n');
    this.#line = lines.pop() ?? '';
    let changed = false;
    for (const line of lines) changed = this.#read(line) || changed;
    return changed;
  }

  /** Sections in template order; `complete` marks the one being written as done, and nothing more as to come. */
  progress(complete = false): readonly SectionProgress[] {
    return this.#sections.map(({ key, heading, level }, index) => {
      const writing = index === this.#current && !complete;
      const state = writing ? 'writing' : this.#seen.has(index) ? 'done' : 'todo';
      const issue = this.#issue(index, complete);
      return { key, heading, level, state, ...(issue === null ? {} : { issue }) };
    });
  }

  #issue(index: number, complete: boolean): SectionIssue | null {
    if (this.#repeated.has(index)) return 'repeated';
    if (this.#misplaced.has(index)) return 'misplaced';
    // Headings that none of the template's are known by say nothing about what is missing.
    if (this.#seen.has(index) || this.#seen.size === 0 || this.#sections[index]?.optional !== false)
      return null;
    return complete || index < this.#furthest ? 'missing' : null;
  }

  #read(line: string): boolean {
    const mark = fence.exec(line)?.[1];
    if (mark !== undefined) {
      if (this.#fence === null) this.#fence = mark;
      else if (mark.startsWith(this.#fence)) this.#fence = null;
      return false;
    }
    if (this.#fence !== null) return false;
    const heading = atxHeading(line);
    if (heading === null || heading.text === '') return false;
    if (heading.level === 1 && this.#isTitleAgain(heading.text)) return true;
    const index = this.#indexOf(heading.text, heading.level);
    if (index === undefined) return false;
    if (this.#seen.has(index)) {
      // A heading of another level is one within a section that happens to be named so.
      if (this.#sections[index]?.level !== heading.level) return false;
      this.#repeated.add(index);
    } else if (index < this.#furthest) this.#misplaced.add(index);
    this.#seen.add(index);
    this.#current = index;
    this.#furthest = Math.max(this.#furthest, index);
    return true;
  }

  /** Key of the section that a line would begin as a heading of just its level; `null` where it would begin none. */
  keyOf(line: string): string | null {
    const heading = atxHeading(line.trimEnd());
    if (heading === null || heading.text === '') return null;
    const index = this.#indexOf(heading.text, heading.level);
    const section = index === undefined ? undefined : this.#sections[index];
    return section?.level === heading.level ? section.key : null;
  }

  /** Takes the first title as the document's. */
  #isTitleAgain(title: string): boolean {
    if (this.#title !== title) {
      this.#title ??= title;
      return false;
    }
    this.#startedOver = true;
    return true;
  }

  /** The section that a heading begins: of several with one name the next that has not come yet. */
  #indexOf(heading: string, level: number): number | undefined {
    const named = this.#byName.get(normalise(heading)) ?? [];
    const free = named.filter((index) => !this.#seen.has(index));
    const next = free.find((index) => index > this.#current) ?? free[0] ?? named[0];
    if (next !== undefined) return next;
    const number = /^\d+(?:\.\d+)*/.exec(heading)?.[0];
    // A translated heading keeps its number.
    return number === undefined ? undefined : this.#byNumber.get(`${level} ${number}`);
  }
}

/** Heading text without number, markup and case. */
function normalise(heading: string): string {
  return heading
    .replace(/^\d+(\.\d+)*[.)]?\s+/, '')
    .replace(/[*_`]/g, '')
    .trim()
    .toLowerCase();
}
