import { nameKey, type SectionedSpec, type SectionTarget } from './section-target';
import { sectionNameKey } from '../spec/section-name';
import type { SpecSection } from '../spec/spec-document';
import type { TemplateSection } from '../template/template';

/**
 * Sections that the template asks for and a spec has not, in template order, as targets that stand nowhere yet: each begins
 * and ends where it belongs. What is missing with a section around it is part of that one.
 */
export function missingSections({ spec, template, sections }: SectionedSpec): readonly SectionTarget[] {
  const missing: SectionTarget[] = [];
  const open: (TemplateSection & { readonly gone: boolean })[] = [];
  for (const [position, section] of (template?.sections ?? []).entries()) {
    while ((open.at(-1)?.level ?? 0) >= section.level) open.pop();
    const gone = !sections.has(section.key);
    if (gone && !section.optional && open.at(-1)?.gone !== true) {
      const before = (template?.sections ?? []).slice(0, position).findLast(({ key }) => sections.has(key));
      const at = placeAfter(
        spec.sections,
        before === undefined ? undefined : sections.get(before.key),
        section.level,
      );
      missing.push(missingTarget(section, at ?? spec.text.length, -1 - missing.length));
    }
    open.push({ ...section, gone });
  }
  return missing;
}

/** Where a section of a level follows another one: behind it, or within it before its first subsection of that level. */
function placeAfter(
  sections: readonly SpecSection[],
  before: SpecSection | undefined,
  level: number,
): number | undefined {
  if (before === undefined) return sections.find((section) => section.level <= level)?.start;
  let around: SpecSection | undefined = before;
  while (around !== undefined && around.level > level)
    around = around.parent === null ? undefined : sections[around.parent];
  if (around === undefined) return before.end;
  if (around.level === level) return around.end;
  const within = around;
  return (
    sections.find(({ parent, start }) => parent === within.index && start > before.start)?.start ?? within.end
  );
}

function missingTarget(
  { key, heading, number, level, aliases }: TemplateSection,
  at: number,
  index: number,
): SectionTarget {
  const place = { line: 0, column: 1, endLine: 0, endColumn: 1 };
  return {
    key,
    names: new Set([heading, ...aliases].map(nameKey)),
    section: {
      index,
      heading: number === null ? heading : `${number}. ${heading}`,
      name: heading,
      nameKey: sectionNameKey(heading),
      ...{ number, level, parent: null, start: at, end: at, bodyStart: at },
      ...place,
    },
  };
}
