import { linePlace } from '../places';
import type { SourceRule } from '../source-rule';

/**
 * The document says what is required in a way that can be told apart.
 *
 * Good: `- **FR-001**: ...`, or bullets below a heading "Requirements".
 * Bad: a vision and a timeline, and nothing that a test could be written for.
 */
export const noRequirements: SourceRule = {
  id: 'prd-no-requirements',
  title: 'The document defines requirements.',
  severity: 'warning',
  *run({ requirements, lines, talk }) {
    if (requirements.length > 0) return;
    yield {
      // Nobody gives ids to what is said.
      message:
        talk === undefined
          ? 'No requirement was recognised. Give each one an id such as FR-001, or list them under a heading such as "Requirements".'
          : 'Nothing that was said asks for something or settles it. Add what was decided, such as "Agreed: CSV only".',
      args: [],
      ...linePlace(lines, 1),
    };
  },
};
