import type { Site } from '../requirements/definition';
import type { DocumentModel, Section } from '../document/document-model';
import { idDepth, walkSections } from '../document/document-model';
import { frontMatterEntries } from '../notation/metadata';
import { unnumberedHeading } from '../document/plain-heading';
import { leadingId } from '../notation/requirement-id';

/**
 * A file that holds one requirement may name it in its front matter (`id: US-014`) and nowhere else: its title then is
 * where the requirement begins. `null` where there is no such id, or no heading.
 */
export function siteOfFrontMatter({ frontMatter, root }: DocumentModel): Site | null {
  if (frontMatter === null) return null;
  const entry = frontMatterEntries(frontMatter).find(([key]) => key.toLowerCase() === 'id');
  const id = entry === undefined ? null : leadingId(entry[1]);
  const section = firstHeading(root);
  if (id === null || id.standing !== 'known' || id.rest !== '' || section === null) return null;
  const title = unnumberedHeading(section.title);
  return { id: { ...id, rest: title }, place: 'heading', line: section.line, section, block: null, title };
}

function firstHeading(root: Section): Section | null {
  for (const section of walkSections(root)) if (section.depth > 0 && section.depth < idDepth) return section;
  return null;
}
