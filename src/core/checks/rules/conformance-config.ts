import { problemsOf } from '../../conformance/deviations-of';
import type { Check } from '../check';

/**
 * Variables of the environment and keys of configuration that the spec names are read by the code or stand in its configuration.
 * Looked at once the task is ticked, or all of it where the status says that the spec was built; see docs/conformance.md.
 *
 * Options: none.
 *
 * Good: `INVITE_TTL_HOURS` and `os.Getenv("INVITE_TTL_HOURS")`.
 * Bad: the code reads `INVITE_TTL_DAYS`.
 */
export const conformanceConfig: Check = {
  id: 'conformance-config',
  title: 'Settings of work that is done are read by the code.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  needsSurroundings: true,
  run: (context) => problemsOf(context, 'config'),
};
