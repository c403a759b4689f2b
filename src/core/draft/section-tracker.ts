import type { Template, TemplateSection } from '../template/template';

export interface SectionProgress {
  readonly key: string;
  readonly heading: string;
  readonly level: number;
  readonly state: 'todo' | 'writing' | 'done';
}

const fence = /^ {0,3}(`{3,}|~{3,})/;
const headingLine = /^ {0,3}(#{1,6})[ \t]+(.+?)[ \t]*#*$/;

/**
 * Follows a document while it streams and tells which of its template's sections are written. It reads line by line
 * and never goes back, so its cost is that of reading the text once.
 */
export class SectionTracker {
  readonly #sections: readonly TemplateSection[];
  readonly #byName: ReadonlyMap<string, number>;
  readonly #seen = new Set<number>();
  #current = -1;
  #line = '';
  #fence: string | null = null;

  constructor(template: Template) {
    this.#sections = template.sections;
    const byName = new Map<string, number>();
    template.sections.forEach((section, index) => {
      for (const name of [section.heading, ...section.aliases]) {
        if (!byName.has(normalise(name))) byName.set(normalise(name), index);
      }
    });
    this.#byName = byName;
  }

  /** @returns whether a section began, so that a listener need not compare */
  push(text: string): boolean {
    const lines = (this.#line + text).split('\n');
    this.#line = lines.pop() ?? '';
    let changed = false;
    for (const line of lines) changed = this.#read(line) || changed;
    return changed;
  }

  /** Sections in template order; `complete` marks the one being written as done. */
  progress(complete = false): readonly SectionProgress[] {
    return this.#sections.map(({ key, heading, level }, index) => {
      const writing = index === this.#current && !complete;
      const state = writing ? 'writing' : this.#seen.has(index) ? 'done' : 'todo';
      return { key, heading, level, state };
    });
  }

  #read(line: string): boolean {
    const mark = fence.exec(line)?.[1];
    if (mark !== undefined) {
      if (this.#fence === null) this.#fence = mark;
      else if (mark.startsWith(this.#fence)) this.#fence = null;
      return false;
    }
    if (this.#fence !== null) return false;
    const heading = headingLine.exec(line)?.[2];
    if (heading === undefined) return false;
    const index = this.#byName.get(normalise(heading));
    if (index === undefined) return false;
    this.#seen.add(index);
    this.#current = index;
    return true;
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
