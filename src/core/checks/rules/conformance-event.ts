import { problemsOf } from '../../conformance/deviations-of';
import type { Check } from '../check';

/**
 * Events, topics and channels that the spec declares are named by the code, as text or as a type.
 * Looked at once the task is ticked, or all of it where the status says that the spec was built; see docs/conformance.md.
 *
 * Options: none.
 *
 * Good: `invite.created` and `publish("invite.created", invite)`.
 * Bad: the code publishes `invite.sent`.
 */
export const conformanceEvent: Check = {
  id: 'conformance-event',
  title: 'Events of work that is done are named by the code.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  needsSurroundings: true,
  run: (context) => problemsOf(context, 'event'),
};
