import type { Section } from '../../document/document-model';
import { walkSections } from '../../document/document-model';
import { linePlace } from '../../document/places';
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
  *run({ requirements, lines, root, talk }) {
    if (requirements.length > 0) return;
    const open = root === null ? [] : placeholders(root);
    const first = open[0];
    if (first !== undefined) {
      yield {
        message:
          'This is a template that nobody has filled in: {0} of its sections only say what to write there. Write what is required, or choose another document.',
        args: [String(open.length)],
        ...linePlace(lines, first.line),
      };
      return;
    }
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

/** Sections that hold one pair of square brackets and what to write; empty where these are few among the others. */
function placeholders(root: Section): readonly Section[] {
  const written = [...walkSections(root)].filter(({ depth, blocks }) => depth > 0 && blocks.length > 0);
  const open = written.filter(({ blocks }) => {
    const first = blocks[0]?.text.trim() ?? '';
    const last = blocks.at(-1)?.text.trim() ?? '';
    return first.startsWith('[') && last.endsWith(']');
  });
  return open.length >= 2 && open.length * 2 > written.length ? open : [];
}
