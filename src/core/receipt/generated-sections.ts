import { withoutFooter } from '../spec/footer-line';
import type { SpecSection } from '../spec/spec-document';
import type { GeneratedSection } from './build-receipt';

/**
 * Text of each section as far as the next one that has a key, so that an edit in a subsection is not counted as one
 * of the section around it, and without the line that the engine keeps true below the last one.
 */
export function generatedSections(
  specText: string,
  sections: ReadonlyMap<string, SpecSection>,
): readonly GeneratedSection[] {
  const ordered = [...sections].sort(([, left], [, right]) => left.start - right.start);
  return ordered.map(([key, section], index) => {
    const next = ordered[index + 1]?.[1].start ?? section.end;
    return {
      key,
      heading: section.heading,
      text: withoutFooter(specText.slice(section.start, Math.min(section.end, next))),
    };
  });
}
