import { collectingRoles } from './vocabulary/section-roles';
import type { Section } from './document/document-model';
import { walkSections } from './document/document-model';
import { markdownLinks } from './document/markdown-links';

/**
 * Files that a document names instead of its requirements: linked from a section about requirements, stories or features
 * that defines none itself (`## User stories` with "See [stories](stories.md)").
 *
 * @param defining lines on which requirements begin
 * @returns targets as written, each once
 */
export function delegatedLinks(
  root: Section,
  lines: readonly string[],
  defining: readonly number[],
): readonly string[] {
  const found = [...walkSections(root)]
    .filter(({ role, depth }) => depth > 0 && role !== null && collectingRoles.has(role) && role !== 'scope')
    .filter(({ line, endLine }) => !defining.some((at) => line <= at && at <= endLine))
    .flatMap(({ blocks }) => blocks)
    .flatMap(({ line, endLine }) => markdownLinks(lines.slice(line - 1, endLine).join('\n')));
  return [...new Set(found)].filter((target) => /\.(?:md|markdown|txt)(?:#.*)?$/i.test(target));
}
