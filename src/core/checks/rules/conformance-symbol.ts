import { problemsOf } from '../../conformance/deviations-of';
import type { Check } from '../check';

/**
 * Functions, types, their members and their signatures that code blocks, tables of files and sentences declare are in the code, in
 * that file, with those parameters, results, field types and names on the wire.
 * Looked at once the task is ticked, or all of it where the status says that the spec was built; see docs/conformance.md.
 *
 * Options: none.
 *
 * Good: `func (s *Service) Create(ctx context.Context, email string) (Invite, error)` in both.
 * Bad: the code has `Create(ctx context.Context, email, role string) error`.
 */
export const conformanceSymbol: Check = {
  id: 'conformance-symbol',
  title: 'Symbols of work that is done are declared as the spec says.',
  severity: 'error',
  needsTemplate: false,
  needsRequirements: false,
  needsSurroundings: true,
  run: (context) => problemsOf(context, 'symbol'),
};
