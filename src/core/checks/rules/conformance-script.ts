import { problemsOf } from '../../conformance/deviations-of';
import type { Check } from '../check';

/**
 * Scripts and targets that done conditions and commands call are in a manifest.
 * Looked at once the task is ticked, or all of it where the status says that the spec was built; see docs/conformance.md.
 *
 * Options: none.
 *
 * Good: `make test-integration` where the Makefile has that target.
 * Bad: the target is called `integration`.
 */
export const conformanceScript: Check = {
  id: 'conformance-script',
  title: 'Scripts of work that is done are there.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  needsSurroundings: true,
  run: (context) => problemsOf(context, 'script'),
};
