import { problemsOf } from '../../conformance/deviations-of';
import type { Check } from '../check';

/**
 * Tests that done conditions and sections on testing name are there: functions, titles, files.
 * Looked at once the task is ticked, or all of it where the status says that the spec was built; see docs/conformance.md.
 *
 * Options: none.
 *
 * Good: `go test ./... -run TestCreateInvite` where a test begins so.
 * Bad: no test is called so.
 */
export const conformanceTest: Check = {
  id: 'conformance-test',
  title: 'Tests of work that is done are there.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  needsSurroundings: true,
  run: (context) => problemsOf(context, 'test'),
};
