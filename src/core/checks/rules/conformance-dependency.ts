import { problemsOf } from '../../conformance/deviations-of';
import type { Check } from '../check';

/**
 * Packages that a table of dependencies or a command adds are in a manifest.
 * Looked at once the task is ticked, or all of it where the status says that the spec was built; see docs/conformance.md.
 *
 * Options: none.
 *
 * Good: `npm install zod` where package.json has it.
 * Bad: package.json has `yup` instead.
 */
export const conformanceDependency: Check = {
  id: 'conformance-dependency',
  title: 'Packages of work that is done are in a manifest.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  needsSurroundings: true,
  run: (context) => problemsOf(context, 'dependency'),
};
