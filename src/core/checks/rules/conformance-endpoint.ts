import { problemsOf } from '../../conformance/deviations-of';
import type { Check } from '../check';

/**
 * Endpoints are registered with that method and path, prefixes of groups, routers and mounts in other files included.
 * Looked at once the task is ticked, or all of it where the status says that the spec was built; see docs/conformance.md.
 *
 * Options: none.
 *
 * Good: `#### POST /api/v1/invites` and `r.Post("/", create)` within `r.Route("/api/v1/invites", ...)`.
 * Bad: the code serves `POST /api/v2/invites`, or `PUT`.
 */
export const conformanceEndpoint: Check = {
  id: 'conformance-endpoint',
  title: 'Endpoints of work that is done are registered as the spec says.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  needsSurroundings: true,
  run: (context) => problemsOf(context, 'endpoint'),
};
