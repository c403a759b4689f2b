import { acceptanceOfSection } from './acceptance';
import type { Section } from '../document/document-model';
import { walkSections } from '../document/document-model';
import { unnumberedHeading } from '../document/plain-heading';
import { leadingId } from '../notation/requirement-id';
import type { AcceptanceCriterion } from '../source';

/**
 * Criteria that stand apart from their requirements: in a section of criteria, below a line that opens with a
 * requirement's id (`REQ-10`, `**REQ-10**:`, `### REQ-10 Sign out`). Requirements in a table have no other place for them.
 *
 * @param known ids that the document defines
 */
export function criteriaApart(
  root: Section,
  known: ReadonlySet<string>,
): ReadonlyMap<string, readonly AcceptanceCriterion[]> {
  const found = new Map<string, readonly AcceptanceCriterion[]>();
  for (const section of walkSections(root)) {
    if (section.role !== 'acceptance' || section.match?.role === 'acceptance') continue;
    const id = leadingId(unnumberedHeading(section.title));
    if (id === null || !known.has(id.id)) continue;
    const items = section.blocks.filter(({ kind }) => kind === 'item');
    const criteria = acceptanceOfSection({ ...section, blocks: items }, null, () => false);
    const plain = criteria.length > 0 ? criteria : items.map(({ line, text }) => ({ id: null, line, text }));
    found.set(id.id, [...(found.get(id.id) ?? []), ...plain]);
  }
  return found;
}
