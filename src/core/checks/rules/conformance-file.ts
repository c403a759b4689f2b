import { problemsOf } from '../../conformance/deviations-of';
import type { Check } from '../check';

/**
 * Files that done tasks create are there, and those they delete are gone. A file of that name elsewhere, or the same migration
 * under another number, is named.
 * Looked at once the task is ticked, or all of it where the status says that the spec was built; see docs/conformance.md.
 *
 * Options: none.
 *
 * Good: `Create: internal/invites/token.go` in a ticked task, and the file is there.
 * Bad: the file is `internal/invites/tokens.go`.
 */
export const conformanceFile: Check = {
  id: 'conformance-file',
  title: 'Files of work that is done are where the spec says.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  needsSurroundings: true,
  run: (context) => problemsOf(context, 'file'),
};
