import { linePlace, tokenPlace } from '../../document/places';
import type { SourceRule } from '../source-rule';

/**
 * An id names one requirement. An index row and the section with the details are one; two meanings are two.
 *
 * Good: FR-1 in an index table and again as the heading of its details.
 * Bad: `FR-1: Export invoices` and, further down, `FR-1: Delete accounts`.
 */
export const duplicateId: SourceRule = {
  id: 'prd-duplicate-id',
  title: 'Every id names one requirement only.',
  severity: 'warning',
  *run({ duplicates, lines }) {
    for (const { id, explicitId, line, firstLine } of duplicates) {
      const place = tokenPlace(lines, line, explicitId);
      yield {
        message:
          '{0} already names another requirement at line {1}. It is listed as {2}; give one of them an id of its own.',
        args: [explicitId, String(firstLine), id],
        fixable: written(lines, line, explicitId),
        alternatives: [firstLine, line].map((at) => ({
          ...linePlace(lines, at),
          text: (lines[at - 1] ?? '').trim(),
        })),
        ...place,
      };
    }
  },
};

function written(lines: readonly string[], line: number, id: string): boolean {
  return (lines[line - 1] ?? '').includes(id);
}
