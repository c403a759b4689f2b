import type { Section } from '../document/document-model';
import { idDepth } from '../document/document-model';
import { unnumberedHeading } from '../document/plain-heading';
import { titleOf } from '../document/inline-text';

/** Heading that groups what stands in `section`: the nearest one below the document's title. */
export function groupOf(section: Section | null): string | null {
  for (let at = section; at !== null; at = at.parent) {
    const isTitle = at.depth === 1 && at.parent?.sections.length === 1;
    if (at.depth > 0 && !isTitle && at.depth !== idDepth)
      return titleOf(
        unnumberedHeading(at.title).replace(/(?<!\s)\s*(?:\((?:mandatory|optional)\)|[:：])$/iu, ''),
      );
  }
  return null;
}
