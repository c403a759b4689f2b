import type { Section } from './document-model';

type Growing = { -readonly [K in keyof Section]: Section[K] } & { sections: Growing[] };

/**
 * The same document, read as if the sections that no heading says anything about listed features, as far as they are
 * `likely` to. Roles that a heading gives stay.
 *
 * @param likely asked of each section without a role, below none that was assumed
 */
export function assumeFeatures(root: Section, likely: (section: Section) => boolean): Section {
  return copy(root, null, likely);
}

function copy(section: Section, parent: Growing | null, likely: (section: Section) => boolean): Growing {
  // What the document as a whole says decides nothing about its chapters.
  const below = parent?.role === 'features' && !(section.parent?.role === null && parent.depth === 1);
  const assumed = section.role === null && (below || likely(section));
  const isTitle =
    parent !== null && parent.parent === null && parent.sections.length === 0 && section.depth === 1;
  const copied: Growing = {
    ...section,
    parent,
    role: assumed ? 'features' : section.role,
    // The title of the document is none of its features.
    match: assumed && isTitle ? { role: 'features', share: 1 } : section.match,
    sections: [],
  };
  for (const child of section.sections) copied.sections.push(copy(child, copied, likely));
  return copied;
}
