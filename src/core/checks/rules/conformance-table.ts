import { problemsOf } from '../../conformance/deviations-of';
import type { Check } from '../check';

/**
 * Tables, columns with their type, nullability, default and reference, indexes and uniqueness are as migrations leave them, in SQL or in the words of a
 * framework.
 * Looked at once the task is ticked, or all of it where the status says that the spec was built; see docs/conformance.md.
 *
 * Options: none.
 *
 * Good: `email TEXT NOT NULL` in both.
 * Bad: `email VARCHAR(80)` in the migration; no index on `token_hash`.
 */
export const conformanceTable: Check = {
  id: 'conformance-table',
  title: 'Tables of work that is done are as the migrations make them.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  needsSurroundings: true,
  run: (context) => problemsOf(context, 'table'),
};
