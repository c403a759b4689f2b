import { matchSections } from '../spec/match-sections';
import { splitHeading } from '../spec/parse-sections';
import { sectionNameKey } from '../spec/section-name';
import type { SpecDocument, SpecSection } from '../spec/spec-document';
import type { Receipt } from '../receipt/receipt';
import type { Template } from '../template/template';

/** A section of a spec that is to be written anew, with everything below it. */
export interface SectionTarget {
  readonly section: SpecSection;
  /** Key of the template's section, or `null` for one that the template does not know. */
  readonly key: string | null;
  /** Names it goes by, as {@link sectionNameKey} writes them: its own heading, the template's, aliases. */
  readonly names: ReadonlySet<string>;
  /** What alone is to be written anew of it, by the names of `namedBlocks`; without it the whole section. */
  readonly blocks?: readonly string[];
}

/** How a person or a program says which section is meant. */
export type SectionChoice =
  | { readonly by: 'key'; readonly key: string }
  /** With or without `#` marks, number and markup; a template key serves as well. */
  | { readonly by: 'heading'; readonly heading: string }
  /** The innermost one around a line, from 1. */
  | { readonly by: 'line'; readonly line: number };

/** A spec with what tells its sections apart. */
export interface SectionedSpec {
  readonly spec: SpecDocument;
  readonly template: Template | null;
  /** Template section key to the spec's section. */
  readonly sections: ReadonlyMap<string, SpecSection>;
}

/** Finds the sections of a spec as its checks do. */
export function sectioned(
  spec: SpecDocument,
  template: Template | null,
  receipt: Pick<Receipt, 'sections'> | null,
): SectionedSpec {
  const sections = template === null ? new Map() : matchSections(spec, template, receipt?.sections ?? []);
  return { spec, template, sections };
}

/**
 * Sections that a choice names, in document order: none where there is no such section, several where a heading stands
 * more than once.
 */
export function findTargets(scope: SectionedSpec, choice: SectionChoice): readonly SectionTarget[] {
  return chosen(scope, choice).map((section) => targetOf(scope, section));
}

/** The target that a section is. */
export function targetOf({ sections, template }: SectionedSpec, section: SpecSection): SectionTarget {
  const key = [...sections].find(([, own]) => own.index === section.index)?.[0] ?? null;
  const known = template?.sections.find((one) => one.key === key);
  const names = [section.name, ...(known === undefined ? [] : [known.heading, ...known.aliases])];
  return { section, key, names: new Set(names.map(nameKey)) };
}

/** The innermost section around a line (from 1) that the template knows, or `null`. */
export function knownSectionAt(
  { spec, sections }: Pick<SectionedSpec, 'spec' | 'sections'>,
  line: number,
): SpecSection | null {
  const known = new Set([...sections.values()].map(({ index }) => index));
  let section = sectionAt(spec, line);
  while (section !== null && !known.has(section.index))
    section = section.parent === null ? null : (spec.sections[section.parent] ?? null);
  return section;
}

/** How headings are compared: without number, markup and case. */
export function nameKey(heading: string): string {
  return sectionNameKey(splitHeading(heading.replace(/^#{1,6}[ \t]+/u, '')).name);
}

function chosen({ spec, sections }: SectionedSpec, choice: SectionChoice): readonly SpecSection[] {
  switch (choice.by) {
    case 'key': {
      const section = sections.get(choice.key);
      return section === undefined ? [] : [section];
    }
    case 'line': {
      const section = sectionAt(spec, choice.line);
      return section === null ? [] : [section];
    }
    case 'heading': {
      const marks = /^#{1,6}(?=[ \t])/u.exec(choice.heading)?.[0].length ?? null;
      const { number } = splitHeading(choice.heading.replace(/^#{1,6}[ \t]+/u, ''));
      const named = spec.sections.filter(
        (section) =>
          nameKey(section.name) === nameKey(choice.heading) &&
          (marks === null || section.level === marks) &&
          (number === null || section.number === number),
      );
      if (named.length > 0) return named;
      const keyed = sections.get(choice.heading.trim());
      return keyed === undefined ? [] : [keyed];
    }
  }
}

/** The innermost section around a line (from 1), or `null` before the first. */
export function sectionAt(spec: SpecDocument, line: number): SpecSection | null {
  return spec.sections.findLast((section) => section.line <= line && endsAfter(section, line)) ?? null;
}

/** A section's range ends at column 1 of the line of the next heading, which is that one's. */
function endsAfter({ endLine, endColumn }: SpecSection, line: number): boolean {
  return endLine > line || (endLine === line && endColumn > 1);
}
